"""How table cells are drawn: the whole row lights up, marks look as they do elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.paint import Interval, Pill, Strip
from jury_desktop.ui.widgets.rows_model import Look, RowsModel

Index = QModelIndex | QPersistentModelIndex
PADDING = 8


class TextCell(QStyledItemDelegate):
    """A cell with text; the base of the other cells, which draw their mark instead."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._draw_ground(painter, option, index)
        box = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        self.draw(painter, box, index)
        painter.restore()

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw what is in the cell, within ``box``."""
        look = look_of(index)
        colours = theme.current().colours
        font = theme.font(weight=600 if look is Look.STRONG else 400, figures=look is Look.FIGURES)
        painter.setFont(font)
        painter.setPen(theme.colour(colours.muted if look is Look.MUTED else colours.text))
        text = paint.fitted(str(index.data() or ""), font, box)
        painter.drawText(box, index.data(Qt.ItemDataRole.TextAlignmentRole), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 2 * PADDING, theme.metrics().row)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current().colours
        rect = option.rect
        view = self.parent()
        hovered = getattr(view, "hovered_row", -1) == index.row()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour(colours.accent_soft))
        elif hovered:
            painter.fillRect(rect, theme.colour(colours.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour(colours.line_soft))


class ChipsCell(TextCell):
    """A cell with challenge chips; its mark is a sequence of numbers."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        paint.draw_chips(painter, box, index.data(Qt.ItemDataRole.UserRole) or ())


class PillCell(TextCell):
    """A cell with a status pill; its mark is a :class:`~.paint.Pill` or None."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        pill = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(pill, Pill):
            paint.draw_pill(painter, box, pill)


class MarkedCell(TextCell):
    """A cell whose text becomes a pill where there is something to notice: its mark is a pill or None."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        pill = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(pill, Pill):
            width = min(box.width(), paint.pill_size(pill).width())
            paint.draw_pill(painter, box.adjusted(box.width() - width, 0, 0, 0), pill)
        else:
            super().draw(painter, box, index)


class ShareCell(TextCell):
    """A cell with a share (0–1) as a bar before its text; its mark is the share or None."""

    TEXT = 46
    """Pixels for the text at the right, at the usual text size."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        share = index.data(Qt.ItemDataRole.UserRole)
        room = theme.scaled(self.TEXT)
        if isinstance(share, float):
            colour = theme.current().colours.accent
            paint.draw_bar(painter, box.adjusted(0, 0, -room - PADDING, 0), share, colour)
        super().draw(painter, box.adjusted(box.width() - room, 0, 0, 0), index)


class IntervalCell(TextCell):
    """A cell with a score on its axis; its mark is an :class:`~.paint.Interval` or None."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        interval = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(interval, Interval):
            paint.draw_interval(painter, box, interval)


class StripCell(TextCell):
    """A cell with what several people gave; its mark is a :class:`~.paint.Strip` or None."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        strip = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(strip, Strip):
            paint.draw_strip(painter, box, strip)


def look_of(index: Index) -> Look:
    """How the column of a cell wants its text."""
    model = index.model()
    return model.columns[index.column()].look if isinstance(model, RowsModel) else Look.PLAIN
