"""A table as this program shows all its lists: calm rows, no grid, sorted by a click on the header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.cells import TextCell
from jury_desktop.ui.widgets.rows_model import RowsModel

R = TypeVar("R")


class Table(QTableView, Generic[R]):
    """A list of rows of which one, or with ``many`` several, can be chosen.

    :ivar chosen: another row has been chosen; carries the row, or None.
    :ivar opened: a row was double-clicked, or Enter pressed on it; carries the row.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        model: RowsModel[R],
        name: str,
        empty: str = "",
        *,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.hovered_row = -1
        self._empty = empty
        self._line_after = 0
        self._key = ""
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self._dress(many)
        self._fit_columns()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.activated.connect(self._activated)

    def _dress(self, many: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move within it
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.metrics().row)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Nothing in the header shows what is chosen, yet to draw it Qt asks about every cell of every column
        # whether it is: with 2,000 rows 20,000 calls into Python, of which each may wait for a job.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))

    def _fit_columns(self) -> None:
        self.setItemDelegate(TextCell(self))
        header = self.horizontalHeader()
        scale = theme.metrics().base / theme.BASE_PIXELS
        for at, column in enumerate(self.rows.columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, mode)
            if column.width:
                header.resizeSection(at, round(column.width * scale))
            if column.delegate is not None:
                self.setItemDelegateForColumn(at, column.delegate(self))

    # the row that is chosen

    def current(self) -> R | None:
        """The chosen row, or None."""
        return next((self.rows.rows[at] for at in self._chosen_places()), None)

    def chosen_rows(self) -> list[R]:
        """Every chosen row, top to bottom."""
        return [self.rows.rows[at] for at in sorted(set(self._chosen_places()))]

    def _chosen_places(self) -> Iterator[int]:
        """The chosen rows by stretches: Qt's own list asks about every cell, which is felt."""
        stretches = self.selectionModel().selection()
        for each in map(stretches.at, range(stretches.count())):
            yield from range(each.top(), each.bottom() + 1)

    def choose(self, key: str) -> bool:
        """Choose the row with this key and bring it into view; False when it is not there."""
        at = self.rows.row_of(key)
        if at < 0:
            return False
        self._choose_row(at)
        self.scrollTo(self.rows.index(at, 0))
        return True

    def draw_line(self, after: int) -> None:
        """Draw a line under so many rows, as long as they stand as they were given; 0 for none."""
        self._line_after = after
        self.viewport().update()

    @property
    def line_row(self) -> int:
        """The row under which the line is drawn; -1 where there is none."""
        count = self._line_after
        return count - 1 if self.rows.as_given and 0 < count < len(self.rows.rows) else -1

    def _choose_row(self, at: int) -> None:
        """This row and no other: ``selectRow`` would add it to the others while Ctrl is held."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.rows.index(at, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _remember(self) -> None:
        row = self.current()
        self._key = self.rows.key(row) if row is not None else ""

    def _restore(self) -> None:
        """After a reset the same row is chosen again, without telling anybody that nothing changed."""
        at = self.rows.row_of(self._key) if self._key else -1
        if at >= 0:
            self._choose_row(at)
        elif self._key:
            self.chosen.emit(None)

    def _selection_changed(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.chosen.emit(self.current())

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.rows[index.row()])

    # what Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen row stays in view when the table gets lower, for instance under a notice."""
        super().resizeEvent(event)
        first = next(self._chosen_places(), -1)
        chosen = self.rows.index(first, 0)
        if first >= 0 and 0 <= self.visualRect(chosen).top() < event.oldSize().height():
            self.scrollTo(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (row := self.current()) is not None:
            self.opened.emit(row)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.line_row >= 0:
            self._paint_line(painter)
        if not self.rows.rows and self._empty:
            self._paint_empty(painter)
        elif self.hasFocus() and self.currentIndex().isValid():
            self._paint_focus(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        y = self.rowViewportPosition(self.line_row) + self.rowHeight(self.line_row) - 1
        pen = theme.pen(theme.current().colours.muted, 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(0, y, self.viewport().width(), y)

    def say_empty(self, text: str) -> None:
        """What stands there from now on while there are no rows."""
        self._empty = text
        self.viewport().update()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(theme.font())
        painter.setPen(theme.colour(theme.current().colours.muted))
        box = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, self._empty)

    def _paint_focus(self, painter: QPainter) -> None:
        row = self.currentIndex().row()
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        width = min(self.viewport().width(), self.horizontalHeader().length())
        paint.draw_focus(painter, QRectF(0, top, width, height), 4)
