"""Whatever the instance, the plan passes the verifier, and no plan at all is better than an optimal one."""

from hypothesis import HealthCheck, given, settings

from jury_desktop.domain.pitch import PlanInstance, PlanStatus
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.verify import verify
from jury_desktop.scheduling.verify_levels import recount
from tests.scheduling.brute_force import best_values
from tests.scheduling.strategies import instances

LENIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=30, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=5, most_jurors=4, most_windows=3))
def test_every_plan_passes_the_verifier(instance: PlanInstance) -> None:
    assert verify(instance, best_plan(instance, Wish(time_limit=5))) == ()


def agrees_with_brute_force(instance: PlanInstance) -> None:
    plan = best_plan(instance, Wish(time_limit=30))
    best = best_values(instance)
    if best is None:
        assert plan.status == PlanStatus.INFEASIBLE
    else:
        assert plan.status == PlanStatus.OPTIMAL
        assert [level.value for level in plan.levels] == best
        read = bounds(Problem(instance), recount(instance, plan.assignments))
        assert all(read.get(level.name, 0) <= level.value for level in plan.levels)


@settings(max_examples=30, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=3, most_windows=2, rooms=1))
def test_no_plan_of_a_tiny_instance_is_better(instance: PlanInstance) -> None:
    agrees_with_brute_force(instance)


@settings(max_examples=20, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=2, most_windows=1, rooms=2))
def test_no_plan_with_two_rooms_is_better(instance: PlanInstance) -> None:
    agrees_with_brute_force(instance)


@settings(max_examples=10, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=3, most_windows=2))
def test_every_pitch_without_a_place_has_a_reason(instance: PlanInstance) -> None:
    plan = solve(instance, time_limit=5)
    assert verify(instance, plan) == ()
    assert all(it.reasons for it in plan.left_out)
    assert bool(plan.explanation) == bool(plan.left_out or plan.status == PlanStatus.INFEASIBLE)
