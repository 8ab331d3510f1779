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


def blended(colour: str, share: float) -> str:
    """A colour on white: ``share`` 1 is the colour itself, 0 white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)
