"""How a plan is looked for: all at once where that is within reach, otherwise part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.ladder import Climb, Report, climb
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.strides import most_that_fit
from jury_desktop.scheduling.wide import Wide

AT_ONCE = 5000
"""Pitches times places up to which one model of everything is built."""

FIRST = 0.6
"""The part of the budget for one model of everything where parts may follow."""


def search(problem: Problem, budget: Budget, report: Report | None = None) -> Climb:
    """The best plan that the budget allows."""
    if not too_large(problem):
        return _at_once(problem, budget, report)
    known = first_plan(problem)
    if known is None:
        return climb(problem, budget, report)
    return _part_by_part(problem, budget, known, {}, report)


def _at_once(problem: Problem, budget: Budget, report: Report | None) -> Climb:
    """One model of everything; where panels are a choice, what is left unproven is improved part by part."""
    with budget.part(FIRST if problem.contested else 1.0) as part:
        answer = climb(problem, part, report)
    if answer.impossible or (answer.placements is not None and _proven(answer)):
        return answer
    known = answer.placements if answer.placements is not None else first_plan(problem)
    if known is None:
        return answer
    return _part_by_part(problem, budget, known, {it.name: it.bound for it in answer.levels}, report)


def _proven(answer: Climb) -> bool:
    return all(level.value == level.bound for level in answer.levels)


def _part_by_part(
    problem: Problem,
    budget: Budget,
    known: Sequence[Placement],
    bounds: Mapping[Level, int],
    report: Report | None,
) -> Climb:
    wide = Wide(problem, budget, known, bounds, report)
    best = wide.improve()
    return Climb(tuple(best), wide.results())


def too_large(problem: Problem) -> bool:
    """Whether one model of everything would cost more than it gives."""
    return _size(problem) > AT_ONCE


def _size(problem: Problem) -> int:
    """How many literals it takes to put every pitch everywhere."""
    total = 0
    for w in problem.windows:
        hopeful = [p for p in problem.pitches if problem.starts[p][w]]
        total += most_that_fit(problem, w, hopeful) * problem.sessions[w].rooms * len(hopeful)
    return total
