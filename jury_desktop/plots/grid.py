"""What the pictures share: rows with a name, an axis, and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jury_desktop.domain.drawing import Align, Block, Chip, Ink, Mark, Stroke, Words

ROW = 26.0
HEAD = 30.0
NAMES = 300.0
"""Room for names at the left, where the picture is wide enough."""
LEAST = 84.0
"""Room for names however narrow the picture is."""
CELL = 36.0
"""What a cell needs for its figure."""
NARROW = 400.0
"""A picture narrower than this gives a larger share to names, so that they can be told apart."""
GAP = 12.0


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from ``lowest`` to ``highest`` between two places."""

    left: float
    right: float
    lowest: float
    highest: float

    def place(self, value: float) -> float:
        """Where a value stands; what lies outside stands at the end."""
        reach = self.highest - self.lowest
        share = (value - self.lowest) / reach if reach else 0.0
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


def names_width(width: float, columns: int = 0) -> float:
    """The room for names in a picture of a width; so many ``columns`` of figures go before them."""
    room = min(NAMES, width * (0.42 if width < NARROW else 0.34))
    return max(LEAST, min(room, width - columns * CELL))


def middle(row: int) -> float:
    """The middle of a row, counted from 0."""
    return HEAD + row * ROW + ROW / 2


def height_of(rows: int) -> float:
    """The height of a picture with so many rows."""
    return HEAD + rows * ROW + GAP


def names(texts: Sequence[str], width: float, columns: int = 0) -> Iterator[Mark]:
    """The names at the left, with a faint line under each row."""
    for row, text in enumerate(texts):
        yield Words(0, middle(row), names_width(width, columns) - GAP, text)
        yield Stroke(0, middle(row) + ROW / 2, width, middle(row) + ROW / 2, Ink.SOFT)


def ticks(axis: Axis, step: float, rows: int, text: Sequence[str]) -> Iterator[Mark]:
    """Upright lines at every step of an axis, with their texts above."""
    bottom = HEAD + rows * ROW
    for at, told in enumerate(text):
        x = axis.place(axis.lowest + at * step)
        yield Stroke(x, HEAD - 4, x, bottom, Ink.SOFT)
        yield Words(x - 24, HEAD - 14, 48, told, Align.CENTRE, Ink.MUTED, small=True)


def steps(axis: Axis) -> tuple[float, ...]:
    """The whole numbers of an axis."""
    return tuple(float(value) for value in range(round(axis.lowest), round(axis.highest) + 1))


def cells(rows: Sequence[Sequence[Cell | None]], heads: Sequence[str | int], width: float) -> Iterator[Mark]:
    """A heat map: every cell as deep as its share, with its figure in it; None is left on soft ground.

    :param heads: the text over each column, or the number of a challenge.
    """
    left = names_width(width, len(heads))
    step = (width - left) / max(1, len(heads))
    for column, head in enumerate(heads):
        if isinstance(head, int):
            yield Chip(left + column * step + step / 2 - 2, HEAD - 14, head)
        else:
            yield Words(left + column * step, HEAD - 14, step - 4, head, Align.CENTRE, Ink.MUTED, small=True)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            x, y = left + column * step, middle(at)
            yield Block(x, y - ROW / 2 + 3, step - 4, ROW - 6, cell.share if cell else None)
            if cell is not None:
                yield Words(x, y, step - 4, cell.text, Align.CENTRE, small=True, depth=cell.share)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map: how deep (0–1) and the figure in it."""

    share: float
    text: str
