"""How values are put into words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.letters.fields import Missing
from jury_desktop.letters.filters import FILTERS, score_out_of


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("day", date(2023, 7, 14), "14\u00a0juli\u00a02023"),
        ("weekday", date(2023, 7, 14), "vrijdag 14\u00a0juli\u00a02023"),
        ("clock", datetime(2023, 7, 28, 21, 59, tzinfo=UTC), "23.59\u00a0uur"),
        (
            "moment",
            datetime(2023, 7, 28, 21, 59, tzinfo=UTC),
            "vrijdag 28\u00a0juli\u00a02023 om 23.59\u00a0uur",
        ),
        (
            "moment",
            datetime(2023, 7, 28, 22, 30, tzinfo=UTC),
            "zaterdag 29\u00a0juli\u00a02023 om 00.30\u00a0uur",
        ),
        ("score", 2.9, "2,90"),
        ("number", 5.0, "5"),
        ("listed", ("a", "b", "c"), "a, b en c"),
        ("listed", ("a",), "a"),
        ("listed", (), ""),
        ("capital", "de jury", "De jury"),
        ("unbroken", "015 00 00 00", "015\u00a000\u00a000\u00a000"),
        ("one_line", "a\n\n b", "a b"),
    ],
)
def test_filters_put_values_into_words(name, value, shown):
    assert FILTERS[name](value) == shown


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_lets_a_missing_value_through(name):
    missing = Missing("slot.start", {})
    assert FILTERS[name](missing) is missing


def test_a_score_that_does_not_apply_is_not_zero():
    assert (score_out_of(None, 5.0), score_out_of(0.0, 5.0)) == ("n.v.t.", "0,00\u00a0/\u00a05")


@pytest.mark.parametrize(("name", "value"), [("day", 2.9), ("clock", date(2023, 7, 14)), ("score", "drie")])
def test_a_filter_refuses_what_it_cannot_show(name, value):
    with pytest.raises(JuryError) as caught:
        FILTERS[name](value)
    assert caught.value.message == say("letters.wrong_kind", what=name, value=str(value))
