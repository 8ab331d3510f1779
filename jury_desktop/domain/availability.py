"""When somebody is free, as stretches of time: put together, added to and taken from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta

from jury_desktop.domain.pitch import Interval

Stretches = tuple[Interval, ...]
"""In order of time, none touching the next."""


def joined(stretches: Iterable[Interval]) -> Stretches:
    """The stretches in order, those that touch or overlap made into one."""
    merged: list[Interval] = []
    for stretch in sorted(stretches, key=lambda each: each.start.astimezone(UTC)):
        if merged and stretch.start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, max(merged[-1].end, stretch.end))
        else:
            merged.append(stretch)
    return tuple(merged)


def with_stretch(available: Iterable[Interval], stretch: Interval) -> Stretches:
    """Free during this stretch too."""
    return joined((*available, stretch))


def without_stretch(available: Iterable[Interval], stretch: Interval) -> Stretches:
    """Not free during this stretch."""
    left: list[Interval] = []
    for each in joined(available):
        if each.start < stretch.start:
            left.append(Interval(each.start, min(each.end, stretch.start)))
        if stretch.end < each.end:
            left.append(Interval(max(each.start, stretch.end), each.end))
    return tuple(left)


def within(available: Iterable[Interval], span: Interval) -> Stretches:
    """What of it lies in a span."""
    return tuple(
        Interval(max(each.start, span.start), min(each.end, span.end))
        for each in joined(available)
        if each.overlaps(span)
    )


def share(available: Iterable[Interval], span: Interval) -> float:
    """How much of a span is free: 0 none, 1 all of it."""
    free = sum((each.end - each.start for each in within(available, span)), timedelta())
    return free / (span.end - span.start)
