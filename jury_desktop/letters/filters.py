"""How values are put into words in a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from jury_desktop import wording
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.letters.fields import Missing

_NBSP = "\u00a0"


def _day(value: date) -> str:
    """14 juli 2023, never broken over two lines."""
    return wording.day(value).replace(" ", _NBSP)


def _weekday(value: date) -> str:
    """vrijdag 14 juli 2023"""
    return f"{wording.day(value, form='EEEE')} {_day(value)}"


def _clock(value: datetime) -> str:
    """23.59 uur, in Brussels"""
    return f"{value.astimezone(BRUSSELS):%H.%M}{_NBSP}uur"


def _moment(value: datetime) -> str:
    """vrijdag 28 juli 2023 om 23.59 uur"""
    return f"{_weekday(value.astimezone(BRUSSELS).date())} om {_clock(value)}"


def score_text(value: float) -> str:
    """A score with two decimals: 3,50"""
    return f"{value:.2f}".replace(".", ",")


def score_out_of(score: float | None, maximum: float) -> str:
    """A score with the top of its scale: 3,50 / 5, or n.v.t."""
    return "n.v.t." if score is None else f"{score_text(score)}{_NBSP}/{_NBSP}{maximum:g}"


def listed(values: Sequence[object]) -> str:
    """a, b en c"""
    words = [str(value) for value in values]
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _unbroken(value: str) -> str:
    """The same on one line: a telephone number, a house number."""
    return value.replace(" ", _NBSP)


def _capital(value: str) -> str:
    """The same with a capital at the start, where it opens a sentence."""
    return value[:1].upper() + value[1:]


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _filter(name: str, show: Callable[[Any], str], *kinds: type) -> Callable[[Any], Any]:
    """A filter for values of some kinds. A missing value passes through, so that the letter names it."""

    def shown(value: Any) -> Any:
        if isinstance(value, Missing):
            return value
        if not isinstance(value, kinds):
            raise refuse("letters.wrong_kind", what=name, value=str(value))
        return show(value)

    return shown


_SHOWS: dict[str, tuple[Callable[[Any], str], tuple[type, ...]]] = {
    "day": (_day, (date,)),
    "weekday": (_weekday, (date,)),
    "clock": (_clock, (datetime,)),
    "moment": (_moment, (datetime,)),
    "score": (score_text, (int, float)),
    "number": (wording.number, (int, float)),
    "listed": (listed, (tuple,)),
    "capital": (_capital, (str,)),
    "unbroken": (_unbroken, (str,)),
    "one_line": (_one_line, (str,)),
}

FILTERS = {name: _filter(name, show, *kinds) for name, (show, kinds) in _SHOWS.items()}
"""The only filters a template may use."""

KINDS = {name: kinds for name, (_, kinds) in _SHOWS.items()}
"""The types of value that each filter takes."""

TESTS: dict[str, Callable[[Any], bool]] = {"filled": lambda value: not isinstance(value, Missing)}
"""The only test a template may use: a score of 0 is filled, though it counts as false."""
