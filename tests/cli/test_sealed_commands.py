"""No command tells anything sealed: on two dossiers that differ only there it prints and writes the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jury_desktop import resources
from jury_desktop.cli import main
from jury_desktop.cli.parser import COMMANDS
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import items_of
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.storage.store import create_store
from tests.builders import a_call
from tests.services.sealed import high, low
from tests.services.views import without_ids, written

pytestmark = pytest.mark.xdist_group("sealed commands")

MAILBOX = str(resources.path("sample", "postvak.mbox"))
ITEMS = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
LISTS = {
    "jury.csv": ["naam;functie", "Jurylid 1;Voorzitter"],
    "scores.csv": [
        "jurylid;kandidatuur;criterium;score",
        *(f"Jurylid 1;K-01;{item.key};5" for item in ITEMS),
    ],
}
"""Files that commands take; the scores are those that one of the two dossiers holds."""
LINES: dict[str, str] = {
    "import": f"import DOSSIER {MAILBOX} --dry-run",
    "mail": "mail DOSSIER",
    "servers": "servers show DOSSIER",
    "arrival": "arrival DOSSIER mail --at 2023-06-01T10:00:00+02:00 --reason Gezien",
    "place": "place DOSSIER mail other --reason Vergissing",
    "take-back": "take-back DOSSIER",
    "unreadable": "unreadable DOSSIER --out OUT/stuk",
    "ask-copy": "ask-copy DOSSIER mail --out OUT/vraag.eml",
    "candidacies": "candidacies DOSSIER",
    "jurors": "jurors import DOSSIER jury.csv",
    "scores": "scores import DOSSIER scores.csv --dry-run",
    "packet": "packet make DOSSIER --juror Niemand --out OUT/p.jurypakket",
    "sheets": "sheets DOSSIER --out OUT/bladen",
    "plan": "plan DOSSIER --time-limit 5",
    "plan-export": "plan-export DOSSIER --out OUT/plan",
    "session": "session DOSSIER",
    "rank": "rank DOSSIER",
    "advice": "advice DOSSIER --stage shortlist",
    "pictures": "pictures DOSSIER --stage shortlist --out OUT/beelden",
    "portfolio": "portfolio DOSSIER",
    "minutes": "minutes DOSSIER --out OUT/verslag.pdf",
    "tables": "tables DOSSIER --out OUT/tabellen",
    "letters": "letters DOSSIER --out OUT/brieven --word",
    "texts": "texts list DOSSIER",
    "rebuttals": "rebuttals DOSSIER",
    "verify": "verify DOSSIER",
    "audit": "audit DOSSIER --out OUT/bundel --for Europa",
    "retention": "retention DOSSIER",
    "person": "person DOSSIER --find Jurylid --out OUT/inzage",
    "archive": "archive DOSSIER --out OUT/archief.jury --ground Bewaartermijn",
    "delete": "delete DOSSIER --name lier.jury --ground Bewaartermijn --report verslag.html",
    "export": "export DOSSIER --out OUT/bundel --zip",
    "backups": "backups DOSSIER",
}
_VARIES = re.compile(r'"seconds": [0-9.]+|(?<=\.xlsx",)[\\n\s]*"bytes": \d+')
"""How long it took, and how well a workbook packs the fingerprints in it."""
WITHOUT_DOSSIER = {
    "demo": "plays the sample in a dossier of its own",
    "new": "makes a dossier",
    "call": "shows a call",
    "protect": "encrypts a dossier whole",
    "unprotect": "writes a dossier whole without encryption",
    "backup": "copies a dossier whole, to be read with the program alone",
    "restore": "puts such a copy back",
    "salvage": "carries a damaged dossier over whole",
    "plan-instance": "solves a problem from a file",
    "term": "counts days",
    "server": "lets people in to a database",
}
"""The commands that look at no dossier, and what they do instead."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The two dossiers, as files."""
    folder = tmp_path_factory.mktemp("sealed")

    def made(name: str, fill: Callable[[Store], Dossier]) -> Path:
        file = folder / name
        fill(create_store(file, a_call())).store.close()
        return file

    return made("low.jury", low), made("high.jury", high)


def test_every_command_is_on_the_list() -> None:
    """Who adds a command says here how it is run, or that it looks at no dossier."""
    assert set(LINES) | set(WITHOUT_DOSSIER) == set(COMMANDS)


@pytest.mark.parametrize("json", [True, False], ids=["json", "text"])
@pytest.mark.parametrize("command", LINES)
def test_a_command_tells_nothing_of_what_is_sealed(
    command: str,
    json: bool,
    templates: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = []
    for at, template in enumerate(templates):
        place = tmp_path / str(at)
        place.mkdir()
        monkeypatch.chdir(place)
        shutil.copy(template, "lier.jury")
        for name, rows in LISTS.items():
            Path(name).write_text("\n".join(rows), encoding="utf-8")
        words = LINES[command].replace("DOSSIER", "lier.jury").replace("OUT", "uit").split()
        code = main([*words, "--today", "2023-06-20", *(["--json"] if json else [])])
        found = (code, capsys.readouterr(), written(Path("uit")))
        told.append(_VARIES.sub("", without_ids(repr(found)).replace(str(place), "")))
    assert "Traceback" not in told[0]
    assert told[0] == told[1]
