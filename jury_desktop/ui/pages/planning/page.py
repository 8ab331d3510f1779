"""The planning page: solve, look, communicate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.services.history import Thing, What
from jury_desktop.services.plan_moves import keep_move, lock_pitch
from jury_desktop.services.plan_versions import PlanVersions, plan_versions
from jury_desktop.services.planning import PlanView, communicate_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.planning import steps
from jury_desktop.ui.pages.planning.asking import ask_why_not
from jury_desktop.ui.pages.planning.columns import PlanColumns
from jury_desktop.ui.pages.planning.doubts import Doubts
from jury_desktop.ui.pages.planning.exporting import Exporting
from jury_desktop.ui.pages.planning.mover import Mover
from jury_desktop.ui.pages.planning.reading import Read, Reading
from jury_desktop.ui.pages.planning.sessions import Changing
from jury_desktop.ui.pages.planning.sessions.asking import Unanswered
from jury_desktop.ui.pages.planning.sessions.dialog import SessionsDialog
from jury_desktop.ui.pages.planning.side import Side
from jury_desktop.ui.pages.planning.solving import Solving
from jury_desktop.ui.pages.planning.tray import Tray, waiting_for
from jury_desktop.ui.pages.planning.versions_dialog import VersionsDialog
from jury_desktop.ui.pages.planning.what_if_dialog import WhatIfDialog
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.scrolling import RING, ScrollArea

tr = area("planning")

SIDE = 304 + 2 * RING
"""Width of the panels beside the plan, in pixels."""


class PlanningPage(Page):
    """Window columns in real time, the solution beside them."""

    key = "planning"
    subjects = frozenset(
        {Subject.PLAN, Subject.CALL, Subject.CANDIDACY, Subject.JUROR, Subject.CONFLICT, Subject.DECISION}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._view: PlanView | None = None
        self._wanted = ""
        self._exporting = Exporting(shell)
        self._solving = Solving(shell)
        self.columns = PlanColumns()
        self.columns.chosen.connect(self._choose)
        self.columns.furnished.connect(self._chain)
        self.doubts = Doubts()
        self.doubts.solve_wanted.connect(self._solving.solve)
        self._changing = Changing(shell, self)
        self.columns.change_wanted.connect(self._changing.change)
        self.unanswered = Unanswered()
        self.unanswered.answered.connect(self._changing.answered)
        self.unanswered.availability_wanted.connect(self._to_availability)
        self.tray = Tray()
        self.tray.chosen.connect(self._choose)
        self.side = Side(shell)
        self.side.why.asked.connect(self._ask_why)
        self.mover = Mover(shell, self.columns, self.side.verdict)
        self.side.move_wanted.connect(self.mover.begin)
        self.mover.listen(self.tray)
        self.side.lock_wanted.connect(self.mover.toggle_lock)
        self.side.versions_wanted.connect(self._open_versions)
        self.side.what_if_wanted.connect(self._open_what_if)
        self.side.availability_wanted.connect(self._to_availability)
        self._build()

    def title(self) -> str:
        return tr("Planning")

    def subtitle(self) -> str:
        if self._view is None or not self._view.problem.pitches:
            return ""
        problem = self._view.problem
        pitches = tr("%n pitches", "", len(problem.pitches))
        minutes = tr("of %n minutes", "", problem.pitches[0].minutes)
        sessions = tr("%n sessions", "", len(problem.windows))
        return f"{pitches} {minutes} · {sessions}"

    def thing(self) -> Thing | None:
        return Thing(What.PITCH, self._wanted) if self._wanted else Thing(What.PLAN)

    def page_actions(self) -> Sequence[Action]:
        stored = self._view.plan if self._view else None
        made = stored is not None
        told = stored is not None and stored.communicated_at is not None
        chosen = stored is not None and bool(self._wanted)
        return (
            Action(
                "planning.communicate",
                tr("Mark as communicated…"),
                self._ask_communicate,
                icon="send",
                place=Place.HEADER,
                enabled=stored is not None and not told,
            ),
            Action(
                "planning.solve",
                tr("Plan pitches") if stored is None else tr("Plan again"),
                self._solving.solve,
                icon="calendar-clock",
                place=Place.PRIMARY,
                enabled=self._view is not None and bool(self._view.problem.pitches),
            ),
            Action(
                "planning.sessions",
                tr("Sessions…"),
                self._open_sessions,
                icon="calendar-days",
                place=Place.HEADER,
                enabled=self._view is not None,
                words=_session_words(),
            ),
            Action("planning.move", tr("Move the chosen pitch"), self._move, enabled=chosen),
            Action("planning.lock", tr("Lock or unlock the chosen pitch"), self._lock, enabled=chosen),
            Action("planning.versions", tr("Versions and differences…"), self._open_versions, enabled=made),
            Action("planning.what_if", tr("What if…"), self._open_what_if, enabled=made, words=_what_if()),
            Action("planning.availability", tr("Availability of the jury…"), self._to_availability),
            *self._exporting.actions(enabled=made),
        )

    def refresh(self, changed: Changes) -> None:
        self.load(Read(self.shell.language), self.show_reading)

    def show_object(self, ref: str) -> None:
        self._choose(ref)
        self.columns.reveal(ref)
        self.tray.reveal(ref)

    def _build(self) -> None:
        self._beside = ScrollArea(self.side, tr("Solution"))
        self._beside.setFixedWidth(SIDE)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.doubts)
        left.addWidget(self.unanswered)
        left.addWidget(self.tray)
        self.sessions = ScrollArea(self.columns, tr("Sessions"), sideways=True)
        self.sessions.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.columns.follow(self.sessions)
        left.addWidget(self.sessions, 1)
        line = QHBoxLayout()
        line.setSpacing(16 - 2 * RING)
        line.addLayout(left, 1)
        line.addWidget(self._beside)
        self.column((22 - RING, 18 - RING, 22 - RING, 18 - RING)).addLayout(line, 1)

    def show_reading(self, found: Reading) -> None:
        """Show the plan that was read, or what to do first."""
        view = self._view = found.view
        self._solving.jurors = view.jurors
        if not view.problem.pitches:
            self.show_empty(self._nobody_invited())
        elif view.plan is None:
            self.show_empty(self._not_planned(view))
        else:
            self._show_plan(found, view.plan)
        self.header_changed.emit()

    def _show_plan(self, found: Reading, stored: StoredPlan) -> None:
        view = found.view
        chosen = self._wanted  # the keyboard may come back to another block than the chosen one
        self.columns.show_sessions(found.sessions)
        self.doubts.show_doubts(found.doubts, view, self.shell)
        self.unanswered.show_unanswered(view, self.shell.language)
        self.tray.show_waiting(waiting_for(view, self.shell))
        self.side.show_plan(view, stored.plan, holds=found.holds)
        self.mover.show_view(view)
        self.show_content()
        self._choose(chosen)

    def _chain(self) -> None:
        """Tab goes from pitch to pitch in the order of the day, and then to what can be done with one."""
        for before, after in pairwise((*self.columns.blocks(), self.side.mover, self.side.lock)):
            QWidget.setTabOrder(before, after)

    def _nobody_invited(self) -> EmptyState:
        return EmptyState(
            "users",
            tr("Nobody has been invited yet"),
            tr("First decide which candidates may pitch. Then the pitches can be planned."),
            tr("To deliberation"),
            self._to_deliberation,
        )

    def _not_planned(self, view: PlanView) -> EmptyState:
        text = tr(
            "The planner puts the pitches in the sessions, with breaks, enough jurors and no conflicts."
        )
        title = tr("%n candidates wait for a place", "", len(view.problem.pitches))
        return EmptyState("calendar-clock", title, text, tr("Plan pitches"), self._solving.solve)

    def _to_deliberation(self) -> None:
        self.shell.go_to("deliberation")

    def _choose(self, reference: str) -> None:
        fresh, self._wanted = bool(reference) != bool(self._wanted), reference
        if self._view is not None:
            self.columns.select(reference)
            self.side.show_pitch(self._view, reference)
            self._beside.verticalScrollBar().setValue(0)
        if fresh:
            self.header_changed.emit()

    @asks(keep_move)
    def _move(self) -> None:
        self.mover.begin(self._wanted)

    @asks(lock_pitch)
    def _lock(self) -> None:
        self.mover.toggle_lock(self._wanted)

    def _ask_why(self, pitch: str, window: str) -> None:
        if self._view is not None:
            ask_why_not(self.shell, self._view, self.side.why, (pitch, window))

    def _open_versions(self) -> None:
        self.shell.run_job(_versions, self._show_versions, key="planning-versions-read")

    def _show_versions(self, found: PlanVersions) -> None:
        if found.versions:
            VersionsDialog(self.shell, found, self).open()

    def _open_sessions(self) -> None:
        SessionsDialog(self.shell, self).open()

    def _open_what_if(self) -> None:
        if self._view is not None and self._view.plan is not None:
            WhatIfDialog(self.shell, self._view, self).open()

    def _to_availability(self) -> None:
        self.shell.go_to("jury", "availability")

    @asks(communicate_plan)
    def _ask_communicate(self) -> None:
        text = tr(
            "From now on a new plan moves as few pitches as possible. Send the invitations under Letters."
        )
        choices = (Choice("yes", tr("Mark as communicated"), primary=True),)
        self.shell.ask(Question(tr("Has this plan been communicated?"), text, choices), self._communicate)

    def _communicate(self, answer: Answer) -> None:
        self.shell.run_operation(steps.communicating())


def _versions(dossier: Dossier, context: JobContext) -> PlanVersions:
    return plan_versions(dossier)


def _session_words() -> str:
    return tr("session window add change day hours room place online")


def _what_if() -> str:
    return tr("suppose drop out withdraw session falls out")
