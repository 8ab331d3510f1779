"""The grid by keyboard: a digit scores and goes on, so that a sheet is typed over without looking up."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from jury_desktop.domain.sheet import Answer, GoalMark
from jury_desktop.ui import theme
from jury_desktop.ui.digits import digit
from jury_desktop.ui.pages.assessment.paper.model import BEFORE, GridModel, Mark
from jury_desktop.ui.pages.assessment.paper.score_cell import ScoreCell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.cells import PillCell, TextCell

tr = area("assessment")
Key = Qt.Key

CELL, STATE, NAME = 45, 165, 200
"""Width of a score, of the last column, and least width of the first, at the usual text size."""


class ScoreGrid(QTableView):
    """The grid.

    :ivar scored: something was typed in the current cell; carries an ``Answer``, an empty one to clear it.
    :ivar marked: a goal was marked there; carries a ``GoalMark``, None to clear it.
    :ivar unknown: a digit was typed at a goal that is no mark.
    :ivar goals: whether the columns are goals, not scores.
    :ivar comment_wanted: the user wants to type a word of explanation at the current cell.
    :ivar replacement_wanted: what was typed now is to take the place of what was entered first.
    :ivar moved: another cell is the current one.
    """

    scored = Signal(object)
    marked = Signal(object)
    unknown = Signal()
    comment_wanted = Signal()
    replacement_wanted = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.goals = False
        self.cells = GridModel()
        self.cells.setParent(self)
        self.cells.headers = (tr("Candidacy"), tr("State"))
        self.setModel(self.cells)
        self.setAccessibleName(tr("Sheets from paper"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(ScoreCell(self))
        self._first, self._last = TextCell(self), PillCell(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.metrics().row)
        self.horizontalHeader().setHighlightSections(False)
        self.cells.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._moved)

    def _fit(self) -> None:
        """The names take what the scores leave, and never less than they need: goals are many."""
        header, last = self.horizontalHeader(), self.cells.columnCount() - 1
        needed = theme.scaled(NAME) + theme.scaled(STATE) + (last - 1) * theme.scaled(CELL)
        modes = QHeaderView.ResizeMode
        roomy = needed <= self.viewport().width()
        header.setMinimumSectionSize(theme.scaled(CELL) - 8)
        for column in range(last + 1):
            stretches = roomy and not column
            header.setSectionResizeMode(column, modes.Stretch if stretches else modes.Fixed)
            self.setColumnWidth(column, theme.scaled(STATE if column == last else CELL))
            self.setItemDelegateForColumn(column, None)  # type: ignore[arg-type]
        if not roomy:
            self.setColumnWidth(0, theme.scaled(NAME))
        self.setItemDelegateForColumn(0, self._first)
        self.setItemDelegateForColumn(last, self._last)

    # where the cursor is

    def place(self) -> tuple[str, str] | None:
        """Candidacy and item of the current cell; None where nothing can be typed."""
        at = self.currentIndex()
        if not self.cells.is_open(at.row(), at.column()):
            return None
        return self.cells.rows[at.row()].key, self.cells.columns[at.column() - BEFORE].key

    def start(self) -> None:
        """Put the cursor on the first cell that is empty, or else on the first."""
        places = self._places()
        empty = [at for at in places if self.cells.cell(*at).mark is Mark.OPEN]
        for row, column in (empty or places)[:1]:
            self._go(row, column)

    def start_on(self, key: str) -> bool:
        """Put the cursor on the first cell of a sheet; False when nothing can be typed there."""
        for row, each in enumerate(self.cells.rows):
            if each.key == key and (columns := self._columns(row)):
                empty = [at for at in columns if self.cells.cell(row, at).mark is Mark.OPEN]
                self._go(row, (empty or columns)[0])
                return True
        return False

    def go_to(self, key: str, column: str) -> None:
        """Put the cursor on a cell by its sheet and column; nothing happens where it is not on show."""
        rows = [at for at, row in enumerate(self.cells.rows) if row.key == key]
        places = [at for at, each in enumerate(self.cells.columns) if each.key == column]
        if rows and places:
            self._go(rows[0], BEFORE + places[0])

    def step(self, by: int) -> None:
        """To the next or the previous cell, over the ends of the rows."""
        at, places = self.currentIndex(), self._places()
        here = (at.row(), at.column())
        if here in places:
            self._go(*places[max(0, min(len(places) - 1, places.index(here) + by))])

    def _jump(self, by: int) -> None:
        """So many sheets up or down, on the same line or the nearest one that is asked there."""
        here = self.currentIndex()
        rows = [row for row in range(len(self.cells.rows)) if self._columns(row)]
        if here.row() in rows:
            row = rows[max(0, min(len(rows) - 1, rows.index(here.row()) + by))]
            self._go(row, min(self._columns(row), key=lambda each: abs(each - here.column())))

    def _to_end(self, end: int, *, of_all: bool) -> None:
        """To the first (0) or the last (-1) cell of the sheet, or of all sheets."""
        row = self.currentIndex().row()
        places = self._places() if of_all else [(row, column) for column in self._columns(row)]
        if places:
            self._go(*places[end])

    def _places(self) -> list[tuple[int, int]]:
        """Every cell in which something can be typed."""
        return [(row, column) for row in range(len(self.cells.rows)) for column in self._columns(row)]

    def _columns(self, row: int) -> list[int]:
        whole = range(BEFORE, BEFORE + len(self.cells.columns))
        return [column for column in whole if self.cells.is_open(row, column)]

    def _go(self, row: int, column: int) -> None:
        index = self.cells.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()

    # keys

    def keyboardSearch(self, text: str) -> None:
        """Letters are no search here: the cursor stays where one types."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A cell is chosen where one can type; its name leads to a sheet."""
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and not self.cells.is_open(at.row(), at.column()):
            self.start_on(self.cells.rows[at.row()].key)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed, ends = digit(event), {Key.Key_Home: 0, Key.Key_End: -1}
        key, of_all = Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed is not None and self.goals:
            self._mark(pressed)
        elif pressed is not None:
            self.scored.emit(Answer(pressed))
        elif key in ends:
            self._to_end(ends[key], of_all=of_all)
        elif not (plain and self._did(key)):
            super().keyPressEvent(event)

    def _did(self, key: Qt.Key) -> bool:
        """Does what a key alone stands for; False when it stands for nothing here."""
        steps = {Key.Key_Left: -1, Key.Key_Right: 1}
        page = max(1, self.viewport().height() // theme.metrics().row - 1)
        jumps = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -page, Key.Key_PageDown: page}
        if key in steps:
            self.step(steps[key])
        elif key in jumps:
            self._jump(jumps[key])
        elif key == Key.Key_N and not self.goals:
            self.scored.emit(Answer(None, True))
        elif key in (Key.Key_Backspace, Key.Key_Delete):
            self._clear()
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_T):
            self.comment_wanted.emit()
        elif key == Key.Key_V:
            self.replacement_wanted.emit()
        else:
            return False
        return True

    def _mark(self, pressed: int) -> None:
        marks = list(GoalMark)
        if 1 <= pressed <= len(marks):
            self.marked.emit(marks[pressed - 1])
        else:
            self.unknown.emit()

    def _clear(self) -> None:
        if self.goals:
            self.marked.emit(None)
        else:
            self.scored.emit(Answer())
