"""Belgian closing days: which days shift a term and which do not."""

from __future__ import annotations

from datetime import date

import holidays
import pytest
from dateutil import easter as paschal

from jury_desktop.domain.closing_days import closing_days, easter, legal_holidays
from jury_desktop.domain.term import Channel, Communication, TermRules, term


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


@pytest.mark.parametrize("year", [*range(1946, 2101)])
def test_the_legal_holidays_are_those_of_an_independent_list(year):
    sundays = {easter(year), date.fromordinal(easter(year).toordinal() + 49)}
    assert legal_holidays(year) == set(holidays.country_holidays("BE", years=year)) - sundays
    assert len(legal_holidays(year)) >= 9  # ten, or nine where Ascension falls on Labour Day


def test_easter_is_that_of_an_independent_reckoning_in_every_year_of_the_gregorian_calendar():
    years = range(1583, 4100)
    assert [easter(year) for year in years] == [paschal.easter(year) for year in years]


@pytest.mark.parametrize("year", [1, 1583, 2500, 9999])
def test_no_year_is_without_holidays(year):
    assert {date(year, 1, 1), date(year, 7, 21), date(year, 12, 25)} <= legal_holidays(year)
    assert easter(year).weekday() == 6


@pytest.mark.parametrize("year", [0, 10_000])
def test_a_year_outside_the_calendar_has_no_easter(year):
    with pytest.raises(ValueError, match=str(year)):
        easter(year)
