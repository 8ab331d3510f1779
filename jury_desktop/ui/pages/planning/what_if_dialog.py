"""What the plan would become if a juror, a candidate or a session fell out; nothing of it is kept."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from jury_desktop.domain.pitch import PlanStatus
from jury_desktop.services.plan_what_if import (
    CandidateOut,
    JurorAway,
    OneMore,
    Outcome,
    Supposition,
    WindowHours,
    what_would_be,
)
from jury_desktop.services.planning import PlanView, with_names
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning.changes import ChangesView, Names
from jury_desktop.ui.pages.planning.progress import Report
from jury_desktop.ui.pages.planning.words import window_names
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("planning")

TIME_LIMIT = 10.0
"""Seconds the solver may take."""
SHIFTS = (-60, -30, 30, 60)
"""Minutes by which a session may be moved."""


class WhatIfDialog(QDialog):
    """A list of what is supposed, and below it what would become of the plan."""

    def __init__(self, shell: Shell, view: PlanView, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._view = shell, view
        self._supposed: list[Supposition] = []
        self.setWindowTitle(tr("What if…"))
        self.setModal(True)
        self.offers = ChoiceBox()
        self.offers.setAccessibleName(tr("Suppose that"))
        self.offers.setMaxVisibleItems(20)
        self._offered = self._offer()
        self.add = button(tr("Add"), self._add, icon="plus")
        self.listed = SupposedList()
        self.listed.setAccessibleName(tr("What is supposed"))
        self.reckon = button(tr("Work it out"), self._reckon, part="primary")
        names = Names(view.candidacies, view.jurors, shell.language, shell.words, view.problem.windows)
        self.view = ChangesView(names)
        self.view.show_waiting(tr("Add what you suppose, and have it worked out."))
        self._fill()
        self.listed.remove_wanted.connect(self._remove)
        self.finished.connect(self.deleteLater)
        self._follow()

    def _fill(self) -> None:
        told = tr(
            "See what would move, and why, before it happens. The plan and the dossier stay as they are. "
            "Delete takes a line out of the list."
        )
        line = row(self.offers, self.add)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(told, "muted", wrap=True))
        column.addLayout(line)
        column.addWidget(self.listed)
        column.addLayout(row(None, self.reckon))
        column.addWidget(self.view, 1)
        column.addLayout(row(None, button(tr("Close"), self.reject)))
        base = theme.metrics().base
        self.listed.setFixedHeight(theme.metrics().row * 3)
        self.resize(base * 78, base * 48)

    # what can be supposed

    def _offer(self) -> list[tuple[str, Supposition]]:
        found = [*self._about_jurors(), *self._about_candidates(), *self._about_windows()]
        found.append((tr("There is a candidate more"), OneMore()))
        for text, _ in found:
            self.offers.addItem(text)
        return found

    def _about_jurors(self) -> list[tuple[str, Supposition]]:
        found: list[tuple[str, Supposition]] = []
        names = window_names(self._view.problem.windows, self._shell.language)
        for juror in self._view.problem.jurors:
            name = self._view.jurors[juror.id].name
            found.append((tr("{name} drops out").format(name=name), JurorAway(juror.id)))
            for window in self._view.problem.windows:
                text = tr("{name} cannot come on {session}").format(name=name, session=names[window.id])
                found.append((text, JurorAway(juror.id, window.id)))
        return found

    def _about_candidates(self) -> list[tuple[str, Supposition]]:
        text = tr("{reference} withdraws")
        return [
            (
                text.format(reference=f"{it.id} {self._view.candidacies[it.id].organisation}"),
                CandidateOut(it.id),
            )
            for it in self._view.problem.pitches
        ]

    def _about_windows(self) -> list[tuple[str, Supposition]]:
        found: list[tuple[str, Supposition]] = []
        names = window_names(self._view.problem.windows, self._shell.language)
        for window in self._view.problem.windows:
            name = names[window.id]
            gone = WindowHours(window.id, window.start, window.start)
            found.append((tr("The session of {session} falls out").format(session=name), gone))
            for minutes in SHIFTS:
                shift = timedelta(minutes=minutes)
                moved = WindowHours(window.id, window.start + shift, window.end + shift)
                later = tr("The session of {session} begins %n minutes later", "", minutes)
                sooner = tr("The session of {session} begins %n minutes earlier", "", -minutes)
                found.append(((later if minutes > 0 else sooner).format(session=name), moved))
        return found

    # the list

    def _add(self) -> None:
        text, supposed = self._offered[self.offers.currentIndex()]
        if supposed not in self._supposed or isinstance(supposed, OneMore):
            self._supposed.append(supposed)
            self.listed.addItem(text)
        self._follow()

    def _remove(self, place: int) -> None:
        del self._supposed[place]
        self.listed.takeItem(place)
        self._follow()

    def _follow(self) -> None:
        self.reckon.setEnabled(bool(self._supposed))

    # what would become of it

    def _reckon(self) -> None:
        stored, problem, supposed = self._view.plan, self._view.problem, tuple(self._supposed)
        if stored is None or not supposed:
            return
        self.view.show_waiting(tr("The planner works it out…"))

        def work(context: JobContext) -> Outcome:
            return what_would_be(
                problem,
                stored.plan,
                supposed,
                time_limit=TIME_LIMIT,
                on_progress=Report(context),
                cancelled=context.cancelled,
            )

        self._shell.run_calculation(
            work, self._show, key="planning-what-if", text=tr("Working out what would be…")
        )

    def _show(self, outcome: Outcome) -> None:
        stored = self._view.plan
        if stored is None:
            return
        if outcome.plan.status in {PlanStatus.INFEASIBLE, PlanStatus.UNKNOWN}:
            said = [
                self._shell.words(with_names(why.text, self._view.jurors)) for why in outcome.plan.explanation
            ]
            self.view.show_waiting(" ".join((tr("There would be no plan."), *said)))
            return
        self.view.show_changes(outcome.told, stored.plan, outcome.plan)


class SupposedList(QListWidget):
    """The lines of what is supposed.

    :ivar remove_wanted: Delete was pressed; carries the place of the line.
    """

    remove_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.currentRow() >= 0:
            self.remove_wanted.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
