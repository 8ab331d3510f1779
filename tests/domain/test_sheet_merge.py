"""A sheet changed in two places is joined cell by cell, and nobody's work is lost in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet
from jury_desktop.domain.sheet_merge import Cell, CellKind, CellState, merge_sheets, same_answers

ITEMS, GOALS = ("a", "b"), ("1.1",)
EMPTY = Sheet("s", "j1", "c1", Round.WRITTEN, 1)
THREE, FOUR, FIVE = (replace(EMPTY, answers={"a": Answer(value)}) for value in (3, 4, 5))

ANSWERS = st.builds(Answer, st.none() | st.integers(0, 2), st.booleans(), st.sampled_from(["", "x"]))
SHEETS = st.builds(
    Sheet,
    st.just("s"),
    st.just("j1"),
    st.just("c1"),
    st.just(Round.WRITTEN),
    st.integers(1, 3),
    answers=st.dictionaries(st.sampled_from(ITEMS), ANSWERS),
    goal_marks=st.dictionaries(st.sampled_from(GOALS), st.sampled_from(GoalMark)),
    remark=st.sampled_from(["", "x", "y"]),
)


def state_of_a(seen: Sheet | None, ours: Sheet, theirs: Sheet) -> CellState:
    return merge_sheets(seen, ours, theirs, ITEMS, GOALS).cells[0].state


@pytest.mark.parametrize(
    ("seen", "ours", "theirs", "state", "merged"),
    [
        (None, EMPTY, THREE, CellState.NEW, THREE),
        (THREE, THREE, FOUR, CellState.CHANGED, FOUR),
        (THREE, FOUR, THREE, CellState.KEPT, FOUR),
        (THREE, FOUR, FOUR, CellState.EQUAL, FOUR),
        (THREE, FOUR, FIVE, CellState.CONFLICT, FOUR),
        (None, FOUR, FIVE, CellState.CONFLICT, FOUR),
        (THREE, THREE, EMPTY, CellState.CHANGED, replace(EMPTY, answers={"a": Answer()})),
    ],
)
def test_what_becomes_of_a_cell(
    seen: Sheet | None, ours: Sheet, theirs: Sheet, state: CellState, merged: Sheet
) -> None:
    assert state_of_a(seen, ours, theirs) is state
    assert merge_sheets(seen, ours, theirs, ITEMS, GOALS).sheet == merged


def test_answers_marks_and_the_remark_are_cells_of_their_own() -> None:
    seen = replace(THREE, goal_marks={"1.1": GoalMark.SHOWN}, remark="Eerst")
    theirs = replace(seen, answers={"a": Answer(3), "b": Answer(not_applicable=True)}, goal_marks={})
    ours = replace(seen, remark="Dan")

    merge = merge_sheets(seen, ours, theirs, ITEMS, GOALS)

    assert merge.cells == (
        Cell(CellKind.ANSWER, "a", CellState.EQUAL),
        Cell(CellKind.ANSWER, "b", CellState.NEW),
        Cell(CellKind.GOAL, "1.1", CellState.CHANGED),
        Cell(CellKind.REMARK, "", CellState.KEPT),
    )
    assert merge.sheet == replace(theirs, remark="Dan")


def test_zero_missing_and_not_applicable_are_three_different_things() -> None:
    zero, absent = replace(EMPTY, answers={"a": Answer(0)}), replace(EMPTY, answers={"a": Answer(None, True)})

    assert state_of_a(None, EMPTY, zero) is CellState.NEW
    assert state_of_a(None, zero, absent) is CellState.CONFLICT
    assert state_of_a(zero, zero, absent) is CellState.CHANGED


def test_an_answer_that_was_never_given_equals_one_that_was_taken_away() -> None:
    assert state_of_a(None, EMPTY, replace(EMPTY, answers={"a": Answer()})) is CellState.EQUAL


def test_what_is_not_asked_is_left_alone() -> None:
    ours, theirs = (replace(EMPTY, answers={"gone": Answer(value)}) for value in (1, 2))

    assert merge_sheets(None, ours, theirs, ITEMS, GOALS).sheet == ours


def test_a_sheet_judges_the_version_of_the_side_that_was_taken() -> None:
    assert merge_sheets(None, replace(EMPTY, version=2), THREE, ITEMS, GOALS).sheet.version == 1
    assert merge_sheets(THREE, replace(FOUR, version=2), THREE, ITEMS, GOALS).sheet.version == 2
    assert merge_sheets(THREE, THREE, replace(THREE, version=2), ITEMS, GOALS).sheet.version == 2


@given(st.none() | SHEETS, SHEETS, SHEETS)
def test_merging_again_changes_nothing(seen: Sheet | None, ours: Sheet, theirs: Sheet) -> None:
    for take_theirs in (False, True):
        once = merge_sheets(seen, ours, theirs, ITEMS, GOALS, take_theirs=take_theirs).sheet

        assert merge_sheets(seen, once, theirs, ITEMS, GOALS, take_theirs=take_theirs).sheet == once
        assert merge_sheets(theirs, once, theirs, ITEMS, GOALS).sheet.answers == once.answers


@given(st.none() | SHEETS, SHEETS, SHEETS)
def test_what_was_changed_on_one_side_alone_is_never_lost(
    seen: Sheet | None, ours: Sheet, theirs: Sheet
) -> None:
    merged = merge_sheets(seen, ours, theirs, ITEMS, GOALS).sheet
    for key in ITEMS:
        before, here, there, now = (
            sheet.answers.get(key, Answer()) if sheet else Answer() for sheet in (seen, ours, theirs, merged)
        )
        assert now == (there if here == before else here)


@given(st.none() | SHEETS, SHEETS, SHEETS)
def test_whoever_takes_the_other_side_gets_the_whole_of_it(
    seen: Sheet | None, ours: Sheet, theirs: Sheet
) -> None:
    merged = merge_sheets(seen, ours, theirs, ITEMS, GOALS, take_theirs=True).sheet

    assert same_answers(merged, theirs, ITEMS, GOALS)
