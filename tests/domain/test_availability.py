"""Stretches of free time: adding and taking away do what a set of minutes would."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.availability import joined, share, with_stretch, within, without_stretch
from jury_desktop.domain.pitch import Interval

NINE = datetime(2023, 6, 14, 9, tzinfo=UTC)
LAST = 24


def stretch(start: int, end: int) -> Interval:
    return Interval(NINE + timedelta(minutes=start), NINE + timedelta(minutes=end))


def minutes(stretches: object) -> set[int]:
    """The minutes that stretches cover, as the plain truth to compare with."""
    return {
        minute
        for each in stretches
        for minute in range(int((each.start - NINE) / timedelta(minutes=1)), LAST)
        if NINE + timedelta(minutes=minute) < each.end
    }


some = st.tuples(st.integers(0, LAST - 1), st.integers(1, LAST)).map(
    lambda it: stretch(it[0], min(LAST, sum(it)))
)
several = st.lists(some, max_size=5)


@given(several, some)
def test_adding_a_stretch_frees_its_minutes_and_no_others(available, more):
    assert minutes(with_stretch(available, more)) == minutes(available) | minutes([more])


@given(several, some)
def test_taking_a_stretch_away_takes_its_minutes_and_no_others(available, less):
    assert minutes(without_stretch(available, less)) == minutes(available) - minutes([less])


@given(several, some)
def test_what_lies_within_a_span_is_what_both_have(available, span):
    assert minutes(within(available, span)) == minutes(available) & minutes([span])
    assert share(available, span) == len(minutes(available) & minutes([span])) / len(minutes([span]))


@given(several, some)
def test_what_comes_out_is_in_order_and_never_touches(available, other):
    for found in (joined(available), with_stretch(available, other), without_stretch(available, other)):
        assert all(each.start < each.end for each in found)
        assert all(one.end < two.start for one, two in pairwise(found))
