"""A cell of the list of jurors: a small mark per session."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.cells import Index, TextCell

MARK_WIDTH, MARK_HEIGHT, MARK_GAP = 22, 12, 5


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
