"""``sheets``: a file to print for each juror, with the code of every sheet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.domain.paper_sheet import code_of
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier

Console = pytest.CaptureFixture[str]
JURORS, CANDIDACY = (a_juror(1), a_juror(2)), a_candidacy(1)


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = tmp_path / "proef.jury"
    a_dossier([CANDIDACY], JURORS, store=create_store(target, a_call())).store.close()
    return str(target)


def test_a_file_is_written_for_each_juror(dossier: str, tmp_path: Path, capsys: Console) -> None:
    out = tmp_path / "bladen"

    assert main(["sheets", dossier, "--out", str(out), "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == [
        {
            "juror": juror.name,
            "file": str(out / f"Jurylid-{number}.pdf"),
            "sheets": [{"reference": "K-01", "code": code_of(juror.id, CANDIDACY, Round.WRITTEN)}],
        }
        for number, juror in enumerate(JURORS, start=1)
    ]
    assert len(list(out.iterdir())) == 2


def test_one_juror_alone_can_be_asked_for(dossier: str, tmp_path: Path, capsys: Console) -> None:
    assert main(["sheets", dossier, "--out", str(tmp_path), "--juror", "Jurylid 2", "--lang", "en"]) == 0

    assert capsys.readouterr().out.splitlines()[0] == f"1 file with sheets written to {tmp_path}."


def test_a_round_without_anything_to_score_is_told(dossier: str, tmp_path: Path, capsys: Console) -> None:
    assert main(["sheets", dossier, "--out", str(tmp_path / "bladen"), "--round", "pitch"]) == 1

    assert "heeft niemand iets te beoordelen" in capsys.readouterr().err
