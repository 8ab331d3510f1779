"""What the plan would become if something happened; nothing of it is ever kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.availability import share, with_stretch, without_stretch
from jury_desktop.domain.pitch import Interval, Pitch, PitchPlan, PlanInstance, Progress, Slot
from jury_desktop.services.plan_versions import Told, explained_changes
from jury_desktop.services.planning import solve_plan

EXTRA = "K-?"
"""What a candidate who is not there yet is called."""


@dataclass(frozen=True, slots=True)
class JurorAway:
    """A juror cannot come to a session, or with an empty ``window`` to none."""

    juror: str
    window: str = ""


@dataclass(frozen=True, slots=True)
class CandidateOut:
    """A candidate withdraws."""

    pitch: str


@dataclass(frozen=True, slots=True)
class WindowHours:
    """A session has other hours; with its start at its end it does not take place."""

    window: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class OneMore:
    """A candidate more, who can always come."""


Supposition = JurorAway | CandidateOut | WindowHours | OneMore


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the plan would become, and what would be different from the plan that is supposed to hold."""

    problem: PlanInstance
    plan: PitchPlan
    told: tuple[Told, ...]


def suppose(problem: PlanInstance, plan: PitchPlan, supposed: Sequence[Supposition]) -> PlanInstance:
    """The problem as it would be, in which the pitches of the plan move as little as can be."""
    slots = {place.pitch: Slot(place.window, place.room, place.start) for place in plan.assignments}
    pitches = tuple(replace(it, communicated=slots.get(it.id)) for it in problem.pitches)
    found = replace(problem, pitches=pitches)
    for each in supposed:
        found = _with(found, each)
    return found


def what_would_be(
    problem: PlanInstance,
    plan: PitchPlan,
    supposed: Sequence[Supposition],
    *,
    time_limit: float = 10.0,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """The plan that would follow, with every difference and its reason; needs no dossier."""
    wanted = suppose(problem, plan, supposed)
    found = solve_plan(wanted, time_limit=time_limit, on_progress=on_progress, cancelled=cancelled)
    return Outcome(wanted, found, explained_changes(plan, wanted, found, cancelled=cancelled))


def _with(problem: PlanInstance, supposed: Supposition) -> PlanInstance:
    match supposed:
        case JurorAway():
            return _juror_away(problem, supposed)
        case CandidateOut(pitch):
            left = tuple(it for it in problem.pitches if it.id != pitch)
            conflicts = tuple(pair for pair in problem.conflicts if pair[1] != pitch)
            return replace(problem, pitches=left, conflicts=conflicts)
        case WindowHours():
            return _other_hours(problem, supposed)
        case OneMore():
            return replace(problem, pitches=(*problem.pitches, _one_more(problem)))


def _juror_away(problem: PlanInstance, away: JurorAway) -> PlanInstance:
    spans = [Interval(it.start, it.end) for it in problem.windows if away.window in ("", it.id)]
    jurors = []
    for juror in problem.jurors:
        free = juror.available
        for span in spans if juror.id == away.juror else ():
            free = without_stretch(free, span)
        jurors.append(replace(juror, available=tuple(free)))
    return replace(problem, jurors=tuple(jurors))


def _other_hours(problem: PlanInstance, hours: WindowHours) -> PlanInstance:
    """The problem with other hours of a session, or without it.

    Who could come to all of it is supposed to come at its new hours too; of others what they said holds.
    """
    windows = tuple(
        replace(it, start=hours.start, end=hours.end) if it.id == hours.window else it
        for it in problem.windows
        if it.id != hours.window or hours.start < hours.end
    )
    old = next(it for it in problem.windows if it.id == hours.window)
    whole, new = Interval(old.start, old.end), Interval(hours.start, hours.end)
    jurors = tuple(
        replace(it, available=with_stretch(it.available, new))
        if hours.start < hours.end and share(it.available, whole) == 1
        else it
        for it in problem.jurors
    )
    known = {window.id for window in windows}
    pitches = tuple(
        replace(it, pinned=it.pinned if it.pinned and it.pinned.window in known else None)
        for it in problem.pitches
    )
    return replace(problem, windows=windows, pitches=pitches, jurors=jurors)


def _one_more(problem: PlanInstance) -> Pitch:
    number = sum(it.id.startswith(EXTRA) for it in problem.pitches) + 1
    longest = max((it.minutes for it in problem.pitches), default=problem.grid_minutes)
    return Pitch(f"{EXTRA}{number}", longest, (), ())
