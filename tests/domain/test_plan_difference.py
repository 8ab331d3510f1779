"""Two plans beside each other: what moved, came, went, and who sits elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from jury_desktop.domain.pitch import Assignment, Expertise, Level, LevelResult, PitchPlan, PlanStatus
from jury_desktop.domain.plan_difference import (
    ChangeKind,
    PlanChange,
    counts,
    level_changes,
    missing,
    plan_changes,
)
from tests.scheduling import builders as a

ONE = datetime(2023, 6, 14, 13, tzinfo=UTC)


def place(pitch: str, minutes: int = 0, jurors: str = "ab", room: int = 1) -> Assignment:
    start = ONE + timedelta(minutes=minutes)
    return Assignment(pitch, "wo", room, start, start + timedelta(minutes=35), tuple(jurors))


def plan(*places: Assignment, **levels: int) -> PitchPlan:
    results = tuple(LevelResult(Level(name), value, value) for name, value in levels.items())
    return PitchPlan(PlanStatus.OPTIMAL, results, places, (), (), 0.1, 1)


def test_a_plan_is_no_different_from_itself_in_whatever_order_the_panel_is_written() -> None:
    assert plan_changes(plan(place("K-01", jurors="ab")), plan(place("K-01", jurors="ba"))) == ()


def test_whose_goal_is_missed_is_known_by_pitch() -> None:
    instance = a.instance(
        [a.window("wo", "13:00", "15:00"), a.window("vr", "09:00", "10:00", 16)],
        [
            a.pitch("K-01", preferred_windows=("vr",), challenges=[9]),
            a.pitch("K-02", preferred_windows=("wo",), communicated=a.slot("wo", "13:00")),
            a.pitch("K-03", preferred_windows=("vr",), communicated=a.slot("wo", "13:00")),
        ],
        [a.juror("a"), a.juror("b")],
    )
    made = plan(place("K-01"), place("K-02", 35))
    assert {level: found for level in Level if (found := missing(instance, made, level))} == {
        Level.TOLD_LEFT_OUT: ("K-03",),
        Level.PREFERENCE_MISSED: ("K-01",),
        Level.NO_EXPERT: ("K-01",),
    }
    indifferent = replace(instance, rules=replace(instance.rules, expertise=Expertise.OFF))
    assert missing(indifferent, made, Level.NO_EXPERT) == ()


def test_every_kind_of_change_is_told_in_the_order_of_the_later_plan() -> None:
    before = plan(place("K-01"), place("K-02", 35), place("K-03", 70), place("K-04", 105))
    after = plan(place("K-04", 0), place("K-02", 35, "ac"), place("K-05", 70), place("K-03", 70, room=2))

    found = plan_changes(before, after)

    assert [(each.pitch, each.kind) for each in found] == [
        ("K-04", ChangeKind.MOVED),
        ("K-02", ChangeKind.PANEL),
        ("K-05", ChangeKind.PLACED),
        ("K-03", ChangeKind.MOVED),
        ("K-01", ChangeKind.GONE),
    ]
    assert (found[0].shift, found[1].shift, found[4].shift) == (
        timedelta(minutes=-105),
        timedelta(),
        timedelta(),
    )
    assert (found[1].came, found[1].left) == (("c",), ("b",))
    assert (found[2].came, found[2].left) == ((), ())
    assert counts(found)[ChangeKind.MOVED] == 2


def test_a_change_knows_what_it_was_and_what_it_becomes() -> None:
    before, after = place("K-01"), place("K-01", 35)
    assert plan_changes(plan(before), plan(after)) == (PlanChange("K-01", before, after),)


def test_only_goals_that_both_pursue_are_compared() -> None:
    before, after = plan(left_out=0, moved=1, idle_room=30), plan(left_out=1, moved=1, juror_burden=9)
    assert level_changes(before, after) == ((Level.LEFT_OUT, 0, 1),)
    assert level_changes(before, replace(before)) == ()
