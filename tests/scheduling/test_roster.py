"""A roster never costs more than a plan that has it, and the best plan is found by going through them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.ladder import climb
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.roster import Roster, Rosters, rosters_help
from jury_desktop.scheduling.solve import Wish, best_plan
from jury_desktop.scheduling.verify import verify
from jury_desktop.scheduling.verify_levels import recount
from tests.scheduling import builders as a
from tests.scheduling.brute_force import best_values
from tests.scheduling.strategies import instances

LENIENT = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
ORDERS = (
    (Level.LEFT_OUT, Level.JUROR_BURDEN),
    (Level.LEFT_OUT, Level.NO_COMMON_JURORS, Level.JUROR_BURDEN, Level.IDLE_ROOM),
    tuple(Level),
)


@st.composite
def chosen_panels(draw: st.DrawFn, rooms: int = 1) -> PlanInstance:
    """Pitches of half an hour, with panels to choose."""
    made = draw(instances(most_pitches=3, most_jurors=3, most_windows=2, rooms=rooms))
    rules = replace(made.rules, panel_max=draw(st.integers(1, 3)), levels=draw(st.sampled_from(ORDERS)))
    return replace(made, rules=rules, pitches=tuple(replace(it, minutes=30) for it in made.pitches))


def agrees(instance: PlanInstance) -> None:
    best = best_values(instance)
    plan = best_plan(instance, Wish(time_limit=60))
    assert verify(instance, plan) == ()
    if best is None:
        assert plan.status == PlanStatus.INFEASIBLE
        return
    assert plan.status == PlanStatus.OPTIMAL
    assert [level.value for level in plan.levels] == best
    problem, values = Problem(instance), recount(instance, plan.assignments)
    assert rosters_help(problem)
    rosters = Rosters(problem, values)
    assert rosters.least(taken_by(problem, rosters, plan), Budget(60, 1)) <= values[Level.JUROR_BURDEN]
    roster = rosters.next(Budget(60, 1), 10)
    assert roster is not None
    assert roster.cost <= values[Level.JUROR_BURDEN]
    assert roster.cost <= rosters.least(roster, Budget(60, 1))


def taken_by(problem: Problem, rosters: Rosters, plan: PitchPlan) -> Roster:
    """The roster of a plan; of jurors who are alike those with the later windows first."""
    ids = [window.id for window in problem.instance.windows]
    sits = {(name, ids.index(it.window)) for it in plan.assignments for name in it.jurors}
    attends = [
        frozenset(w for w in problem.windows if (juror.id, w) in sits) for juror in problem.instance.jurors
    ]
    for jurors in rosters.alike:
        windows = sorted((attends[j] for j in jurors), key=lambda it: -sum(2**w for w in it))
        for j, those in zip(jurors, windows, strict=True):
            attends[j] = those
    return Roster(tuple(attends), 0)


@settings(max_examples=90, deadline=None, suppress_health_check=LENIENT)
@given(chosen_panels())
def test_no_plan_with_chosen_panels_is_better(instance: PlanInstance) -> None:
    """By brute force; and no roster is dearer than the best plan."""
    agrees(instance)


@settings(max_examples=40, deadline=None, suppress_health_check=LENIENT)
@given(chosen_panels(rooms=2))
def test_no_plan_with_chosen_panels_in_two_rooms_is_better(instance: PlanInstance) -> None:
    agrees(instance)


def test_when_juror_burden_is_no_goal_there_are_no_rosters() -> None:
    made = three_for_two()
    few = replace(made, rules=replace(made.rules, levels=(Level.LEFT_OUT, Level.IDLE_ROOM)))
    plan = best_plan(few, Wish(time_limit=60))
    assert (verify(few, plan), plan.status) == ((), PlanStatus.OPTIMAL)


def three_for_two() -> PlanInstance:
    """Two pitches, panels of two, and three jurors who could all hear both."""
    windows = [a.window("wo", "13:00", "14:00")]
    jurors = [a.juror(f"j{n}") for n in range(3)]
    heard = [a.pitch(f"K-{n}") for n in range(2)]
    return a.instance(windows, heard, jurors, quorum=2, panel_max=2, levels=ORDERS[0])


def test_rosters_come_in_order_of_cost_and_end() -> None:
    """Two jurors who sit twice, or three: two hours and an hour apart, or three hours and half an hour."""
    rosters = Rosters(Problem(three_for_two()), dict.fromkeys(Level, 0))
    costs = []
    while roster := rosters.next(Budget(60, 1), 10):
        costs.append((sorted(map(len, roster.attends)), roster.cost))
        rosters.exclude(roster)
    assert costs == [([0, 1, 1], 120 + 60), ([1, 1, 1], 180 + 30)]
    assert rosters.exhausted


def test_jurors_wait_for_a_break_when_no_more_than_one_quorum_comes() -> None:
    """Four pitches with a break after two: two jurors wait a quarter of an hour, as no third can come."""
    windows = [a.window("wo", "13:00", "16:00")]
    heard = [a.pitch(f"K-{n}") for n in range(4)]
    rules = {"quorum": 2, "panel_max": 2, "break_after": 2, "levels": ORDERS[0]}
    instance = a.instance(windows, heard, [a.juror("j1"), a.juror("j2")], **rules)
    roster = Rosters(Problem(instance), dict.fromkeys(Level, 0)).next(Budget(60, 1), 10)
    assert roster is not None
    assert roster.cost == 2 * 60 + 2 * 15


def test_jurors_who_stay_from_rank_to_rank_cannot_share_the_pitches_as_they_like() -> None:
    """Panels of two, four pitches, three jurors: one hears all and waits at the break, two hear half."""
    windows = [a.window("wo", "13:00", "16:00")]
    heard = [a.pitch(f"K-{n}") for n in range(4)]
    rules = {"quorum": 2, "panel_max": 2, "break_after": 2, "levels": ORDERS[0]}
    jurors = [a.juror(f"j{n}") for n in range(3)]
    rosters = Rosters(Problem(a.instance(windows, heard, jurors, **rules)), dict.fromkeys(Level, 0))
    roster = rosters.next(Budget(60, 1), 10)
    assert roster is not None
    assert list(map(len, roster.attends)) == [1, 1, 1]
    assert roster.cost == 3 * 60 + 15 + 30
    assert rosters.least(roster, Budget(60, 1)) == 3 * 60 + 15 + 2 * 30


def test_rosters_keep_to_the_numbers_of_pitches_that_are_possible() -> None:
    """Both pitches in the first window, or both in the second; two rosters less than with one in each."""
    windows = [a.window("wo", "13:00", "14:00"), a.window("do", "13:00", "14:00", 15)]
    made = replace(three_for_two(), windows=tuple(windows))
    free = Rosters(Problem(made), dict.fromkeys(Level, 0))
    bound = Rosters(Problem(made), dict.fromkeys(Level, 0), [(1, 1)])
    first, other = free.next(Budget(60, 1), 10), bound.next(Budget(60, 1), 10)
    assert first is not None
    assert other is not None
    assert all(len(windows) <= 1 for windows in first.attends)
    assert len(frozenset().union(*other.attends)) == 2
    assert first.cost < other.cost


def test_a_roster_shows_that_a_plan_of_a_call_is_nearly_the_best() -> None:
    """With everything in one model no more than two thirds of the burden were proven."""
    problem = Problem(a.lier(13, 5, seed=4, panel_max=4))
    burden = next(it for it in climb(problem, Budget(10, 1)).levels if it.name == Level.JUROR_BURDEN)
    assert burden.bound >= 0.85 * burden.value


def test_pitches_of_several_lengths_have_no_rosters() -> None:
    made = three_for_two()
    longer = replace(made, pitches=(replace(made.pitches[0], minutes=25), made.pitches[1]))
    assert rosters_help(Problem(made))
    assert not rosters_help(Problem(longer))
    assert not rosters_help(Problem(replace(made, rules=replace(made.rules, panel_max=None))))
