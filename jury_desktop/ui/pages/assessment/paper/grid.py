"""The grid by keyboard: a digit scores and goes on, so that a sheet is typed over without looking up."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from jury_desktop.domain.sheet import Answer, GoalMark
from jury_desktop.ui import theme
from jury_desktop.ui.digits import digit
from jury_desktop.ui.pages.assessment.paper.model import BEFORE, GridModel, Mark
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.cells import Index, PillCell, TextCell

tr = area("assessment")
Key = Qt.Key

CELL, STATE, NAME = 45, 120, 210
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
        places = [(row, column) for row in range(len(self.cells.rows)) for column in self._columns(row)]
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
        at = self.currentIndex()
        places = [(row, column) for row in range(len(self.cells.rows)) for column in self._columns(row)]
        here = (at.row(), at.column())
        if here in places:
            self._go(*places[max(0, min(len(places) - 1, places.index(here) + by))])

    def _jump(self, by: int) -> None:
        """To the sheet above or below, on the same line or the nearest one that is asked there."""
        row, column = self.currentIndex().row() + by, self.currentIndex().column()
        while 0 <= row < len(self.cells.rows):
            if columns := self._columns(row):
                self._go(row, min(columns, key=lambda each: abs(each - column)))
                return
            row += by

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = digit(event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed is not None and self.goals:
            self._mark(pressed)
        elif pressed is not None:
            self.scored.emit(Answer(pressed))
        elif not (plain and self._did(Key(event.key()))):
            super().keyPressEvent(event)

    def _did(self, key: Qt.Key) -> bool:
        """Does what a key alone stands for; False when it stands for nothing here."""
        steps = {Key.Key_Left: -1, Key.Key_Right: 1}
        jumps = {Key.Key_Up: -1, Key.Key_Down: 1}
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


class ScoreCell(TextCell):
    """A score: typed, known, the same or different; a small corner where a word of explanation is wanting."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GridModel):
            return
        cell, colours = model.cell(index.row(), index.column()), theme.current().colours
        whole = box.adjusted(-5, 3, 5, -3)
        grounds = {
            Mark.CLOSED: colours.sunken,
            Mark.SAME: colours.good_soft,
            Mark.DIFFERENT: colours.bad_soft,
        }
        inks = {Mark.KNOWN: colours.muted, Mark.SAME: colours.good, Mark.DIFFERENT: colours.bad}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self.parent()
        here = isinstance(view, ScoreGrid) and view.currentIndex() == index
        line = theme.pen(colours.focus, 2) if here else theme.pen(colours.line)
        painter.setPen(Qt.PenStyle.NoPen if cell.mark is Mark.CLOSED else line)
        painter.setBrush(theme.colour(grounds.get(cell.mark, colours.panel)))
        painter.drawRoundedRect(whole, 4, 4)
        if cell.wanting:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colours.warn))
            painter.drawEllipse(QRectF(whole.right() - 9, whole.top() + 4, 5, 5))
        painter.setPen(theme.colour(inks.get(cell.mark, colours.text)))
        bold = cell.mark in (Mark.TYPED, Mark.SAME, Mark.DIFFERENT)
        painter.setFont(theme.font(weight=600 if bold else 400, figures=True))
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), cell.text)
