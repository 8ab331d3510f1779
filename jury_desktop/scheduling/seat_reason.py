"""Why a juror does not hear a pitch, read from the problem and the plan without search."""

from __future__ import annotations

from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.pitch import Assignment, Interval, PitchPlan, PlanInstance
from jury_desktop.scheduling.problem import Problem, Spot


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


def too_few(problem: Problem, p: int, spot: Spot, said: str) -> Message:
    """That the quorum of a pitch is not reached in a spot, with who is kept apart and who is away.

    :param said: in which words: ``here`` for a place that is tried, ``moved`` for one that was communicated.
    """
    names = [juror.id for juror in problem.instance.jurors]
    there = problem.available(spot.window, spot.start, problem.lengths[p])
    barred = tuple(names[j] for j in sorted(problem.barred[p]))
    absent = tuple(names[j] for j in problem.jurors if j not in there and j not in problem.barred[p])
    lists: dict[str, Value] = {key: value for key, value in (("barred", barred), ("absent", absent)) if value}
    more = "".join(f"_{key}" for key in lists) or "_few"
    return say(
        f"scheduling.{said}_quorum{more}",
        pitch=problem.instance.pitches[p].id,
        start=problem.moment(spot.window, spot.start),
        found=len(problem.jurors_at(p, spot.window, spot.start)),
        needed=problem.rules.quorum,
        **lists,
    )


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
