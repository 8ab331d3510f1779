"""The official score: weighted means in which missing, n.v.t., recused and zero are four things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.score import (
    combine,
    counting,
    item_scores,
    official_score,
    round_score,
    sheet_score,
    weight_of,
)
from jury_desktop.domain.sheet import Answer, Item, Sheet, SheetState, items_of
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

RUBRIC = a_call().rubric
CANDIDACY = a_candidacy()
ITEMS = items_of(RUBRIC, CANDIDACY.challenges, Round.WRITTEN)
OPTIONAL = next(item for item in ITEMS if item.criterion.not_applicable_allowed)

answers = st.one_of(
    st.just(Answer()),
    st.just(Answer(not_applicable=True)),
    st.integers(RUBRIC.lowest, RUBRIC.highest).map(Answer),
)


def sheet_with(**given_answers: Answer) -> Sheet:
    every = {item.key: Answer(4) for item in ITEMS}
    return replace(a_sheet(a_juror(), CANDIDACY), answers={**every, **given_answers})


@pytest.mark.parametrize("silent", [Answer(not_applicable=True), Answer()], ids=["n.v.t.", "missing"])
def test_an_item_without_a_value_does_not_count(silent: Answer) -> None:
    assert sheet_score(sheet_with(**{OPTIONAL.key: silent}), ITEMS, RUBRIC) == pytest.approx(4.0)


def test_a_zero_counts() -> None:
    total = sum(weight_of(item, RUBRIC) for item in ITEMS)
    expected = 4.0 * (total - weight_of(OPTIONAL, RUBRIC)) / total
    assert sheet_score(sheet_with(**{OPTIONAL.key: Answer(0)}), ITEMS, RUBRIC) == pytest.approx(expected)


def test_a_sheet_without_values_has_no_score() -> None:
    assert sheet_score(a_sheet(a_juror(), CANDIDACY, value=None), ITEMS, RUBRIC) is None


def test_the_score_is_the_weighted_mean() -> None:
    first, second = ITEMS[0], OPTIONAL
    sheet = replace(a_sheet(a_juror(), CANDIDACY), answers={first.key: Answer(5), second.key: Answer(2)})
    one, other = weight_of(first, RUBRIC), weight_of(second, RUBRIC)
    assert sheet_score(sheet, ITEMS, RUBRIC) == pytest.approx((5 * one + 2 * other) / (one + other))


@given(st.fixed_dictionaries({item.key: answers for item in ITEMS}))
def test_a_sheet_score_lies_between_its_lowest_and_highest_value(given_answers: dict[str, Answer]) -> None:
    sheet = replace(a_sheet(a_juror(), CANDIDACY), answers=given_answers)
    values = [answer.value for answer in given_answers.values() if answer.value is not None]
    score = sheet_score(sheet, ITEMS, RUBRIC)
    if not values:
        assert score is None
    else:
        assert score is not None
        assert min(values) - 1e-9 <= score <= max(values) + 1e-9


@given(st.fixed_dictionaries({item.key: answers for item in ITEMS}))
def test_leaving_an_optional_item_out_equals_never_having_asked_it(given_answers: dict[str, Answer]) -> None:
    without = {**given_answers, OPTIONAL.key: Answer(not_applicable=True)}
    sheet = replace(a_sheet(a_juror(), CANDIDACY), answers=without)
    others = [item for item in ITEMS if item != OPTIONAL]
    assert sheet_score(sheet, ITEMS, RUBRIC) == sheet_score(sheet, others, RUBRIC)


def test_drafts_and_sheets_of_barred_jurors_do_not_count() -> None:
    sealed, recused, draft = (
        a_sheet(a_juror(1), CANDIDACY, value=5),
        a_sheet(a_juror(2), CANDIDACY, value=1),
        replace(a_sheet(a_juror(3), CANDIDACY, value=1), state=SheetState.DRAFT),
    )
    barred = frozenset({(a_juror(2).id, CANDIDACY.id)})
    assert counting([sealed, recused, draft], CANDIDACY.id, Round.WRITTEN, barred) == (sealed,)


def test_a_round_is_the_mean_of_its_sheets() -> None:
    sheets = [a_sheet(a_juror(1), CANDIDACY, value=5), a_sheet(a_juror(2), CANDIDACY, value=2)]
    assert round_score(sheets, ITEMS, RUBRIC) == pytest.approx(3.5)


def test_the_combined_score_waits_for_both_rounds() -> None:
    assert combine({Round.WRITTEN: 4.0, Round.PITCH: None}, RUBRIC) is None


def test_the_rounds_weigh_as_the_call_says() -> None:
    sheets = [
        a_sheet(a_juror(1), CANDIDACY, Round.WRITTEN, 4),
        a_sheet(a_juror(1), CANDIDACY, Round.PITCH, 2),
    ]
    found = official_score(a_call(), CANDIDACY, sheets, frozenset())
    expected = 4.0 * RUBRIC.weight_of(Round.WRITTEN) + 2.0 * RUBRIC.weight_of(Round.PITCH)
    assert (found.written, found.pitch) == (pytest.approx(4.0), pytest.approx(2.0))
    assert found.combined == pytest.approx(expected)


def test_item_scores_tell_the_mean_and_the_values_behind_it() -> None:
    item: Item = ITEMS[0]
    sheets = [a_sheet(a_juror(1), CANDIDACY, value=5), a_sheet(a_juror(2), CANDIDACY, value=2)]
    first = item_scores(sheets, ITEMS)[0]
    assert (first.item, first.mean, first.values) == (item, 3.5, (5, 2))
