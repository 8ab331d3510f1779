"""A drawing as a box on a page: real lines and text, one figure in the structure tree with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from jury_desktop.domain.drawing import (
    CHIP,
    Align,
    Block,
    Chip,
    Drawing,
    Mark,
    Shape,
    Spot,
    Stroke,
    Words,
)
from jury_desktop.domain.paper import INKS, cell, challenge, ink_of
from jury_desktop.letters.pdf import fonts
from jury_desktop.letters.pdf.boxes import Box
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.structure import Element

BASE, SMALL = 13.0, 11.0
CORNER = 3.0
DASHES = (6, 4)


@dataclass(slots=True)
class Figure:
    """A drawing, as wide as the page lets it be; it is never parted."""

    drawing: Drawing
    element: Element
    before: float = 0.0
    keeps_next: bool = False

    def height(self, width: float) -> float:
        """See :class:`Box`."""
        return self.drawing.height * width / self.drawing.width

    def least(self, width: float) -> float:
        """See :class:`Box`."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """See :class:`Box`."""
        return None

    def heads(self) -> Sequence[Box]:
        """See :class:`Box`."""
        return ()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """See :class:`Box`."""
        scale = width / self.drawing.width
        with canvas.tagged(self.element):
            canvas.saveState()
            canvas.transform(scale, 0, 0, scale, x, top)
            for mark in self.drawing.marks:
                _draw(canvas, mark)
            canvas.restoreState()


def _draw(canvas: TaggedCanvas, mark: Mark) -> None:
    """In PDF y runs up: a height in the drawing is negative here."""
    match mark:
        case Stroke():
            canvas.setStrokeColor(HexColor(INKS[mark.ink]))
            canvas.setLineWidth(mark.width)
            canvas.setDash(*(DASHES if mark.dashed else ()))
            canvas.line(mark.x1, -mark.y1, mark.x2, -mark.y2)
            canvas.setDash()
        case Block():
            canvas.setFillColor(HexColor(cell(mark.depth)))
            box = (mark.x, -mark.y - mark.height, mark.width, mark.height)
            canvas.roundRect(*box, min(CORNER, mark.width / 2), stroke=0, fill=1)
        case Spot():
            _draw_spot(canvas, mark)
        case Words():
            _draw_words(canvas, mark)
        case Chip():
            _draw_chip(canvas, mark)


def _draw_chip(canvas: TaggedCanvas, chip: Chip) -> None:
    ground, ink = challenge(chip.number)
    canvas.setFillColor(HexColor(ground))
    canvas.roundRect(chip.x - CHIP / 2, -chip.y - CHIP / 2, CHIP, CHIP, CORNER + 1, stroke=0, fill=1)
    canvas.setFillColor(HexColor(ink))
    canvas.setFont(fonts.STRONG, SMALL)
    canvas.drawCentredString(chip.x, -chip.y - SMALL * 0.36, str(chip.number))


def _draw_spot(canvas: TaggedCanvas, spot: Spot) -> None:
    colour, x, y, r = HexColor(INKS[spot.ink]), spot.x, -spot.y, spot.radius
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1)
    if spot.shape is Shape.DIAMOND:
        path = canvas.beginPath()
        path.moveTo(x, y + r)
        for corner in ((x + r, y), (x, y - r), (x - r, y)):
            path.lineTo(*corner)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        return
    hollow = spot.shape is Shape.HOLLOW
    canvas.circle(x, y, r, stroke=int(hollow), fill=int(not hollow))


def _draw_words(canvas: TaggedCanvas, words: Words) -> None:
    font, size = fonts.STRONG if words.strong else fonts.REGULAR, SMALL if words.small else BASE
    canvas.setFillColor(HexColor(ink_of(words.ink, words.depth)))
    canvas.setFont(font, size)
    text, y = _fitted(fonts.drawable(words.text), font, size, words.width), -words.y - size * 0.36
    match words.align:
        case Align.LEFT:
            canvas.drawString(words.x, y, text)
        case Align.CENTRE:
            canvas.drawCentredString(words.x + words.width / 2, y, text)
        case Align.RIGHT:
            canvas.drawRightString(words.x + words.width, y, text)


def _fitted(text: str, font: str, size: float, width: float) -> str:
    """The text, shortened with "…" where it is too wide."""
    if stringWidth(text, font, size) <= width:
        return text
    while text and stringWidth(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
