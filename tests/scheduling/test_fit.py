"""Ready-made slots: sound whatever the rules, full windows filled, and the best choice among the slots."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jury_desktop.domain.pitch import Level, PlanInstance, PlanStatus
from jury_desktop.scheduling.division import least_cost
from jury_desktop.scheduling.fit import fitted_plan
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.solve import assignments, solve
from jury_desktop.scheduling.verify import broken_rules, verify
from tests.scheduling import builders as a
from tests.scheduling.strategies import instances


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instances(most_pitches=6, most_jurors=5, most_windows=3, rooms=1))
def test_a_plan_from_slots_is_whole_and_breaks_no_rule(instance: PlanInstance) -> None:
    problem = Problem(instance)
    found = fitted_plan(problem)
    if found is not None:
        assert sorted(it.pitch for it in found) == list(problem.pitches)
        assert broken_rules(instance, assignments(problem, found)) == ()


@pytest.mark.parametrize("seed", range(1, 6))
def test_windows_that_are_exactly_full_are_filled(seed: int) -> None:
    found = fitted_plan(Problem(a.full(seed)))
    assert found is not None
    assert len(found) == 20


def test_a_choice_of_panels_is_left_to_the_search() -> None:
    assert fitted_plan(Problem(a.lier(panel_max=4))) is None


def test_more_pitches_than_slots_have_no_plan() -> None:
    windows = [a.window("wo", "13:00", "14:00")]
    heard = [a.pitch(f"K-{n}") for n in range(3)]
    assert fitted_plan(Problem(a.instance(windows, heard, [a.juror("j1")]))) is None


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=3))
def test_no_division_is_cheaper(costs: list[list[int]]) -> None:
    """By trying every one: each row is a pitch, each column a place for one."""
    prices = [(p, place, cost) for p, row in enumerate(costs) for place, cost in enumerate(row)]
    chosen = least_cost(len(costs), [1, 1, 1], prices)
    assert chosen is not None
    found = sum(costs[p][place] for p, place in chosen.items())
    every = permutations(range(3), len(costs))
    assert found == min(sum(row[place] for row, place in zip(costs, it, strict=True)) for it in every)


@pytest.mark.parametrize("levels", [(), (Level.PREFERENCE_MISSED, Level.NO_EXPERT)])
@pytest.mark.parametrize("made", [a.lier(12, 6), a.full(2), a.lier(12, 6, seed=6)])
def test_few_goals_are_proven_without_a_search(made: PlanInstance, levels: tuple[Level, ...]) -> None:
    """Cancelled at once, so that no search can have helped."""
    instance = replace(made, rules=replace(made.rules, levels=levels))
    plan = solve(instance, cancelled=lambda: True)
    assert verify(instance, plan) == ()
    assert (plan.status, len(plan.assignments)) == (PlanStatus.OPTIMAL, len(instance.pitches))
