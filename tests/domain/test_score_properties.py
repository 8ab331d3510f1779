"""The official score over every kind of panel: n.v.t., missing, recused and zero stay four things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.score import official_score, sheet_score, weight_of
from jury_desktop.domain.sheet import Answer, Item, Sheet, SheetState, answered, items_of
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

CALL = a_call()
RUBRIC = CALL.rubric
CANDIDACY, OTHER = a_candidacy(1), a_candidacy(2)
ITEMS = {round_: items_of(RUBRIC, CANDIDACY.challenges, round_) for round_ in Round}
MISSING, NOT_APPLICABLE, ZERO = Answer(), Answer(not_applicable=True), Answer(0)

answers = st.one_of(
    st.sampled_from((MISSING, NOT_APPLICABLE, ZERO)), st.integers(RUBRIC.lowest, RUBRIC.highest).map(Answer)
)


def sheets_by(juror: int) -> st.SearchStrategy[list[Sheet]]:
    """What one juror may have handed in on the candidacy: in either round, sealed or not, anything at all."""
    return st.lists(
        st.builds(
            lambda round_, state, given_answers: a_sheet(
                a_juror(juror), CANDIDACY, round_, state=state, answers=given_answers[round_]
            ),
            st.sampled_from(Round),
            st.sampled_from((SheetState.SUBMITTED, SheetState.SUBMITTED, SheetState.DRAFT)),
            st.fixed_dictionaries(
                {
                    round_: st.fixed_dictionaries({}, optional={item.key: answers for item in items})
                    for round_, items in ITEMS.items()
                }
            ),
        ),
        unique_by=lambda sheet: sheet.round,
        max_size=2,
    )


@dataclass(frozen=True)
class Jury:
    sheets: list[Sheet]
    recused: frozenset[tuple[str, str]]


@st.composite
def juries(draw: st.DrawFn) -> Jury:
    """Up to four jurors, some of whom are kept apart from the candidacy although they scored it."""
    numbers = range(1, draw(st.integers(0, 4)) + 1)
    sheets = [sheet for number in numbers for sheet in draw(sheets_by(number))]
    recused = draw(st.frozensets(st.sampled_from([a_juror(n).id for n in (1, 2, 3, 4)])))
    return Jury(sheets, frozenset((juror, CANDIDACY.id) for juror in recused))


def by_hand(jury: Jury) -> dict[Round, Fraction | None]:
    """The scores of both rounds worked out in exact fractions, straight from the words of the rule."""
    found: dict[Round, Fraction | None] = {}
    for round_, items in ITEMS.items():
        means = [
            exact(sheet, items)
            for sheet in jury.sheets
            if sheet.round is round_
            and sheet.state is SheetState.SUBMITTED
            and (sheet.juror, sheet.candidacy) not in jury.recused
        ]
        scored = [value for value in means if value is not None]
        found[round_] = sum(scored, Fraction(0)) / len(scored) if scored else None
    return found


def exact(sheet: Sheet, items: tuple[Item, ...]) -> Fraction | None:
    total, weights = Fraction(0), Fraction(0)
    for item in items:
        answer = sheet.answers.get(item.key, MISSING)
        if answer.value is not None:
            weight = Fraction(weight_of(item, RUBRIC))
            total, weights = total + answer.value * weight, weights + weight
    return total / weights if weights else None


@given(juries())
def test_it_is_what_the_rule_says_worked_out_by_hand(jury: Jury) -> None:
    found = official_score(CALL, CANDIDACY, jury.sheets, jury.recused)
    expected = by_hand(jury)

    for round_, score in expected.items():
        assert found.of(round_) == (None if score is None else pytest.approx(float(score)))
    whole = [(score, Fraction(RUBRIC.weight_of(round_))) for round_, score in expected.items()]
    if any(score is None and weight for score, weight in whole):
        assert found.combined is None
    else:
        combined = sum((score * weight for score, weight in whole if score is not None), Fraction(0))
        assert found.combined == pytest.approx(float(combined))


@given(juries(), st.randoms(use_true_random=False))
def test_it_is_the_same_to_the_last_digit_in_any_order(jury: Jury, random: Random) -> None:
    shuffled = [shuffle_answers(sheet, random) for sheet in jury.sheets]
    random.shuffle(shuffled)
    before = official_score(CALL, CANDIDACY, jury.sheets, jury.recused)
    assert official_score(CALL, CANDIDACY, shuffled, jury.recused) == before


@given(
    st.lists(
        st.lists(st.integers(RUBRIC.lowest, RUBRIC.highest), min_size=7, max_size=7), min_size=5, max_size=12
    ),
    st.randoms(use_true_random=False),
)
def test_of_a_full_panel_too_the_order_never_shows(values: list[list[int]], random: Random) -> None:
    """Many means that no binary fraction holds: added up carelessly they differ in the last digit."""
    items = ITEMS[Round.WRITTEN]
    sheets = [
        a_sheet(
            a_juror(number),
            CANDIDACY,
            answers={i.key: Answer(v) for i, v in zip(items, given_, strict=False)},
        )
        for number, given_ in enumerate(values, start=1)
    ]
    before = official_score(CALL, CANDIDACY, sheets, frozenset())
    for _ in range(5):
        random.shuffle(sheets)
        assert official_score(CALL, CANDIDACY, sheets, frozenset()) == before


@given(juries(), st.integers(RUBRIC.lowest, RUBRIC.highest), st.frozensets(st.integers(1, 4)))
def test_what_the_same_jurors_do_elsewhere_changes_nothing(
    jury: Jury, value: int, apart: frozenset[int]
) -> None:
    """Their sheets on another candidacy, and their conflicts with it."""
    elsewhere = [a_sheet(a_juror(n), OTHER, round_, value) for n in range(1, 5) for round_ in Round]
    barred = jury.recused | {(a_juror(number).id, OTHER.id) for number in apart}
    before = official_score(CALL, CANDIDACY, jury.sheets, jury.recused)
    assert official_score(CALL, CANDIDACY, [*elsewhere, *jury.sheets], barred) == before
    assert official_score(CALL, CANDIDACY, [*jury.sheets, *elsewhere], barred) == before


def shuffle_answers(sheet: Sheet, random: Random) -> Sheet:
    pairs = list(sheet.answers.items())
    random.shuffle(pairs)
    return replace(sheet, answers=dict(pairs))


@given(juries(), st.integers(RUBRIC.lowest, RUBRIC.highest), st.sampled_from(Round))
def test_what_does_not_count_changes_nothing(jury: Jury, value: int, round_: Round) -> None:
    """The sheet of a recused juror, a draft, a sheet on another candidacy, and one of n.v.t. alone."""
    recused, drafting, elsewhere, silent = (a_juror(number) for number in (11, 12, 13, 14))
    barred = jury.recused | {(recused.id, CANDIDACY.id)}
    nothing = {item.key: NOT_APPLICABLE for item in ITEMS[round_]}
    more = [
        a_sheet(recused, CANDIDACY, round_, value),
        a_sheet(drafting, CANDIDACY, round_, value, state=SheetState.DRAFT),
        a_sheet(elsewhere, OTHER, round_, value),
        a_sheet(silent, CANDIDACY, round_, answers=nothing),
    ]
    before = official_score(CALL, CANDIDACY, jury.sheets, jury.recused)
    assert official_score(CALL, CANDIDACY, [*jury.sheets, *more], barred) == before


@given(juries(), st.sampled_from(Round))
def test_a_sheet_of_zeros_counts_as_a_sheet_of_zeros(jury: Jury, round_: Round) -> None:
    before = official_score(CALL, CANDIDACY, jury.sheets, jury.recused).of(round_)
    zeros = a_sheet(a_juror(9), CANDIDACY, round_, 0)
    after = official_score(CALL, CANDIDACY, [*jury.sheets, zeros], jury.recused).of(round_)
    assert after is not None
    assert after == 0 if not before else 0 < after < before


@given(st.data())
def test_an_item_told_not_to_apply_is_done_and_one_left_open_is_not(data: st.DataObject) -> None:
    items = ITEMS[Round.WRITTEN]
    item = data.draw(st.sampled_from(items))
    rest = data.draw(st.fixed_dictionaries({other.key: answers for other in items if other != item}))

    def with_(answer: Answer) -> Sheet:
        return a_sheet(a_juror(), CANDIDACY, answers={**rest, item.key: answer})

    silent, open_, zero = (with_(answer) for answer in (NOT_APPLICABLE, MISSING, ZERO))
    assert [answered(sheet, item) for sheet in (silent, open_, zero)] == [True, False, True]
    assert sheet_score(silent, items, RUBRIC) == sheet_score(open_, items, RUBRIC)
    before = sheet_score(open_, items, RUBRIC)
    assume(before)
    assert sheet_score(zero, items, RUBRIC) < before  # type: ignore[operator]
