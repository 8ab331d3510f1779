"""``rank`` and ``portfolio``: the fields of their JSON, and what is said where there is nothing yet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, invited

Console = pytest.CaptureFixture[str]


@pytest.fixture
def scored(tmp_path: Path) -> str:
    """Two candidacies with every score open: K-01 has 5, K-02 has 4."""
    target = tmp_path / "proef.jury"
    after_both_rounds(store=create_store(target, a_call())).store.close()
    return str(target)


@pytest.fixture
def empty(tmp_path: Path) -> str:
    target = tmp_path / "leeg.jury"
    a_dossier(store=create_store(target, a_call())).store.close()
    return str(target)


def test_the_ranking_shows_joint_places_whole_and_names_the_rule_that_broke_a_tie(
    tmp_path: Path, capsys: Console
) -> None:
    """Written .6 and pitch .4: the first two have 2,8 each, so the pitch decides; two share a place."""
    target, juror = tmp_path / "gelijk.jury", a_juror()
    candidacies = [a_candidacy(number) for number in (1, 2, 3, 4)]
    given = {Round.WRITTEN: (4, 2, 1, 1), Round.PITCH: (1, 4, 1, 1)}
    sheets = [
        a_sheet(juror, candidacy, round_, value=value)
        for round_, values in given.items()
        for candidacy, value in zip(candidacies, values, strict=True)
    ]
    decisions = [invited(candidacy) for candidacy in candidacies]
    store = create_store(target, a_call())
    a_dossier(candidacies, [juror], sheets, decisions, store=store).store.close()

    assert main(["rank", str(target)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "    1  K-02  De Brug vzw",
        "    2  K-01  Ankerpunt vzw",
        "  3–4  K-03  Kompas Werkt vzw",
        "  3–4  K-04  Samenspoor vzw",
        "K-02: Dezelfde score als K-01; de score van de pitch besliste, zoals de oproep het bepaalt.",
        "K-01: Dezelfde score als K-02; de score van de pitch besliste, zoals de oproep het bepaalt.",
        "K-03: Gedeelde plaats 3–4 met dezelfde score: K-04. Geen regel van de oproep beslist.",
        "K-04: Gedeelde plaats 3–4 met dezelfde score: K-03. Geen regel van de oproep beslist.",
    ]
    assert main(["advice", str(target)]) == 0
    assert "  3–4  K-03" in capsys.readouterr().out


def test_the_best_selection_is_told_with_what_it_covers_and_why(scored: str, capsys: Console) -> None:
    assert main(["portfolio", scored, "--size", "2", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {
        "selected": ["K-01", "K-02"],
        "covered_challenges": [1, 4],
        "covered_goals": [],
        "covered_municipalities": ["Lier", "Nijlen"],
        "score": 9.0,
        "size": 2,
        "proven": True,
        "why": [
            "Alles wat K-01 dekt, dekt ook iemand anders; ze telt mee met een score van 5.",
            "Alles wat K-02 dekt, dekt ook iemand anders; ze telt mee met een score van 4.",
        ],
        "left_aside": [],
    }


def test_without_a_size_nobody_is_in_it_who_adds_nothing(scored: str, capsys: Console) -> None:
    assert main(["portfolio", scored, "--lang", "en"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "Proven the best choice: K-01.",
        "Covered together: challenges 2, goals 0, municipalities 2; scores together 5. People decide.",
        "Without K-01 goes what nobody else covers. "
        "Challenges: 1, 4; goals: –; municipalities: Lier, Nijlen.",
        "K-02 would add nothing.",
    ]


def test_the_ranking_gives_the_fields_of_the_contract(scored: str, capsys: Console) -> None:
    assert main(["rank", scored, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)

    assert [(row["reference"], row["rank"], row["score"]) for row in rows] == [
        ("K-01", 1, 5.0),
        ("K-02", 2, 4.0),
    ]
    assert all({"rank_interval", "coverage", "written", "pitch", "decision"} <= set(row) for row in rows)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("candidacies", "Er zijn nog geen kandidaturen. Importeer eerst een postvak."),
        ("rank", "Er is nog niets te rangschikken: niemand is uitgenodigd om te pitchen."),
        ("letters", "Er is nu geen enkele brief te maken. Er is niets geschreven."),
    ],
)
def test_where_there_is_nothing_that_is_said(
    command: str, said: str, empty: str, tmp_path: Path, capsys: Console
) -> None:
    more = ["--out", str(tmp_path / "uit")] if command == "letters" else []
    assert main([command, empty, *more]) == 0
    assert capsys.readouterr().out.splitlines() == [said]
    assert main([command, empty, *more, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert not (tmp_path / "uit").exists()


def test_sealed_scores_give_one_line(empty: str, capsys: Console) -> None:
    assert main(["portfolio", empty, "--json"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
