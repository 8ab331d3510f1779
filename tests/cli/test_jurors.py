"""``jurors import``: the contract of its JSON, its dry run, and its one clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.services.jury import jury

LIST = """naam;organisatie;functie;e-mail;deskundigheid;beschikbaar
An Peeters;VDAB;;an@vdab.example;1;ja
;;;x;;
"""
REASON = "Een jurylid heeft een naam nodig. Vul ze in; dit jurylid is niet bewaard."


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = str(tmp_path / "proef.jury")
    bootstrap.create_dossier(target, "lier-2023", now=bootstrap.system_clock).store.close()
    return target


@pytest.fixture
def names(tmp_path: Path) -> str:
    file = tmp_path / "jury.csv"
    file.write_text(LIST, encoding="utf-8")
    return str(file)


def kept(dossier: str) -> list[str]:
    opened = bootstrap.open_dossier(dossier, now=bootstrap.system_clock)
    try:
        return [juror.name for juror in jury(opened).jurors]
    finally:
        opened.store.close()


def test_a_list_is_taken_over_and_accounted_for(dossier: str, names: str, capsys: pytest.CaptureFixture[str]):
    assert main(["jurors", "import", dossier, names, "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "rejected": [{"row": 3, "reason": REASON}],
        "dry_run": False,
    }
    assert kept(dossier) == ["An Peeters"]


def test_a_dry_run_keeps_nothing_and_says_so(dossier: str, names: str, capsys: pytest.CaptureFixture[str]):
    assert main(["jurors", "import", dossier, names, "--dry-run"]) == 0

    said = capsys.readouterr()
    assert said.out == f"Juryleden: 1 toegevoegd, 0 gewijzigd. Geweigerde rijen: 1.\n   3  {REASON}\n"
    assert "proef" in said.err
    assert kept(dossier) == []


def test_what_is_no_list_gives_one_line(dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["jurors", "import", dossier, str(tmp_path / "weg.xlsx")]) == 1

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "weg.xlsx" in said.err


def test_without_a_file_the_usage_is_shown(dossier: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["jurors", "import", dossier])

    assert stopped.value.code == 2
    assert "gebruik" in capsys.readouterr().err
