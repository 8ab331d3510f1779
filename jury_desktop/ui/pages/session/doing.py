"""What can be done at a session: the questions that come first, and the steps that follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch_clock import part_now, parts
from jury_desktop.domain.running_late import Late, is_other_day
from jury_desktop.domain.session import Attendance, PitchState
from jury_desktop.services.planning import PlanView, plan_view
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session import Seat, Session, SessionPitch, Sessions
from jury_desktop.services.session_late import LateView, delay_now, keep_late, late_view, on_another_day
from jury_desktop.services.session_places import FreePlace, free_places, loosened
from jury_desktop.services.session_presence import note_everybody
from jury_desktop.services.session_runs import ClockStep, turn_clock
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.session import questions, steps
from jury_desktop.ui.pages.session.candidate_dialog import CandidateDialog
from jury_desktop.ui.pages.session.juror_dialog import JurorDialog
from jury_desktop.ui.pages.session.late_dialog import LateDialog
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.theme import Tone


class Doing(QObject):
    """Runs the steps of the session on show.

    :ivar over: a pitch was ended; carries its change.
    """

    over = Signal(object)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._seen: Sessions | None = None
        self._session: Session | None = None
        self._pitch: SessionPitch | None = None

    def show(self, seen: Sessions, session: Session | None, pitch: SessionPitch | None) -> None:
        """What the steps are about now."""
        self._seen, self._session, self._pitch = seen, session, pitch

    def _page(self) -> QWidget:
        """The page around it; it keeps no hold on it, so that both can go."""
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    # the clock

    def turn(self, step: ClockStep) -> None:
        """Start, stop or end the pitch on show, or begin its next phase; on another day than planned that is
        asked first, once for the session."""
        pitch, now = self._pitch, self._shell.now()
        if pitch is None:
            return
        if step in {ClockStep.START, ClockStep.NEXT_PHASE} and self._begins_on_another_day(pitch, now):
            self._shell.ask(
                questions.whether_other_day(pitch, now, self._shell.language),
                lambda _: self._turn(pitch, step),
            )
        else:
            self._turn(pitch, step)

    def _turn(self, pitch: SessionPitch, step: ClockStep) -> None:
        done = self.over.emit if step is ClockStep.END else None
        self._shell.run_operation(steps.turning(pitch, step, done))

    def _begins_on_another_day(self, pitch: SessionPitch, now: datetime) -> bool:
        others = self._session.pitches if self._session else ()
        begun = [run.started_at for it in others if (run := it.run) is not None]
        asked = any(at is not None and not is_other_day(now, at) for at in begun)
        return pitch.state is PitchState.TO_COME and is_other_day(now, pitch.place.start) and not asked

    def when_heard(self, pitch: SessionPitch, done: Callable[[], object]) -> None:
        """Go on once a pitch was heard; where the clock says that it was not, that is asked first."""
        if self._session is None or not self._session.still_to_come(pitch):
            done()
            return
        heard = steps.turning(pitch, ClockStep.HEARD, lambda _: done())
        self._shell.ask(questions.whether_heard(pitch), lambda _: self._shell.run_operation(heard))

    @asks(turn_clock)
    def note_heard(self) -> None:
        """Note that the pitch on show was heard without the clock."""
        if self._pitch is not None:
            self._turn(self._pitch, ClockStep.HEARD)

    def next_step(self) -> ClockStep | None:
        """What comes next in the course of the pitch on show; None where there is nothing to do."""
        pitch = self._pitch
        if pitch is None or self._seen is None:
            return None
        if pitch.state is PitchState.TO_COME:
            return ClockStep.START
        if pitch.state is not PitchState.GOING or pitch.run is None:
            return None
        if not pitch.run.running:
            return ClockStep.START
        phases = parts(self._seen.rules, pitch.run)
        return ClockStep.END if part_now(pitch.run, phases) is phases[-1] else ClockStep.NEXT_PHASE

    @asks(turn_clock)
    def advance(self) -> None:
        """Take the next step of the pitch on show."""
        if (step := self.next_step()) is not None:
            self.turn(step)

    # who is there

    @asks(note_everybody)
    def everybody(self) -> None:
        """Note everybody of whom nothing is known as present."""
        if self._pitch is not None:
            self._shell.run_operation(steps.panel_noted(self._pitch))

    def note_juror(self, seat: Seat, attendance: Attendance) -> None:
        """Note a juror as present at once; anything else is asked about first."""
        if self._pitch is None or self._seen is None:
            return
        here = self._pitch.candidacy.id
        if attendance is Attendance.PRESENT:
            note = steps.JurorNote((here,), seat.juror.id, attendance)
            self._shell.run_operation(steps.juror_noted(note, seat.juror.name))
            return
        later = [pitch.candidacy.id for pitch in self._later() if seat.juror.id in pitch.place.jurors]
        keep = _KeepJuror(self._shell, seat.juror.name)
        JurorDialog(self._seen.rules, seat, attendance, here, later, keep, self._page()).open()

    def note_candidate(self, attendance: Attendance) -> None:
        """Note the candidate as present at once; anything else is asked about first."""
        if self._pitch is None or self._seen is None:
            return
        pitch = self._pitch
        if attendance is Attendance.PRESENT:
            self._shell.run_operation(steps.candidate_noted(pitch, steps.CandidateNote(attendance)))
            return
        keep = _KeepCandidate(self._shell, pitch)
        dialog = CandidateDialog(
            self._seen.rules, pitch, attendance, keep, self._shell.language, self._page()
        )
        dialog.open()
        self._look_for_places(pitch, keep, dialog)

    def _look_for_places(self, pitch: SessionPitch, keep: _KeepCandidate, dialog: CandidateDialog) -> None:
        now, reference = self._shell.now(), pitch.candidacy.reference
        show = _ShowPlaces(dialog)

        def search(found: PlanView) -> None:
            keep.view = view = loosened(found, reference)

            def work(context: JobContext) -> tuple[FreePlace, ...]:
                return free_places(view, reference, now, context.cancelled)

            self._shell.run_calculation(work, show, key="session-places")

        self._shell.run_job(_read_plan, search, key="session-plan")

    def _later(self) -> list[SessionPitch]:
        """The pitches of this session that come after the one on show."""
        pitches = self._session.pitches if self._session else ()
        if self._pitch not in pitches:
            return []
        after = pitches[pitches.index(self._pitch) + 1 :]
        return [pitch for pitch in after if pitch.state is PitchState.TO_COME]

    # running late

    def delay(self) -> int:
        """How many minutes the session on show runs later than expected."""
        if self._seen is None or self._session is None:
            return 0
        return delay_now(self._seen, self._session, self._shell.now())

    @asks(keep_late)
    def late(self) -> None:
        """Ask how late, and show what follows."""
        if self._seen is None or self._session is None:
            return
        if on_another_day(self._session):
            self._shell.notify(Notice(say("session.late_other_day"), Tone.WARN))
            return
        preview = _Preview(self._shell, self._session.key)
        dialog = LateDialog(
            self.delay() or 5,
            self._seen.rules.break_minutes,
            preview,
            self._shift,
            self._shell.words,
            self._page(),
        )
        preview.show_in(dialog)
        dialog.open()

    def _shift(self, view: LateView) -> None:
        self._shell.run_operation(steps.shifting(view))


class _KeepJuror:
    def __init__(self, shell: Shell, name: str) -> None:
        self._shell, self._name = shell, name

    def __call__(self, note: steps.JurorNote) -> None:
        self._shell.run_operation(steps.juror_noted(note, self._name))


class _KeepCandidate:
    """Keeps what was noted of a candidate; ``view`` is the plan in which places were looked for."""

    def __init__(self, shell: Shell, pitch: SessionPitch) -> None:
        self._shell, self._pitch = shell, pitch
        self.view: PlanView | None = None

    def __call__(self, note: steps.CandidateNote) -> None:
        if note.consequence is Consequence.MOVED and note.place is not None and self.view is not None:
            self._shell.run_operation(steps.candidate_moved(self._pitch, self.view, note))
        else:
            self._shell.run_operation(steps.candidate_noted(self._pitch, note))


class _Preview:
    """Reads what a delay would do, for the dialog that asks, as long as that is open."""

    def __init__(self, shell: Shell, session: str) -> None:
        self._shell, self._session = shell, session
        self._dialog: LateDialog | None = None
        self._asked: Late | None = None

    def show_in(self, dialog: LateDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        if self._asked is not None:
            self(self._asked)

    def __call__(self, late: Late) -> None:
        self._asked = late
        if self._dialog is None:
            return

        def work(dossier: Dossier, context: JobContext) -> LateView:
            return late_view(dossier, self._session, late)

        self._shell.run_job(work, self._show, key="session-late")

    def _show(self, view: LateView) -> None:
        if self._dialog is not None:
            self._dialog.show_view(view)

    def _closed(self, _result: int) -> None:
        self._dialog = None


class _ShowPlaces:
    """Shows the places in the dialog, unless it has been closed meanwhile."""

    def __init__(self, dialog: CandidateDialog) -> None:
        self._dialog: CandidateDialog | None = dialog
        dialog.finished.connect(self._closed)

    def __call__(self, places: tuple[FreePlace, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_places(places)

    def _closed(self, _result: int) -> None:
        self._dialog = None


def _read_plan(dossier: Dossier, context: JobContext) -> PlanView:
    return plan_view(dossier)
