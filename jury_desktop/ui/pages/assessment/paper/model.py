"""The grid as data: a row for each sheet, a column for each line that a sheet may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jury_desktop.ui.widgets.paint import Pill

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
BEFORE = 1
"""Columns before the first score: the candidacy."""


class Mark(StrEnum):
    """How a cell looks."""

    CLOSED = "closed"
    """Nothing is asked there, or nobody may write there."""
    OPEN = "open"
    KNOWN = "known"
    """Filled in before; what it is, is not shown."""
    TYPED = "typed"
    SAME = "same"
    """The second entry equals the first."""
    DIFFERENT = "different"
    """The second entry differs from the first."""
    REFUSED = "refused"
    """What was typed cannot be given there, so that nothing was kept."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell.

    :param wanting: it still needs a word of explanation.
    """

    text: str = ""
    mark: Mark = Mark.CLOSED
    wanting: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A sheet; a cell that is left out is closed.

    :param lacks: what it still takes to submit it, in words.
    """

    key: str
    reference: str
    name: str
    state: Pill
    cells: Mapping[str, GridCell] = field(default_factory=dict)
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A line of the sheets: its code, and its whole name."""

    key: str
    code: str
    name: str


class GridModel(QAbstractTableModel):
    """Rows and columns as they are now; how they look is the business of the delegate."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[GridRow, ...] = ()
        self.columns: tuple[GridColumn, ...] = ()
        self.headers = ("", "")

    def show_grid(self, rows: Sequence[GridRow], columns: Sequence[GridColumn]) -> None:
        """Show other rows; the same ones in the same order are updated where they stand."""
        same = [row.key for row in rows] == [row.key for row in self.rows] and tuple(columns) == self.columns
        if same and rows:
            self.rows = tuple(rows)
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])
            return
        self.beginResetModel()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell:
        """The cell of a score; closed where nothing is asked."""
        if not (0 <= row < len(self.rows) and BEFORE <= column < BEFORE + len(self.columns)):
            return GridCell()
        return self.rows[row].cells.get(self.columns[column - BEFORE].key, GridCell())

    def is_open(self, row: int, column: int) -> bool:
        """Whether something can be typed there."""
        return self.cell(row, column).mark is not Mark.CLOSED

    # Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else BEFORE + len(self.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only where something can be typed can the cursor come."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.is_open(index.row(), index.column()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self.rows[index.row()]
        last = index.column() == self.columnCount() - 1
        if role == Role.UserRole:
            return row.state if last else None
        if role == Role.ToolTipRole:
            return row.lacks if last else None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if role == Role.AccessibleTextRole:
            return self._spoken(row, index)
        return self._text(row, index) if role == Role.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        inside = BEFORE <= section < BEFORE + len(self.columns)
        if role == Role.ToolTipRole and inside:
            return self.columns[section - BEFORE].name
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if inside else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Role.DisplayRole:
            return None
        return self.columns[section - BEFORE].code if inside else self.headers[section > 0]

    def _text(self, row: GridRow, index: Index) -> str:
        if index.column() < BEFORE:
            return f"{row.reference}  {row.name}"
        if index.column() == self.columnCount() - 1:
            return row.state.text
        return self.cell(index.row(), index.column()).text

    def _spoken(self, row: GridRow, index: Index) -> str:
        text = self._text(row, index)
        if index.column() == self.columnCount() - 1:
            return ". ".join(filter(None, (text, row.lacks)))
        if index.column() < BEFORE:
            return text
        return f"{row.reference}, {self.columns[index.column() - BEFORE].name}: {text or '–'}"
