"""What the user does in a session, each step with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.session import Attendance, CandidatePresence
from jury_desktop.services.planning import PlanView
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session import SessionPitch
from jury_desktop.services.session_late import LateView, keep_late
from jury_desktop.services.session_places import FreePlace
from jury_desktop.services.session_presence import (
    MovedPitch,
    move_candidate,
    note_candidate,
    note_everybody,
    note_juror,
    put_back_move,
)
from jury_desktop.services.session_runs import ClockStep, RunChange, keep_notes, put_back, turn_clock
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb
from jury_desktop.ui.text import area

tr = area("session")

CLOCK: Changes = frozenset({Subject.SESSION})
PRESENCE: Changes = frozenset({Subject.SESSION, Subject.SHEET})
"""Who does not score is waited for no more, wherever sheets are counted."""
HEARD: Changes = frozenset({Subject.SESSION, Subject.SHEET, Subject.PLAN, Subject.DECISION})


@dataclass(frozen=True, slots=True)
class JurorNote:
    """What the user noted of a juror.

    :param candidacies: the pitches (ids of their candidacies) it is about.
    :param scores: None follows the call.
    """

    candidacies: tuple[str, ...]
    juror: str
    attendance: Attendance
    missed: int = 0
    scores: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CandidateNote:
    """What the user noted of a candidate; ``place`` when the pitch gets another one."""

    attendance: Attendance
    late: int = 0
    consequence: Consequence | None = None
    reason: str = ""
    place: FreePlace | None = None


def turning(
    pitch: SessionPitch, step: ClockStep, done: Callable[[RunChange], object] | None = None
) -> Operation[RunChange]:
    """Start, stop or end a pitch, or begin its next phase."""
    texts = {
        ClockStep.START: tr("Start the clock of {reference}"),
        ClockStep.STOP: tr("Stop the clock of {reference}"),
        ClockStep.NEXT_PHASE: tr("Next phase of {reference}"),
        ClockStep.END: tr("End the pitch of {reference}"),
        ClockStep.HEARD: tr("{reference} heard without the clock"),
    }
    candidacy = pitch.candidacy

    def verb(dossier: Dossier, context: JobContext) -> RunChange:
        return turn_clock(dossier, candidacy.id, step)

    text = texts[step].format(reference=candidacy.reference)
    return Operation(text, verb, CLOCK, _back, done=done)


def noting(
    pitch: SessionPitch,
    text: str,
    done: Callable[[RunChange], object],
    failed: Callable[[JuryError], object],
) -> Operation[RunChange]:
    """Keep the notes as typed."""
    candidacy = pitch.candidacy

    def verb(dossier: Dossier, context: JobContext) -> RunChange:
        return keep_notes(dossier, candidacy.id, text)

    named = tr("Notes on {reference}").format(reference=candidacy.reference)
    return Operation(named, verb, CLOCK, _back, done=done, failed=failed)


def juror_noted(note: JurorNote, name: str) -> Operation[tuple[RunChange, ...]]:
    """Note how a juror attended."""

    def verb(dossier: Dossier, context: JobContext) -> tuple[RunChange, ...]:
        choice = {"missed": note.missed, "scores": note.scores, "reason": note.reason}
        return note_juror(dossier, note.candidacies, note.juror, note.attendance, **choice)  # type: ignore[arg-type]

    return Operation(tr("Attendance of {name}").format(name=name), verb, PRESENCE, _all_back)


def panel_noted(pitch: SessionPitch) -> Operation[tuple[RunChange, ...]]:
    """Note everybody of whom nothing is known as present."""
    candidacy = pitch.candidacy

    def verb(dossier: Dossier, context: JobContext) -> tuple[RunChange, ...]:
        return note_everybody(dossier, candidacy.id)

    return Operation(tr("Everybody present"), verb, PRESENCE, _all_back)


def candidate_noted(pitch: SessionPitch, note: CandidateNote) -> Operation[RunChange]:
    """Note how a candidate attended, and what follows."""
    candidacy = pitch.candidacy

    def verb(dossier: Dossier, context: JobContext) -> RunChange:
        choice = {"late": note.late, "consequence": note.consequence, "reason": note.reason}
        return note_candidate(dossier, candidacy.id, note.attendance, **choice)  # type: ignore[arg-type]

    text = tr("Attendance of {name}").format(name=candidacy.reference)
    return Operation(text, verb, HEARD, _back)


def candidate_moved(pitch: SessionPitch, view: PlanView, note: CandidateNote) -> Operation[MovedPitch]:
    """Give the pitch of a candidate who is late or absent another place."""
    candidacy, place = pitch.candidacy, note.place
    assert place is not None
    noted = CandidatePresence(note.attendance, note.late, reason=note.reason)

    def verb(dossier: Dossier, context: JobContext) -> MovedPitch:
        return move_candidate(dossier, view, candidacy.id, place.plan, noted)

    text = tr("Another place for {reference}").format(reference=candidacy.reference)
    said = Always(tr("{reference} has another place.").format(reference=candidacy.reference))
    return Operation(text, verb, HEARD, _move_back, said=said)


def shifting(view: LateView) -> Operation[tuple[RunChange, ...]]:
    """Keep the hours that were shown."""

    def verb(dossier: Dossier, context: JobContext) -> tuple[RunChange, ...]:
        return keep_late(dossier, view)

    said = Always(
        tr("%n pitches are expected at another hour. The plan stays as it is.", "", len(view.moves))
    )
    return Operation(tr("Shift the rest of the session"), verb, CLOCK, _all_back, said=said)


def _back(change: RunChange) -> Verb[None]:
    return lambda dossier, _: put_back(dossier, change)


def _all_back(changes: Sequence[RunChange]) -> Verb[None]:
    return lambda dossier, _: put_back(dossier, *changes)


def _move_back(moved: MovedPitch) -> Verb[None]:
    return lambda dossier, _: put_back_move(dossier, moved)
