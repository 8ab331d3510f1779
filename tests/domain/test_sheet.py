"""Score sheets: what is asked, what is missing, which answers are allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import CriterionKind, Round
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Answer, begun, check_answer, items_of, label, missing, progress
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

RUBRIC = a_call().rubric
ITEMS = items_of(RUBRIC, (4, 1), Round.WRITTEN)
STRICT = next(item for item in ITEMS if not item.criterion.not_applicable_allowed)
LENIENT = next(item for item in ITEMS if item.criterion.not_applicable_allowed)


def test_a_challenge_criterion_is_asked_once_per_chosen_challenge_in_their_order() -> None:
    per_challenge = [c for c in RUBRIC.criteria if c.kind is CriterionKind.CHALLENGE]
    general = [c for c in RUBRIC.criteria if c.kind is CriterionKind.GENERAL and Round.WRITTEN in c.rounds]
    expected = [f"{c.key}.{n}" for n in (1, 4) for c in per_challenge] + [c.key for c in general]
    assert [item.key for item in ITEMS] == expected


def test_only_the_criteria_of_the_round_are_asked() -> None:
    pitch = items_of(RUBRIC, (1,), Round.PITCH)
    assert all(Round.PITCH in item.criterion.rounds for item in pitch)
    assert {item.key for item in pitch} != {item.key for item in items_of(RUBRIC, (1,), Round.WRITTEN)}


def test_progress_counts_values_and_not_applicable_alike() -> None:
    sheet = a_sheet(a_juror(), a_candidacy(), value=None)
    given = {STRICT.key: Answer(0, comment="Zwak"), LENIENT.key: Answer(not_applicable=True)}
    assert progress(replace(sheet, answers=given), ITEMS) == (2, len(ITEMS))
    assert progress(None, ITEMS) == (0, len(ITEMS))


def test_a_score_without_its_required_comment_is_begun_and_not_done() -> None:
    required = next(item for item in ITEMS if item.criterion.comment_required)
    sheet = replace(a_sheet(a_juror(), a_candidacy(), value=None), answers={required.key: Answer(3)})
    assert (progress(sheet, ITEMS)[0], begun(sheet, ITEMS)) == (0, True)
    assert not begun(replace(sheet, answers={}), ITEMS)


def test_a_full_sheet_misses_nothing_but_required_comments() -> None:
    sheet = a_sheet(a_juror(), a_candidacy())
    required = [item for item in ITEMS if item.criterion.comment_required]
    assert missing(sheet, ITEMS) == tuple(say("scoring.comment_missing", item=label(i)) for i in required)


def test_an_unanswered_item_is_named() -> None:
    sheet = a_sheet(a_juror(), a_candidacy(), value=None)
    assert missing(sheet, (STRICT,)) == (say("scoring.value_missing", item=label(STRICT)),)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(RUBRIC.highest), None),
        (Answer(RUBRIC.lowest), None),
        (Answer(), None),
        (
            Answer(RUBRIC.highest + 1),
            say("scoring.outside_scale", item=label(STRICT), lowest=RUBRIC.lowest, highest=RUBRIC.highest),
        ),
        (Answer(not_applicable=True), say("scoring.not_applicable_refused", item=label(STRICT))),
        (Answer(3, not_applicable=True), say("scoring.value_and_not_applicable", item=label(STRICT))),
    ],
)
def test_an_answer_is_checked_against_the_rubric(answer: Answer, problem: Message | None) -> None:
    assert check_answer(answer, STRICT, RUBRIC) == problem


def test_not_applicable_is_allowed_where_the_call_says_so() -> None:
    assert check_answer(Answer(not_applicable=True), LENIENT, RUBRIC) is None
