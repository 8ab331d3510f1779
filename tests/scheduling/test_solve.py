"""Every hard rule changes the plan; goals are pursued in their order; a solve repeats and can be stopped."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from jury_desktop.domain.pitch import (
    Expertise,
    Level,
    LevelResult,
    PitchPlan,
    PlanInstance,
    PlanStatus,
    Progress,
)
from jury_desktop.scheduling.solve import solve
from jury_desktop.scheduling.verify import verify
from tests.scheduling import builders as a

HOUR = (a.window("wo", "13:00", "14:00"),)
TWO_HOURS = (a.window("wo", "13:00", "15:00"),)
ALONE = (Level.LEFT_OUT, Level.IDLE_ROOM)


def places(instance: PlanInstance) -> dict[str, tuple[str, int, str]]:
    """Where each pitch of the (verified, optimal) plan stands: window, room and clock."""
    plan = solve(instance)
    assert verify(instance, plan) == ()
    assert plan.status == PlanStatus.OPTIMAL
    return {it.pitch: (it.window, it.room, f"{it.start:%H:%M}") for it in plan.assignments}


def starts(instance: PlanInstance) -> list[str]:
    """When the pitches start, in order of time."""
    return sorted(clock for _, _, clock in places(instance).values())


def panel(instance: PlanInstance, name: str) -> tuple[str, ...]:
    plan = solve(instance)
    assert verify(instance, plan) == ()
    return next(it.jurors for it in plan.assignments if it.pitch == name)


def level(plan: PitchPlan, name: Level) -> LevelResult:
    return next(it for it in plan.levels if it.name == name)


def pitches(count: int, minutes: int = 30) -> list[object]:
    return [a.pitch(f"K-{n}", minutes) for n in range(1, count + 1)]


def test_pitches_follow_each_other_in_one_room() -> None:
    assert starts(a.instance(HOUR, pitches(2), [a.juror("j1")])) == ["13:00", "13:30"]


def test_a_pitch_lies_wholly_inside_its_window() -> None:
    assert places(a.instance(HOUR, [a.pitch("K-1", 61)], [a.juror("j1")])) == {}
    assert starts(a.instance(HOUR, [a.pitch("K-1", 60)], [a.juror("j1")])) == ["13:00"]


@pytest.mark.parametrize(("grid", "second"), [(5, "13:35"), (10, "13:40"), (15, "13:45")])
def test_pitches_start_on_the_grid(grid: int, second: str) -> None:
    instance = a.instance(TWO_HOURS, pitches(2, 33), [a.juror("j1")], grid_minutes=grid)
    assert starts(instance) == ["13:00", second]


def test_the_last_pitch_needs_no_changeover_after_it() -> None:
    """20, 30 and 45 minutes with ten between, on a grid of 30: they fit only with the half hour last."""
    mixed = [a.pitch("K-1", 30), a.pitch("K-2", 20), a.pitch("K-3", 45)]
    instance = a.instance(TWO_HOURS, mixed, [a.juror("j1")], grid_minutes=30, changeover_minutes=10)
    assert starts(instance) == ["13:00", "13:30", "14:30"]


@pytest.mark.parametrize(("minutes", "second"), [(0, "13:30"), (10, "13:40")])
def test_changeover_lies_between_neighbours(minutes: int, second: str) -> None:
    instance = a.instance(TWO_HOURS, pitches(2), [a.juror("j1")], changeover_minutes=minutes)
    assert starts(instance) == ["13:00", second]


@pytest.mark.parametrize(
    ("after", "minutes", "expected"),
    [
        (0, 15, ["13:00", "13:30", "14:00"]),
        (3, 15, ["13:00", "13:30", "14:00"]),
        (1, 15, ["13:00", "13:45", "14:30"]),
    ],
)
def test_a_break_comes_often_enough(after: int, minutes: int, expected: list[str]) -> None:
    rules = {"break_after": after, "break_minutes": minutes, "levels": ALONE}
    assert starts(a.instance(TWO_HOURS, pitches(3), [a.juror("j1")], **rules)) == expected


def test_a_break_among_any_three_pitches_moves_the_last() -> None:
    rules = {"break_after": 2, "break_minutes": 15, "levels": ALONE}
    found = starts(a.instance(TWO_HOURS, pitches(3), [a.juror("j1")], **rules))
    assert (found[0], found[-1]) == ("13:00", "14:15")


def test_two_rooms_hold_two_pitches_at_once() -> None:
    windows = [a.window("wo", "13:00", "13:30", rooms=2)]
    jurors = [a.juror("j1"), a.juror("j2")]
    found = places(a.instance(windows, pitches(2), jurors))
    assert sorted(found.values()) == [("wo", 1, "13:00"), ("wo", 2, "13:00")]


def test_a_juror_sits_in_one_room_at_a_time() -> None:
    windows = [a.window("wo", "13:00", "13:30", rooms=2)]
    assert len(places(a.instance(windows, pitches(2), [a.juror("j1")]))) == 1


def test_windows_that_overlap_share_their_jurors() -> None:
    windows = [a.window("a", "13:00", "13:30"), a.window("b", "13:15", "13:45")]
    assert len(places(a.instance(windows, pitches(2), [a.juror("j1")]))) == 1
    assert len(places(a.instance(windows, pitches(2), [a.juror("j1"), a.juror("j2")]))) == 2


def test_pitches_of_one_organisation_never_run_at_once() -> None:
    windows = [a.window("wo", "13:00", "13:30", rooms=2)]
    twins = [a.pitch(name, organisations=("org",)) for name in ("K-1", "K-2")]
    assert len(places(a.instance(windows, twins, [a.juror("j1"), a.juror("j2")]))) == 1


def test_the_quorum_must_be_there() -> None:
    jurors = [a.juror("j1"), a.juror("j2", a.during("13:30", "14:00"))]
    assert starts(a.instance(HOUR, pitches(1), jurors, quorum=1)) == ["13:00"]
    assert starts(a.instance(HOUR, pitches(1), jurors, quorum=2)) == ["13:30"]
    assert starts(a.instance(HOUR, pitches(1), jurors, quorum=3)) == []


def test_a_juror_must_be_available_for_the_whole_pitch() -> None:
    late = a.juror("j1", a.during("13:10", "14:00"))
    assert starts(a.instance(HOUR, pitches(1), [late])) == ["13:10"]


def test_stretches_of_availability_that_touch_are_one() -> None:
    split = a.juror("j1", a.during("13:00", "13:15"), a.during("13:15", "13:30"))
    assert starts(a.instance(HOUR, pitches(1), [split])) == ["13:00"]


def test_without_a_largest_panel_everyone_who_can_sits() -> None:
    jurors = [a.juror("j1"), a.juror("j2"), a.juror("j3", a.during("14:00", "15:00"))]
    assert panel(a.instance(HOUR, pitches(1), jurors), "K-1") == ("j1", "j2")


@pytest.mark.parametrize(("largest", "lacking"), [(2, 1), (3, 0)])
def test_the_largest_panel_is_kept(largest: int, lacking: int) -> None:
    """Three jurors are wanted who attend every window; a panel of two cannot give them."""
    jurors = [a.juror(f"j{n}") for n in range(4)]
    instance = a.instance(HOUR, pitches(1), jurors, panel_max=largest, common_jurors=3)
    plan = solve(instance)
    assert verify(instance, plan) == ()
    assert level(plan, Level.NO_COMMON_JURORS).value == lacking


def test_a_quorum_above_the_largest_panel_places_nobody() -> None:
    jurors = [a.juror(f"j{n}") for n in range(4)]
    assert places(a.instance(HOUR, pitches(1), jurors, quorum=3, panel_max=2)) == {}


def test_a_declared_conflict_keeps_a_juror_out() -> None:
    jurors = [a.juror("j1"), a.juror("j2")]
    assert panel(a.instance(HOUR, pitches(1), jurors, [("j1", "K-1")]), "K-1") == ("j2",)


def test_a_juror_of_the_same_organisation_is_kept_out() -> None:
    jurors = [a.juror("j1", organisation="org-K-1"), a.juror("j2")]
    assert panel(a.instance(HOUR, pitches(1), jurors), "K-1") == ("j2",)


def test_an_empty_organisation_is_nobodys() -> None:
    jurors = [a.juror("j1", organisation="")]
    assert panel(a.instance(HOUR, [a.pitch("K-1", organisations=("",))], jurors), "K-1") == ("j1",)


def test_a_juror_sits_no_longer_a_day_than_agreed() -> None:
    tired = a.juror("j1", max_minutes_per_day=30)
    assert len(places(a.instance(HOUR, pitches(2), [tired]))) == 1
    two_days = [*HOUR, a.window("do", "13:00", "14:00", day=15)]
    assert len(places(a.instance(two_days, pitches(2), [tired]))) == 2


def test_a_day_limit_counts_all_windows_of_the_day() -> None:
    windows = [a.window("am", "09:00", "09:30"), a.window("pm", "13:00", "13:30")]
    tired = a.juror("j1", max_minutes_per_day=30)
    assert len(places(a.instance(windows, pitches(2), [tired]))) == 1


def test_hard_expertise_wants_somebody_who_knows_a_challenge() -> None:
    knows = a.juror("j2", a.during("13:30", "14:00"), expertise=[7])
    jurors = [a.juror("j1", expertise=[1]), knows]
    asked = [a.pitch("K-1", challenges=[7])]
    assert starts(a.instance(HOUR, asked, jurors, expertise=Expertise.HARD)) == ["13:30"]
    assert starts(a.instance(HOUR, asked, [jurors[0]], expertise=Expertise.HARD)) == []
    assert starts(a.instance(HOUR, [a.pitch("K-1", challenges=[])], jurors, expertise=Expertise.HARD)) == [
        "13:00"
    ]


def test_an_expert_with_a_conflict_does_not_count() -> None:
    knows = a.juror("j2", expertise=[7])
    asked = [a.pitch("K-1", challenges=[7])]
    rules = {"expertise": Expertise.HARD}
    assert starts(a.instance(HOUR, asked, [a.juror("j1"), knows], [("j2", "K-1")], **rules)) == []
    rules["panel_max"] = 2
    assert starts(a.instance(HOUR, asked, [a.juror("j1"), knows], [("j2", "K-1")], **rules)) == []


def test_the_candidate_must_be_free() -> None:
    busy = a.pitch("K-1", unavailable=(a.during("12:00", "13:12"),))
    assert starts(a.instance(HOUR, [busy], [a.juror("j1")])) == ["13:15"]


def test_a_pin_stays_whatever_it_costs() -> None:
    pinned = a.pitch("K-1", pinned=a.slot("wo", "13:20"))
    assert places(a.instance(HOUR, [pinned, a.pitch("K-2")], [a.juror("j1")])) == {"K-1": ("wo", 1, "13:20")}


@pytest.mark.parametrize(
    "pin",
    [a.slot("wo", "13:31"), a.slot("wo", "13:03"), a.slot("wo", "13:00", room=2), a.slot("za", "13:00")],
)
def test_a_pin_that_cannot_stand_makes_the_plan_impossible(pin: object) -> None:
    plan = solve(a.instance(HOUR, [a.pitch("K-1", pinned=pin), a.pitch("K-2")], [a.juror("j1")]))
    assert (plan.status, plan.assignments, plan.levels) == (PlanStatus.INFEASIBLE, (), ())
    assert [it.pitch for it in plan.left_out] == ["K-1", "K-2"]


def test_an_announced_pitch_stays_where_it_was() -> None:
    told = a.pitch("K-1", communicated=a.slot("wo", "13:25"))
    assert places(a.instance(HOUR, [told], [a.juror("j1")])) == {"K-1": ("wo", 1, "13:25")}


def test_few_moves_come_before_short_moves() -> None:
    """Four announced pitches one of which lost its juror: it moves far, and the others stay."""
    told = [a.pitch(f"K-{n}", communicated=a.slot("wo", f"{13 + n // 2}:{n % 2 * 30:02}")) for n in range(4)]
    away = a.juror("j1", a.during("13:30", "15:00"), a.during("09:00", "12:00", 15))
    windows = [*TWO_HOURS, a.window("do", "09:00", "12:00", 15)]
    plan = solve(a.instance(windows, told, [away], break_after=0))
    assert (level(plan, Level.MOVED), level(plan, Level.MOVED_MINUTES)) == (
        LevelResult(Level.MOVED, 1, 1),
        LevelResult(Level.MOVED_MINUTES, 20 * 60, 20 * 60),
    )


def test_an_announced_pitch_is_not_the_one_left_out() -> None:
    told = a.pitch("K-2", minutes=60, communicated=a.slot("wo", "13:00"))
    plan = solve(a.instance(HOUR, [a.pitch("K-1", minutes=60), told], [a.juror("j1")]))
    assert [it.pitch for it in plan.left_out] == ["K-1"]


def test_who_was_told_a_place_keeps_one_before_a_newcomer_even_when_the_session_is_gone() -> None:
    """Moving her costs a move and minutes, dropping her only the move: her place comes before both."""
    told = a.pitch("told", minutes=60, communicated=a.slot("gone", "13:00", 9))
    plan = solve(a.instance(HOUR, [a.pitch("new", minutes=60), told], [a.juror("j1")]))
    assert [it.pitch for it in plan.left_out] == ["new"]
    assert (plan.status, level(plan, Level.TOLD_LEFT_OUT)) == (
        PlanStatus.OPTIMAL,
        LevelResult(Level.TOLD_LEFT_OUT, 0, 0),
    )


def test_no_number_of_moves_outweighs_a_told_pitch_without_a_place() -> None:
    """K-1 can only come when K-2 was told to: to keep both, both move; without K-1 only one does."""
    windows = [*HOUR, a.window("do", "13:00", "14:00", 15), a.window("vr", "13:00", "14:00", 16)]
    late = (a.during("00:00", "23:00", 14), a.during("00:00", "23:00", 16))
    told = [
        a.pitch("K-1", minutes=60, communicated=a.slot("wo", "13:00"), unavailable=late),
        a.pitch("K-2", minutes=60, communicated=a.slot("do", "13:00", 15)),
    ]
    newcomers = [a.pitch(name, minutes=60) for name in ("new", "newer")]
    plan = solve(a.instance(windows, [*newcomers, *told], [a.juror("j1")]))
    assert {"K-1", "K-2"}.isdisjoint(it.pitch for it in plan.left_out)
    assert level(plan, Level.MOVED) == LevelResult(Level.MOVED, 2, 2)


def test_wishes_are_granted_where_possible() -> None:
    windows = [*HOUR, a.window("vr", "09:00", "10:00", 16)]
    heard = [a.pitch(f"K-{n}", preferred_windows=("vr",)) for n in range(3)]
    plan = solve(a.instance(windows, heard, [a.juror("j1")]))
    assert level(plan, Level.PREFERENCE_MISSED) == LevelResult(Level.PREFERENCE_MISSED, 1, 1)


def test_an_expert_is_sought_when_that_is_a_wish() -> None:
    jurors = [a.juror("j1", expertise=[1]), a.juror("j2", a.during("13:30", "14:00"), expertise=[7])]
    asked = [a.pitch("K-1", challenges=[7])]
    assert starts(a.instance(HOUR, asked, jurors)) == ["13:30"]
    assert starts(a.instance(HOUR, asked, jurors, expertise=Expertise.OFF)) == ["13:00"]


def test_one_juror_is_sought_who_sees_every_window() -> None:
    windows = [*HOUR, a.window("vr", "09:00", "10:00", 16)]
    jurors = [
        a.juror("j1", a.during("13:00", "14:00"), a.during("09:30", "10:00", 16)),
        a.juror("j2", a.during("09:00", "09:30", 16)),
    ]
    wishes = [a.pitch("K-1", preferred_windows=("wo",)), a.pitch("K-2", preferred_windows=("vr",))]
    assert places(a.instance(windows, wishes, jurors))["K-2"] == ("vr", 1, "09:30")
    assert places(a.instance(windows, wishes, jurors, common_jurors=0))["K-2"] == ("vr", 1, "09:00")


def test_pitches_of_one_challenge_stand_together() -> None:
    themes = [[1], [2], [1], [2]]
    heard = [a.pitch(f"K-{n}", challenges=theme) for n, theme in enumerate(themes)]
    plan = solve(a.instance(TWO_HOURS, heard, [a.juror("j1")], break_after=0))
    assert level(plan, Level.CHALLENGE_CHANGES) == LevelResult(Level.CHALLENGE_CHANGES, 1, 1)


def test_a_juror_does_not_wait_for_a_pitch_of_a_friend() -> None:
    """The pitch that one juror may not hear comes first or last."""
    jurors = [a.juror("j1"), a.juror("j2")]
    found = places(a.instance(TWO_HOURS, pitches(3), jurors, [("j2", "K-2")], break_after=0))
    assert found["K-2"][2] in ("13:00", "14:00")


def test_a_window_starts_on_time() -> None:
    assert starts(a.instance(TWO_HOURS, pitches(1), [a.juror("j1")])) == ["13:00"]


def test_the_order_of_the_goals_is_a_choice() -> None:
    """Announced in one window, wished in another: what comes first in the order wins."""
    windows = [*HOUR, a.window("vr", "09:00", "10:00", 16)]
    torn = a.pitch("K-1", communicated=a.slot("wo", "13:00"), preferred_windows=("vr",))
    base = a.instance(windows, [torn], [a.juror("j1")])
    wish_first = (Level.LEFT_OUT, Level.PREFERENCE_MISSED, Level.MOVED)
    assert places(base)["K-1"][0] == "wo"
    assert places(replace(base, rules=replace(base.rules, levels=wish_first)))["K-1"][0] == "vr"


def test_when_leaving_out_is_no_goal_every_pitch_must_stand() -> None:
    base = a.instance(HOUR, pitches(3), [a.juror("j1")], levels=(Level.IDLE_ROOM,))
    assert solve(base).status == PlanStatus.INFEASIBLE
    plan = solve(replace(base, pitches=base.pitches[:2]))
    assert (plan.status, plan.levels) == (PlanStatus.OPTIMAL, (LevelResult(Level.IDLE_ROOM, 0, 0),))


@pytest.mark.parametrize(
    "instance",
    [
        a.instance((), pitches(1), [a.juror("j1")]),
        a.instance(HOUR, (), [a.juror("j1")]),
        a.instance(HOUR, pitches(1), ()),
        a.instance((), (), ()),
        a.instance(HOUR, (), (), levels=()),
    ],
    ids=["no windows", "no pitches", "no jurors", "nothing", "no goals"],
)
def test_an_instance_with_something_missing_has_an_empty_plan(instance: PlanInstance) -> None:
    assert places(instance) == {}


def test_a_call_like_lier_is_proven_on_every_goal() -> None:
    instance = a.lier()
    plan = solve(instance)
    assert verify(instance, plan) == ()
    assert plan.status == PlanStatus.OPTIMAL
    assert [it.value for it in plan.levels] == [0, 0, 0, 0, 0, 0, 0, 0, 1770, 55]


def test_full_windows_are_filled() -> None:
    instance = a.full(seed=4)
    plan = solve(instance)
    assert verify(instance, plan) == ()
    assert len(plan.assignments) == 20


def test_the_same_seed_gives_the_same_plan() -> None:
    instance = a.lier(seed=4)
    first, second = solve(instance, seed=7), solve(instance, seed=7)
    assert replace(first, seconds=0) == replace(second, seconds=0)
    assert first.seed == 7


def test_progress_names_the_goal_and_never_says_less_than_is_proven() -> None:
    heard: list[Progress] = []
    plan = solve(a.lier(seed=4), on_progress=heard.append)
    assert {it.level for it in heard} <= set(Level)
    assert all(it.steps == len(Level) and 1 <= it.step <= len(Level) for it in heard)
    assert all(it.bound is not None and it.value is not None and it.bound <= it.value for it in heard)
    last = {it.level: it.value for it in heard}
    assert {name: level(plan, name).value for name in last} == last


def test_a_stopped_solve_returns_the_best_plan_so_far() -> None:
    """Stopped when juror burden is being improved: the plan is there, whole, and says what is not proven."""
    instance = a.full(seed=6)
    stop = threading.Event()

    def heard(progress: Progress) -> None:
        if progress.level == Level.JUROR_BURDEN:
            stop.set()

    plan = solve(instance, time_limit=60, on_progress=heard, cancelled=stop.is_set)
    assert verify(instance, plan) == ()
    assert (plan.status, len(plan.assignments)) == (PlanStatus.FEASIBLE, 20)


def test_a_solve_stopped_before_it_starts_still_answers() -> None:
    instance = a.lier()
    plan = solve(instance, cancelled=lambda: True)
    assert verify(instance, plan) == ()
    assert plan.status in (PlanStatus.FEASIBLE, PlanStatus.UNKNOWN)
