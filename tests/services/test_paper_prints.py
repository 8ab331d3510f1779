"""Sheets to print: a stack for each juror, without what a conflict keeps away, found again by their codes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.paper_sheet import code_of
from jury_desktop.services.paper_prints import find_sheet, sheet_stacks, write_stacks
from jury_desktop.services.ports import Dossier
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier

JURORS = (a_juror(1, name="Els Maes"), a_juror(2, name="Zoë d'Hondt"))
CANDIDACIES = tuple(a_candidacy(number) for number in (1, 2, 3))


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier(CANDIDACIES, JURORS, conflicts=[a_conflict(JURORS[0], CANDIDACIES[1])])


def test_each_juror_gets_the_own_candidacies(dossier: Dossier) -> None:
    stacks = sheet_stacks(dossier, Round.WRITTEN)

    assert {stack.juror: [sheet.reference for sheet in stack.sheets] for stack in stacks} == {
        "Els Maes": ["K-01", "K-03"],
        "Zoë d'Hondt": ["K-01", "K-02", "K-03"],
    }


def test_a_sheet_asks_what_the_call_asks_of_the_candidacy(dossier: Dossier) -> None:
    (stack,) = sheet_stacks(dossier, Round.WRITTEN, jurors=["j1"])
    rubric = a_call().rubric

    lines = stack.sheets[0].lines
    assert [line.code for line in lines[:3]] == ["1", "4", "A"]
    assert {line.values for line in lines} == {
        tuple(str(value) for value in range(rubric.lowest, rubric.highest + 1))
    }
    assert {line.absent for line in lines} == {"", "n.v.t."}
    assert {len(anchors) for _, anchors in stack.anchors} == {rubric.highest - rubric.lowest + 1}


def test_a_line_asks_for_words_where_the_call_requires_them(dossier: Dossier) -> None:
    (stack,) = sheet_stacks(dossier, Round.WRITTEN, jurors=["j1"])
    required = {each.title for each in a_call().rubric.criteria if each.comment_required}

    explained = {line.title.rstrip(" 14") for line in stack.sheets[0].lines if line.explained}
    assert explained == required & {line.title.rstrip(" 14") for line in stack.sheets[0].lines}
    assert {line.lines for line in stack.sheets[0].lines if line.explained} == {2}


def test_the_meaning_of_the_values_goes_by_the_codes_of_the_lines(dossier: Dossier) -> None:
    (stack,) = sheet_stacks(dossier, Round.WRITTEN, jurors=["j1"])
    named = [f"{line.code} · {line.title}" for line in stack.sheets[0].lines if line.code.isalpha()]

    assert [name for name, _ in stack.anchors if " · " in name] == named
    assert len(stack.anchors) == len(named) + 1


def test_a_sheet_on_two_challenges_fits_on_both_sides_of_one_leaf(dossier: Dossier, tmp_path: Path) -> None:
    (file,) = write_stacks(sheet_stacks(dossier, Round.WRITTEN, jurors=["j1"]), tmp_path)

    with pypdfium2.PdfDocument(file) as pdf:
        texts = [each.get_textpage().get_text_bounded() for each in pdf]
    for candidacy in (CANDIDACIES[0], CANDIDACIES[2]):
        code = code_of("j1", candidacy, Round.WRITTEN)
        assert len([text for text in texts if code in text]) == 2


def test_the_goals_of_a_challenge_stand_under_it_once(dossier: Dossier) -> None:
    (stack,) = sheet_stacks(dossier, Round.WRITTEN, jurors=["j1"])

    lines = stack.sheets[0].lines
    printed = {line.code: [(goal.code, goal.text) for goal in line.goals] for line in lines if line.goals}
    assert printed == {
        str(number): [(f"{number}.{at}", goal.text) for at, goal in enumerate(goals, 1)]
        for number, goals in ((1, a_call().challenge(1).goals), (4, a_call().challenge(4).goals))
    }


def test_a_file_for_each_juror_is_written(dossier: Dossier, tmp_path: Path) -> None:
    files = write_stacks(sheet_stacks(dossier, Round.WRITTEN), tmp_path)

    assert [file.name for file in files] == ["Els-Maes.pdf", "Zoë-d-Hondt.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF-1.7") for file in files)


def test_where_nobody_has_anything_to_score_nothing_is_made(dossier: Dossier) -> None:
    with pytest.raises(JuryError, match=r"paper\.nothing_to_print"):
        sheet_stacks(dossier, Round.PITCH)


def test_no_two_sheets_have_the_same_code() -> None:
    candidacies = [a_candidacy(number) for number in range(1, 61)]
    codes = [
        code_of(f"juror-{juror}", candidacy, round_)
        for juror in range(30)
        for candidacy in candidacies
        for round_ in Round
    ]

    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("typed", ["{code}", " {code} ", "{lower}", "{bare}"])
def test_a_sheet_is_found_by_its_code_however_it_is_typed(dossier: Dossier, typed: str) -> None:
    code = code_of("j2", CANDIDACIES[1], Round.WRITTEN)
    variants = {"code": code, "lower": code.lower(), "bare": code.replace("-", " ")}

    assert find_sheet(dossier, typed.format(**variants)) == ("j2", "c2", Round.WRITTEN)


@pytest.mark.parametrize("typed", ["K-02-ZZZZZ", "niets", "K-02"])
def test_a_code_that_was_mistyped_leads_nowhere(dossier: Dossier, typed: str) -> None:
    with pytest.raises(JuryError, match=r"paper\.no_such_code"):
        find_sheet(dossier, typed)
