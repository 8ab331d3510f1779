"""A plan that stands already, in the problem of today: where a search begins, and its floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance
from jury_desktop.scheduling.ladder import Climb
from jury_desktop.scheduling.measure import measure, seated
from jury_desktop.scheduling.moves import spots_of
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.solve import assignments
from jury_desktop.scheduling.verify import broken_rules


def standing(problem: Problem, plan: PitchPlan) -> tuple[Placement, ...] | None:
    """The pitches where the plan has them, everybody who can come by now on their panels.

    Who is no longer heard, and jurors who are gone, fall out. None when a rule of today is broken.
    """
    known = _known(problem.instance, plan)
    jurors = {juror.id: j for j, juror in enumerate(problem.instance.jurors)}
    names = {pitch.id: p for p, pitch in enumerate(problem.instance.pitches)}
    panels = {names[it.pitch]: frozenset(jurors[name] for name in it.jurors) for it in known.assignments}
    placed = tuple(seated(problem, spots_of(problem.instance, known), panels))
    if len(placed) < len(problem.pitches) and Level.LEFT_OUT not in problem.rules.levels:
        return None
    return None if broken_rules(problem.instance, assignments(problem, placed)) else placed


def _known(instance: PlanInstance, plan: PitchPlan) -> PitchPlan:
    """The plan without what the problem does not know."""
    pitches, windows = {it.id for it in instance.pitches}, {it.id for it in instance.windows}
    jurors = {it.id for it in instance.jurors}
    kept = (it for it in plan.assignments if it.pitch in pitches and it.window in windows)
    seats = (replace(it, jurors=tuple(name for name in it.jurors if name in jurors)) for it in kept)
    return replace(plan, assignments=tuple(seats))


def no_worse(problem: Problem, found: Climb, known: Sequence[Placement], otherwise: Climb) -> Climb:
    """What was found where it is better than what stood; else what stood, so that nobody moves for nothing.

    :param otherwise: what stood, with what can be read of it without a search.
    """
    if found.placements is None:
        return otherwise
    if _rank(problem, found.placements) < _rank(problem, known):
        return found
    same = _rank(problem, found.placements) == _rank(problem, known)
    return replace(found, placements=tuple(known)) if same else otherwise


def _rank(problem: Problem, placed: Sequence[Placement]) -> list[int]:
    return list(measure(problem, placed, problem.rules.levels).values())
