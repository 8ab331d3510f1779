"""Whatever the instance, the plan passes the verifier, and no plan at all is better than an optimal one.

Five hundred random instances together; and what is said to clash does, and nothing of it can be missed.
"""

from hypothesis import HealthCheck, given, settings

from jury_desktop.domain.pitch import PlanInstance, PlanStatus
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.clash import Trials, smallest_clash
from jury_desktop.scheduling.drop import only, without
from jury_desktop.scheduling.facts import facts_of
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.verify import verify
from jury_desktop.scheduling.verify_levels import recount
from tests.scheduling.brute_force import best_values
from tests.scheduling.strategies import instances

LENIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=120, deadline=None, suppress_health_check=LENIENT)
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


@settings(max_examples=260, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=3, most_windows=2, rooms=1))
def test_no_plan_of_a_tiny_instance_is_better(instance: PlanInstance) -> None:
    agrees_with_brute_force(instance)


@settings(max_examples=120, deadline=None, suppress_health_check=LENIENT)
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


@settings(max_examples=60, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=2, most_jurors=2, most_windows=1, rooms=1))
def test_facts_that_clash_are_impossible_and_none_is_too_many(instance: PlanInstance) -> None:
    """By brute force: with these facts alone no plan exists; without any one of them there is one."""
    wanted = only(instance, [pitch.id for pitch in instance.pitches])
    if best_values(wanted) is not None:
        return
    facts = facts_of(wanted)
    clash = smallest_clash(wanted, facts, Trials(10_000, 600, each=60))
    rest = [fact for fact in facts if fact not in clash]
    assert best_values(without(wanted, rest)) is None
    for fact in clash:
        assert best_values(without(wanted, [*rest, fact])) is not None, fact
