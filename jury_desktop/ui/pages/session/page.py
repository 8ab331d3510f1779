"""The page of a running session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.session import PitchState
from jury_desktop.services.history import Thing, What
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers
from jury_desktop.services.session import Session, SessionPitch, Sessions, sessions
from jury_desktop.services.session_runs import ClockStep, RunChange, keep_notes, turn_clock
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.looking import Look, Looked, look
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.assessment.proposal import Proposal
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.session.doing import Doing
from jury_desktop.ui.pages.session.notes import NotesPanel
from jury_desktop.ui.pages.session.offered import clock_actions, main_actions, other_actions, scoring_actions
from jury_desktop.ui.pages.session.order import RunningOrder, key_of
from jury_desktop.ui.pages.session.scoring import ScoringView
from jury_desktop.ui.pages.session.stage import StagePanel
from jury_desktop.ui.pages.session.words import session_name
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.empty import EmptyState

tr = area("session")


class SessionPage(Page):
    """Left the running order and the notes, right the clock and the panel; or, for a juror, the proposal
    and the score sheet."""

    key = "session"
    subjects = frozenset(
        {Subject.SESSION, Subject.PLAN, Subject.SHEET, Subject.JUROR, Subject.CANDIDACY, Subject.CONFLICT}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._seen: Sessions | None = None
        self._key = ""
        self._wanted = ""
        self._back_to = ""
        """The pitch that was on show before another one was scored."""
        self.order = RunningOrder(shell)
        self.notes = NotesPanel(shell)
        self.stage = StagePanel(shell)
        self.proposal = Proposal(shell.run_drawing, shell.language)
        self.scoring = ScoringView(shell)
        self.doing = Doing(shell, self)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._build()
        self._listen()

    def title(self) -> str:
        return tr("Pitch session")

    def subtitle(self) -> str:
        session = self.session()
        return session_name(session, self.shell.language) if session else ""

    def thing(self) -> Thing | None:
        pitch = self.pitch()
        return Thing(What.PITCH, pitch.candidacy.reference) if pitch is not None else Thing(What.PLAN)

    def page_actions(self) -> Sequence[Action]:
        main = scoring_actions(self) if self.is_scoring else main_actions(self)
        return (*main, *clock_actions(self), *other_actions(self))

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        self._wanted = ref
        if self._seen is not None:
            self._show(self._seen)

    def leave(self) -> bool:
        """What was typed is kept before another page is shown."""
        self.notes.save()
        return self.scoring.may_leave()

    # scoring here

    @property
    def is_scoring(self) -> bool:
        """Whether jurors score now, instead of the regisseur running the session."""
        return self._right.currentWidget() is self.scoring

    @asks(save_answers)
    def score(self) -> None:
        """Let the jurors score a pitch, one after the other: the one on show, or the one heard last."""
        pitch = self.scored_now()
        if pitch is not None:
            self.doing.when_heard(pitch, partial(self._sit_down_at, pitch))

    def _sit_down_at(self, pitch: SessionPitch) -> None:
        here = self.pitch()
        self._back_to = key_of(here) if here is not None else ""
        self.order.table.choose(key_of(pitch))
        self.proposal.show_candidacy(pitch.candidacy)
        self._turn_to(self.proposal, self.scoring)
        self.scoring.begin()

    def show_order(self) -> None:
        """Back to the session, where it was; nobody's sheet stays on show."""
        if self.scoring.may_leave():
            self.scoring.stand_up()
            self._turn_to(self.order, self.stage)
            back, self._back_to = self._back_to, ""
            if back:
                self.order.table.choose(back)

    # building

    def _build(self) -> None:
        self._left.addWidget(self.order)
        self._left.addWidget(self.proposal)
        self._right.addWidget(self.stage)
        self._right.addWidget(self.scoring)
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self._left, 3)
        side.addWidget(self.notes, 2)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(side, 12)
        line.addWidget(self._right, 9)
        self.column().addLayout(line, 1)

    def _turn_to(self, left: QWidget, right: QWidget) -> None:
        """While jurors score, and before the first sits down, the notes of the regisseur are out of sight."""
        self._left.setCurrentWidget(left)
        self._right.setCurrentWidget(right)
        self.notes.setVisible(not self.is_scoring)
        self.header_changed.emit()

    def _listen(self) -> None:
        self.order.session_chosen.connect(self._choose_session)
        self.order.chosen.connect(self._chosen)
        self.stage.clock.wanted.connect(self.doing.turn)
        self.stage.clock.told.connect(self.scoring.show_time)
        self.stage.late_wanted.connect(self.doing.late)
        self.stage.pitch_wanted.connect(self.order.table.choose)
        self.stage.panel.juror_noted.connect(self.doing.note_juror)
        self.stage.panel.candidate_noted.connect(self.doing.note_candidate)
        self.stage.panel.all_present.connect(self.doing.everybody)
        self.scoring.changed.connect(self.header_changed)
        self.proposal.wanted.connect(self._read_file)
        self.doing.over.connect(self._over)

    # what is on show

    def _show(self, seen: Sessions) -> None:
        self._seen = seen
        if not seen.sessions:
            self.show_empty(self._no_plan())
            self.header_changed.emit()
            return
        self.show_content()
        self._follow(seen)
        self.order.show_sessions(seen, self._key)
        self._show_session()

    def _follow(self, seen: Sessions) -> None:
        """Keep the session on show; else the one in which a wanted pitch stands, or that of now."""
        holding = [s.key for s in seen.sessions if any(key_of(p) == self._wanted for p in s.pitches)]
        now = seen.at(self.shell.now())
        if holding:
            self._key = holding[0]
        elif self._key not in {session.key for session in seen.sessions}:
            self._key = now.key if now else ""

    def _show_session(self) -> None:
        session = self.session()
        pitches = session.pitches if session else ()
        self.order.show_pitches(pitches)
        keys = [key_of(pitch) for pitch in pitches]
        if self._wanted in keys:
            self.order.table.choose(self._wanted)
            self._wanted = ""
        elif session is not None and pitches and self.order.table.current() is None:
            self.order.table.choose(key_of(session.going or session.next or pitches[0]))
        self._chosen(self.order.table.current())

    def _chosen(self, pitch: SessionPitch | None) -> None:
        seen, session = self._seen, self.session()
        if seen is None:
            return
        self.doing.show(seen, session, pitch)
        self.notes.show_pitch(pitch)
        self.stage.show_pitch(seen, session, pitch, self.doing.delay)
        self.scoring.show_pitch(pitch)
        if self.is_scoring and (pitch is None or not self.can_score() or self.still_to_come()):
            self.show_order()
        elif self.is_scoring and pitch is not None:
            self.proposal.show_candidacy(pitch.candidacy)
        self.header_changed.emit()

    def session(self) -> Session | None:
        known = self._seen.sessions if self._seen else ()
        return next((session for session in known if session.key == self._key), None)

    def pitch(self) -> SessionPitch | None:
        pitch = self.order.table.current()
        return pitch if pitch is not None and pitch.state is not PitchState.MOVED else None

    def scored_now(self) -> SessionPitch | None:
        """The pitch that is scored when jurors sit down now."""
        session, here = self.session(), self.pitch()
        return session.scored_now(here) if session is not None and here is not None else None

    def can_score(self) -> bool:
        pitch = self.scored_now()
        return pitch is not None and pitch.scoring > 0 and pitch.state is not PitchState.ABSENT

    def still_to_come(self) -> bool:
        """Whether the pitch on show has still to be heard, in a session that is kept by the clock."""
        session, here = self.session(), self.pitch()
        return session is not None and here is not None and session.still_to_come(here)

    def _no_plan(self) -> EmptyState:
        return EmptyState(
            "mic",
            tr("No pitches planned yet"),
            tr("Once the pitches have a place, each session runs from here."),
            tr("To planning"),
            self._to_planning,
        )

    # steps of the user

    def _choose_session(self, key: str) -> None:
        self._key = key
        self._show_session()

    @asks(turn_clock)
    def toggle_clock(self) -> None:
        pitch = self.pitch()
        running = pitch is not None and pitch.run is not None and pitch.run.running
        self.doing.turn(ClockStep.STOP if running else ClockStep.START)

    @asks(turn_clock)
    def next_phase(self) -> None:
        self.doing.turn(ClockStep.NEXT_PHASE)

    @asks(turn_clock)
    def end_pitch(self) -> None:
        self.doing.turn(ClockStep.END)

    def _over(self, _change: RunChange) -> None:
        """After a pitch the next one is on show, unless somebody still scores."""
        session = self.session()
        if session is not None and session.next is not None and not self.is_scoring:
            self.order.table.choose(key_of(session.next))

    @asks(keep_notes)
    def write_note(self) -> None:
        self.notes.field.setFocus()

    def to_next(self) -> None:
        self._step(1)

    def to_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        session, here = self.session(), self.order.table.current()
        keys = [key_of(pitch) for pitch in session.pitches] if session else []
        if here is not None and self.scoring.may_leave():
            at, self._back_to = keys.index(key_of(here)) + step, ""
            self.order.table.choose(keys[max(0, min(len(keys) - 1, at))])

    def _read_file(self, file: Attachment) -> None:
        look(self.shell, Look(file, self.proposal.view.drawer), self._show_file, key="session-file")

    def _show_file(self, found: Looked) -> None:
        self.proposal.show_preview(found.wanted.file, found.preview)

    def _to_planning(self) -> None:
        self.shell.go_to("planning")


def _read(dossier: Dossier, context: JobContext) -> Sessions:
    return sessions(dossier)
