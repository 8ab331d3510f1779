"""The page of a running session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session import SessionPitch, Sessions, sessions
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.session.clock import PitchClock, phases
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, clear, label, row, rule
from jury_desktop.ui.widgets.cells import ChipsCell, PillCell
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.marks import ChallengeChips, StatusPill
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.switch import Switch
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import day

tr = area("session")


class SessionPage(Page):
    """Running order of a half-day, the clock of the pitch, the panel and who has submitted."""

    key = "session"
    subjects = frozenset({Subject.PLAN, Subject.SHEET, Subject.JUROR, Subject.CANDIDACY})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._seen: Sessions | None = None
        self._wanted = ""
        self._windows = QHBoxLayout()
        self._switch: Switch | None = None
        self.table = Table(RowsModel(_columns(), _key), tr("Running order"))
        self.table.chosen.connect(self._chosen)
        GiveWay(self.table, 3, 1)
        self.clock = PitchClock()
        self._head = QVBoxLayout()
        self._panel = QVBoxLayout()
        self._build()

    def title(self) -> str:
        return tr("Pitch session")

    def subtitle(self) -> str:
        return tr("the clock, the panel and who has submitted") if self._seen and self._seen.sessions else ""

    def page_actions(self) -> Sequence[Action]:
        ready, going = self.table.current() is not None, bool(self._seen and self._seen.sessions)
        score, clock, phase = tr("Score this pitch"), tr("Start or pause the clock"), tr("Next phase")
        icon, run, next_ = "clipboard-check", self.clock.toggle, self.clock.next_phase
        return (
            Action("session.score", score, self._score, icon=icon, place=Place.PRIMARY, enabled=ready),
            Action("session.clock", clock, run, "Ctrl+Space", "timer", enabled=going),
            Action("session.phase", phase, next_, "Ctrl+Shift+Space", enabled=going),
        )

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        self._wanted = ref
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        ref = self._wanted
        for session in self._seen.sessions if self._seen else ():
            if any(pitch.candidacy.reference == ref for pitch in session.pitches) and self._switch:
                self._switch.choose(session.window.id)
                self._show_session(session.window.id)
                self.table.choose(ref)
                self._wanted = ""

    def _build(self) -> None:
        left = Panel(margins=(10, 10, 10, 10))
        left.body.addLayout(self._windows)
        left.body.addWidget(self.table, 1)
        right = Panel()
        right.body.addLayout(self._head)
        right.body.addWidget(self.clock)
        right.body.addWidget(rule())
        right.body.addWidget(label(tr("Panel"), "heading"))
        right.body.addLayout(self._panel)
        right.body.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(left, 13)
        line.addWidget(right, 8)
        self.column().addLayout(line, 1)

    def _show(self, seen: Sessions) -> None:
        fresh = self._seen is None or self._seen.rules != seen.rules
        self._seen = seen
        if fresh:
            self.clock.show_phases(phases(seen.rules))
        if seen.sessions:
            self.show_content()
            self._show_windows(seen)
        else:
            self.show_empty(self._no_plan())
        self.header_changed.emit()

    def _no_plan(self) -> EmptyState:
        return EmptyState(
            "mic",
            tr("No pitches planned yet"),
            tr("Once the pitches have a place, each session runs from here."),
            tr("To planning"),
            self._to_planning,
        )

    def _show_windows(self, seen: Sessions) -> None:
        language = self.shell.language
        names = {s.window.id: _day(s.window.start, language) for s in seen.sessions}
        if self._switch is None or {k: b.text() for k, b in self._switch.buttons.items()} != names:
            self._switch = self._new_switch(names)
            self._switch.choose(_window_now(seen, self.shell.now()))
        self._show_session(self._switch.current())
        self._choose_wanted()

    def _new_switch(self, names: dict[str, str]) -> Switch:
        clear(self._windows)
        switch = Switch(tuple(names.items()), tr("Session"))
        switch.chosen.connect(self._show_session)
        self._windows.addWidget(switch)
        self._windows.addStretch(1)
        return switch

    def _show_session(self, window: str) -> None:
        sessions_ = self._seen.sessions if self._seen else ()
        pitches = next((s.pitches for s in sessions_ if s.window.id == window), ())
        self.table.rows.set_rows(pitches)
        if self.table.current() is None and pitches:
            self.table.choose(_key(_pitch_now(pitches, self.shell.now())))
        else:
            self._chosen(self.table.current())
        self.header_changed.emit()

    def _chosen(self, pitch: SessionPitch | None) -> None:
        clear(self._head)
        clear(self._panel)
        if pitch is None:
            return
        self.clock.offer_pitch(pitch.candidacy.reference)
        self._head.addWidget(label(f"{_hours(pitch)} · {pitch.candidacy.reference}", "muted"))
        self._head.addWidget(label(pitch.candidacy.organisation, "title", wrap=True))
        self._head.addLayout(row(ChallengeChips(pitch.candidacy.challenges), None))
        for seat in pitch.panel:
            text, tone = (tr("submitted"), Tone.GOOD) if seat.submitted else (tr("to score"), Tone.WARN)
            who = ElidedLabel("", f"{seat.juror.name} · {seat.juror.organisation}")
            line = row(who, StatusPill(text, tone))
            line.setStretch(0, 1)
            self._panel.addLayout(line)
        self.header_changed.emit()

    def _to_planning(self) -> None:
        self.shell.go_to("planning")

    def _score(self) -> None:
        pitch = self.table.current()
        if pitch is not None:
            self.shell.go_to("assessment", f"{Round.PITCH.value}/{pitch.candidacy.reference}")


def _read(dossier: Dossier, context: JobContext) -> Sessions:
    return sessions(dossier)


def _key(pitch: SessionPitch) -> str:
    return pitch.candidacy.reference


def _day(moment: datetime, language: str) -> str:
    return day(moment.astimezone(BRUSSELS).date(), language, "EEE d/MM").capitalize()


def _hours(pitch: SessionPitch) -> str:
    start, end = pitch.place.start.astimezone(BRUSSELS), pitch.place.end.astimezone(BRUSSELS)
    return f"{start:%H:%M}–{end:%H:%M}"


def _window_now(seen: Sessions, now: datetime) -> str:
    """The session of today or the next one; the last when all are over."""
    ahead = [session for session in seen.sessions if session.window.end >= now]
    return (ahead or list(seen.sessions)[-1:])[0].window.id


def _pitch_now(pitches: Sequence[SessionPitch], now: datetime) -> SessionPitch:
    """The pitch that runs or comes next; the first when all are over or none has begun."""
    return next((pitch for pitch in pitches if pitch.place.end > now), pitches[0])


def _pill(pitch: SessionPitch) -> Pill:
    text = tr("{done} of {all} submitted").format(done=pitch.submitted, all=len(pitch.panel))
    return Pill(text, Tone.GOOD if pitch.submitted == len(pitch.panel) else Tone.WARN)


def _columns() -> tuple[Column[SessionPitch], ...]:
    return (
        Column(tr("Hour"), _hours, Look.FIGURES, width=104),
        Column(tr("No."), _key, Look.MUTED, width=60),
        Column(tr("Organisation"), lambda pitch: pitch.candidacy.organisation, Look.STRONG),
        Column(
            tr("Challenges"),
            lambda pitch: ", ".join(map(str, pitch.candidacy.challenges)),
            mark=lambda pitch: pitch.candidacy.challenges,
            delegate=ChipsCell,
            width=110,
        ),
        Column(tr("Scores"), lambda pitch: _pill(pitch).text, mark=_pill, delegate=PillCell, width=150),
    )
