"""Window by window: the plan stays sound, never gets worse, and what shares jurors is solved together."""

from __future__ import annotations

from jury_desktop.domain.pitch import Level, PlanInstance
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.measure import measure
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.solve import Wish, assignments, best_plan
from jury_desktop.scheduling.stepwise import by_windows, windows_together
from jury_desktop.scheduling.verify import broken_rules, verify
from tests.scheduling import builders as a


def values(problem: Problem, placements: list[Placement]) -> list[int]:
    found = measure(problem, placements)
    return [found[level] for level in problem.rules.levels]


def test_the_plan_gets_better_and_stays_sound() -> None:
    instance = a.large(24, 12, 3, 2, seed=3)
    problem = Problem(instance)
    draft = first_plan(problem)
    assert draft is not None
    better = by_windows(problem, Budget(4, 1), draft)
    assert broken_rules(instance, assignments(problem, better)) == ()
    assert values(problem, better) < values(problem, draft)


def test_a_pitch_without_a_place_is_given_one() -> None:
    """The draft is emptied: the rounds over the windows place every pitch again."""
    problem = Problem(a.lier(12, 6, seed=2))
    assert measure(problem, by_windows(problem, Budget(20, 1), []))[Level.LEFT_OUT] == 0


def together(instance: PlanInstance) -> list[list[str]]:
    names = [window.id for window in instance.windows]
    return [[names[w] for w in group] for group in windows_together(Problem(instance))]


def test_windows_that_overlap_are_solved_together() -> None:
    windows = [
        a.window("a", "09:00", "11:00"),
        a.window("b", "13:00", "15:00"),
        a.window("c", "10:00", "12:00"),
        a.window("d", "11:30", "13:30"),
    ]
    assert together(a.instance(windows[:3], (), ())) == [["a", "c"], ["b"]]
    assert together(a.instance(windows, (), ())) == [["a", "b", "c", "d"]]


def test_windows_of_a_day_with_a_limit_are_solved_together() -> None:
    windows = [
        a.window("am", "09:00", "12:00"),
        a.window("pm", "13:00", "16:00"),
        a.window("vr", "09:00", "12:00", 16),
    ]
    tired = a.juror("j1", max_minutes_per_day=60)
    assert together(a.instance(windows, (), [a.juror("j1")])) == [["am"], ["pm"], ["vr"]]
    assert together(a.instance(windows, (), [tired])) == [["am", "pm"], ["vr"]]


def test_an_instance_too_large_for_one_model_gets_a_plan() -> None:
    instance = a.large(60, 20, 5, 3)
    plan = best_plan(instance, Wish(time_limit=2))
    assert verify(instance, plan) == ()
    assert len(plan.assignments) == 60
