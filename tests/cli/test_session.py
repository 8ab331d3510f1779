"""``session``: how far the pitches are, and what running late would do, without a window."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.cli import main
from jury_desktop.services.session_runs import ClockStep, turn_clock
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_plan
from tests.services.scenario import a_dossier, invited
from tests.services.sessioning import JURORS, ONE, PITCHES, at

Console = pytest.CaptureFixture[str]


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """Three pitches, of which the first was held two minutes late."""
    target = tmp_path / "proef.jury"
    store = create_store(str(target), a_call())
    made = a_dossier(PITCHES, JURORS, [], [invited(each) for each in PITCHES], store=store)
    with made.change() as uow:
        uow.plans.save(a_plan(PITCHES, JURORS))
        uow.journal.append("plan.made", "plan", "v1")
    turn_clock(replace(made, now=lambda: at(2)), ONE.id, ClockStep.START)
    turn_clock(replace(made, now=lambda: at(37)), ONE.id, ClockStep.END)
    store.close()
    return str(target)


def test_a_person_reads_who_comes_when(dossier: str, capsys: Console) -> None:
    assert main(["session", dossier, "--only", "wo.1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "wo.1  14 juni 2023 13:00–17:00",
        "13:02–13:37  K-01  Ankerpunt vzw: gehouden, 0 van 3 ingediend",
        "13:35–14:10  K-02  De Brug vzw: te komen, 0 van 3 ingediend",
        "14:10–14:45  K-03  Kompas Werkt vzw: te komen, 0 van 3 ingediend",
    ]


def test_every_session_comes_as_json(dossier: str, capsys: Console) -> None:
    assert main(["session", dossier, "--json", "--today", "2023-06-14"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["now"] == "wo.1"
    assert [each["session"] for each in told["sessions"]] == ["wo.1", "vr.1", "ma.1"]
    assert told["sessions"][0]["pitches"][0] == {
        "reference": "K-01",
        "organisation": "Ankerpunt vzw",
        "state": "held",
        "planned": "2023-06-14T13:00:00+02:00",
        "expected": "2023-06-14T13:02:00+02:00",
        "expected_end": "2023-06-14T13:37:00+02:00",
        "told": None,
        "moved_to": None,
        "submitted": 0,
        "scoring": 3,
    }


def test_what_running_late_would_do_is_told_and_changes_nothing(dossier: str, capsys: Console) -> None:
    asked = ["session", dossier, "--only", "wo.1", "--late", "150"]
    assert main(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Als wo.1 150 minuten uitloopt:",
        "K-02  13:35 → 16:05–16:40",
        "K-03  14:10 → 16:40–17:15",
    ]
    assert "K-03 eindigt 15 minuten na het einde van de sessie." in lines
    assert main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["late"]["pitches"][0]["becomes"] == "2023-06-14T16:05:00+02:00"
    assert told["sessions"][0]["pitches"][1]["expected"] == "2023-06-14T13:35:00+02:00"


def test_a_session_that_is_not_there_is_told_with_those_that_are(dossier: str, capsys: Console) -> None:
    assert main(["session", dossier, "--only", "do.1"]) != 0
    assert "Er is geen sessie do.1. Kies een van deze: wo.1, vr.1, ma.1." in capsys.readouterr().err


def test_without_a_plan_there_is_no_session(tmp_path: Path, capsys: Console) -> None:
    target = tmp_path / "leeg.jury"
    create_store(str(target), a_call()).close()
    assert main(["session", str(target)]) != 0
    assert "Er is nog geen pitchplanning." in capsys.readouterr().err
