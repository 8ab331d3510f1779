"""Why a communicated pitch does not stay where candidates were told it would be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance
from jury_desktop.scheduling.clash import Trials
from jury_desktop.scheduling.drop import with_rules
from jury_desktop.scheduling.problem import Problem, Spot
from jury_desktop.scheduling.seat_reason import too_few

TESTS = 4
"""How many times at most the solver is asked about one pitch."""


def why_moved(
    instance: PlanInstance,
    plan: PitchPlan,
    pitch: str,
    *,
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
) -> Message | None:
    """Why the pitch lost its communicated slot: what is impossible there now, or what staying would cost.

    None when it stands where it was communicated, or was never communicated.
    """
    problem = Problem(instance)
    p = [it.id for it in instance.pitches].index(pitch)
    told = instance.pitches[p].communicated
    place = next((it for it in plan.assignments if it.pitch == pitch), None)
    if told is None or (
        place and (place.window, place.room, place.start) == (told.window, told.room, told.start)
    ):
        return None
    reason = _impossible(problem, p)
    if reason is not None:
        return reason
    return _cost(problem, plan, p, Trials(TESTS, seconds, cancelled))


def _impossible(problem: Problem, p: int) -> Message | None:
    """What keeps the pitch from its slot whatever the others do."""
    spot, told = problem.communicated[p], problem.instance.pitches[p].communicated
    assert told is not None
    pitch = problem.instance.pitches[p].id
    if spot is None or not _fits(problem, p, spot):
        return say("scheduling.moved_window", pitch=pitch, start=told.start)
    if not problem.candidate_can(p, spot.window, spot.start):
        return say("scheduling.moved_candidate", pitch=pitch, start=told.start)
    able = problem.jurors_at(p, spot.window, spot.start)
    if not problem.panel_can(p, able):
        return _no_panel(problem, p, spot, able)
    return None


def _fits(problem: Problem, p: int, spot: Spot) -> bool:
    session = problem.sessions[spot.window]
    inside = 0 <= spot.start <= session.minutes - problem.lengths[p]
    return inside and spot.start % problem.grid == 0 and 0 <= spot.room < session.rooms


def _no_panel(problem: Problem, p: int, spot: Spot, able: frozenset[int]) -> Message:
    told, pitch = problem.instance.pitches[p].communicated, problem.instance.pitches[p].id
    assert told is not None
    if len(able) >= problem.rules.quorum:
        return say("scheduling.moved_expert", pitch=pitch, start=told.start)
    return too_few(problem, p, spot, "moved")


def _cost(problem: Problem, plan: PitchPlan, p: int, trials: Trials) -> Message:
    """The first level that comes out worse when the pitch stays."""
    instance, pitch = problem.instance, problem.instance.pitches[p]
    told = pitch.communicated
    assert told is not None
    values: dict[str, Value] = {"pitch": pitch.id, "start": told.start}
    stays = tuple(replace(it, pinned=told) if it.id == pitch.id else it for it in instance.pitches)
    known = {level.name: level.value for level in plan.levels}
    levels = tuple(level for level in instance.rules.levels if level in known)
    if Level.MOVED not in levels:
        return say("scheduling.moved_not_asked", **values)
    found = trials.levels(with_rules(replace(instance, pitches=stays), levels=levels))
    if not found:
        return say("scheduling.moved_together", **values)
    for level in found:
        before = known[level.name]
        if level.bound > before:
            return say(f"scheduling.stays_{level.name.value}", before=before, count=level.value, **values)
        if level.value != before:
            break
    return say("scheduling.moved_maybe", **values)
