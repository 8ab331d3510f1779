"""A tick box on paper: drawn, because the typeface has no ☒ or ☐, with ``[x]`` or ``[ ]`` as its text."""

from __future__ import annotations

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from maker.ink import REGULAR

SIDE = 8.2
HEIGHT = 15.0
INVISIBLE = 3


class TickBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One box with its label. Whoever copies the page out reads ``[x] 4 Jolien``."""

    def __init__(self, ticked: bool, label: str, colour: Color) -> None:
        super().__init__()
        self.ticked, self.label, self.colour = ticked, label, colour
        self.width, self.height = 150.0, HEIGHT

    def draw(self) -> None:
        """Draws the box, the cross and the label on the canvas."""
        canvas: Canvas = self.canv
        bottom = 3.2
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(self.colour)
        canvas.rect(0.5, bottom, SIDE, SIDE)
        if self.ticked:
            canvas.line(2.3, bottom + 1.8, SIDE - 1.3, bottom + SIDE - 1.8)
            canvas.line(2.3, bottom + SIDE - 1.8, SIDE - 1.3, bottom + 1.8)
        self._write(canvas, bottom)

    def _write(self, canvas: Canvas, bottom: float) -> None:
        words = canvas.beginText(0, bottom + 0.9)
        words.setFont(REGULAR, 9.6)
        words.setFillColor(black)
        words.setTextRenderMode(INVISIBLE)
        words.textOut("[x] " if self.ticked else "[ ] ")
        words.setTextRenderMode(0)
        words.setTextOrigin(15.5, bottom + 0.9)
        words.textOut(self.label)
        canvas.drawText(words)
