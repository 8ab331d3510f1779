"""The plan in force is where planning again begins, and what it never falls below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.pitch import PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.standing import standing
from jury_desktop.scheduling.verify import verify
from tests.scheduling import builders as a
from tests.scheduling import families

HOUR = a.window("wo", "13:00", "14:00")


def rank(plan: PitchPlan) -> list[int]:
    return [level.value for level in plan.levels]


def stopped() -> bool:
    return True


@pytest.mark.parametrize(
    "instance",
    [a.lier(), a.lier(panel_max=4), a.large(60, 20, 5)],
    ids=["everyone sits", "panels are chosen", "part by part"],
)
def test_who_stops_the_planner_at_once_keeps_the_plan_in_force(instance: PlanInstance) -> None:
    in_force = best_plan(instance, Wish(time_limit=1))
    again = best_plan(instance, Wish(cancelled=stopped, known=in_force))
    assert verify(instance, again) == ()
    assert (again.assignments, rank(again)) == (in_force.assignments, rank(in_force))


def test_of_plans_as_good_the_one_in_force_stays() -> None:
    """Two alike change places at no cost, and nothing but their names tells them apart."""
    instance = a.instance([HOUR], [a.pitch("K-1"), a.pitch("K-2")], [a.juror("j1")])
    found = solve(instance)
    first, second = found.assignments
    swapped = (replace(first, pitch=second.pitch), replace(second, pitch=first.pitch))
    again = solve(instance, known=replace(found, assignments=swapped))
    assert (again.status, again.assignments) == (PlanStatus.OPTIMAL, swapped)


def test_a_better_plan_replaces_the_one_in_force() -> None:
    instance = a.instance([HOUR], [a.pitch("K-1"), a.pitch("K-2")], [a.juror("j1")])
    found = solve(instance)
    poor = replace(found, assignments=found.assignments[:1])
    assert rank(solve(instance, known=poor)) == rank(found)


def test_a_plan_that_breaks_a_rule_of_today_is_no_start() -> None:
    instance = a.instance([HOUR], [a.pitch("K-1")], [a.juror("j1")])
    found = solve(instance)
    away = replace(instance.pitches[0], unavailable=(a.during("13:00", "13:30"),))
    today = replace(instance, pitches=(away,))
    assert standing(Problem(today), found) is None
    assert [f"{it.start:%H:%M}" for it in solve(today, known=found).assignments] == ["13:30"]


def test_where_all_must_stand_a_plan_without_somebody_is_no_start() -> None:
    instance = a.instance([HOUR], [a.pitch("K-1"), a.pitch("K-2")], [a.juror("j1")], levels=())
    found = solve(instance)
    assert standing(Problem(instance), replace(found, assignments=found.assignments[:1])) is None


def test_who_left_falls_out_and_who_can_come_by_now_sits() -> None:
    instance = a.instance([HOUR], [a.pitch("K-1"), a.pitch("K-2")], [a.juror("j1"), a.juror("j2")])
    found = solve(instance)
    today = replace(instance, pitches=instance.pitches[1:], jurors=(instance.jurors[1], a.juror("j3")))
    (placed,) = standing(Problem(today), found) or ()
    assert (placed.pitch, placed.panel) == (0, frozenset({0, 1}))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happened_since_no_search_however_short_makes_it_worse(seed: int) -> None:
    made = a.lier(seed=seed, quorum=2)
    in_force = best_plan(made, Wish(time_limit=1))
    told = families.told(made, in_force)
    known = best_plan(told, Wish(cancelled=stopped, known=in_force))
    assert rank(best_plan(told, Wish(time_limit=0.05, known=in_force))) <= rank(known)
    assert known.assignments == in_force.assignments
