"""Part by part: the plan stays sound, never gets worse, and no more is called proven than is."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.pitch import Level, PlanInstance, Progress
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.clash import Trials
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.exchange import fewer_changes
from jury_desktop.scheduling.measure import measure
from jury_desktop.scheduling.part import Part
from jury_desktop.scheduling.paths import reseat
from jury_desktop.scheduling.problem import Placement, Problem, Spot
from jury_desktop.scheduling.rhythm import better_times
from jury_desktop.scheduling.solve import Wish, assignments, best_plan
from jury_desktop.scheduling.verify import broken_rules, verify
from jury_desktop.scheduling.wide import Wide
from tests.scheduling import builders as a
from tests.scheduling import families

pytestmark = pytest.mark.xdist_group("large plans")


def drafted(instance: PlanInstance) -> tuple[Problem, list[Placement]]:
    problem = Problem(instance)
    draft = first_plan(problem)
    assert draft is not None
    return problem, draft


def values(problem: Problem, placements: list[Placement]) -> list[int]:
    found = measure(problem, placements)
    return [found[level] for level in problem.rules.levels]


@pytest.mark.parametrize("kind", families.LARGE_KINDS)
def test_the_plan_gets_better_and_stays_sound(kind: str) -> None:
    instance = families.many(kind, 40, seed=3)
    problem, draft = drafted(instance)
    wide = Wide(problem, Budget(3, 1), draft, {})
    better = wide.improve()
    assert broken_rules(instance, assignments(problem, better)) == ()
    assert values(problem, better) < values(problem, draft)
    assert [level.value for level in wide.results()] == values(problem, better)


@pytest.mark.parametrize("rules", [{}, {"panel_max": 4}], ids=["everyone", "panels"])
def test_windows_that_run_beside_each_other_share_their_jurors(rules: dict[str, int]) -> None:
    made = a.large(36, 16, 4, 2, seed=5)
    late = timedelta(hours=2)
    beside = [replace(it, id=f"{it.id}b", start=it.start + late, rooms=1) for it in made.windows[:2]]
    instance = replace(made, windows=(*made.windows, *beside), rules=replace(made.rules, **rules))
    problem, draft = drafted(instance)
    better = Wide(problem, Budget(3, 1), draft, {}).improve()
    assert broken_rules(instance, assignments(problem, better)) == ()


def test_a_pitch_without_a_place_is_given_one() -> None:
    problem = Problem(a.large(20, 9, 3, 2))
    assert measure(problem, Wide(problem, Budget(6, 1), [], {}).improve())[Level.LEFT_OUT] == 0


def test_an_instance_too_large_for_one_model_gets_a_plan() -> None:
    instance = a.large(60, 20, 5, 3)
    plan = best_plan(instance, Wish(time_limit=2))
    assert verify(instance, plan) == ()
    assert len(plan.assignments) == 60


def test_progress_tells_value_and_bound_and_a_cancelled_solve_keeps_the_best() -> None:
    told: list[Progress] = []
    instance = a.large(60, 20, 5, 3)
    wish = Wish(60, on_progress=told.append, cancelled=lambda: len(told) >= 3)
    plan = best_plan(instance, wish)
    assert verify(instance, plan) == ()
    last = next(level for level in plan.levels if level.name == told[-1].level)
    assert (told[-1].value, told[-1].bound) == (last.value, last.bound)
    assert all(it.bound is not None and it.value is not None and it.bound <= it.value for it in told)


def test_the_same_seed_gives_the_same_plan() -> None:
    """The work decides where it ends; the clock is far away."""
    problem, draft = drafted(families.many("panels", 40))

    def improved(seed: int) -> list[Placement]:
        budget = Budget(600, seed)
        budget.work = 0.4
        return Wide(problem, budget, draft, {}).improve()

    assert improved(1) == improved(1)


def part_of(problem: Problem, plan: list[Placement]) -> Part:
    rows = frozenset(((0, 0), (0, 1), (1, 2)))
    return Part(problem, plan, rows, (), problem.rules.levels[:4])


def test_a_part_put_back_as_it_was_is_the_plan() -> None:
    problem, draft = drafted(families.many("crowded", 40))
    part = part_of(problem, draft)
    assert sorted(part.joined(part.start()), key=lambda it: it.pitch) == sorted(
        draft, key=lambda it: it.pitch
    )


def test_in_a_part_nobody_is_free_who_sits_in_the_rest() -> None:
    instance = a.instance(
        [a.window("w", "09:00", "10:00", rooms=2)],
        [a.pitch("p", 30), a.pitch("q", 30, organisations=["org-p"])],
        [a.juror("j"), a.juror("k")],
        panel_max=1,
    )
    problem, draft = drafted(instance)
    (here,) = [it for it in draft if it.pitch == 0]
    part = Part(problem, draft, {(0, 1 - here.spot.room)}, (1,), problem.rules.levels)
    busy = next(iter(here.panel))
    end = here.spot.start + 30
    spans = [range(start, start + 30) for start in part.problem.starts[part.pitches.index(1)][0]]
    assert all(here.spot.start not in span and end - 1 not in span for span in spans)
    assert all(b <= here.spot.start or end <= a_ for a_, b in part.problem.free[busy][0])


def test_new_panels_for_known_times_cost_the_jurors_less() -> None:
    instance = families.many("panels", 40)
    problem, draft = drafted(instance)
    panels = reseat(problem, draft, 0, (), Budget(20, 1), list(problem.jurors))
    assert panels is not None
    seated = [Placement(it.pitch, it.spot, panels.get(it.pitch, it.panel)) for it in draft]
    assert broken_rules(instance, assignments(problem, seated)) == ()
    assert measure(problem, seated)[Level.JUROR_BURDEN] < measure(problem, draft)[Level.JUROR_BURDEN]


def test_when_rooms_pause_in_turn_jurors_need_not_wait() -> None:
    """Two rooms, a break in each: out of step there is always a room to walk over to."""
    windows = [a.window("w", "09:00", "13:00", rooms=2)]
    pitches = [a.pitch(f"p{n}", 35) for n in range(10)]
    instance = a.instance(windows, pitches, [a.juror(f"j{n}") for n in range(8)], quorum=1)
    problem, draft = drafted(instance)
    times = better_times(problem, draft, 0, random.Random(1), Budget(600, 1), 2000)
    assert times is not None
    panels = reseat(problem, times, 0, (), Budget(600, 1), list(problem.jurors), anew=True)
    assert panels is not None
    rested = [Placement(it.pitch, it.spot, panels[it.pitch]) for it in times]
    assert broken_rules(instance, assignments(problem, rested)) == ()
    assert measure(problem, draft)[Level.JUROR_BURDEN] == 8 * (60 + 15)
    assert measure(problem, rested)[Level.JUROR_BURDEN] < 8 * 60 + 60


def test_capacity_absence_and_wishes_bound_the_levels() -> None:
    away = a.during("09:00", "12:00", 16)
    windows = [a.window("wo", "13:00", "14:00"), a.window("vr", "09:00", "10:00", 16)]
    pitches = [
        a.pitch("p0", 30, preferred_windows=("vr",), unavailable=(away,)),
        a.pitch("p1", 30, challenges=[9], communicated=a.slot("vr", "09:10", 16)),
        *(a.pitch(f"p{n}", 30) for n in range(2, 6)),
    ]
    instance = a.instance(windows, pitches, [a.juror("j")], grid_minutes=30)
    full = dict.fromkeys(Level, 100) | {Level.LEFT_OUT: 0}
    assert bounds(Problem(instance), dict.fromkeys(Level, 100))[Level.LEFT_OUT] == 2
    found = bounds(Problem(instance), full)
    assert (found[Level.MOVED], found[Level.MOVED_MINUTES]) == (1, 10)
    assert (found[Level.PREFERENCE_MISSED], found[Level.NO_EXPERT]) == (1, 1)
    assert found[Level.JUROR_BURDEN] == 120


def test_a_plan_made_part_by_part_gives_a_place_back_to_who_was_told_one() -> None:
    told = a.pitch("told", 60, communicated=a.slot("gone", "13:00", 9))
    windows = [a.window("wo", "13:00", "14:00"), a.window("vr", "09:00", "10:00", 16)]
    instance = a.instance(windows, [a.pitch("p0", 60), a.pitch("p1", 60), told], [a.juror("j")])
    problem = Problem(instance)
    newcomers = [Placement(p, Spot(p, 0, 0), frozenset({0})) for p in (0, 1)]
    assert measure(problem, newcomers)[Level.TOLD_LEFT_OUT] == 1
    found = measure(problem, Wide(problem, Budget(6, 1), newcomers, {}).improve())
    assert (found[Level.LEFT_OUT], found[Level.TOLD_LEFT_OUT]) == (1, 0)


@pytest.mark.parametrize("kind", ["one theme", "everyone"])
def test_pitches_of_one_challenge_come_to_stand_together(kind: str) -> None:
    """Only pitches change places: times and rooms in use are the same, and every rule is kept."""
    instance = families.many(kind, 40)
    problem, draft = drafted(instance)
    found = fewer_changes(problem, draft, random.Random(1), Budget(600, 1), 8000)
    assert broken_rules(instance, assignments(problem, found)) == ()
    assert {it.spot for it in found} == {it.spot for it in draft}
    before, after = measure(problem, draft), measure(problem, found)
    assert after[Level.CHALLENGE_CHANGES] < before[Level.CHALLENGE_CHANGES]
    assert after[Level.PREFERENCE_MISSED] <= before[Level.PREFERENCE_MISSED]


def test_what_cannot_be_explained_by_one_model_is_said_to_be_unproven() -> None:
    """A question about far too many pitches is answered from capacity or left open."""
    instance = a.large(130, 12, 10, 2)
    trials = Trials(10, 20)
    assert trials.possible(instance) is False
    assert trials.levels(instance) == ()
