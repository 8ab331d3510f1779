"""The cells of the list of jurors: two lines of text, and a small mark per session."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.cells import Index, TextCell

LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 22, 12, 5


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A name and, below it, what else there is to know; ``faint`` for who has left."""

    upper: str
    lower: str
    faint: bool = False


class TwoLinesCell(TextCell):
    """A cell with a :class:`TwoLines`."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        lines = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(lines, TwoLines):
            return
        colours = theme.current().colours
        upper = QRectF(box.left(), box.top() + 5, box.width(), box.height() / 2 - 4)
        lower = QRectF(box.left(), box.center().y() - 1, box.width(), box.height() / 2 - 4)
        self._line(painter, upper, lines.upper, "base", 600, colours.muted if lines.faint else colours.text)
        self._line(painter, lower, lines.lower, "small", 400, colours.muted)

    def _line(self, painter: QPainter, box: QRectF, text: str, size: str, weight: int, ink: str) -> None:
        font = theme.font(size, weight)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LINE, shown)


class SessionsCell(TextCell):
    """A small box per session, filled where the juror can sit; its mark is a tuple of tuples of shares."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        colours = theme.current().colours
        for place, stretches in enumerate(index.data(Qt.ItemDataRole.UserRole) or ()):
            left = box.left() + place * (MARK_WIDTH + MARK_GAP)
            mark = QRectF(left, box.center().y() - MARK_HEIGHT / 2, MARK_WIDTH, MARK_HEIGHT)
            with paint.painting(painter):
                painter.setBrush(theme.colour(colours.accent))
                for start, end in stretches:
                    width = mark.width() * (end - start)
                    painter.drawRoundedRect(
                        QRectF(mark.left() + mark.width() * start, mark.top(), width, mark.height()), 3, 3
                    )
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(theme.pen(colours.accent if stretches else colours.line_strong))
                painter.drawRoundedRect(mark, 3, 3)
