"""``plan-export``: what leaves the plan, as files in a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop.cli import main
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, at, with_plan

Console = pytest.CaptureFixture[str]
ONE, JURORS = a_candidacy(1), (a_juror(1), a_juror(2), a_juror(3))


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = tmp_path / "proef.jury"
    made = a_dossier([ONE], JURORS, decisions=[invited(ONE)], store=create_store(target, a_call()))
    with_plan(made, at(ONE, FIRST, JURORS))
    made.store.close()
    return str(target)


def test_everything_goes_into_the_folder(dossier: str, tmp_path: Path, capsys: Console) -> None:
    out = tmp_path / "uit"

    assert main(["plan-export", dossier, "--out", str(out), "--json"]) == 0

    names = [
        *(f"Jury-Jurylid-{number}.ics" for number in (1, 2, 3)),
        "K-01-Ankerpunt-vzw.ics",
        "Zaal-1.ics",
        "Draaiboek.pdf",
        "Planning.xlsx",
    ]
    assert json.loads(capsys.readouterr().out) == {"version": 1, "out": str(out), "files": names}
    assert {path.name for path in out.iterdir()} == set(names)


def test_one_kind_alone_can_be_asked_for(dossier: str, tmp_path: Path, capsys: Console) -> None:
    out = tmp_path / "uit"
    given = ["--out", str(out), "--only", "rooms", "--only", "running-order", "--lang", "en"]

    assert main(["plan-export", dossier, *given]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"2 files of the pitch plan written to {out}.",
        str(out / "Room-1.ics"),
        str(out / "Running-order.pdf"),
    ]


def test_without_a_plan_nothing_is_written(tmp_path: Path, capsys: Console) -> None:
    target, out = tmp_path / "leeg.jury", tmp_path / "uit"
    a_dossier(store=create_store(target, a_call())).store.close()

    assert main(["plan-export", str(target), "--out", str(out)]) == 1

    assert "Er is nog geen pitchplanning" in capsys.readouterr().err
    assert not out.exists()
