"""``packet``: out with a passphrase, scored from a list, and back into the ranking."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import items_of
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier

pytestmark = pytest.mark.xdist_group("packet")
Console = pytest.CaptureFixture[str]
JUROR, CANDIDACIES = a_juror(1), (a_candidacy(1), a_candidacy(2))


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = tmp_path / "proef.jury"
    conflicts = [a_conflict(JUROR, CANDIDACIES[1])]
    store = create_store(target, a_call())
    made = a_dossier(CANDIDACIES, [JUROR], conflicts=conflicts, store=store)
    with made.change() as uow:
        uow.blobs.put(b"%PDF-1.7")
        uow.journal.append("test.filed", "dossier", "test")
    store.close()
    return str(target)


@pytest.fixture(autouse=True)
def _work_lies_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "work_folder", lambda: tmp_path / "werk")


def told(console: Console, *words: str) -> dict[str, object]:
    assert main([*words, "--json"]) == 0
    found: dict[str, object] = json.loads(console.readouterr().out)
    return found


def scores(folder: Path) -> str:
    rows = [
        f"{JUROR.name};K-01;;{item.criterion.title};{item.challenge or ''};4;Degelijk"
        for item in items_of(a_call().rubric, CANDIDACIES[0].challenges, Round.WRITTEN)
    ]
    file = folder / "scores.csv"
    file.write_text("\n".join(["jurylid;kandidatuur;ronde;criterium;uitdaging;score;toelichting", *rows]))
    return str(file)


def test_a_packet_goes_out_is_scored_and_comes_back(
    dossier: str, tmp_path: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet, sheet = str(tmp_path / "een.jurypakket"), str(tmp_path / "een.juryblad")

    made = told(capsys, "packet", "make", dossier, "--juror", JUROR.email, "--out", packet)
    words = str(made["passphrase"])
    assert {**made, "bytes": 0, "passphrase": ""} == {
        "file": packet,
        "juror": JUROR.name,
        "round": "written",
        "candidacies": ["K-01"],
        "left_out": ["K-02"],
        "bytes": 0,
        "passphrase": "",
    }
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{words.replace('-', ' ')}\n"))
    seen = told(capsys, "packet", "show", packet)
    assert [row["reference"] for row in seen["candidacies"]] == ["K-01"]  # type: ignore[attr-defined]
    done = told(
        capsys, "packet", "score", packet, scores(tmp_path), "--out", sheet, "--submit", "--passphrase", words
    )
    assert (done["submitted"], done["rejected"], done["sheet"]) == (1, [], sheet)

    for dry_run in (True, False):
        more = ["--dry-run"] if dry_run else []
        back = told(capsys, "packet", "import", dossier, sheet, *more)
        assert (back["state"], back["dry_run"]) == ("new", dry_run)
        assert [(s["reference"], s["outcome"]) for s in back["sheets"]] == [("K-01", "submitted")]  # type: ignore[attr-defined]
    again = told(capsys, "packet", "import", dossier, sheet)
    assert (again["state"], [s["outcome"] for s in again["sheets"]]) == ("known", ["same"])  # type: ignore[attr-defined]


def refused(console: Console, *words: str) -> str:
    assert main(list(words)) == 1
    said = console.readouterr()
    assert said.out == ""
    return said.err


def test_nothing_is_overwritten_by_a_packet(dossier: str, tmp_path: Path, capsys: Console) -> None:
    file = tmp_path / "een.jurypakket"
    file.write_text("iets anders")

    said = refused(capsys, "packet", "make", dossier, "--juror", JUROR.name, "--out", str(file))

    assert "Er is geen pakket gemaakt" in said
    assert file.read_text() == "iets anders"


def test_a_juror_who_is_not_there_gets_no_packet(dossier: str, tmp_path: Path, capsys: Console) -> None:
    out = str(tmp_path / "een.jurypakket")

    assert "geen jurylid" in refused(capsys, "packet", "make", dossier, "--juror", "Niemand", "--out", out)


def test_what_is_no_sheet_is_refused_in_one_line(dossier: str, tmp_path: Path, capsys: Console) -> None:
    file = tmp_path / "een.juryblad"
    file.write_bytes(b"niets")

    said = refused(capsys, "packet", "import", dossier, str(file), "--lang", "en")

    assert said.splitlines() == [
        "This file is no sheet of a juror. Nothing has been taken over. "
        "Choose the file that the juror sent back; its name ends in .juryblad."
    ]
