"""The dialog in which somebody types over the sheets of a juror, once or a second time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.domain.sheet import Answer, Item, check_answer
from jury_desktop.letters.sheet_stack import SheetStack
from jury_desktop.services.paper import PaperGrid, PaperRow, SubmittedPaper
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.operations import Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.assessment.paper import verbs
from jury_desktop.ui.pages.assessment.paper.entry import Cell, Entry, columns, line_name, written
from jury_desktop.ui.pages.assessment.paper.grid import ScoreGrid
from jury_desktop.ui.pages.assessment.paper.parts import Comment, PaperHead
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, restyle, row
from jury_desktop.wording import render

tr = area("assessment")

SHEET: Changes = frozenset({Subject.SHEET})


class PaperDialog(QDialog):
    """A juror, a round, the first or the second entry; the grid, the comment at the cursor, submitting."""

    def __init__(self, shell: Shell, juror: str, round_: Round, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._grid: PaperGrid | None = None
        self._entry = Entry()
        self._starting = True
        self._wanted = ""
        """Id of the candidacy whose sheet was asked for by its code, until it is shown."""
        self.setWindowTitle(tr("Enter from paper"))
        self.setModal(True)
        self.head = PaperHead(juror, round_)
        self.grid = ScoreGrid()
        self.about = label("", "strong", wrap=True)
        self.told = label("", "small", wrap=True)
        self.comment = Comment()
        self.problem = label("", "small", wrap=True)
        self.problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.printing = button(tr("Print sheets…"), self._print, icon="printer")
        self.submit = button("", self._submit, part="primary")
        self._fill()
        self._listen()
        self.finished.connect(self.deleteLater)
        shell.run_job(verbs.ReadJurors(), self._show_jurors, key="paper-jurors")

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)
        line = row(self.about, self.head.by)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self.told)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        column.addWidget(self.comment)
        column.addLayout(row(self.printing, self.problem, button(tr("Close"), self.accept), self.submit))
        self.resize(theme.metrics().base * 78, theme.metrics().base * 50)

    def _listen(self) -> None:
        self.head.chosen.connect(self._begin)
        self.head.code_typed.connect(self._find)
        self.grid.scored.connect(self._scored)
        self.grid.moved.connect(self._show_place)
        self.grid.comment_wanted.connect(self._to_comment)
        self.grid.replacement_wanted.connect(self._replace)
        self.comment.kept.connect(self._commented)
        QShortcut(QKeySequence(SUBMIT), self, self.submit.click)

    # what is shown

    def _show_jurors(self, jurors: tuple[Juror, ...]) -> None:
        self.head.offer(jurors)
        self._begin()

    def _begin(self) -> None:
        """Another juror, another round or another entry: what was typed for the one before has been kept."""
        self._entry, self._starting = Entry(second=self.head.second), True
        self._read()

    def _read(self) -> None:
        if self.head.juror:
            work = verbs.ReadGrid(self.head.juror, self.head.round)
            self._shell.run_job(work, self._show, key="paper-grid")

    def _show(self, grid: PaperGrid) -> None:
        self._grid = grid
        self.grid.cells.show_grid(self._entry.rows(grid), columns(grid))
        self.head.tell(self._shell.user or tr("the officer"), grid)
        ready = len(self._ready())
        self.submit.setText(tr("Submit %n complete sheets", "", ready))
        self.submit.setEnabled(ready > 0)
        if self._starting:
            self._starting = False
            self.grid.start()
            self.grid.setFocus()
        if self._wanted:
            self._go_to_wanted()
        self._show_place()

    def _again(self) -> None:
        """Show what was typed without waiting for the dossier."""
        if self._grid is not None:
            self.grid.cells.show_grid(self._entry.rows(self._grid), columns(self._grid))

    def _show_place(self) -> None:
        """The line at the cursor, what it asks, and its comment."""
        found = self._at()
        if found is None:
            self.about.setText("")
            self.told.setText(self._nothing())
            self.comment.show_closed()
            return
        sheet, item = found
        self.about.setText(f"{sheet.candidacy.reference} · {line_name(item)}")
        cell = (sheet.candidacy.id, item.key)
        if cell in self._entry.first:
            text = tr("First entered: {first}. Look at the paper: type it again, or V keeps the new one.")
            self.told.setText(text.format(first=written(self._entry.first[cell])))
        else:
            self.told.setText(item.criterion.question)
        known = item.key in sheet.commented
        self.comment.show_comment(self._entry.comments.get(cell, ""), known=known, closed=self._entry.second)

    def _nothing(self) -> str:
        if self._entry.second:
            return tr("Nothing has been entered from paper yet for this juror and this round.")
        return tr("There is no sheet here to enter from paper.")

    # typing

    def _scored(self, answer: Answer) -> None:
        """Keep what was typed and go on; what the call does not allow stays where it is, with the reason."""
        found = self._at()
        if found is None or self._grid is None:
            return
        sheet, item = found
        problem = check_answer(answer, item, self._grid.call.rubric)
        self._say(render(problem, self._shell.language) if problem else "", bad=True)
        if problem is not None:
            return
        cell = (sheet.candidacy.id, item.key)
        self._entry.type(cell, answer)
        if self._entry.second:
            self._compare(sheet)
        else:
            self._keep(tr("Score from paper"), verbs.EnterScore(self._place(cell), item.key, answer))
        self._again()
        self.grid.step(1 if answer != Answer() else -1)

    def _commented(self, text: str) -> None:
        found = self._at()
        if found is not None:
            cell = (found[0].candidacy.id, found[1].key)
            if text and text != self._entry.comments.get(cell, ""):
                self._entry.comments[cell] = text
                self._keep(tr("Comment from paper"), verbs.EnterComment(self._place(cell), cell[1], text))
            self.grid.step(1)
        self.grid.setFocus()

    def _to_comment(self) -> None:
        if self._at() is not None and self.comment.isEnabled():
            self.comment.setFocus()

    def _keep(self, text: str, verb: Verb[Answer]) -> None:
        operation = Operation(text, verb, SHEET, ended=self._read, failed=self._not_kept)
        self._shell.run_operation(operation)

    def _not_kept(self, error: JuryError) -> None:
        self._say(render(error.message, self._shell.language), bad=True)

    # the second entry

    def _compare(self, sheet: PaperRow) -> None:
        key = sheet.candidacy.id
        entry, typed = self._entry, self._entry.typed_of(key)

        def compared(differing: Mapping[str, Answer]) -> None:
            if shiboken6.isValid(self) and entry is self._entry:
                entry.show_first(key, dict(differing))
                self._again()
                self._show_place()
                self._confirm_when_equal(key)

        work = verbs.Compare(self._place((key, "")), typed)
        self._shell.run_job(work, compared, key=f"paper-compare-{key}", failed=self._not_kept)

    def _confirm_when_equal(self, candidacy: str) -> None:
        sheet = self._sheet(candidacy)
        if sheet is None or sheet.state is PaperState.CHECKED or not self._entry.agrees(sheet):
            return
        verb = verbs.Confirm(self._place((candidacy, "")), self._entry.typed_of(candidacy))
        text = tr("Second entry of {reference}").format(reference=sheet.candidacy.reference)
        self._shell.run_operation(Operation(text, verb, SHEET, ended=self._read, failed=self._not_kept))

    def _replace(self) -> None:
        """What was typed now takes the place of what was entered first."""
        found = self._at()
        cell: Cell = (found[0].candidacy.id, found[1].key) if found else ("", "")
        if found is None or cell not in self._entry.first:
            return
        verb = verbs.EnterScore(self._place(cell), cell[1], self._entry.typed[cell])

        def kept(_before: Answer) -> None:
            if shiboken6.isValid(self):
                self._compare(found[0])

        text = tr("Score from paper")
        self._shell.run_operation(
            Operation(text, verb, SHEET, done=kept, ended=self._read, failed=self._not_kept)
        )
        self.grid.step(1)

    # submitting

    def _ready(self) -> tuple[str, ...]:
        """The sheets that can be submitted."""
        rows = self._grid.rows if self._grid else ()
        entered = (PaperState.ENTERED, PaperState.CHECKED)
        return tuple(each.candidacy.id for each in rows if each.state in entered and not each.missing)

    def _submit(self) -> None:
        if ready := self._ready():
            verb = verbs.SubmitPaper(self.head.juror, self.head.round, ready)
            self._shell.run_operation(
                Operation(tr("Submit sheets from paper"), verb, SHEET, done=self._submitted, ended=self._read)
            )

    def _submitted(self, found: SubmittedPaper) -> None:
        told = [tr("%n sheets have been submitted.", "", len(found.submitted))] if found.submitted else []
        told += [f"{reference}: {render(why, self._shell.language)}" for reference, why in found.refused]
        self._say(" ".join(told), bad=bool(found.refused))

    # sheets on paper

    def _find(self, code: str) -> None:
        """To the sheet with this code, whoever's it is."""
        self._shell.run_job(verbs.FindSheet(code), self._found, key="paper-code", failed=self._not_kept)

    def _found(self, place: verbs.Place) -> None:
        juror, self._wanted, round_ = place
        self.head.code.clear()
        self._say("")
        if (juror, round_) == (self.head.juror, self.head.round):
            self._go_to_wanted()
        else:
            self.head.choose(juror, round_)
            self._begin()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not self.grid.start_on(wanted):
            self._say(tr("That sheet cannot be entered from paper now; its state says why."), bad=True)
        self.grid.setFocus()

    def _print(self) -> None:
        self._shell.pick_folder(tr("Where do the sheets go?"), self._print_into)

    def _print_into(self, folder: Path) -> None:
        text = tr("Making the sheets…")

        def read(stacks: tuple[SheetStack, ...]) -> None:
            work, run = verbs.WriteStacks(stacks, folder), self._shell.run_calculation
            if shiboken6.isValid(self):
                run(work, self._printed, key="paper-print", text=text, failed=self._not_kept)

        work = verbs.ReadStacks(self.head.round, self._shell.language)
        self._shell.run_job(work, read, key="paper-stacks", failed=self._not_kept)

    def _printed(self, files: tuple[Path, ...]) -> None:
        told = tr("%n files with sheets lie in {folder}, one for each juror.", "", len(files))
        self._say(told.format(folder=files[0].parent))

    # small things

    def _at(self) -> tuple[PaperRow, Item] | None:
        """The sheet and the item at the cursor."""
        place = self.grid.place()
        sheet = self._sheet(place[0]) if place else None
        if place is None or sheet is None:
            return None
        return sheet, next(item for item in sheet.items if item.key == place[1])

    def _sheet(self, candidacy: str) -> PaperRow | None:
        rows = self._grid.rows if self._grid else ()
        return next((each for each in rows if each.candidacy.id == candidacy), None)

    def _place(self, cell: Cell) -> verbs.Place:
        return self.head.juror, cell[0], self.head.round

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.problem.setText(text)
        self.problem.setProperty("role", "problem" if bad and text else "small")
        restyle(self.problem)
