"""What happened to a pitch at its session: its clock, who was there, the notes, and when it is expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.call_rules import Consequence, PitchRules
from jury_desktop.domain.pitch import Interval, Slot


class Phase(StrEnum):
    """The parts of a pitch, in their order."""

    PITCH = "pitch"
    QUESTIONS = "questions"
    DELIBERATION = "deliberation"


class Attendance(StrEnum):
    """Whether somebody was there."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"


class PitchState(StrEnum):
    """How far a pitch is."""

    TO_COME = "to_come"
    GOING = "going"
    HELD = "held"
    ABSENT = "absent"
    """The candidate was not there, or is heard no more."""
    MOVED = "moved"
    """It stood here and has another place now."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The clock ran in a phase from ``start`` to ``end``; None while it runs. Both aware."""

    phase: Phase
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class JurorPresence:
    """How a juror attended a pitch.

    :param missed: minutes of pitch and questions that a late juror missed.
    :param scores: whether the juror scores this pitch. One who does not is kept apart from it as by a
        conflict: nothing is missing, nothing is zero.
    """

    juror: str
    attendance: Attendance
    missed: int = 0
    scores: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CandidatePresence:
    """How a candidate attended, and what follows.

    :param late: minutes.
    :param consequence: None while it has still to be decided.
    :param pitch_minutes: what is left of the first phase when it was shortened, else None.
    """

    attendance: Attendance
    late: int = 0
    consequence: Consequence | None = None
    pitch_minutes: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedHour:
    """When a pitch is expected, since its session runs late.

    :param planned: the hour on the plan for which that was worked out. Once the pitch stands elsewhere, what
        was expected there says nothing any more.
    """

    hour: Interval
    planned: datetime


@dataclass(frozen=True, slots=True)
class PitchRun:
    """All that a session keeps of the pitch of one candidacy; the plan itself stays as it was made.

    :param stretches: when the clock ran, in order; only the last may be running.
    :param ended_at: when the pitch was over, None before.
    :param notes: of the regisseur, as typed; never part of anybody's score.
    :param jurors: who was noted as present, late or absent; of others nothing is known yet.
    :param expected: when the pitch is expected since its session runs late, None while that is as planned.
    :param moved_from: where it stood before a session gave it another place.
    """

    id: str
    candidacy: str
    stretches: tuple[Stretch, ...] = ()
    ended_at: datetime | None = None
    notes: str = ""
    jurors: tuple[JurorPresence, ...] = ()
    candidate: CandidatePresence | None = None
    expected: ExpectedHour | None = None
    moved_from: Slot | None = None

    @property
    def state(self) -> PitchState:
        """How far the pitch is where it stands on the plan now."""
        if self.withdrawn or (self.ended_at is None and self._missing):
            return PitchState.ABSENT
        if self.ended_at is not None:
            return PitchState.HELD
        return PitchState.GOING if self.stretches else PitchState.TO_COME

    @property
    def withdrawn(self) -> bool:
        """Whether the candidate is heard no more, so that this pitch gives no score at all."""
        return self.candidate is not None and self.candidate.consequence is Consequence.WITHDRAWN

    @property
    def _missing(self) -> bool:
        """The candidate did not come, and nobody has decided yet what follows."""
        noted = self.candidate
        return noted is not None and noted.attendance is Attendance.ABSENT and noted.consequence is None

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return bool(self.stretches) and self.stretches[-1].end is None

    @property
    def started_at(self) -> datetime | None:
        """When the clock was first started."""
        return self.stretches[0].start if self.stretches else None

    def awaited(self, planned: Interval) -> Interval:
        """When its session expects the pitch that the plan has at ``planned``, whatever its clock does."""
        kept = self.expected
        return kept.hour if kept is not None and kept.planned == planned.start else planned

    def hour(self, planned: Interval) -> Interval:
        """When the pitch is heard that the plan has at ``planned``: as its clock has it and for as long as is
        expected, else as its session expects it, else as planned."""
        hour = self.awaited(planned)
        if self.started_at is None:
            return hour
        ends = self.ended_at or self.started_at + (hour.end - hour.start)
        return Interval(self.started_at, max(self.started_at, ends))

    def juror(self, key: str) -> JurorPresence | None:
        """What was noted of a juror (by id)."""
        return next((noted for noted in self.jurors if noted.juror == key), None)

    def with_juror(self, noted: JurorPresence) -> PitchRun:
        """The same with this note on a juror, in place of an earlier one."""
        return replace(self, jurors=(*(it for it in self.jurors if it.juror != noted.juror), noted))


def still_to_come(run: PitchRun | None, room: Iterable[PitchRun | None]) -> bool:
    """Whether a pitch has still to be heard, as far as its session is kept by the clock: another one of its
    room was begun, this one was not. Where nobody uses the clock, nothing can be said.

    :param room: what is kept of the pitches in the same room and session window.
    """
    begun = run is not None and run.state is not PitchState.TO_COME
    return not begun and any(other is not None and other.stretches for other in room)


def absent_pairs(runs: Iterable[PitchRun]) -> frozenset[tuple[str, str]]:
    """The (juror id, candidacy id) of who does not score a pitch, for not having heard it."""
    return frozenset((noted.juror, run.candidacy) for run in runs for noted in run.jurors if not noted.scores)


def withdrawn(runs: Iterable[PitchRun]) -> frozenset[str]:
    """The candidacies (ids) that are heard no more."""
    return frozenset(run.candidacy for run in runs if run.withdrawn)


def late_juror_scores(rules: PitchRules, missed: int) -> bool | None:
    """Whether a juror who missed so many minutes still scores, by the call; None where the call is silent."""
    if rules.juror_may_miss is None:
        return None
    return 100 * missed <= rules.juror_may_miss * (rules.pitch_minutes + rules.question_minutes)


def consequence_of(rules: PitchRules, attendance: Attendance) -> Consequence | None:
    """What the call says of a candidate who comes late or not at all; None where it is silent."""
    if attendance is Attendance.PRESENT:
        return Consequence.AS_PLANNED
    return rules.candidate_late if attendance is Attendance.LATE else rules.candidate_absent
