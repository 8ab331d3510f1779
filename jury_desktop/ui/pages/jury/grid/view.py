"""The table that availability is painted in, with the mouse or by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from jury_desktop.domain.availability import Stretches
from jury_desktop.ui import theme
from jury_desktop.ui.pages.jury.grid.model import MARK, AvailabilityModel, Index
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets import paint

tr = area("jury")

FULL = ((0.0, 1.0),)
PART, WHOLE, NAMES = 3.8, 6.4, 14.0
"""Widths of a column and of the names, in times the size of the text."""


class FreeCell(QStyledItemDelegate):
    """What is free is filled, at its place; a whole session is drawn as a box with a tick."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, view = theme.current().colours, self.parent()
        assert isinstance(view, AvailabilityTable)
        part = view.table.parts[index.column()]
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour(colours.accent_soft))
        box = QRectF(option.rect).adjusted(2, 4, -2, -5)
        with paint.painting(painter):
            painter.setBrush(theme.colour(colours.accent))
            for start, end in index.data(MARK):
                filled = QRectF(
                    box.left() + box.width() * start, box.top(), box.width() * (end - start), box.height()
                )
                painter.drawRoundedRect(filled, 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.pen(colours.line_strong if part.whole else colours.line))
            painter.drawRoundedRect(box, 3, 3)
        if part.whole:
            self._write(painter, box, full=index.data(MARK) == FULL)
        if view.hasFocus() and index == view.currentIndex():
            paint.draw_focus(painter, QRectF(option.rect), 4)

    def _write(self, painter: QPainter, box: QRectF, *, full: bool) -> None:
        """Said in a word as well, so that colour never stands alone."""
        colours = theme.current().colours
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour(colours.accent_ink if full else colours.muted))
        if full:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("all of it"))


class AvailabilityTable(QTableView):
    """Drag paints what the first cell becomes; Space does so for what is selected."""

    def __init__(self, table: AvailabilityModel) -> None:
        super().__init__()
        self.table = table
        self._from: QModelIndex | None = None
        self._free = True
        self._before: Mapping[str, Stretches] = {}
        self._past: list[Mapping[str, Stretches]] = []
        self._future: list[Mapping[str, Stretches]] = []
        table.setParent(self)
        self.setModel(table)
        self.setItemDelegate(FreeCell(self))
        self.setAccessibleName(tr("Availability of the jury"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self._dress()
        table.modelReset.connect(self._dress)
        self.horizontalHeader().sectionClicked.connect(self._whole_column)
        self.verticalHeader().sectionClicked.connect(self._whole_row)

    def _dress(self) -> None:
        base, across, down = theme.metrics().base, self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        across.setMinimumSectionSize(10)
        for at, part in enumerate(self.table.parts):
            self.setColumnWidth(at, round(base * (WHOLE if part.whole else PART)))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.metrics().row)
        down.setFixedWidth(round(base * NAMES))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not at.isValid():
            super().mousePressEvent(event)
            return
        self.setFocus()
        self._from, self._before = at, self.table.state()
        self._free = not self.table.is_free(at.row(), at.column())
        self._paint_to(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if self._from is not None and at.isValid():
            self._paint_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._remember(self._before)
        self._from = None

    def _paint_to(self, at: QModelIndex) -> None:
        """Everything between the first cell and this one; going back takes back."""
        assert self._from is not None
        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.put_back(self._before)
        rows, columns = _between(self._from.row(), at.row()), _between(self._from.column(), at.column())
        if self._from != at:
            columns = [each for each in columns if not self.table.parts[each].whole] or columns
        self.table.paint(rows, columns, free=self._free)

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = Qt.Key(event.key()), self.currentIndex()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not at.isValid():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            chosen = self.selectedIndexes() or [at]
            self._toggle([each.row() for each in chosen], [each.column() for each in chosen])
        elif key == Qt.Key.Key_H:
            self._toggle(self._rows(), self.table.columns_of([self.table.parts[at.column()].window]))
        elif key == Qt.Key.Key_D:
            day = self.table.same_day(self.table.parts[at.column()].window)
            self._toggle(self._rows(), self.table.columns_of(day))
        else:
            super().keyPressEvent(event)

    def _rows(self) -> list[int]:
        return [each.row() for each in self.selectedIndexes() or [self.currentIndex()]]

    def _toggle(self, rows: list[int], columns: list[int]) -> None:
        """Free where one of them was not, else not free."""
        before = self.table.state()
        free = not all(self.table.is_free(row, column) for row in rows for column in columns)
        self.table.paint(dict.fromkeys(rows), dict.fromkeys(columns), free=free)
        self._remember(before)

    # going back

    def _remember(self, before: Mapping[str, Stretches]) -> None:
        if before != self.table.state():
            self._past.append(before)
            self._future.clear()

    def undo(self) -> None:
        """Take the last stroke back."""
        self._go(self._past, self._future)

    def redo(self) -> None:
        """Do what was taken back again."""
        self._go(self._future, self._past)

    def _go(self, there: list[Mapping[str, Stretches]], back: list[Mapping[str, Stretches]]) -> None:
        if there and self._from is None:
            back.append(self.table.state())
            self.table.put_back(there.pop())

    # the headers

    def _whole_column(self, column: int) -> None:
        self._toggle(list(range(len(self.table.jurors))), [column])

    def _whole_row(self, row: int) -> None:
        self._toggle([row], [at for at, part in enumerate(self.table.parts) if part.whole])


def _between(one: int, other: int) -> list[int]:
    return list(range(min(one, other), max(one, other) + 1))
