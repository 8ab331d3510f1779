"""From an instance to a plan: the one way in for everybody who wants pitches planned."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import (
    Assignment,
    LeftOut,
    LevelResult,
    PitchPlan,
    PlanInstance,
    PlanStatus,
    Progress,
)
from jury_desktop.scheduling.explain import explain
from jury_desktop.scheduling.problem import Placement, Problem

EXPLAINING = 5.0
"""Seconds that explaining may take beyond the time limit, of which it also has what making the plan left."""


def solve(
    instance: PlanInstance,
    *,
    time_limit: float = 10.0,
    seed: int = 1,
    known: PitchPlan | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PitchPlan:
    """The best plan that could be found within ``time_limit`` seconds.

    Each level of ``instance.rules.levels`` is made as small as possible before the next. The plan is OPTIMAL
    only when every level is proven. A solve that is cancelled returns the best plan so far. When pitches are
    left out, or there is no plan, the plan says why and what would help.

    :param known: the plan in force: where it breaks no rule, what is found is better or just that.
    """
    started = time.monotonic()
    plan = best_plan(instance, Wish(time_limit, seed, on_progress, cancelled, known))
    left = max(0.0, time_limit - (time.monotonic() - started))
    explained = explain(instance, plan, seconds=left + EXPLAINING, cancelled=cancelled)
    return replace(explained, seconds=round(time.monotonic() - started, 3))


@dataclass(frozen=True, slots=True)
class Wish:
    """How long to look for a plan, whom to tell, and the plan in force to begin from, if there is one."""

    time_limit: float = 10.0
    seed: int = 1
    on_progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None
    known: PitchPlan | None = None


def best_plan(instance: PlanInstance, wish: Wish) -> PitchPlan:
    """The best plan that could be found, without explanations; ``seconds`` is the time it took."""
    from jury_desktop.scheduling.engine import Budget
    from jury_desktop.scheduling.search import search
    from jury_desktop.scheduling.standing import standing

    budget = Budget(wish.time_limit, wish.seed, wish.cancelled)
    problem = Problem(instance)
    known = standing(problem, wish.known) if wish.known is not None else None
    answer = search(problem, budget, wish.on_progress, known)
    if answer.placements is None:
        plan = _no_plan(instance, impossible=answer.impossible, seed=wish.seed)
    else:
        plan = _plan(problem, answer.placements, answer.levels, wish.seed)
    return replace(plan, seconds=round(budget.spent, 3))


def _plan(
    problem: Problem, placements: Sequence[Placement], levels: tuple[LevelResult, ...], seed: int
) -> PitchPlan:
    proven = all(level.value == level.bound for level in levels)
    return PitchPlan(
        status=PlanStatus.OPTIMAL if proven else PlanStatus.FEASIBLE,
        levels=levels,
        assignments=assignments(problem, placements),
        left_out=left_out(problem, placements),
        explanation=(),
        seconds=0.0,
        seed=seed,
    )


def assignments(problem: Problem, placements: Sequence[Placement]) -> tuple[Assignment, ...]:
    """The placements as a plan shows them, in order of time and room."""
    instance = problem.instance
    ordered = sorted(placements, key=lambda it: (*_when(problem, it), it.spot.window, it.spot.room))
    return tuple(
        Assignment(
            pitch=instance.pitches[it.pitch].id,
            window=instance.windows[it.spot.window].id,
            room=it.spot.room + 1,
            start=problem.moment(it.spot.window, it.spot.start),
            end=problem.moment(it.spot.window, it.spot.start + problem.lengths[it.pitch]),
            jurors=tuple(instance.jurors[j].id for j in sorted(it.panel)),
        )
        for it in ordered
    )


def _when(problem: Problem, placement: Placement) -> tuple[int]:
    return (problem.sessions[placement.spot.window].offset + placement.spot.start,)


def left_out(problem: Problem, placements: Sequence[Placement]) -> tuple[LeftOut, ...]:
    """The pitches without a place, in the order of the instance."""
    placed = {it.pitch for it in placements}
    return tuple(LeftOut(problem.instance.pitches[p].id, ()) for p in problem.pitches if p not in placed)


def _no_plan(instance: PlanInstance, *, impossible: bool, seed: int) -> PitchPlan:
    return PitchPlan(
        status=PlanStatus.INFEASIBLE if impossible else PlanStatus.UNKNOWN,
        levels=(),
        assignments=(),
        left_out=tuple(LeftOut(pitch.id, (say("scheduling.no_plan"),)) for pitch in instance.pitches),
        explanation=(),
        seconds=0.0,
        seed=seed,
    )
