"""How the cost of planning grows with the number of pitches, as a picture: both scales logarithmic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from jury_desktop.domain.drawing import Align, Drawing, Ink, Mark, Shape, Spot, Stroke, Words
from jury_desktop.plots.grid import Axis

WIDTH, HEIGHT = 720.0, 380.0
LEFT, RIGHT, TOP, FOOT = 70.0, 560.0, 24.0, 330.0
SECONDS = (0.01, 0.1, 1.0, 10.0, 100.0)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: seconds to the first plan, to the last better one and of the whole search; peak of memory."""

    pitches: int
    first: float
    best: float
    whole: float
    megabytes: int


def picture(found: Sequence[Measured]) -> Drawing:
    """Three lines over the number of pitches."""
    across = Axis(LEFT, RIGHT, log10(found[0].pitches), log10(found[-1].pitches))
    down = Axis(FOOT, TOP, log10(SECONDS[0]), log10(SECONDS[-1]))
    lines = (
        ("a first plan", [it.first for it in found], Shape.HOLLOW),
        ("the best plan", [it.best for it in found], Shape.DIAMOND),
        ("end of the search", [it.whole for it in found], Shape.ROUND),
    )
    marks = list(_frame(found, across, down))
    for number, (name, seconds, shape) in enumerate(lines):
        points = [
            (across.place(log10(it.pitches)), down.place(log10(max(second, SECONDS[0]))))
            for it, second in zip(found, seconds, strict=True)
        ]
        marks += [Stroke(*a, *b, Ink.ACCENT, 1.5) for a, b in pairwise(points)]
        marks += [Spot(*point, 4.0, Ink.ACCENT, shape) for point in points]
        marks += _named(name, shape, number)
    ends = f"{found[0].pitches} to {found[-1].pitches} pitches"
    told = "; ".join(f"{it.pitches}: {it.first:.2f} s, {it.best:.2f} s, {it.whole:.2f} s" for it in found)
    return Drawing(f"Seconds of planning, from {ends}", told, WIDTH, HEIGHT, tuple(marks))


def _frame(found: Sequence[Measured], across: Axis, down: Axis) -> Iterator[Mark]:
    for second in SECONDS:
        y = down.place(log10(second))
        yield Stroke(LEFT, y, RIGHT, y)
        yield Words(0, y, LEFT - 10, f"{second:g} s", Align.RIGHT, Ink.MUTED, small=True)
    for it in found:
        x = across.place(log10(it.pitches))
        yield Stroke(x, FOOT, x, FOOT + 5)
        yield Words(x - 18, FOOT + 16, 36, str(it.pitches), Align.CENTRE, Ink.MUTED, small=True)
    yield Words(LEFT, FOOT + 36, RIGHT - LEFT, "pitches", Align.CENTRE, Ink.MUTED, small=True)


def _named(name: str, shape: Shape, number: int) -> Iterator[Mark]:
    y = TOP + 30 + 24 * number
    yield Spot(RIGHT + 24, y, 4.0, Ink.ACCENT, shape)
    yield Words(RIGHT + 36, y, WIDTH - RIGHT - 36, name, small=True)
