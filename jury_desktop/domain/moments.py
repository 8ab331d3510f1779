"""The dates of mail headers: what they say, and never a guess at what they leave out."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9} | {
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "mrt": 3,
    "maa": 3,
    "mei": 5,
    "okt": 10,
}
_FURTHEST = timedelta(hours=14)
_DATE = re.compile(
    r"(?:^|[\s,])(?P<day>\d{1,2})[\s-](?P<month>[a-z]{3})[a-z]*\.?[\s-](?P<year>\d{4}|\d{2})\s(?:om\s)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s?(?P<zone>\S*)",
    re.IGNORECASE,
)


def parse_moment(text: str) -> datetime | None:
    """The aware moment (UTC) a mail date gives, or None where it names no zone or cannot be read.

    ``-0000`` and names such as CEST leave the zone unknown. Dutch months are understood; a second 60 is
    the last second of its minute.
    """
    found = _DATE.search(" ".join(text.split()))
    if found is None:
        return None
    day, name, year, hour, minute, second, offset = found.groups()
    month, zone = _MONTHS.get(name.lower()), _zone(offset)
    if not (month and zone):
        return None
    clock = (int(hour), int(minute), min(int(second or 0), 59))
    try:
        return datetime(_year(year), month, int(day), *clock, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=64)
def _zone(text: str) -> timezone | None:
    if text.upper() in ("GMT", "UT", "UTC", "Z"):
        return UTC
    if not re.fullmatch(r"[+-]\d{4}", text) or text == "-0000":
        return None
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[3:]))
    return timezone(-offset if text[0] == "-" else offset) if offset <= _FURTHEST else None


def _year(text: str) -> int:
    """RFC 5322, 4.3: two digits below 50 lie in this century."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 50 else 1900)
