"""Beside the plan: what was proven, the chosen pitch, and how often each juror sits."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.pitch import (
    Assignment,
    Level,
    PitchPlan,
    StoredPlan,
)
from jury_desktop.domain.plan_difference import missing
from jury_desktop.services.plan_moves import keep_move, lock_pitch
from jury_desktop.services.planning import PlanView
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.pages.planning.asking import Seats, seats_of
from jury_desktop.ui.pages.planning.seat_counts import SeatCounts
from jury_desktop.ui.pages.planning.tray import help_text, waiting_for
from jury_desktop.ui.pages.planning.verdict import VerdictPanel
from jury_desktop.ui.pages.planning.why import WhyNot
from jury_desktop.ui.pages.planning.words import level_name, proof, value
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row, rule
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.ui.widgets.marks import ChallengeChips, StatusPill
from jury_desktop.wording import day

tr = area("planning")


class Side(QWidget):
    """The panels: what a move would do, the chosen pitch, the solution, the jurors.

    :ivar move_wanted: the reference of the pitch to move; ``lock_wanted``: to lock, or to let go.
    :ivar versions_wanted: what changed and why; so do ``what_if_wanted`` and ``availability_wanted``.
    """

    move_wanted = Signal(str)
    lock_wanted = Signal(str)
    versions_wanted = Signal()
    what_if_wanted = Signal()
    availability_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._reference = ""
        self.verdict = VerdictPanel(shell)
        self.mover = button(tr("Move"), self._move, tip=tr("M on the pitch"))
        self.lock = button("", self._lock, tip=tr("L on the pitch"))
        self._solution = Panel()
        self._pitch = Panel()
        self._about = QVBoxLayout()
        self.why = WhyNot(shell)
        self._pitch.body.addLayout(self._about)
        self.outside = label("", "small", wrap=True)
        self._pitch.body.addWidget(self.outside)
        self._pitch.body.addLayout(row(self.mover, self.lock, None))
        self._pitch.body.addWidget(self.why)
        self._jurors = Panel()
        free = button(tr("Availability…"), self.availability_wanted.emit, part="link")
        self._jurors.body.addLayout(row(label(tr("Jurors"), "heading"), None, free))
        self.seats = SeatCounts()
        self._jurors.body.addWidget(self.seats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for panel in (self.verdict, self._pitch, self._solution, self._jurors):
            column.addWidget(panel)
        column.addStretch(1)
        self._pitch.hide()

    def show_plan(self, view: PlanView, plan: PitchPlan, *, holds: bool = True) -> None:
        """Tell what was proven about a plan, and who sits how often.

        :param holds: whether what was proven is about the dossier as it is now.
        """
        self.why.forget()
        body = self._solution.body
        clear(body)
        text, tone = proof(plan) if holds else (tr("outdated"), Tone.WARN)
        body.addLayout(row(label(tr("Solution"), "heading"), StatusPill(text, tone), None))
        self._tell_version(view.plan)
        if not holds:
            told = tr("What follows was worked out with what was known when this plan was made.")
            body.addWidget(label(told, "small", wrap=True))
        planned = f"{len(plan.assignments)} / {len(plan.assignments) + len(plan.left_out)}"
        body.addLayout(_line(tr("Pitches planned"), planned))
        for level in plan.levels:
            if level.name is not Level.LEFT_OUT and (level.value or level.name is not Level.TOLD_LEFT_OUT):
                body.addWidget(rule())
                body.addLayout(_line(level_name(level.name), value(level)))
                if view.plan is not None and (whose := missing(view.plan.instance, plan, level.name)):
                    body.addWidget(label(", ".join(whose), "small", wrap=True))
        versions = button(_differences(plan), self.versions_wanted.emit, icon="history", part="link")
        suppose = button(tr("What if…"), self.what_if_wanted.emit, icon="sparkles", part="link")
        for step in (versions, suppose):
            body.addLayout(row(step, None))
        self._show_jurors(view, plan)

    def _tell_version(self, stored: StoredPlan | None) -> None:
        """Which version it is, and since when candidates know it."""
        if stored is None:
            return
        told = tr("not communicated yet")
        if stored.communicated_at is not None:
            date = day(stored.communicated_at.astimezone(BRUSSELS).date(), self._shell.language, "d MMMM")
            told = tr("communicated on {day}").format(day=date)
        text = tr("Version {number}").format(number=stored.version)
        self._solution.body.addWidget(label(f"{text} · {told}", "muted"))

    def show_pitch(self, view: PlanView, reference: str) -> None:
        """Tell about one pitch: challenges, place, panel, and why not elsewhere."""
        candidacy = view.candidacies.get(reference)
        planned = view.plan.instance.pitches if view.plan is not None else ()
        known = any(it.id == reference for it in (*planned, *view.problem.pitches))
        self._pitch.setVisible(candidacy is not None and known)
        if candidacy is None or view.plan is None or not known:
            return
        place = next((it for it in view.plan.plan.assignments if it.pitch == reference), None)
        self._reference = reference
        self._ask_seats(view, view.plan)
        self._tell_about(view, candidacy, place)
        self._offer_steps(view.plan, place)
        self._offer_windows(view, reference, place)

    def _tell_about(self, view: PlanView, candidacy: Candidacy, place: Assignment | None) -> None:
        clear(self._about)
        name = f"{candidacy.reference} {candidacy.organisation}"
        self._about.addWidget(label(name, "heading", wrap=True))
        names = {c.number: c.personas for c in view.challenges}
        self._about.addLayout(row(ChallengeChips(candidacy.challenges, names), None))
        if place is None:
            self._about.addLayout(row(StatusPill(tr("without a place"), Tone.WARN), None))
            waiting = (it for it in waiting_for(view, self._shell) if it.candidacy.id == candidacy.id)
            for it in waiting:
                self._about.addWidget(label("\n".join(it.reasons), wrap=True))
                if it.helps:
                    self._about.addWidget(label(help_text(it.helps), "muted", wrap=True))
            return
        start, end = place.start.astimezone(BRUSSELS), place.end.astimezone(BRUSSELS)
        when = day(start.date(), self._shell.language, "EEEE d MMMM")
        self._about.addWidget(label(f"{when}, {start:%H:%M}–{end:%H:%M}", wrap=True))
        jurors = ", ".join(view.jurors[juror].name for juror in place.jurors if juror in view.jurors)
        self._about.addWidget(label(jurors, "muted", wrap=True))

    def _ask_seats(self, view: PlanView, stored: StoredPlan) -> None:
        """Who does not sit on the panel, each with why; worked out beside the window."""
        reference = self._reference
        self.outside.hide()

        def show(found: Seats) -> None:
            names = [
                f"{view.jurors[key].name} ({self._shell.words(reason)})"
                for key, reason in found.reasons.items()
                if key in view.jurors
            ]
            if found.pitch == self._reference and names:
                self.outside.setText(tr("Not on the panel: {names}.").format(names=", ".join(names)))
                self.outside.show()

        self._shell.run_calculation(lambda _context: seats_of(stored, reference), show, key="planning-seats")

    def _offer_steps(self, stored: StoredPlan, place: Assignment | None) -> None:
        pinned = {it.id for it in stored.instance.pitches if it.pinned is not None}
        locked = self._reference in pinned
        self.mover.setText(tr("Move") if place else tr("Give it a place"))
        self.mover.setEnabled(not locked)
        self.lock.setText(tr("Unlock") if locked else tr("Lock"))
        set_icon(self.lock, "lock-open" if locked else "lock", "text")
        self.lock.setVisible(place is not None)

    @asks(keep_move)
    def _move(self) -> None:
        self.move_wanted.emit(self._reference)

    @asks(lock_pitch)
    def _lock(self) -> None:
        self.lock_wanted.emit(self._reference)

    def _offer_windows(self, view: PlanView, reference: str, place: Assignment | None) -> None:
        assert view.plan is not None
        stored, known = view.plan, {it.id for it in view.problem.windows}
        here = place.window if place else ""
        asked = any(it.id == reference for it in stored.instance.pitches)
        windows = stored.instance.windows if asked else ()  # the plan knows nothing of who was invited later
        self.why.show_pitch(reference, [it for it in windows if it.id != here and it.id in known])

    def _show_jurors(self, view: PlanView, plan: PitchPlan) -> None:
        seats = Counter(juror for place in plan.assignments for juror in place.jurors)
        self.seats.show_counts(
            [(juror.name, seats[key]) for key, juror in view.jurors.items() if juror.scores or seats[key]]
        )


def _differences(plan: PitchPlan) -> str:
    """What the button to the differences says: what moved is why people look there."""
    moved = next((level.value for level in plan.levels if level.name is Level.MOVED), 0)
    if moved:
        return tr("What moves and why…")
    return tr("Versions and differences…")


def _line(name: str, value: str) -> QHBoxLayout:
    line = row(ElidedLabel("", name), figure_label(value))
    line.setStretch(0, 1)
    return line
