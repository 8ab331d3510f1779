"""Belgian closing days: which days shift a term and which do not."""

from __future__ import annotations

from datetime import date

import pytest

from jury_desktop.domain.term import Channel, Communication, TermRules, term
from jury_desktop.services.closing_days import closing_days


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2023, 7, 11), False),  # feast of the Flemish Community: not a legal holiday
        (date(2023, 7, 21), True),
        (date(2023, 8, 15), True),
        (date(2023, 5, 18), True),  # Ascension moves with Easter
        (date(2023, 7, 14), False),
        (date(2023, 7, 15), True),
        (date(2023, 7, 16), True),
        (date(2023, 11, 2), False),
        (date(2023, 12, 26), False),
    ],
)
def test_legal_holidays_and_weekends(day, closed):
    assert closing_days()(day) is closed


def test_a_service_has_closing_days_of_its_own():
    assert closing_days([date(2023, 7, 11)])(date(2023, 7, 11))


def test_ten_legal_holidays_of_the_law_lie_on_their_days():
    expected = {(1, 1), (4, 10), (5, 1), (5, 18), (5, 29), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}
    is_closed = closing_days()
    weekdays = [(m, d) for m in range(1, 13) for d in range(1, 29) if date(2023, m, d).weekday() < 5]
    weekdays += [(5, 29), (5, 30), (5, 31)]
    closed = {(m, d) for m, d in weekdays if is_closed(date(2023, m, d))}
    assert closed == {(m, d) for m, d in expected if date(2023, m, d).weekday() < 5}


def test_the_term_of_a_letter_mailed_two_weeks_before_the_national_holiday():
    found = term(Communication(date(2023, 7, 7), Channel.EMAIL), TermRules(), closing_days())
    assert found.end == date(2023, 7, 24)
