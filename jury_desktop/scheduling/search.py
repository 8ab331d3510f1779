"""How a plan is looked for: all at once where that is within reach, otherwise part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jury_desktop.domain.pitch import Level, LevelResult
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.fit import fitted_plan
from jury_desktop.scheduling.ladder import Climb, Report, climb
from jury_desktop.scheduling.measure import measure
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.roster import rosters_help
from jury_desktop.scheduling.standing import no_worse
from jury_desktop.scheduling.strides import most_that_fit
from jury_desktop.scheduling.wide import Wide

AT_ONCE = 5000
"""Pitches times places up to which one model of everything is built."""

SMALL = 1000
"""Pitches times places up to which one model proves much although panels are a choice."""

FIRST = 0.6
"""The part of the budget for what is tried first where something may follow."""

MOST = 0.9
"""The same where the model goes from roster to roster, which finds more than what follows."""

IN_TIME = 0.9
"""The part of the time after which a large plan is as good as it gets; then the verifier has its turn."""

QUICK = 2
"""How much more work a small model gets, for in one a unit takes about half as long as in a large one; but
where it goes from roster to roster, there a unit takes longer."""

EVEN = 4
"""The same in one room with pitches of one length, where that much proves what half of it leaves open: all
but a few such plans are proven by a tenth of it, and none takes more than six seconds."""

LAST = (Level.JUROR_BURDEN, Level.IDLE_ROOM)
"""Levels that one model of so much hardly improves."""


def search(
    problem: Problem,
    budget: Budget,
    report: Report | None = None,
    known: Sequence[Placement] | None = None,
) -> Climb:
    """The best plan that the budget allows; begun from a known plan, never one that is worse."""
    found = _search(problem, budget, report, known)
    return found if known is None else no_worse(problem, found, known, measured(problem, known))


def _search(
    problem: Problem, budget: Budget, report: Report | None, start: Sequence[Placement] | None
) -> Climb:
    easy = _beyond_improvement(problem)
    if easy is not None:
        return easy
    if _size(problem) <= SMALL:
        budget.work *= 1 if rosters_help(problem) else EVEN if _is_even(problem) else QUICK
    if not problem.contested and not too_large(problem):
        return climb(problem, budget, report, start)
    if _size(problem) <= SMALL:
        return _model_first(problem, budget, report, start)
    known = start if start is not None else first_plan(problem, lambda: budget.overdue)
    if known is None:
        return Climb(None, ()) if budget.overdue else climb(problem, budget, report)
    if too_large(problem):
        with budget.part(1.0, IN_TIME) as part:
            return _part_by_part(problem, part, known, {}, report)
    return _parts_first(problem, budget, known, report)


def _is_even(problem: Problem) -> bool:
    return not problem.concurrent and len(set(problem.lengths)) == 1


def _beyond_improvement(problem: Problem) -> Climb | None:
    """A plan made without search, when no plan can be better; so it is when few goals are asked, or none."""
    if Level.JUROR_BURDEN in problem.rules.levels:
        return None
    for made in (fitted_plan, first_plan):
        known = made(problem)
        answer = measured(problem, known) if known is not None else None
        if answer is not None and _proven(answer):
            return answer
    return None


def measured(problem: Problem, placed: Sequence[Placement]) -> Climb:
    """A plan with its values, and the bounds that are read from the instance."""
    values = measure(problem, placed, problem.rules.levels)
    read = bounds(problem, measure(problem, placed)) if any(values.values()) else {}
    levels = (LevelResult(level, it, min(it, read.get(level, 0))) for level, it in values.items())
    return Climb(tuple(placed), tuple(levels))


def _model_first(
    problem: Problem, budget: Budget, report: Report | None, start: Sequence[Placement] | None
) -> Climb:
    """One model of everything; what is left unproven is improved part by part."""
    with budget.part(MOST if rosters_help(problem) else FIRST) as part:
        answer = climb(problem, part, report, start)
    if answer.impossible or (answer.placements is not None and _proven(answer)):
        return answer
    known = answer.placements if answer.placements is not None else first_plan(problem)
    if known is None:
        return answer
    return _part_by_part(problem, budget, known, {it.name: it.bound for it in answer.levels}, report)


def _parts_first(
    problem: Problem, budget: Budget, known: Sequence[Placement], report: Report | None
) -> Climb:
    """Part by part; one model of everything then proves, or improves, what comes before juror burden."""
    with budget.part(FIRST) as part:
        found = _part_by_part(problem, part, known, {}, report)
    if all(level.value == level.bound for level in found.levels if level.name not in LAST):
        return _part_by_part(problem, budget, found.placements or (), {}, report)
    answer = climb(problem, budget, report, found.placements)
    read = {level.name: level.bound for level in found.levels}
    levels = (
        replace(level, bound=max(level.bound, min(read[level.name], level.value))) for level in answer.levels
    )
    return replace(answer, levels=tuple(levels))


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
