"""A table as data: columns say how a row shows, sorts and sounds; the model does the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class Look(StrEnum):
    """How the text of a cell is drawn."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    FIGURES = "figures"
    """Right-aligned, figures of equal width."""


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make a generic one with ``Column[Row](…)``
class Column(Generic[R]):
    """A column.

    :param text: what the cell shows, and what is copied.
    :param order: what it sorts by; the text if None.
    :param mark: data for ``delegate`` (chips, pill, interval); the cell then draws that instead of the text.
    :param spoken: what a screen reader says; the text if None.
    :param width: in pixels at the usual text size; 0 takes what is left.
    """

    header: str
    text: Callable[[R], str]
    look: Look = Look.PLAIN
    order: Callable[[R], Any] | None = None
    mark: Callable[[R], object] | None = None
    delegate: type[QStyledItemDelegate] | None = None
    spoken: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    width: int = 0


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind. Sorting and filtering happen here, on the rows themselves: no proxy is needed."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.key = key
        self.rows: list[R] = []
        """The rows on show, in the order shown."""
        self._all: tuple[R, ...] = ()
        self._keep: Callable[[R], bool] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._headers: dict[int, str] = {}

    # what is in it

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows. Rows with the same keys in the same order are updated where they stand."""
        self._all = tuple(rows)
        shown = self._shown()
        if [self.key(row) for row in shown] == [self.key(row) for row in self.rows] and shown:
            self.rows = shown
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(self.columns) - 1), [])
            return
        self.beginResetModel()
        self.rows = shown
        self.endResetModel()

    @property
    def as_given(self) -> bool:
        """Whether the rows stand in the order they were given in."""
        return self._sorted is None

    def set_header(self, column: int, header: str) -> None:
        """Another text over a column: for the ends of an axis, which follow what is shown."""
        self._headers[column] = header
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only the rows for which ``keep`` holds; None shows all."""
        self._keep = keep
        self.beginResetModel()
        self.rows = self._shown()
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The place of the row with this key; -1 when it is not on show."""
        return next((at for at, row in enumerate(self.rows) if self.key(row) == key), -1)

    def _shown(self) -> list[R]:
        rows = [row for row in self._all if self._keep is None or self._keep(row)]
        if self._sorted is not None:
            column, order = self._sorted
            rows.sort(key=self._order(column), reverse=order is Qt.SortOrder.DescendingOrder)
        return rows

    def _order(self, column: int) -> Callable[[R], Any]:
        chosen = self.columns[column]
        if chosen.order is not None:
            return chosen.order
        return lambda row: chosen.text(row).casefold()

    # what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Role.DisplayRole:
            return column.text(row)
        if role == Role.UserRole:
            return column.mark(row) if column.mark else None
        if role == Role.AccessibleTextRole:
            return f"{column.header}: {(column.spoken or column.text)(row)}"
        if role == Role.ToolTipRole:
            return column.tip(row) if column.tip else None
        return _alignment(column.look) if role == Role.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return self._headers.get(section, column.header)
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            return column.header
        return _alignment(column.look) if role == Role.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows keep the order they were given in. -1 goes back to that order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key(self.rows[index.row()]), index.column()) for index in before]
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self.rows = self._shown()
        places = {self.key(row): at for at, row in enumerate(self.rows)}
        self.changePersistentIndexList(before, [self.index(places[key], at) for key, at in keys])
        self.layoutChanged.emit()


def _alignment(look: Look) -> int:
    side = Qt.AlignmentFlag.AlignRight if look is Look.FIGURES else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
