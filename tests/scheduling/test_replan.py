"""Something happens after the plan was communicated: as few as possible are told another moment."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.solve import Wish, best_plan
from jury_desktop.scheduling.verify import verify
from tests.scheduling import builders as a
from tests.scheduling import families

FEWEST = (Level.LEFT_OUT, Level.MOVED, Level.MOVED_MINUTES)
CALLS = 20
DISTURBANCES = 10
"""For each call; 200 together."""


def with_levels(instance: PlanInstance, *levels: Level) -> PlanInstance:
    return replace(instance, rules=replace(instance.rules, levels=levels))


def value(plan: PitchPlan, level: Level) -> int:
    return next(it.value for it in plan.levels if it.name == level)


def communicated(call: int) -> PlanInstance:
    """A call of Lier size whose plan was told."""
    dice = random.Random(call)
    made = with_levels(a.lier(dice.randint(12, 14), dice.randint(5, 10), call), *FEWEST)
    return families.told(made, best_plan(made, Wish()))


def could_stay(instance: PlanInstance, moving: int) -> Iterator[PlanInstance]:
    """The instance with all but so many of the communicated pitches held where they were told."""
    told = [it.id for it in instance.pitches if it.communicated]
    for free in combinations(told, moving):
        held = (it if it.id in free else replace(it, pinned=it.communicated) for it in instance.pitches)
        yield with_levels(replace(instance, pitches=tuple(held)), Level.LEFT_OUT)


@pytest.mark.parametrize("call", range(CALLS))
def test_no_re_plan_moves_more_than_the_proven_minimum(call: int) -> None:
    known = communicated(call)
    for disturbance in range(DISTURBANCES):
        instance = families.disturbed(known, random.Random(f"{call} {disturbance}"))
        plan = best_plan(instance, Wish())
        assert verify(instance, plan) == ()
        assert plan.status == PlanStatus.OPTIMAL
        moved, left_out = value(plan, Level.MOVED), value(plan, Level.LEFT_OUT)
        if moved in (1, 2):
            for held in could_stay(instance, moved - 1):
                other = best_plan(held, Wish())
                assert other.status == PlanStatus.INFEASIBLE or value(other, Level.LEFT_OUT) > left_out
