"""Moments and stretches of time as whole minutes of a window, right also across a change of the clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from math import ceil, floor

from jury_desktop.domain.pitch import Interval

Span = tuple[float, float]
"""A stretch of time in seconds since 1970, so that it is worked out once for all windows."""

Minutes = tuple[tuple[int, int], ...]
"""Stretches in minutes after a window starts."""


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Whole minutes from one moment to another."""
    return floor((later.timestamp() - earlier.timestamp()) / 60)


def after(moment: datetime, minutes: int) -> datetime:
    """The moment so many minutes later, in the time zone it is written in."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)


def spans(stretches: Iterable[Interval]) -> list[Span]:
    """The stretches in seconds."""
    return [(stretch.start.timestamp(), stretch.end.timestamp()) for stretch in stretches]


def inward(stretches: Sequence[Span], window: Span) -> Minutes:
    """The part of each stretch inside the window, to whole minutes inward; none that is empty."""
    begin, whole = window[0], floor((window[1] - window[0]) / 60)
    clipped = (
        (max(0, ceil((start - begin) / 60)), min(whole, floor((end - begin) / 60)))
        for start, end in stretches
    )
    return tuple((a, b) for a, b in clipped if a < b)


def outward(stretches: Sequence[Span], window: Span) -> Minutes:
    """The stretches that share any time with the window, to whole minutes outward."""
    begin, close = window
    return tuple(
        (floor((start - begin) / 60), ceil((end - begin) / 60))
        for start, end in stretches
        if start < close and begin < end
    )
