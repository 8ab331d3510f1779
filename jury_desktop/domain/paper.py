"""The colours of a drawing on white paper; every pair reads in grey."""

from __future__ import annotations

from jury_desktop.domain.drawing import Ink

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


def blended(colour: str, share: float) -> str:
    """A colour on white: ``share`` 1 is the colour itself, 0 white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)
