"""The assessment page: choose who scores, read, score, submit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.history import Thing, What, sheet_key
from jury_desktop.services.scoring import SheetView
from jury_desktop.services.scoring_desk import Desk, ScoringRow
from jury_desktop.ui.actions import Action
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.assessment import verbs
from jury_desktop.ui.pages.assessment.conflict import ConflictStep
from jury_desktop.ui.pages.assessment.desk import PRACTICE, DeskPanel
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.keeper import SheetKeeper
from jury_desktop.ui.pages.assessment.officer import OfficerSteps
from jury_desktop.ui.pages.assessment.parts import Parts
from jury_desktop.ui.pages.assessment.practice.steps import PracticeSteps
from jury_desktop.ui.pages.assessment.proposal import Proposal
from jury_desktop.ui.pages.assessment.reading import SheetReader
from jury_desktop.ui.pages.assessment.words import no_jury, nothing, who
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.empty import EmptyState

tr = area("assessment")

SUBMITTED = "assessment.submitted"
"""What a notice about a submitted sheet speaks of: of two in a row the last is enough."""


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
        self.desk = DeskPanel()
        self.proposal = Proposal(shell.run_drawing, shell.language)
        self.form = SheetForm(shell.language)
        self.keeper = SheetKeeper(shell, self.form)
        self.parts = Parts(self.desk, self.proposal, self.form)
        self.reader = SheetReader(self.keeper, self.proposal, self.parts)
        self.practice = PracticeSteps(shell, self)
        self._officer = OfficerSteps(self)
        self.conflict = ConflictStep(self.keeper)
        self._build()
        self._listen()

    def title(self) -> str:
        return tr("Assessment")

    def subtitle(self) -> str:
        mine = self._desk.mine if self._desk else None
        return " · ".join(filter(None, (mine.juror.name, mine.juror.organisation))) if mine else ""

    def withheld(self) -> frozenset[str]:
        mine = self._desk.mine if self._desk else None
        return frozenset(mine.hidden if mine else ())

    def thing(self) -> Thing | None:
        view = self.form.view
        if self.keeper.waiting or self.keeper.practising:
            return None
        if view is None:
            return Thing(What.ROUND, (self._round or Round.WRITTEN).value)
        return Thing(What.SHEET, sheet_key(view.juror.name, view.candidacy.reference, view.sheet.round))

    def page_actions(self) -> Sequence[Action]:
        officer = self._officer.actions(self._desk, self._juror, self._round or Round.WRITTEN)
        return (*self.scoring_actions(), *officer, self._practice_action())

    def scoring_actions(self) -> Sequence[Action]:
        """What who scores can do."""
        submit, ready = self.keeper.submit, self.keeper.can_submit()
        return (
            Action("assessment.submit", tr("Submit"), submit, "Ctrl+Return", "send", enabled=ready),
            Action("assessment.next", tr("Next candidacy"), self._next, "Alt+Down", "arrow-right"),
            Action("assessment.previous", tr("Previous candidacy"), self._previous, "Alt+Up"),
            Action("assessment.read", tr("To the proposal and back"), self.parts.switch, "F6", "file-text"),
        )

    def _practice_action(self) -> Action:
        """What was given in practice, once it is open."""
        text, ready = tr("Practice: side by side…"), self.desk.compare.isVisibleTo(self.desk)
        return Action("assessment.practice", text, self.practice.compare, "", "scale", enabled=ready)

    def refresh(self, changed: Changes) -> None:
        self._read_desk()

    def show_object(self, ref: str) -> None:
        """``ref`` is the id of a juror, or the reference of a candidacy; ``pitch/K-02`` says its round, and
        ``practice/`` with either that it is about the practice."""
        round_, _, self._wanted = ref.rpartition("/")
        here = PRACTICE if self.keeper.practising else self._round
        if round_ != here and (round_ or self.keeper.practising):
            self._choose_round(round_ or Round.WRITTEN)
        elif self._desk is not None:
            self._show_wanted(self._desk)

    def _show_wanted(self, desk: Desk) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted in {juror.id for juror in desk.jurors}:
            self._sit_down(wanted)
            return
        for row in self._rows():
            if row.candidacy.reference == wanted:
                self._go_on_with(row.candidacy.id)

    def leave(self) -> bool:
        return self.keeper.may_leave()

    def standing(self) -> Callable[[Page], object]:
        """The same juror goes on with the same sheet, in the same field."""
        view = self.form.view
        reference = (
            view.candidacy.reference if view is not None and view.candidacy.id == self._candidacy else ""
        )
        juror, round_, practising = self._juror, self._round, self.keeper.practising
        number = self.form.criteria.standing()

        def stand(successor: Page) -> None:
            assert isinstance(successor, AssessmentPage)
            successor.keeper.practising = practising
            successor._juror, successor._round = juror, round_
            successor._wanted, successor.reader.number = reference, number
            successor._read_desk()

        return stand

    # building

    def _build(self) -> None:
        line = QHBoxLayout(self.content)
        line.setContentsMargins(22, 18, 22, 18)
        line.addWidget(self.parts)

    def _listen(self) -> None:
        self.desk.juror_chosen.connect(self._sit_down)
        self.desk.round_chosen.connect(self._choose_round)
        self.desk.candidacy_chosen.connect(self._choose)
        self.desk.candidacy_entered.connect(self._enter)
        self.desk.conflict_wanted.connect(self._conflict)
        self.desk.comparing.connect(self.practice.compare)
        self.desk.clearing.connect(self._clear_practice)
        self.keeper.changed.connect(self._sheet_changed)
        self.keeper.sealed.connect(self._sealed)
        self.form.veil.next_wanted.connect(self._to_unfinished)
        self.keeper.reread.connect(self._read_sheet)

    # reading

    def _read_desk(self) -> None:
        self.load(self.keeper.on_show(verbs.ReadDesk(self._juror, self._round)), self._show_desk)

    def _show_desk(self, read: tuple[Round, Desk]) -> None:
        self._round, self._desk = read
        if not self._desk.jurors:
            self.show_empty(no_jury(self._to_jury))
            return
        self.show_content()
        self.desk.show_desk(self._desk, self._round, practising=self.keeper.practising)
        self._follow(self._desk)
        if self._wanted:
            self._show_wanted(self._desk)
        self.header_changed.emit()

    def _rows(self) -> tuple[ScoringRow, ...]:
        return self._desk.mine.rows if self._desk and self._desk.mine else ()

    def _follow(self, desk: Desk) -> None:
        """Keep the candidacy on show while it is on the list; else take the first that is not finished."""
        present = [row.candidacy.id for row in self._rows()]
        unfinished = [row.candidacy.id for row in self._rows() if not row.submitted]
        if not present:
            self._candidacy = ""
            self.keeper.turn_to((self._juror if desk.mine else "", "", Round.WRITTEN))
            self.parts.show_state(self._nothing(desk))
        elif self._candidacy not in present:
            self.reader.entering = True
            self._open((unfinished or present)[0])
        else:
            self.desk.mark(self._candidacy)
            self.reader.follow()

    def _open(self, candidacy: str) -> None:
        self._candidacy = candidacy
        self.desk.mark(candidacy)
        self._read_sheet()

    def _read_sheet(self) -> None:
        self.keeper.turn_to((self._juror, self._candidacy, self._round or Round.WRITTEN))
        self.reader.read()

    def _to_jury(self) -> None:
        self.shell.go_to("jury")

    # choosing

    def _sit_down(self, juror: str) -> None:
        """Another juror scores; where everybody signs in, that takes more than a name."""
        dossier = self.shell.dossier
        if dossier is not None and dossier.who is not None and juror != dossier.who.juror:
            self._read_desk()
            self.shell.switch_user(juror)
            return
        if juror != self._juror and self.leave():
            self._juror, self._candidacy = juror, ""
        self._read_desk()

    def _choose_round(self, round_: str) -> None:
        if self.leave():
            self.keeper.practising = round_ == PRACTICE
            self._round, self._candidacy = Round.WRITTEN if self.keeper.practising else Round(round_), ""
        self._read_desk()

    def _choose(self, candidacy: str) -> None:
        """Show a candidacy; who walks along the list with the arrows stays on the list."""
        if candidacy == self._candidacy:
            return
        if self.leave():
            self._open(candidacy)
        else:
            self.desk.mark(self._candidacy)

    def _enter(self) -> None:
        """Begin to score the chosen candidacy, now or as soon as its sheet is there."""
        view = self.form.view
        self.reader.entering = view is None or view.candidacy.id != self._candidacy
        if not self.reader.entering:
            self.form.start()

    def _go_on_with(self, candidacy: str) -> None:
        self._choose(candidacy)
        self._enter()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        keys = [row.candidacy.id for row in self._rows()]
        if self._candidacy in keys:
            at = keys.index(self._candidacy) + step
            self._go_on_with(keys[max(0, min(len(keys) - 1, at))])

    def _sealed(self, view: SheetView) -> None:
        """The sheet is submitted: its veil says so; where nothing needs a veil, a notice does."""
        self.form.start()
        if view.veiled:
            return
        text = tr("{reference} has been submitted.").format(reference=view.candidacy.reference)
        if self._left(view):
            onward = tr("Next candidacy (Alt+↓)")
            self.shell.notify(Notice(text, Tone.GOOD, onward, self._to_unfinished, topic=SUBMITTED))
        else:
            last = tr("That was your last one in this round.")
            self.shell.notify(Notice(f"{text} {last}", Tone.GOOD, topic=SUBMITTED))

    def _sheet_changed(self) -> None:
        if self.form.view is not None:
            left = self._left(self.form.view)
            self.form.veil.show_way(onward=left, last=not left)
        self.header_changed.emit()

    def _left(self, view: SheetView) -> bool:
        """Whether anything but this sheet is left to score."""
        return any(not row.submitted and row.candidacy.id != view.candidacy.id for row in self._rows())

    def _to_unfinished(self) -> None:
        if unfinished := next((row.candidacy.id for row in self._rows() if not row.submitted), ""):
            self._go_on_with(unfinished)

    def _conflict(self) -> None:
        self.conflict.ask()

    # practising

    def _nothing(self, desk: Desk) -> EmptyState:
        """What to do while there is nothing to score."""
        state = {state.round: state for state in desk.rounds}[self._round or Round.WRITTEN]
        if self.keeper.practising and not state.expected:
            return self.practice.nothing_yet(desk.call)
        return who() if desk.mine is None else nothing()

    def _clear_practice(self) -> None:
        if self.leave():
            self.practice.clear(self._read_desk)
