"""The ways to divide pitches over windows: none that a plan takes is missing, or dearer than the plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import HealthCheck, given, settings

from jury_desktop.domain.pitch import Level, PlanInstance
from jury_desktop.scheduling.allotments import Allotments, allotments
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.measure import measure
from jury_desktop.scheduling.orders import Orders
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.search import search
from jury_desktop.scheduling.subsets import MANY, fewest_changes, greatest, members, set_of, sums
from tests.scheduling import builders as a
from tests.scheduling import families
from tests.scheduling.strategies import instances

LENIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]


def settled(problem: Problem, placed: list[Placement]) -> dict[Level, int]:
    """What a plan reaches on the levels before juror burden."""
    order = problem.rules.levels
    before = order[: order.index(Level.JUROR_BURDEN)] if Level.JUROR_BURDEN in order else order
    return measure(problem, placed, before)


def way_of(problem: Problem, placed: list[Placement], ways: Allotments) -> int:
    """Which of the ways a plan takes."""
    sets = [set_of(it.pitch for it in placed if it.spot.window == w) for w in problem.windows]
    return [tuple(way) for way in ways.ways.tolist()].index(tuple(sets))


def no_dearer_than_a_plan(problem: Problem, placed: list[Placement]) -> None:
    ways = allotments(problem, settled(problem, placed))
    assert ways is not None
    cost = int(ways.costs[way_of(problem, placed, ways)])
    assert cost <= measure(problem, placed)[Level.JUROR_BURDEN]


@settings(max_examples=120, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=5, most_jurors=4, most_windows=3, rooms=2))
def test_no_way_costs_more_than_a_plan_that_takes_it(instance: PlanInstance) -> None:
    problem = Problem(instance)
    placed, order = first_plan(problem), problem.rules.levels
    late = Level.LEFT_OUT in order and Level.LEFT_OUT not in settled(problem, placed or [])
    if placed is not None and not late:
        no_dearer_than_a_plan(problem, placed)


@pytest.mark.parametrize("kind", [kind for kind in families.LIER_KINDS if kind != "announced"])
def test_no_way_of_a_call_costs_more_than_a_plan_that_takes_it(kind: str) -> None:
    """The plan is the best on the levels before; nothing but luck makes it good or bad for jurors."""
    made = families.lier_size(kind, 2)
    order = made.rules.levels
    before = replace(made.rules, levels=order[: order.index(Level.JUROR_BURDEN)])
    found = search(Problem(replace(made, rules=before)), Budget(10, 1)).placements
    assert found is not None
    no_dearer_than_a_plan(Problem(made), list(found))


def test_ways_come_with_the_least_burden_first() -> None:
    problem = Problem(families.lier_size("lengths", 7))
    ways = allotments(problem, {Level.LEFT_OUT: 0, Level.CHALLENGE_CHANGES: 1})
    assert ways is not None
    assert len(ways) > 1
    assert all(one <= other for one, other in pairwise(ways.costs.tolist()))
    assert ways.below(int(ways.costs[0])) == 0
    assert ways.below(int(ways.costs[-1]) + 1) == len(ways)


def test_where_pitches_may_be_left_out_after_juror_burden_ways_are_not_looked_at() -> None:
    made = a.lier(12, 5, seed=2, levels=(Level.JUROR_BURDEN, Level.LEFT_OUT))
    assert allotments(Problem(made), {}) is None


def test_more_pitches_than_sets_can_be_counted_of_have_no_ways() -> None:
    assert allotments(Problem(a.full(seed=1)), {Level.LEFT_OUT: 0}) is None


def test_a_set_adds_up_what_its_pitches_have() -> None:
    assert sums([5, 7, 1]).tolist() == [0, 5, 7, 12, 1, 6, 8, 13]
    assert sums([[1, 0], [0, 2]]).tolist() == [[0, 0], [1, 0], [0, 2], [1, 2]]
    assert greatest([5, 7, 1]).tolist() == [0, 5, 7, 7, 1, 5, 7, 7]
    assert members(set_of([0, 3])) == [0, 3]


def test_the_fewest_changes_of_a_set_are_those_of_its_best_order() -> None:
    problem = Problem(a.lier(6, 5, seed=3))
    found = fewest_changes(problem, 5)
    for chosen in range(1, 1 << 6):
        pitches = members(chosen)
        best = min(
            sum(q not in problem.kin[p] for p, q in pairwise(order)) for order in permutations(pitches)
        )
        assert found[chosen] == (best if len(pitches) <= 5 else MANY)


def waiting(*conflicts: tuple[str, str], pitches: int, **rules: object) -> int:
    """What two jurors wait at least for pitches of half an hour in one room."""
    heard = [a.pitch(f"K-{n}") for n in range(pitches)]
    windows = [a.window("wo", "13:00", "17:00")]
    problem = Problem(a.instance(windows, heard, [a.juror("j1"), a.juror("j2")], conflicts, **rules))
    return int(Orders(problem, 0, MANY).least_waiting([set_of(range(pitches))])[0])


def test_jurors_wait_for_the_pauses_that_the_rules_ask_for() -> None:
    assert waiting(pitches=3) == 0
    assert waiting(pitches=4) == 2 * 15
    assert waiting(pitches=5, break_after=2) == 2 * 2 * 15
    assert waiting(pitches=3, changeover_minutes=5) == 2 * 2 * 5


def test_who_has_a_conflict_waits_only_for_a_pitch_that_cannot_stand_at_an_end() -> None:
    assert waiting(("j1", "K-0"), ("j1", "K-1"), pitches=3) == 0
    third = [("j1", "K-0"), ("j2", "K-1"), ("j1", "K-2")]
    assert waiting(*third, pitches=3) == 0
    assert waiting(("j1", "K-0"), ("j2", "K-1"), pitches=4) == 2 * 15 - 15
    crossed = [("j1", "K-0"), ("j1", "K-1"), ("j2", "K-2"), ("j2", "K-3")]
    assert waiting(*crossed, pitches=5) == 15
