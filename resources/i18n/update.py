"""Collects the texts of the window for translation: ``python resources/i18n/update.py``.

Each module of ``jury_desktop/ui`` names its area (``tr = area("letters")``); the texts of an area lie in
``nl/letters.ts`` (all of them, in Dutch) and ``en/letters.ts`` (only those with a plural). The program reads
these files as they are. One file per area, sorted and without line numbers, so that people who work on
different pages never meet in one file; ``--area letters`` leaves all other files alone.

Running it finds every ``tr("…")``, keeps what was translated, drops what is gone, lists what has no
translation yet and then fails. Translate in Qt Linguist, in the file itself (write the text, take
``type="unfinished"`` away), or from a TOML file with ``"English" = "Nederlands"`` lines::

    python resources/i18n/update.py --area letters --fill words.toml
    "Send" = "Verzenden"
    "%n letters" = ["%n brief", "%n brieven"]
    "Open|verb" = "Openen"                        # a text with a note: text|note
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
WINDOW = HERE.parents[1] / "jury_desktop" / "ui"
LANGUAGES = ("nl", "en")
AREA = re.compile(r'^\w+ = area\("(\w+)"\)$', re.MULTILINE)
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the window; ``forms`` are its translations (two for a plural), empty when there are none."""

    source: str
    note: str
    plural: bool
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.note

    @property
    def wanted(self) -> int:
        return 2 if self.plural else 1


def areas() -> dict[Path, str]:
    """The area of each module that has texts."""
    found: dict[Path, str] = {}
    for file in sorted(WINDOW.rglob("*.py")):
        if named := AREA.search(file.read_text(encoding="utf-8")):
            found[file.resolve()] = named[1]
    return found


def extracted() -> dict[str, list[Text]]:
    """The texts of each area, as Qt's own lupdate finds them in the code."""
    area_of = areas()
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    found: dict[str, list[Text]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder, "found.ts")
        command = [str(tool), *map(str, area_of), "-locations", "absolute", "-ts", str(catalogue)]
        subprocess.run(command, check=True, capture_output=True)
        for message in ElementTree.parse(catalogue).getroot().iter("message"):
            places = {Path(folder, place.get("filename", "")).resolve() for place in message.iter("location")}
            for area in {area_of[place] for place in places}:
                found[area].append(_text(message))
    return dict(sorted(found.items()))


def read(file: Path) -> list[Text]:
    """The texts of a ``.ts`` file with their finished translations."""
    return [_text(message) for message in ElementTree.parse(file).getroot().iter("message")]


def _text(message: ElementTree.Element) -> Text:
    plural = message.get("numerus") == "yes"
    source, note = message.findtext("source", ""), message.findtext("comment", "")
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return Text(source, note, plural)
    forms = [form.text or "" for form in translation] if plural else [translation.text or ""]
    return Text(source, note, plural, tuple(forms))


def merged(found: list[Text], kept: list[Text], words: dict[str, tuple[str, ...]]) -> list[Text]:
    """The texts found, each once and in order, with the translation that was kept or is given now."""
    known = {text.key: text.forms for text in kept}
    once = {text.key: text for text in found}
    return [_translated(once[key], known, words) for key in sorted(once)]


def _translated(
    text: Text, known: dict[tuple[str, str], tuple[str, ...]], words: dict[str, tuple[str, ...]]
) -> Text:
    name = f"{text.source}|{text.note}" if text.note else text.source
    forms = words.get(name) or known.get(text.key, ())
    return replace(text, forms=forms if len(forms) == text.wanted and all(forms) else ())


def written(area: str, language: str, texts: list[Text]) -> str:
    """The content of a ``.ts`` file."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = area
    for text in texts:
        context.append(_message(text))
    ElementTree.indent(root)
    return f"{HEAD}{ElementTree.tostring(root, encoding='unicode')}\n"


def _message(text: Text) -> ElementTree.Element:
    message = ElementTree.Element("message", {"numerus": "yes"} if text.plural else {})
    ElementTree.SubElement(message, "source").text = text.source
    if text.note:
        ElementTree.SubElement(message, "comment").text = text.note
    state = {} if text.forms else {"type": "unfinished"}
    translation = ElementTree.SubElement(message, "translation", state)
    if text.plural:
        for at in range(text.wanted):
            form = ElementTree.SubElement(translation, "numerusform")
            form.text = text.forms[at] if text.forms else ""
    else:
        translation.text = text.forms[0] if text.forms else ""
    return message


def catalogues(words: dict[str, tuple[str, ...]], language: str, only: str) -> dict[Path, list[Text]]:
    """What every file has to hold: ``words`` are new translations into ``language`` for the area ``only``."""
    made: dict[Path, list[Text]] = {}
    for area, found in extracted().items():
        for each in LANGUAGES:
            file = HERE / each / f"{area}.ts"
            kept = read(file) if file.is_file() else []
            given = words if each == language and only in {"", area} else {}
            texts = merged([text for text in found if each == "nl" or text.plural], kept, given)
            if texts:
                made[file] = texts
    return made


def outdated(wanted: dict[Path, list[Text]]) -> dict[Path, str]:
    """The files that are not as they have to be, each with its new content; empty to take it away."""
    there = {file: file.read_text(encoding="utf-8") for file in HERE.glob("*/*.ts")}
    made = {file: written(file.stem, file.parent.name, texts) for file, texts in wanted.items()}
    return {
        file: made.get(file, "")
        for file in sorted(there.keys() | made.keys())
        if made.get(file, "") != there.get(file, "")
    }


def keep(files: dict[Path, str]) -> None:
    """Write files, take away those without content."""
    for file, content in files.items():
        if content:
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8")
        else:
            file.unlink()


def words_of(file: Path) -> dict[str, tuple[str, ...]]:
    """The translations of a TOML file."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: tuple(value) if isinstance(value, list) else (value,) for name, value in raw.items()}


def main() -> int:
    """Update, and say what is missing; 1 when something is."""
    parser = argparse.ArgumentParser(description="Collects the texts of the window for translation.")
    parser.add_argument("--fill", type=Path, help="a TOML file with translations")
    parser.add_argument("--language", default="nl", choices=LANGUAGES)
    parser.add_argument("--area", default="", help="touch this area only")
    parser.add_argument(
        "--check", action="store_true", help="change nothing, name the files that are outdated"
    )
    given = parser.parse_args()
    wanted = catalogues(words_of(given.fill) if given.fill else {}, given.language, given.area)
    changes = {file: text for file, text in outdated(wanted).items() if given.area in {"", file.stem}}
    missing = [
        f"{file.parent.name}/{file.stem}: {text.source}"
        for file, texts in wanted.items()
        for text in texts
        if not text.forms and given.area in {"", file.stem}
    ]
    if given.check:
        missing += [f"{file.parent.name}/{file.name} is not up to date" for file in changes]
    else:
        keep(changes)
    sys.stdout.writelines(f"{line}\n" for line in missing)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
