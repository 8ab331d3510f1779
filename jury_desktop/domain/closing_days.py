"""The days on which nobody is expected to work in Belgium, in any year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from jury_desktop.domain.call import Call

_SATURDAY = 5
_FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
"""Month and day: New Year, Labour Day, the National Holiday, Assumption, All Saints, Armistice, Christmas."""
_AFTER_EASTER = (1, 39, 50)
"""Days after Easter Sunday: Easter Monday, Ascension, Whit Monday."""


OWN = "term.closing_days"
"""The setting of a dossier with the closing days of its service, as :func:`as_setting` writes them."""


def as_setting(days: Iterable[date]) -> str:
    """Days in order, as the dossier keeps them."""
    return " ".join(day.isoformat() for day in sorted(set(days)))


def in_setting(text: str) -> tuple[date, ...]:
    """The days that :func:`as_setting` wrote."""
    return tuple(map(date.fromisoformat, text.split()))


def with_closing_days(call: Call, own: Iterable[date]) -> Call:
    """The call as a dossier goes by it: closed on the days of the call and on its ``own``."""
    days = tuple(sorted({*call.rebuttal.extra_closing_days, *own}))
    if days == call.rebuttal.extra_closing_days:
        return call
    return replace(call, rebuttal=replace(call.rebuttal, extra_closing_days=days))


def closing_days(extra: Iterable[date] = ()) -> Callable[[date], bool]:
    """Tells whether a day is closed: Saturday, Sunday, a legal holiday, or one of ``extra``."""
    own = frozenset(extra)

    def is_closed(day: date) -> bool:
        return day.weekday() >= _SATURDAY or day in own or day in legal_holidays(day.year)

    return is_closed


@cache
def legal_holidays(year: int) -> frozenset[date]:
    """The ten legal holidays (law of 4 January 1974, decree of 18 April 1974); 11 July is not one of them.

    A table of a library ends somewhere, and beyond it a holiday would be a working day in silence.
    """
    moving = (easter(year) + timedelta(days=days) for days in _AFTER_EASTER)
    return frozenset((*(date(year, month, day) for month, day in _FIXED), *moving))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher.

    The names are those of the computus: the golden number, the century with its leap years, the epact, and
    how far the full moon lies from Sunday.

    :raises ValueError: a year that :class:`date` does not know.
    """
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(year)
    golden = year % 19
    century, within = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    to_sunday = (32 + 2 * rest + 2 * (within // 4) - epact - within % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
