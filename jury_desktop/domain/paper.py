"""The colours of a drawing on white paper; every pair reads in grey."""

from __future__ import annotations

from jury_desktop.domain.contrast import laid_over, readable
from jury_desktop.domain.drawing import Ink, mixed

PAPER = "#ffffff"
ACCENT = "#0b5a63"
INKS = {
    Ink.TEXT: "#1b2126",
    Ink.MUTED: "#56616a",
    Ink.LINE: "#c8d0d6",
    Ink.SOFT: "#e6e9ec",
    Ink.ACCENT: ACCENT,
}

CHALLENGES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#7B4F9E", "#B8860B", "#4D4D4D")
"""The colours of the challenges, as in the light theme; a call with more starts over."""
DARK_NUMBERS = frozenset({2, 3, 4, 6})
"""The challenges on whose colour a dark number reads better than a white one."""


def challenge(number: int) -> tuple[str, str]:
    """The colour of a challenge (1 = the first), and that of the number on it."""
    place = (number - 1) % len(CHALLENGES)
    return CHALLENGES[place], INKS[Ink.TEXT] if place + 1 in DARK_NUMBERS else PAPER


def cell(depth: float | None) -> str:
    """The ground of a cell of a depth; the soft one where there is nothing."""
    return INKS[Ink.SOFT] if depth is None else laid_over(ACCENT, PAPER, mixed(depth))


def ink_of(ink: Ink, depth: float | None) -> str:
    """The colour of a text: where it stands in a cell, one that can be read there."""
    return INKS[ink] if depth is None else readable(cell(depth), INKS[ink], PAPER)
