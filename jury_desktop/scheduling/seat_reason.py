"""Why a juror does not hear a pitch, read from the problem and the plan without search."""

from __future__ import annotations

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Assignment, Interval, PitchPlan, PlanInstance
from jury_desktop.scheduling.problem import Problem


def why_no_seat(instance: PlanInstance, plan: PitchPlan, pitch: str) -> dict[str, Message]:
    """For each juror who is not on the panel of a planned pitch, why; empty when the pitch has no place."""
    place = next((it for it in plan.assignments if it.pitch == pitch), None)
    pitches = [it.id for it in instance.pitches]
    if place is None or pitch not in pitches:
        return {}
    problem = Problem(instance)
    p = pitches.index(pitch)
    return {
        juror.id: _reason(problem, plan, place, p, j)
        for j, juror in enumerate(instance.jurors)
        if juror.id not in place.jurors
    }


def _reason(problem: Problem, plan: PitchPlan, place: Assignment, p: int, j: int) -> Message:
    juror, pitch = problem.instance.jurors[j], problem.instance.pitches[p].id
    during = Interval(place.start, place.end)
    if j in problem.barred[p]:
        return say("scheduling.seat_barred")
    if not any(free.overlaps(during) for free in juror.available):
        return say("scheduling.seat_absent")
    if not any(free.covers(during) for free in juror.available):
        return say("scheduling.seat_partly")
    mine = [it for it in plan.assignments if juror.id in it.jurors and it.pitch != pitch]
    for other in mine:
        if Interval(other.start, other.end).overlaps(during):
            return say("scheduling.seat_elsewhere", other=other.pitch)
    limit = juror.max_minutes_per_day
    if limit is not None:
        day = place.start.date()
        today = [it for it in mine if it.start.date() == day]
        minutes = sum(int((it.end - it.start).total_seconds() // 60) for it in today)
        if minutes + problem.lengths[p] > limit:
            return say("scheduling.seat_day", found=minutes, limit=limit)
    largest = problem.rules.panel_max
    if largest is not None and len(place.jurors) >= largest:
        return say("scheduling.seat_full", largest=largest)
    return say("scheduling.seat_spare")
