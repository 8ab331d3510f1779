"""What happens to a pitch as its session goes: the clock and the notes, each step kept and undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Assignment
from jury_desktop.domain.pitch_clock import ended, in_next_phase, parts, started, stopped
from jury_desktop.domain.rights import Right
from jury_desktop.domain.session import PitchRun, PitchState, still_to_come
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import latest_plan


class ClockStep(StrEnum):
    """What can be done with the clock of a pitch."""

    START = "start"
    """Begin, or go on."""
    STOP = "stop"
    NEXT_PHASE = "next_phase"
    END = "end"
    """The pitch is over."""
    HEARD = "heard"
    """It is over, and nobody started its clock."""


@dataclass(frozen=True, slots=True)
class RunChange:
    """A step of a session: what was kept of the pitch before, None where there was nothing, and after."""

    before: PitchRun | None
    after: PitchRun


@needs(Right.PLAN)
def turn_clock(dossier: Dossier, candidacy: str, step: ClockStep) -> RunChange:
    """Starts, stops or ends the pitch of a candidacy, begins its next phase, or notes that it was heard.

    Refused for a pitch without a place or that is heard no more, and while another goes on in its room.
    """
    with dossier.change() as uow:
        before, place = run_of(uow, candidacy), place_of(uow, candidacy)
        _refuse_unheard(uow, before)
        if step in {ClockStep.START, ClockStep.NEXT_PHASE}:
            _refuse_second(uow, candidacy, place)
        after = _stepped(uow, before, step, dossier.now())
        return keep_run(uow, before, after, f"session.{step.value}", _clock(before), _clock(after))


@needs(Right.PLAN)
def keep_notes(dossier: Dossier, candidacy: str, text: str) -> RunChange:
    """Keeps the notes of the regisseur on a pitch, exactly as typed."""
    with dossier.change() as uow:
        before = run_of(uow, candidacy)
        after = replace(before, notes=text)
        return keep_run(uow, before, after, "session.noted", {"notes": before.notes}, {"notes": text})


@needs(Right.PLAN)
def put_back(dossier: Dossier, *changes: RunChange) -> None:
    """Undoes steps of a session, the last first; refused when one of the pitches changed since."""
    with dossier.change() as uow:
        for change in reversed(changes):
            put_back_run(uow, change)


def put_back_run(uow: UnitOfWork, change: RunChange) -> None:
    """Undoes a step within a piece of work. Notes that were typed meanwhile stay. A step that kept nothing,
    such as stopping a clock that stood still, leaves nothing to undo."""
    nothing = PitchRun(change.after.id, change.after.candidacy)
    if change.after == nothing and not uow.runs.find(id=nothing.id):
        return
    now, reference = run_of(uow, change.after.candidacy), _reference(uow, change.after.candidacy)
    noted = now.notes if change.after.notes == (change.before.notes if change.before else "") else None
    if now != (change.after if noted is None else replace(change.after, notes=noted)):
        raise RuleError(say("session.changed_since", reference=reference))
    if change.before is None and not noted:
        uow.runs.remove(now.id)
    else:
        before = change.before or PitchRun(now.id, now.candidacy)
        uow.runs.save(before if noted is None else replace(before, notes=noted))
    record_change(uow, "session.put_back", ("candidacy", reference), change.after, change.before)


def run_of(uow: UnitOfWork, candidacy: str) -> PitchRun:
    """What is kept of the pitch of a candidacy; a fresh one where nothing is."""
    found = uow.runs.find(candidacy=candidacy)
    return found[0] if found else PitchRun(new_id("pitch", candidacy), candidacy)


def place_of(uow: UnitOfWork, candidacy: str) -> Assignment:
    """Where the pitch of a candidacy stands on the newest plan; refused where it has no place."""
    plan, reference = latest_plan(uow), _reference(uow, candidacy)
    places = plan.plan.assignments if plan else ()
    found = next((place for place in places if place.pitch == reference), None)
    if found is None:
        raise RuleError(say("session.no_place", reference=reference))
    return found


def refuse_still_to_come(uow: UnitOfWork, candidacy: str, round_: Round) -> None:
    """Keeps scores from a pitch that nobody heard yet, where its session is kept by the clock.

    Who heard it without the clock notes that first, with :attr:`ClockStep.HEARD`.
    """
    if round_ is not Round.PITCH:
        return
    run, reference = run_of(uow, candidacy), _reference(uow, candidacy)
    if run.state is PitchState.TO_COME and still_to_come(run, _in_its_room(uow, reference)):
        raise refuse("scoring.still_to_come", reference=reference)


def _in_its_room(uow: UnitOfWork, reference: str) -> list[PitchRun]:
    """What is kept of the pitches in the room of a pitch, in its session window."""
    plan = latest_plan(uow)
    places = {it.pitch: _room(it) for it in plan.plan.assignments} if plan else {}
    here = places.get(reference)
    runs = uow.runs.find() if here else ()
    return [run for run in runs if places.get(_reference(uow, run.candidacy)) == here]


def keep_run(
    uow: UnitOfWork,
    before: PitchRun,
    after: PitchRun,
    action: str,
    old: object,
    new: object,
    reason: str = "",
    subject: str = "",
) -> RunChange:
    """Keeps a pitch within a piece of work, with its event; nothing where nothing changed.

    :param subject: of the event, where that is not the candidacy alone.
    """
    known = bool(uow.runs.find(id=before.id))
    if after != before:
        uow.runs.save(after)
        about = ("session", subject) if subject else ("candidacy", _reference(uow, after.candidacy))
        record_change(uow, action, about, old, new, reason)
    return RunChange(before if known else None, after)


def _stepped(uow: UnitOfWork, run: PitchRun, step: ClockStep, now: datetime) -> PitchRun:
    phases = parts(uow.call.pitch, run)
    if step is ClockStep.START:
        return started(run, phases, now)
    if step is ClockStep.NEXT_PHASE:
        return in_next_phase(run, phases, now) if run.stretches else started(run, phases, now)
    return stopped(run, now) if step is ClockStep.STOP else ended(run, now)


def _clock(run: PitchRun) -> dict[str, object]:
    """What the journal tells of the clock: the phase, since when, and the end."""
    last = run.stretches[-1] if run.stretches else None
    told = {
        "phase": last.phase if last else None,
        "started_at": last.start if last else None,
        "stopped_at": last.end if last else None,
        "ended_at": run.ended_at,
    }
    return {name: value for name, value in told.items() if value is not None}


def _refuse_unheard(uow: UnitOfWork, run: PitchRun) -> None:
    if run.state is PitchState.ABSENT:
        raise RuleError(say("session.not_heard", reference=_reference(uow, run.candidacy)))


def _refuse_second(uow: UnitOfWork, candidacy: str, place: Assignment) -> None:
    """One pitch at a time in a room."""
    plan = latest_plan(uow)
    room = [it.pitch for it in plan.plan.assignments if _room(it) == _room(place)] if plan else []
    for run in uow.runs.find(ended_at=None):
        reference = _reference(uow, run.candidacy)
        if run.candidacy != candidacy and run.state is PitchState.GOING and reference in room:
            raise refuse("session.room_busy", reference=_reference(uow, candidacy), other=reference)


def _room(place: Assignment) -> tuple[str, int]:
    return place.window, place.room


def _reference(uow: UnitOfWork, candidacy: str) -> str:
    return uow.candidacies.get(candidacy).reference
