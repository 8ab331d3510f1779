"""A table cell with two lines: what it is, and in grey what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.cells import Index, TextCell


@dataclass(frozen=True, slots=True)
class TwoLines:
    """The mark of the cell; ``faint`` for what no longer counts."""

    first: str
    second: str
    faint: bool = False


class TwoLinesCell(TextCell):
    """Draws :class:`TwoLines`; give the rows of the table :func:`two_line_row` as height."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        lines = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(lines, TwoLines):
            return
        colours = theme.current().colours
        middle = box.center().y()
        upper = QRectF(box.left(), box.top() + 4, box.width(), middle - box.top() - 4)
        lower = QRectF(box.left(), middle, box.width(), box.bottom() - middle - 4)
        ink = colours.muted if lines.faint else colours.text
        _line(painter, upper, lines.first, theme.font(weight=600), ink)
        _line(painter, lower, lines.second, theme.font("small"), colours.muted)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), two_line_row())


def _line(painter: QPainter, box: QRectF, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def two_line_row() -> int:
    """The height of a row with two lines, in pixels."""
    return round(theme.metrics().row * 1.5)
