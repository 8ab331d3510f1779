"""Shows a drawing in the colours of the theme; it is drawn anew for every width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.domain.contrast import laid_over, readable
from jury_desktop.domain.drawing import (
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
    mixed,
)
from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint

Draw = Callable[[float], Drawing]
"""Makes the drawing for a width."""
SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
ROOM = 40.0
"""What stands nearer than this to what is in view is drawn too: a mark reaches beyond its place."""
LEAST = 200
"""Pixels a drawing needs at least, at the usual text size."""


class DrawingView(QWidget):
    """A drawing as wide as there is room for, and as high as it has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self._draw: Draw | None = None
        self.setMinimumWidth(theme.scaled(LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_drawing(self, draw: Draw) -> None:
        """Show another drawing."""
        self._draw = draw
        self._fit()

    def sizeHint(self) -> QSize:
        height = self.drawing.height if self.drawing is not None else 0.0
        return QSize(theme.scaled(LEAST), round(height * _scale()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self._draw is not None:
            self.drawing = self._draw(self.width() / _scale())
            self.setAccessibleName(self.drawing.title)
            self.setAccessibleDescription(self.drawing.told)
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        painter = QPainter(self)
        painter.scale(_scale(), _scale())
        top, bottom = event.rect().top() / _scale() - ROOM, event.rect().bottom() / _scale() + ROOM
        with paint.painting(painter):
            for mark in self.drawing.marks:
                if _reaches(mark, top, bottom):
                    _paint(painter, mark)
        painter.end()


def _scale() -> float:
    """A drawing is made for the usual text size."""
    return theme.metrics().base / theme.BASE_PIXELS


def _reaches(mark: Mark, top: float, bottom: float) -> bool:
    """Whether a mark may show between two heights; of a large picture only what is in view is drawn."""
    if isinstance(mark, Stroke):
        return min(mark.y1, mark.y2) <= bottom and max(mark.y1, mark.y2) >= top
    return top <= mark.y <= bottom


def _paint(painter: QPainter, mark: Mark) -> None:
    match mark:
        case Stroke():
            pen = theme.pen(_colour(mark.ink), mark.width)
            pen.setStyle(Qt.PenStyle.DashLine if mark.dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Block():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground(mark.depth)))
            painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), 3, 3)
        case Spot():
            _paint_spot(painter, mark)
        case Words():
            _paint_words(painter, mark)
        case Chip():
            half = theme.metrics().chip / _scale() / 2
            paint.draw_chip(painter, QPointF(mark.x - half, mark.y - half), mark.number)


def _paint_spot(painter: QPainter, spot: Spot) -> None:
    colour, at, r = theme.colour(_colour(spot.ink)), QPointF(spot.x, spot.y), spot.radius
    hollow = spot.shape is Shape.HOLLOW
    painter.setPen(theme.pen(_colour(spot.ink)) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if spot.shape is Shape.DIAMOND:
        sides = (QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0))
        painter.drawPolygon([at + side for side in sides])
    else:
        painter.drawEllipse(at, r, r)


def _paint_words(painter: QPainter, words: Words) -> None:
    font = theme.font("small" if words.small else "base", 600 if words.strong else 400, figures=True)
    font.setPixelSize(round(font.pixelSize() / _scale()))
    measure = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.colour(ink_in_cell(words.ink, words.depth)))
    box = QRectF(words.x, words.y - measure.height() / 2, words.width, measure.height())
    text = measure.elidedText(words.text, Qt.TextElideMode.ElideRight, words.width)
    painter.drawText(box, SIDES[words.align] | Qt.AlignmentFlag.AlignVCenter, text)


def _colour(ink: Ink) -> str:
    colours = theme.current().colours
    return {
        Ink.TEXT: colours.text,
        Ink.MUTED: colours.muted,
        Ink.LINE: colours.line_strong,
        Ink.SOFT: colours.line_soft,
        Ink.ACCENT: colours.accent,
    }[ink]


def ink_in_cell(ink: Ink, depth: float | None) -> str:
    """The colour of a text: where it stands in a cell of a depth, one that can be read there."""
    if depth is None:
        return _colour(ink)
    return readable(ground(depth), _colour(ink), theme.current().colours.accent_ink)


def ground(depth: float | None) -> str:
    """The accent laid over the panel; the soft ground where there is nothing."""
    colours = theme.current().colours
    return colours.line_soft if depth is None else laid_over(colours.accent, colours.panel, mixed(depth))
