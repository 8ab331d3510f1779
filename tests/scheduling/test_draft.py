"""A first plan without search: always sound, and whole where nothing stands in the way."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from jury_desktop.domain.pitch import PlanInstance
from jury_desktop.scheduling.draft import first_plan
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.solve import assignments
from jury_desktop.scheduling.verify import broken_rules
from tests.scheduling import builders as a
from tests.scheduling.strategies import instances

WINDOW = (a.window("wo", "13:00", "15:00"),)


def clocks(instance: PlanInstance) -> dict[str, str] | None:
    found = first_plan(Problem(instance))
    if found is None:
        return None
    return {it.pitch: f"{it.window} {it.start:%H:%M}" for it in assignments(Problem(instance), found)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instances(most_pitches=6, most_jurors=5, most_windows=3))
def test_a_draft_breaks_no_rule(instance: PlanInstance) -> None:
    problem = Problem(instance)
    draft = first_plan(problem)
    assert draft is None or broken_rules(instance, assignments(problem, draft)) == ()


def test_pitches_stand_one_after_another_with_breaks() -> None:
    heard = [a.pitch(f"K-{n}") for n in range(4)]
    assert clocks(a.instance(WINDOW, heard, [a.juror("j1")], break_after=2)) == {
        "K-0": "wo 13:00",
        "K-1": "wo 13:30",
        "K-2": "wo 14:15",
    }


def test_an_announced_place_is_kept_and_a_wish_granted() -> None:
    windows = [*WINDOW, a.window("vr", "09:00", "10:00", 16)]
    told = a.pitch("K-0", communicated=a.slot("wo", "14:00"))
    wish = a.pitch("K-1", preferred_windows=("vr",))
    assert clocks(a.instance(windows, [told, wish], [a.juror("j1")])) == {
        "K-0": "wo 14:00",
        "K-1": "vr 09:00",
    }


def test_a_pin_comes_before_an_announced_place() -> None:
    rooms = [a.window("wo", "13:00", "15:00", rooms=2)]
    both = a.pitch("K-0", pinned=a.slot("wo", "14:00"), communicated=a.slot("wo", "14:00", room=2))
    draft = first_plan(Problem(a.instance(rooms, [both], [a.juror("j1")])))
    assert draft is not None
    assert [it.spot.room for it in draft] == [0]


def test_pins_that_clash_have_no_draft() -> None:
    pins = [a.pitch(f"K-{n}", pinned=a.slot("wo", "13:00")) for n in range(2)]
    assert clocks(a.instance(WINDOW, pins, [a.juror("j1")])) is None


def test_a_large_instance_is_placed_whole() -> None:
    problem = Problem(a.large(40, 15, 4, 3))
    draft = first_plan(problem)
    assert draft is not None
    assert len(draft) == 40


def test_a_first_plan_that_is_stopped_leaves_out_who_had_no_turn() -> None:
    """A lock comes first and must stand: stopped before it, there is no plan."""
    pitches = [a.pitch("K-1"), a.pitch("K-2"), a.pitch("K-3")]
    whole = a.instance((a.window("wo", "13:00", "15:00"),), pitches, [a.juror("j1")])
    turns = iter([False, True, True])
    assert [it.pitch for it in first_plan(Problem(whole), lambda: next(turns)) or ()] == [0]
    locked = (a.pitch("K-1", pinned=a.slot("wo", "13:00")), *pitches[1:])
    assert first_plan(Problem(replace(whole, pitches=locked)), lambda: True) is None
