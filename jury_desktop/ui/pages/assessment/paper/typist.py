"""What is typed goes to the dossier at once, and can be taken back cell by cell while the sitting lasts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.domain.sheet import Answer, GoalMark
from jury_desktop.services.paper import (
    Given,
    PaperGrid,
    PaperRow,
    confirm_entry,
    enter_comment,
    enter_goal,
    enter_score,
    second_entry,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.pages.assessment.paper.entry import Cell, Entry
from jury_desktop.ui.pages.assessment.verbs import Place
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("assessment")

SHEET: Changes = frozenset({Subject.SHEET})
Entering = Callable[[object], Verb[object]]
"""Makes, of a value, the verb that keeps it; the verb gives what was there before."""


@dataclass
class Step:
    """Something that was typed.

    :param keep: None in a second entry, which keeps nothing but in the place of what was entered first.
    :param old: what was typed there at this sitting before, None where nothing was.
    :param before: what the dossier held; known once it has been asked, on the thread of the dossier.
    """

    cell: Cell
    text: str
    keep: Entering | None
    old: object
    new: object
    comment: bool = False
    before: object = None


class Typist(QObject):
    """One sitting at the grid.

    :ivar shown: what was typed is different now.
    :ivar kept: the dossier is different now.
    :ivar refused: something could not be kept; carries the ``JuryError``.
    :ivar went: the cursor belongs on another cell; carries it.
    """

    shown = Signal()
    kept = Signal()
    refused = Signal(object)
    went = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self.entry = Entry()
        self.grid: PaperGrid | None = None
        self._shell = shell
        self._juror, self._round = "", Round.WRITTEN
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def begin(self, juror: str, round_: Round, *, second: bool) -> None:
        """Another sitting; what was typed at the one before has been kept."""
        self._juror, self._round = juror, round_
        self.entry = Entry(second=second)
        self._done, self._undone = [], []

    # typing

    def score(self, cell: Cell, answer: Answer) -> None:
        """A score was typed."""
        self._type(cell, answer, tr("Score from paper"))

    def refuse(self, cell: Cell) -> None:
        """What was typed cannot be given there: the cell shows so until something else is typed."""
        self.entry.refused.add(cell)
        self.shown.emit()

    def mark(self, cell: Cell, mark: GoalMark | None) -> None:
        """A goal was marked, or its mark wiped."""
        self._type(cell, mark, tr("Goal from paper"))

    def comment(self, cell: Cell, text: str) -> None:
        """A word of explanation was typed."""
        old = self.entry.comments.get(cell)
        if text and text != old:
            step = Step(cell, tr("Comment from paper"), self._commenting(cell), old, text, comment=True)
            self._do(step)

    def replace(self, cell: Cell) -> None:
        """What was typed now takes the place of what was entered first."""
        if cell in self.entry.first and cell in self.entry.typed:
            typed = self.entry.typed[cell]
            self._do(Step(cell, tr("Score from paper"), self._entering(cell, typed), typed, typed))

    def _type(self, cell: Cell, given: Given | None, text: str) -> None:
        keep = None if self.entry.second else self._entering(cell, given)
        self._do(Step(cell, text, keep, self.entry.typed.get(cell), given))

    def _entering(self, cell: Cell, given: Given | None) -> Entering:
        """How a value is kept in a cell: what was typed tells a score from a mark."""
        place = self._place(cell)
        if isinstance(given, Answer):
            return lambda value: calling(enter_score, *place, cell[1], cast(Answer, value))
        return lambda value: calling(enter_goal, *place, cell[1], cast("GoalMark | None", value))

    def _commenting(self, cell: Cell) -> Entering:
        place = self._place(cell)
        return lambda value: calling(enter_comment, *place, cell[1], _comment(value))

    # one step, and back

    def _do(self, step: Step) -> None:
        self._undone = []
        self._done.append(step)
        self._run(step, step.new)

    def undo(self) -> bool:
        """Take the last step of this sitting back; False when there is none."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        self._run(step, step.old, back=True)
        self.went.emit(step.cell)
        return True

    def redo(self) -> bool:
        """Type again what was taken back last; False when there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self._run(step, step.new)
        self.went.emit(step.cell)
        return True

    def _run(self, step: Step, value: object, *, back: bool = False) -> None:
        self._show(step, value, back=back)
        keep = step.keep

        def work(dossier: Dossier, context: JobContext) -> None:
            assert keep is not None
            before = keep(step.before if back else step.new)(dossier, context)
            step.before = step.before if back else before

        def done(_: None) -> None:
            if shiboken6.isValid(self) and self.entry.second:
                self._compare(step.cell[0])

        if keep is not None:
            self._operate(step.text, work, done)
        elif self.entry.second:
            self._compare(step.cell[0])
        self.shown.emit()

    def _show(self, step: Step, value: object, *, back: bool) -> None:
        if step.comment:
            self.entry.comments.pop(step.cell, None)
            if value is not None:
                self.entry.comments[step.cell] = str(value)
        elif back and step.old is None:
            self.entry.forget(step.cell)
        else:
            self.entry.type(step.cell, cast("Given | None", value))

    # the second entry

    def _compare(self, candidacy: str) -> None:
        entry, typed = self.entry, self.entry.typed_of(candidacy)

        def compared(differing: Mapping[str, Given | None]) -> None:
            if shiboken6.isValid(self) and entry is self.entry:
                entry.show_first(candidacy, differing)
                self.shown.emit()
                self._confirm_when_equal(candidacy)

        work = calling(second_entry, *self._place((candidacy, "")), typed)
        self._shell.run_job(work, compared, key=f"paper-compare-{candidacy}", failed=self._not_kept)

    def _confirm_when_equal(self, candidacy: str) -> None:
        sheet = self.sheet(candidacy)
        if sheet is None or sheet.state is PaperState.CHECKED or not self.entry.agrees(sheet):
            return
        verb = calling(confirm_entry, *self._place((candidacy, "")), self.entry.typed_of(candidacy))
        self._operate(tr("Second entry of {reference}").format(reference=sheet.candidacy.reference), verb)

    def sheet(self, candidacy: str) -> PaperRow | None:
        """The sheet on a candidacy, as the grid was read last."""
        rows = self.grid.rows if self.grid else ()
        return next((each for each in rows if each.candidacy.id == candidacy), None)

    def _operate(self, text: str, verb: Verb[None], done: Callable[[None], object] | None = None) -> None:
        operation = Operation(
            text, verb, SHEET, Final.CELLS, done=done, ended=self._ended, failed=self._not_kept
        )
        self._shell.run_operation(operation)

    def _ended(self) -> None:
        if shiboken6.isValid(self):
            self.kept.emit()

    def _not_kept(self, error: JuryError) -> None:
        if shiboken6.isValid(self):
            self.refused.emit(error)

    def _place(self, cell: Cell) -> Place:
        return self._juror, cell[0], self._round


def _comment(value: object) -> str:
    """A word of explanation, also as the answer that held it before."""
    return value.comment if isinstance(value, Answer) else str(value or "")
