"""A drawing as an SVG file (SVG 1.1) that stands by itself: on white, readable in any viewer."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from jury_desktop.domain.drawing import (
    CHIP,
    Align,
    Block,
    Chip,
    Drawing,
    Ink,
    Mark,
    Shape,
    Spot,
    Stroke,
    Words,
)
from jury_desktop.domain.paper import INKS, PAPER, cell, challenge, ink_of

MARGIN = 16.0
TITLE = 30.0
BASE, SMALL = 13.0, 11.0
LETTER = 0.56
"""The width of a letter on the whole, in its height: enough to know what will not fit."""
ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}


def svg(drawing: Drawing) -> str:
    """The file. Its title and description are for who cannot see it."""
    width, height = drawing.width + 2 * MARGIN, drawing.height + TITLE + 2 * MARGIN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'{head} viewBox="0 0 {width:g} {height:g}" role="img" font-family="Inter, Arial, sans-serif">',
            f"<title>{escape(drawing.title)}</title>",
            f"<desc>{escape(drawing.told)}</desc>",
            f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>',
            f'<text x="{MARGIN:g}" y="{MARGIN + 15:g}" font-size="15" font-weight="600" '
            f'fill="{INKS[Ink.TEXT]}">{escape(drawing.title)}</text>',
            f'<g transform="translate({MARGIN:g} {MARGIN + TITLE:g})">',
            *(line for mark in drawing.marks for line in _mark(mark)),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _mark(mark: Mark) -> Iterator[str]:
    match mark:
        case Stroke():
            dashes = ' stroke-dasharray="6 4"' if mark.dashed else ""
            ends = f'x1="{mark.x1:.1f}" y1="{mark.y1:.1f}" x2="{mark.x2:.1f}" y2="{mark.y2:.1f}"'
            yield f'<line {ends} stroke="{INKS[mark.ink]}" stroke-width="{mark.width:g}"{dashes}/>'
        case Block():
            box = f'x="{mark.x:.1f}" y="{mark.y:.1f}" width="{mark.width:.1f}" height="{mark.height:.1f}"'
            yield f'<rect {box} rx="3" fill="{cell(mark.depth)}"/>'
        case Spot():
            yield _spot(mark)
        case Words():
            yield _words(mark)
        case Chip():
            yield from _chip(mark)


def _chip(chip: Chip) -> Iterator[str]:
    ground, ink = challenge(chip.number)
    box = f'x="{chip.x - CHIP / 2:.1f}" y="{chip.y - CHIP / 2:.1f}" width="{CHIP:g}" height="{CHIP:g}"'
    yield f'<rect {box} rx="4" fill="{ground}"/>'
    place = f'x="{chip.x:.1f}" y="{chip.y + SMALL * 0.36:.1f}" text-anchor="middle" font-size="{SMALL:g}"'
    yield f'<text {place} font-weight="600" fill="{ink}">{chip.number}</text>'


def _spot(spot: Spot) -> str:
    colour, x, y, r = INKS[spot.ink], spot.x, spot.y, spot.radius
    if spot.shape is Shape.DIAMOND:
        points = f"{x:.1f},{y - r:.1f} {x + r:.1f},{y:.1f} {x:.1f},{y + r:.1f} {x - r:.1f},{y:.1f}"
        return f'<polygon points="{points}" fill="{colour}"/>'
    fill = f'fill="none" stroke="{colour}"' if spot.shape is Shape.HOLLOW else f'fill="{colour}"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:g}" {fill}/>'


def _words(words: Words) -> str:
    size = SMALL if words.small else BASE
    room = max(1, int(words.width / (size * LETTER)))
    text = words.text if len(words.text) <= room else words.text[: room - 1].rstrip() + "…"
    shift = {Align.LEFT: 0.0, Align.CENTRE: words.width / 2, Align.RIGHT: words.width}[words.align]
    colour = ink_of(words.ink, words.depth)
    weight = ' font-weight="600"' if words.strong else ""
    anchor = f'text-anchor="{ANCHORS[words.align]}"'
    place = f'x="{words.x + shift:.1f}" y="{words.y + size * 0.36:.1f}" {anchor}'
    return f'<text {place} font-size="{size:g}"{weight} fill="{colour}">{escape(text)}</text>'
