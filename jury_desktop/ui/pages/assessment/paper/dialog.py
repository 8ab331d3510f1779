"""The dialog in which somebody types over the sheets of a juror, once or a second time."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from jury_desktop.domain.call import Goal, Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.domain.sheet import Answer, GoalMark, Item, check_answer
from jury_desktop.services.paper import (
    PaperGrid,
    PaperRow,
    SubmittedPaper,
    paper_grid,
    submit_paper,
    who_scores,
)
from jury_desktop.services.paper_prints import find_sheet
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Operation, calling
from jury_desktop.ui.pages.assessment.paper.below import Below
from jury_desktop.ui.pages.assessment.paper.entry import Cell, columns
from jury_desktop.ui.pages.assessment.paper.grid import ScoreGrid
from jury_desktop.ui.pages.assessment.paper.head import CODE_KEY, PaperHead
from jury_desktop.ui.pages.assessment.paper.printing import Printing
from jury_desktop.ui.pages.assessment.paper.typist import SHEET, Typist
from jury_desktop.ui.pages.assessment.verbs import Place
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, restyle, row
from jury_desktop.wording import render

tr = area("assessment")


class PaperDialog(QDialog):
    """A juror, a round, the first or the second entry; the grid, the comment at the cursor, submitting."""

    def __init__(
        self, shell: Shell, juror: str, round_: Round, parent: QWidget, *, by_code: bool = False
    ) -> None:
        """``by_code`` begins at the code of a sheet, not in the grid."""
        super().__init__(parent)
        self._shell = shell
        self._grid: PaperGrid | None = None
        self.typist = Typist(shell, self)
        self._starting, self._by_code = True, by_code
        self._wanted = ""
        """Id of the candidacy whose sheet was asked for by its code, until it is shown."""
        self.setWindowTitle(tr("Enter from paper"))
        self.setModal(True)
        self.head = PaperHead(juror, round_)
        self.grid = ScoreGrid()
        self.below = Below()
        self.problem = label("", "small", wrap=True)
        self.problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.prints = Printing(shell, self._tell, self)
        self.printing = button(tr("Print sheets…"), self._print, icon="printer")
        self.submit = button("", self._submit, part="primary")
        self._fill()
        self._listen()
        self.finished.connect(self.deleteLater)
        shell.run_job(calling(who_scores), self._show_jurors, key="paper-jurors")

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.below)
        column.addLayout(row(self.printing, self.problem, button(tr("Close"), self.accept), self.submit))
        self.resize(theme.metrics().base * 82, theme.metrics().base * 50)

    def _listen(self) -> None:
        self.head.chosen.connect(self._begin)
        self.head.turned.connect(self._turned)
        self.head.code_typed.connect(self._find)
        self.grid.scored.connect(self._scored)
        self.grid.marked.connect(self._marked)
        self.grid.unknown.connect(self._not_a_mark)
        self.head.code_left.connect(self.grid.setFocus)
        self.grid.moved.connect(self._moved)
        self.grid.comment_wanted.connect(self._to_comment)
        self.grid.replacement_wanted.connect(self._replace)
        self.below.comment.kept.connect(self._commented)
        self.typist.shown.connect(self._again)
        self.typist.kept.connect(self._read)
        self.typist.refused.connect(self._not_kept)
        self.typist.went.connect(self._go_to)
        QShortcut(QKeySequence(SUBMIT), self, self.submit.click)
        QShortcut(QKeySequence(CODE_KEY), self, self.head.ask_code)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.grid, self._undo)
        for redo in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(redo), self.grid, self._redo)

    # what is shown

    def _show_jurors(self, jurors: tuple[Juror, ...]) -> None:
        self.head.offer(jurors)
        self._begin()

    def _begin(self) -> None:
        """Another juror, another round or another entry: what was typed for the one before has been kept."""
        self.typist.begin(self.head.juror, self.head.round, second=self.head.second)
        self._starting = True
        self._read()

    def _turned(self) -> None:
        """From the scores to the goals of the same sheets, or back; what was typed stays."""
        self.grid.goals, self._starting = self.head.goals, True
        if self._grid is not None:
            self._show(self._grid)

    def _read(self) -> None:
        if self.head.juror:
            work = calling(paper_grid, self.head.juror, self.head.round)
            self._shell.run_job(work, self._show, key="paper-grid")

    def _show(self, grid: PaperGrid) -> None:
        self._grid = self.typist.grid = grid
        self._draw(grid)
        self.below.tell_who(self._shell.user or tr("the officer"), grid)
        ready = len(self._ready())
        self.submit.setText(tr("Submit %n complete sheets", "", ready))
        self.submit.setEnabled(ready > 0)
        if self._starting:
            self._starting = False
            self.grid.start()
            self.head.ask_code() if self._by_code else self.grid.setFocus()
            self._by_code = False
        if self._wanted:
            self._go_to_wanted()
        self._show_place()

    def _again(self) -> None:
        """Show what was typed without waiting for the dossier."""
        if self._grid is not None:
            self._draw(self._grid)
            self._show_place()

    def _draw(self, grid: PaperGrid) -> None:
        goals = self.head.goals
        self.grid.cells.show_grid(self.typist.entry.rows(grid, goals=goals), columns(grid, goals=goals))

    def _moved(self) -> None:
        """What was said about the cell before says nothing about this one."""
        self._tell("")
        self._show_place()

    def _show_place(self) -> None:
        found = self._at()
        if found is None or self._grid is None:
            self.below.show_nothing(second=self.typist.entry.second)
        else:
            self.below.show_cell(*found, self.typist.entry, self._grid)

    # typing

    def _scored(self, answer: Answer) -> None:
        """Keep what was typed and go on; a digit outside the scale stays where it is, with the reason."""
        found = self._at()
        if found is None or self._grid is None or not isinstance(found[1], Item):
            return
        cell = (found[0].candidacy.id, found[1].key)
        problem = check_answer(answer, found[1], self._grid.call.rubric)
        if problem is None:
            self.typist.score(cell, answer)
        elif answer.not_applicable:
            self.typist.refuse(cell)
        if problem is None or answer.not_applicable:  # the next digit on paper is that of the next line
            self.grid.step(1 if answer != Answer() else -1)
        self._tell(render(problem, self._shell.language) if problem else "", bad=True)

    def _marked(self, mark: GoalMark | None) -> None:
        if (found := self._at()) is not None:
            self._tell("")
            self.typist.mark((found[0].candidacy.id, found[1].key), mark)
            self.grid.step(1 if mark else -1)

    def _not_a_mark(self) -> None:
        self._tell(tr("A goal takes 1 (shown), 2 (partly) or 3 (not); Backspace clears it."), bad=True)

    def _commented(self, text: str) -> None:
        if (found := self._at()) is not None:
            self.typist.comment((found[0].candidacy.id, found[1].key), text)
            self.grid.step(1)
        self.grid.setFocus()

    def _to_comment(self) -> None:
        if self._at() is not None and self.below.comment.isEnabled():
            self.below.comment.setFocus()

    def _replace(self) -> None:
        """What was typed now takes the place of what was entered first."""
        found = self._at()
        cell = (found[0].candidacy.id, found[1].key) if found else None
        if cell in self.typist.entry.first and cell is not None:
            self.typist.replace(cell)
            self.grid.step(1)

    def _undo(self) -> None:
        self._tell("" if self.typist.undo() else tr("Nothing of this sitting is left to undo."))

    def _redo(self) -> None:
        self._tell("" if self.typist.redo() else tr("There is nothing to type again."))

    def _go_to(self, cell: Cell) -> None:
        """The cursor to where something was taken back, also when it is on the other side of the sheet."""
        sheet = self.typist.sheet(cell[0])
        goals = sheet is not None and cell[1] in {goal.key for goal in sheet.goals}
        if goals != self.head.goals:
            self.head.turn(goals=goals)
        self.grid.go_to(*cell)

    def _not_kept(self, error: JuryError) -> None:
        self._tell(render(error.message, self._shell.language), bad=True)

    # submitting

    def _ready(self) -> tuple[str, ...]:
        """The sheets that can be submitted."""
        rows = self._grid.rows if self._grid else ()
        entered = (PaperState.ENTERED, PaperState.CHECKED)
        return tuple(each.candidacy.id for each in rows if each.state in entered and not each.missing)

    def _submit(self) -> None:
        if ready := self._ready():
            verb = calling(submit_paper, self.head.juror, self.head.round, ready)
            text, done, read = tr("Submit sheets from paper"), self._submitted, self._read
            operation = Operation(text, verb, SHEET, Final.SEALED, done=done, ended=read)
            self._shell.run_operation(operation)

    def _submitted(self, found: SubmittedPaper) -> None:
        told = [tr("%n sheets have been submitted.", "", len(found.submitted))] if found.submitted else []
        told += [f"{reference}: {render(why, self._shell.language)}" for reference, why in found.refused]
        self._tell(" ".join(told), bad=bool(found.refused))

    # sheets on paper

    def _find(self, code: str) -> None:
        """To the sheet with this code, whoever's it is."""
        self._shell.run_job(calling(find_sheet, code), self._found, key="paper-code", failed=self._not_kept)

    def _found(self, place: Place) -> None:
        juror, self._wanted, round_ = place
        self.head.code.clear()
        self._tell("")
        if (juror, round_) == (self.head.juror, self.head.round):
            self._go_to_wanted()
        else:
            self.head.choose(juror, round_)
            self._begin()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not self.grid.start_on(wanted):
            self._tell(self._why_not(wanted), bad=True)
        self.grid.setFocus()

    def _why_not(self, wanted: str) -> str:
        """Why nothing can be typed in a sheet."""
        sheet = self.typist.sheet(wanted)
        if sheet is not None and sheet.state is PaperState.EMPTY and self.head.second:
            text = tr(
                "Nothing has been entered of {reference} yet, so there is nothing to compare with: the first "
                "entry comes first. Choose “{first}” above."
            )
            return text.format(reference=sheet.candidacy.reference, first=tr("First entry"))
        return tr("That sheet cannot be entered from paper now; its state says why.")

    def _print(self) -> None:
        self.prints.ask(self.head.round)

    # small things

    def _at(self) -> tuple[PaperRow, Item | Goal] | None:
        """The sheet at the cursor, and the item or the goal."""
        place = self.grid.place()
        sheet = self.typist.sheet(place[0]) if place else None
        if place is None or sheet is None:
            return None
        asked: tuple[Item | Goal, ...] = (*sheet.items, *sheet.goals)
        return sheet, next(each for each in asked if each.key == place[1])

    def _tell(self, text: str, bad: bool = False) -> None:
        self.problem.setText(text)
        self.problem.setProperty("role", "problem" if bad and text else "small")
        restyle(self.problem)
