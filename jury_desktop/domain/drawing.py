"""A picture as plain shapes, so that screen, SVG and PDF show the same one.

Lengths are pixels at the usual text size; x runs to the right, y down. Colours are named by what they mean;
how deep a filled cell is stands for a number, so that it reads the same in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a colour means."""

    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    SOFT = "soft"
    ACCENT = "accent"


class Align(StrEnum):
    """Which side of its room a text keeps to."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Shape(StrEnum):
    """The shape of a spot: told apart without colour."""

    ROUND = "round"
    HOLLOW = "hollow"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = Ink.LINE
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A filled box. ``depth`` runs from 0 (hardly there) to 1 (the full accent); None is the soft ground."""

    x: float
    y: float
    width: float
    height: float
    depth: float | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A small mark around a point."""

    x: float
    y: float
    radius: float
    ink: Ink = Ink.ACCENT
    shape: Shape = Shape.ROUND


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text in a room of ``width``, shortened where it does not fit.

    :param y: the middle of the line.
    :param depth: of the block it stands on, for a colour that reads on it; None on the ground.
    """

    x: float
    y: float
    width: float
    text: str
    align: Align = Align.LEFT
    ink: Ink = Ink.TEXT
    strong: bool = False
    small: bool = False
    depth: float | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A challenge: a square in its own colour with its number, around a point."""

    x: float
    y: float
    number: int


Mark = Stroke | Block | Spot | Words | Chip
CHIP = 20.0
"""The side of a chip."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture. ``told`` says in words what it shows, for who cannot see it."""

    title: str
    told: str
    width: float
    height: float
    marks: tuple[Mark, ...]


FAINT = 0.12
"""The accent in a cell of depth 0: still there, for "nothing" is not "unknown"."""


def mixed(depth: float) -> float:
    """The share of the accent in a cell of a depth."""
    return FAINT + (1 - FAINT) * min(1.0, max(0.0, depth))
