"""``scores import``: a whole panel typed over from paper, from the dry run to the ranking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import items_of
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited

Console = pytest.CaptureFixture[str]
CANDIDACIES, JURORS = (a_candidacy(1), a_candidacy(2)), (a_juror(1), a_juror(2))


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    target = tmp_path / "proef.jury"
    decisions = [invited(candidacy) for candidacy in CANDIDACIES]
    a_dossier(CANDIDACIES, JURORS, (), decisions, store=create_store(target, a_call())).store.close()
    return str(target)


@pytest.fixture
def workbook(tmp_path: Path) -> str:
    """Both rounds by both jurors: K-01 gets 2 everywhere, K-02 gets 4; the last row means nothing."""
    book = Workbook()
    book.active.append(["Jurylid", "Kandidatuur", "Ronde", "Criterium", "Uitdaging", "Score", "Toelichting"])
    for round_ in Round:
        for juror in JURORS:
            for candidacy, score in zip(CANDIDACIES, (2, 4), strict=True):
                for item in items_of(a_call().rubric, candidacy.challenges, round_):
                    about = (item.criterion.title, item.challenge, score, "Op papier")
                    book.active.append([juror.name, candidacy.reference, round_.value, *about])
    book.active.append(["Iemand", "K-01", "pitch", "sfeer", None, 3, None])
    file = tmp_path / "scores.xlsx"
    book.save(file)
    return str(file)


def test_a_list_goes_from_the_dry_run_to_the_ranking(dossier: str, workbook: str, capsys: Console) -> None:
    rows = sum(len(items_of(a_call().rubric, c.challenges, r)) for r in Round for c in CANDIDACIES) * 2
    refused = [{"row": rows + 2, "reason": "“Iemand” is geen jurylid van dit dossier."}]
    told = {"added": rows, "changed": 0, "unchanged": 0, "submitted": 8, "rejected": refused}

    for dry_run in (True, False):
        more = ["--dry-run"] if dry_run else []
        assert main(["scores", "import", dossier, workbook, "--submit", "--json", *more]) == 0
        assert json.loads(capsys.readouterr().out) == {**told, "dry_run": dry_run}

    assert main(["rank", dossier, "--json"]) == 0
    ranked = json.loads(capsys.readouterr().out)
    assert [(row["reference"], row["score"]) for row in ranked] == [("K-02", 4.0), ("K-01", 2.0)]


def test_for_people_the_refused_rows_follow_the_counts(dossier: str, tmp_path: Path, capsys: Console) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("jurylid,kandidatuur,criterium,score\nJurylid 1,K-07,outreach,3\n", encoding="utf-8")

    assert main(["scores", "import", dossier, str(file), "--lang", "en", "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Scores: 0 added, 0 changed. Sheets submitted: 0. Rows refused: 1.",
        "   2  “K-07” is no candidacy of this dossier. Write K-01, for example.",
    ]
    assert said.err == "This was a rehearsal: nothing has been kept.\n"
