"""Pitches divided over slots, or over windows, at least cost, where what one costs is its own affair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.problem import Problem

SINGLE = (Level.PREFERENCE_MISSED, Level.NO_EXPERT)
"""The goals that look at one pitch and where it stands."""


def least_cost(
    pitches: int, room_for: Sequence[int], prices: Iterable[tuple[int, int, int]]
) -> dict[int, int] | None:
    """Where each pitch goes, by number, when all have a place; None when they cannot.

    :param room_for: how many pitches each place can hold.
    :param prices: pitch, place and cost, for each place where the pitch may go.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    flow, sink = SimpleMinCostFlow(), pitches + len(room_for)
    steps = list(prices)
    for p, place, cost in steps:
        flow.add_arc_with_capacity_and_unit_cost(p, pitches + place, 1, cost)
    for place, capacity in enumerate(room_for):
        flow.add_arc_with_capacity_and_unit_cost(pitches + place, sink, capacity, 0)
    for p in range(pitches):
        flow.set_node_supply(p, 1)
    flow.set_node_supply(sink, -pitches)
    if flow.solve() != flow.OPTIMAL:
        return None
    return {p: place for arc, (p, place, _) in enumerate(steps) if flow.flow(arc)}


def price(problem: Problem, levels: Iterable[Level], p: int, w: int, starts: Iterable[int]) -> int:
    """What a pitch in a window costs, at the best of these starts, for these goals in their order."""
    found, weight = 0, len(problem.pitches) + 1
    for level in levels:
        found = weight * found + misses(problem, level, p, w, starts)
    return found


def misses(problem: Problem, level: Level, p: int, w: int, starts: Iterable[int]) -> bool:
    """Whether a goal of single pitches is missed at each of these starts."""
    if level == Level.PREFERENCE_MISSED:
        wished = problem.instance.pitches[p].preferred_windows
        return bool(wished) and problem.instance.windows[w].id not in wished
    if not problem.needs_expert(p) or problem.rules.expertise == Expertise.OFF:
        return False
    return not any(problem.has_expert(p, problem.jurors_at(p, w, start)) for start in starts)
