"""The days on which nobody is expected to work in Belgium."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

_SATURDAY = 5


def closing_days(extra: Iterable[date] = ()) -> Callable[[date], bool]:
    """Tells whether a day is closed: Saturday, Sunday, a legal holiday, or one of ``extra``.

    The ten legal holidays are those of the law of 4 January 1974 and its decree of 18 April 1974;
    11 July is not one of them.
    """
    own = frozenset(extra)

    def is_closed(day: date) -> bool:
        return day.weekday() >= _SATURDAY or day in own or day in _legal_holidays(day.year)

    return is_closed


@cache
def _legal_holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("BE", years=year))
