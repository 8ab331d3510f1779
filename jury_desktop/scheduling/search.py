"""How a plan is looked for: all at once where that is within reach, otherwise window by window."""

from __future__ import annotations

from collections.abc import Sequence

from jury_desktop.domain.pitch import LevelResult
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.ladder import Climb, Report, climb
from jury_desktop.scheduling.measure import measure
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.stepwise import by_windows
from jury_desktop.scheduling.strides import most_that_fit

AT_ONCE = 5000
"""Pitches times places up to which one model of everything is built."""


def search(problem: Problem, budget: Budget, report: Report | None = None) -> Climb:
    """The best plan that the budget allows."""
    if _size(problem) <= AT_ONCE:
        answer = climb(problem, budget, report)
        known = first_plan(problem) if answer.placements is None and not answer.impossible else None
        return answer if known is None else Climb(tuple(known), _unproven(problem, known))
    known = first_plan(problem)
    if known is None:
        return climb(problem, budget, report)
    best = by_windows(problem, budget, known, report)
    return Climb(tuple(best), _unproven(problem, best))


def _size(problem: Problem) -> int:
    """How many literals it takes to put every pitch everywhere."""
    total = 0
    for w in problem.windows:
        hopeful = [p for p in problem.pitches if problem.starts[p][w]]
        total += most_that_fit(problem, w, hopeful) * problem.sessions[w].rooms * len(hopeful)
    return total


def _unproven(problem: Problem, placements: Sequence[Placement]) -> tuple[LevelResult, ...]:
    """The levels of a plan of which nothing was proven."""
    values = measure(problem, placements)
    return tuple(LevelResult(level, values[level], 0) for level in problem.rules.levels)
