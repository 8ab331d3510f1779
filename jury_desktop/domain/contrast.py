"""How well a text reads on a colour (WCAG 2.2), and the ink that reads best. Colours are ``#rrggbb``."""

from __future__ import annotations

from functools import lru_cache

ENOUGH = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
BLACK, WHITE = "#000000", "#ffffff"


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    brighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def readable(ground: str, *inks: str) -> str:
    """The first of some inks that can be read on a colour; where none can, black or white: one always can."""
    for ink in inks:
        if contrast(ink, ground) >= ENOUGH:
            return ink
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))


def laid_over(colour: str, ground: str, share: float) -> str:
    """A colour laid over another: ``share`` 1 is the colour itself, 0 the ground."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(under + (over - under) * share):02x}" for over, under in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
