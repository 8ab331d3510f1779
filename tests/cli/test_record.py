"""``minutes`` and ``tables``: what was decided as files, with an account of what is in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop.cli import main
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.services.decide import decide
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.storage.store import create_store
from tests.builders import NOW, a_call
from tests.services.scenario import after_both_rounds

Console = pytest.CaptureFixture[str]


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = tmp_path / "proef.jury"
    made = after_both_rounds(count=1, store=create_store(str(target), a_call()))
    decide(made, "c1", DecisionKind.SELECTED, "Een sterk voorstel.")
    keep_meeting(made, Stage.FINAL, MeetingDetails(NOW, present=("j1", "j2")))
    made.store.close()
    return str(target)


def test_the_minutes_are_a_pdf_with_their_anchor(dossier: str, tmp_path: Path, capsys: Console) -> None:
    out = tmp_path / "verslag.pdf"
    assert main(["minutes", dossier, "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["draft"], told["names"], told["events"]) == (str(out), True, True, 3)
    first = out.read_bytes()
    assert first.startswith(b"%PDF-1.7")
    assert main(["minutes", dossier, "--out", str(out)]) == 0
    assert (out.read_bytes(), capsys.readouterr().out) == (first, f"Het verslag staat in {out}.\n")
    assert main(["minutes", dossier, "--out", str(out), "--no-names"]) == 0
    assert out.read_bytes() != first


def test_a_stage_without_candidacies_has_no_minutes(tmp_path: Path, capsys: Console) -> None:
    target = str(tmp_path / "leeg.jury")
    create_store(target, a_call()).close()
    assert main(["minutes", target, "--out", str(tmp_path / "verslag.pdf")]) == 1
    assert capsys.readouterr().err.startswith("Er valt nog niets te verslaan")


def test_the_tables_are_written_in_the_shapes_asked_for(
    dossier: str, tmp_path: Path, capsys: Console
) -> None:
    out = tmp_path / "uit"
    assert main(["tables", dossier, "--out", str(out), "--format", "json", "--redacted", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["redacted"], told["sealed"]) == (
        [str(out / "dossier-openbaar.json")],
        True,
        [],
    )
    assert {"name": "candidacies", "rows": 1} in told["tables"]
    assert main(["tables", dossier, "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        *("dossier-csv", "dossier-openbaar.json", "dossier.json", "dossier.xlsx"),
    ]
