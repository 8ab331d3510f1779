"""The assessment page: choose who scores, read, score, submit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Attachment
from jury_desktop.services.preview import Preview
from jury_desktop.services.scoring import Desk, SheetView
from jury_desktop.ui.actions import Action
from jury_desktop.ui.operations import Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.assessment import verbs
from jury_desktop.ui.pages.assessment.desk import DeskPanel
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.proposal import Proposal
from jury_desktop.ui.pages.assessment.words import ending, nothing, who
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView

tr = area("assessment")
T = TypeVar("T")

SAVE_AFTER = 400
"""Milliseconds of quiet after which what was typed is kept."""
SHEET = frozenset({Subject.SHEET})


class AssessmentPage(Page):
    """Read left and in the middle, score at the right; kept as typed, sealed on submission."""

    key = "assessment"
    subjects = frozenset(
        {Subject.SHEET, Subject.CANDIDACY, Subject.JUROR, Subject.CONFLICT, Subject.PLAN, Subject.DECISION}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._desk: Desk | None = None
        self._juror = ""
        self._candidacy = ""
        self._round: Round | None = None
        self._wanted = ""
        self._stale = False
        self.desk = DeskPanel()
        self.proposal = Proposal(shell.language)
        self.form = SheetForm(shell.language)
        self.nobody = EmptyView()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER)
        self._build()
        self._listen()

    def title(self) -> str:
        return tr("Assessment")

    def subtitle(self) -> str:
        mine = self._desk.mine if self._desk else None
        return " · ".join(filter(None, (mine.juror.name, mine.juror.organisation))) if mine else ""

    def page_actions(self) -> Sequence[Action]:
        text = tr("Submit")
        return (
            Action(
                "assessment.submit", text, self._submit, "Ctrl+Return", "send", enabled=self._can_submit()
            ),
            Action("assessment.next", tr("Next candidacy"), self._next, "Alt+Down", "arrow-right"),
            Action("assessment.previous", tr("Previous candidacy"), self._previous, "Alt+Up"),
        )

    def refresh(self, changed: Changes) -> None:
        self._stale = self._stale or bool(changed - SHEET)
        self._read_desk()

    def show_object(self, ref: str) -> None:
        """``ref`` is the id of a juror, or the reference of a candidacy; ``pitch/K-02`` says its round."""
        round_, _, self._wanted = ref.rpartition("/")
        if round_ and round_ != self._round:
            self._choose_round(round_)
        elif self._desk is not None:
            self._show_wanted(self._desk)

    def _show_wanted(self, desk: Desk) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted in {juror.id for juror in desk.jurors}:
            self._sit_down(wanted)
            return
        for row in desk.mine.rows if desk.mine else ():
            if row.candidacy.reference == wanted:
                self._choose(row.candidacy.id)

    def leave(self) -> bool:
        if self.form.amending and self.form.pending():
            text = tr("The change of this sealed sheet has not been kept yet. Keep it or cancel it first.")
            self.shell.notify(Notice(text, Tone.WARN))
            return False
        self._save()
        return True

    # building

    def _build(self) -> None:
        line = QHBoxLayout(self.content)
        line.setContentsMargins(22, 18, 22, 18)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setHandleWidth(16)
        self._parts.setChildrenCollapsible(False)
        for part in (self.desk, self.proposal, self.nobody, self.form):
            self._parts.addWidget(part)
        self.desk.setMinimumWidth(190)
        self.proposal.setMinimumWidth(230)
        self.form.setMinimumWidth(330)
        for at, share in enumerate((0, 1, 1, 0)):
            self._parts.setStretchFactor(at, share)
        line.addWidget(self._parts)
        self._show_parts(False)

    def _listen(self) -> None:
        self._saving.timeout.connect(self._save)
        self.desk.juror_chosen.connect(self._sit_down)
        self.desk.round_chosen.connect(self._choose_round)
        self.desk.candidacy_chosen.connect(self._choose)
        self.desk.round_ending.connect(self._ask_round)
        self.proposal.wanted.connect(self._read_file)
        self.form.edited.connect(self._typed)
        self.form.submit_wanted.connect(self._submit)
        self.form.amend_wanted.connect(self._amend)
        self.form.newest_read.connect(self._newest_read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window takes from the sides first, so that the proposal can still be read."""
        super().resizeEvent(event)
        width = event.size().width()
        if width != event.oldSize().width():
            side, form = max(236, min(250, width // 5)), max(350, min(480, round(width * 0.385)))
            middle = width - side - form
            self._parts.setSizes([side, middle, middle, form])

    # reading

    def _read_desk(self) -> None:
        self.load(verbs.ReadDesk(self._juror, self._round), self._show_desk)

    def _show_desk(self, read: tuple[Round, Desk]) -> None:
        self._round, self._desk = read
        if not self._desk.jurors:
            self.show_empty(self._no_jury())
            return
        self.show_content()
        self.desk.show_desk(self._desk, self._round)
        self._follow(self._desk)
        if self._wanted:
            self._show_wanted(self._desk)
        self.header_changed.emit()

    def _follow(self, desk: Desk) -> None:
        """Keep the candidacy on show while it is on the list; else take the first that is not finished."""
        rows = desk.mine.rows if desk.mine else ()
        present = [row.candidacy.id for row in rows]
        unfinished = [row.candidacy.id for row in rows if not row.submitted]
        if not present:
            self._candidacy = ""
            self._show_parts(False)
            self.nobody.show_state(who() if desk.mine is None else nothing())
        elif self._candidacy not in present:
            self._open((unfinished or present)[0])
        else:
            self.desk.mark(self._candidacy)
            if self._stale and not self.form.pending():
                self._read_sheet()
        self._stale = False

    def _show_parts(self, sitting: bool) -> None:
        self.nobody.setVisible(not sitting)
        self.proposal.setVisible(sitting)
        self.form.setVisible(sitting)

    def _open(self, candidacy: str) -> None:
        self._candidacy = candidacy
        self.desk.mark(candidacy)
        self._read_sheet()

    def _read_sheet(self) -> None:
        work = verbs.OpenSheet(*self._place())
        self.shell.run_job(work, self._show_sheet, key="assessment-sheet")

    def _show_sheet(self, view: SheetView) -> None:
        self._saving.stop()
        self.form.show_sheet(view)
        self._show_parts(True)
        self.proposal.show_candidacy(view.candidacy)
        self.form.start()
        self.header_changed.emit()

    def _read_file(self, file: Attachment) -> None:
        def done(seen: Preview) -> None:
            self.proposal.show_preview(file, seen)

        self.shell.run_job(verbs.ReadFile(file), done, key="assessment-file")

    def _no_jury(self) -> EmptyState:
        text = tr("Add the members of the jury first. Then they can score here, each under their own name.")
        return EmptyState("users", tr("There is no jury yet"), text, tr("To the jury"), self._to_jury)

    def _to_jury(self) -> None:
        self.shell.go_to("jury")

    # choosing

    def _place(self) -> tuple[str, str, Round]:
        return self._juror, self._candidacy, self._round or Round.WRITTEN

    def _sit_down(self, juror: str) -> None:
        if juror != self._juror and self.leave():
            self._juror, self._candidacy = juror, ""
        self._read_desk()

    def _choose_round(self, round_: str) -> None:
        if self.leave():
            self._round, self._candidacy = Round(round_), ""
        self._read_desk()

    def _choose(self, candidacy: str) -> None:
        if candidacy == self._candidacy:
            return
        if self.leave():
            self._open(candidacy)
        else:
            self.desk.mark(self._candidacy)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        rows = self._desk.mine.rows if self._desk and self._desk.mine else ()
        keys = [row.candidacy.id for row in rows]
        if self._candidacy in keys:
            at = keys.index(self._candidacy) + step
            self._choose(keys[max(0, min(len(keys) - 1, at))])

    # scoring

    def _typed(self) -> None:
        if not self.form.amending:
            self._saving.start()

    def _save(self) -> None:
        """Keep what was typed and is not kept yet; a sealed sheet waits for its reason."""
        self._saving.stop()
        pending = self.form.pending()
        if not pending or self.form.amending:
            return
        verb = verbs.SaveAnswers(self._place(), pending)
        self._run(tr("Score"), verb, self._kept, self._not_kept)

    def _kept(self, view: SheetView) -> None:
        self.form.show_kept(view)
        self.form.show_saved(self.shell.now())

    def _not_kept(self, error: JuryError) -> None:
        self.form.show_unsaved(error.message)
        self.shell.notify(Notice(error.message, Tone.BAD))

    def _can_submit(self) -> bool:
        return bool(self._candidacy) and not self.form.submit.isHidden()

    def _submit(self) -> None:
        if not self._can_submit() or self.form.show_missing():
            return
        if self.form.amending:
            self._ask_reason()
            return
        self._save()
        self._run(tr("Submit score sheet"), verbs.Submit(*self._place()), self._sealed)

    def _sealed(self, view: SheetView) -> None:
        self.form.show_sheet(view)
        self.header_changed.emit()
        rows = self._desk.mine.rows if self._desk and self._desk.mine else ()
        left = [row for row in rows if not row.submitted and row.candidacy.id != view.candidacy.id]
        text = tr("{reference} has been submitted.").format(reference=view.candidacy.reference)
        if left:
            self.shell.notify(Notice(text, Tone.GOOD, tr("Next candidacy"), self._to_unfinished))
        else:
            last = tr("That was your last one in this round.")
            self.shell.notify(Notice(f"{text} {last}", Tone.GOOD))

    def _to_unfinished(self) -> None:
        rows = self._desk.mine.rows if self._desk and self._desk.mine else ()
        for row in rows:
            if not row.submitted:
                self._choose(row.candidacy.id)
                return

    def _newest_read(self) -> None:
        self._save()
        self._run(tr("Judge the newest version"), verbs.JudgeNewest(*self._place()), self.form.show_sheet)

    # changing a sealed sheet

    def _amend(self) -> None:
        if self.form.amending:
            self._read_sheet()
        else:
            self.form.begin_amending()
        self.header_changed.emit()

    def _ask_reason(self) -> None:
        if not self.form.pending():
            self._read_sheet()
            return
        text = tr("The sheet stays submitted. The old scores and your reason stay in the journal.")
        choices = (Choice("keep", tr("Keep the change"), primary=True),)
        question = Question(tr("Why do you change this sheet?"), text, choices, tr("Reason"))
        self.shell.ask(question, self._keep_change)

    def _keep_change(self, answer: Answer) -> None:
        verb = verbs.Amend(self._place(), self.form.pending(), answer.reason)
        self._run(tr("Change score sheet"), verb, self.form.show_sheet)

    # ending the round

    def _ask_round(self) -> None:
        states = {state.round: state for state in self._desk.rounds} if self._desk else {}
        if self._round in states:
            self.shell.ask(ending(states[self._round]), self._end_round)

    def _end_round(self, answer: Answer) -> None:
        round_ = self._round or Round.WRITTEN
        if answer.choice == "close":
            self._save()
            self._run(tr("Close the round"), verbs.CloseRound(round_, answer.reason), self._round_ended)
        else:
            self._run(tr("Reopen the round"), verbs.ReopenRound(round_, answer.reason), self._round_ended)

    def _round_ended(self, _done: object) -> None:
        if self._candidacy:
            self._read_sheet()

    def _run(
        self,
        text: str,
        verb: Verb[T],
        done: Callable[[T], object],
        failed: Callable[[JuryError], object] | None = None,
    ) -> None:
        self.shell.run_operation(Operation(text, verb, SHEET, done=done, failed=failed))
