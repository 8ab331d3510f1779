"""The verifier finds every kind of corruption, each in a plan that was sound before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.pitch import (
    Assignment,
    Expertise,
    LeftOut,
    Level,
    LevelResult,
    PitchPlan,
    PlanInstance,
    PlanStatus,
)
from jury_desktop.scheduling.verify import verify
from jury_desktop.scheduling.verify_levels import recount
from jury_desktop.wording import render
from tests.scheduling import builders as a

WINDOWS = (a.window("wo", "13:00", "17:00", rooms=2), a.window("vr", "09:00", "12:00", 16))
JURORS = (
    a.juror("j1", organisation="bank"),
    a.juror("j2"),
    a.juror("j3", a.during("13:00", "17:00"), max_minutes_per_day=60),
)
INSTANCE = a.instance(
    WINDOWS,
    [
        a.pitch("A", organisations=("red",), unavailable=(a.during("16:00", "17:00"),)),
        a.pitch("B", organisations=("blue",)),
        a.pitch("C", organisations=("blue",), pinned=a.slot("vr", "09:00", 16)),
        a.pitch("D", organisations=("bank",)),
    ],
    JURORS,
    [("j3", "B")],
    quorum=2,
    break_after=1,
    break_minutes=10,
    changeover_minutes=5,
)


def placed(name: str, window: str, start: str, day: int, jurors: str, room: int = 1) -> Assignment:
    begin = a.at(start, day)
    return Assignment(name, window, room, begin, begin + timedelta(minutes=30), tuple(jurors.split()))


SOUND = (
    placed("A", "wo", "13:00", 14, "j1 j2 j3"),
    placed("B", "wo", "13:40", 14, "j1 j2"),
    placed("C", "vr", "09:00", 16, "j1 j2"),
)


def plan(
    *assignments: Assignment,
    instance: PlanInstance = INSTANCE,
    left_out: tuple[str, ...] = ("D",),
    **changes: object,
) -> PitchPlan:
    """A plan that claims nothing it has not: its levels are counted, its bounds are 0."""
    values = recount(instance, assignments)
    levels = tuple(LevelResult(level, values[level], 0) for level in instance.rules.levels)
    outs = tuple(LeftOut(name, ()) for name in left_out)
    whole = PitchPlan(PlanStatus.FEASIBLE, levels, assignments, outs, (), 0.1, 1)
    return replace(whole, **changes)  # type: ignore[arg-type]


def keys(instance: PlanInstance, found: PitchPlan) -> set[str]:
    problems = verify(instance, found)
    assert all(render(problem) != problem.key for problem in problems)
    return {problem.key.removeprefix("scheduling.broken_") for problem in problems}


def test_a_sound_plan_has_no_problems() -> None:
    assert verify(INSTANCE, plan(*SOUND)) == ()


def change(name: str, **values: object) -> Callable[[], tuple[Assignment, ...]]:
    return lambda: tuple(
        replace(it, **values) if it.pitch == name else it  # type: ignore[arg-type]
        for it in SOUND
    )


def moved(
    name: str, window: str, start: str, day: int, room: int = 1, minutes: int = 30
) -> dict[str, object]:
    begin = a.at(start, day)
    return {"window": window, "room": room, "start": begin, "end": begin + timedelta(minutes=minutes)}


@pytest.mark.parametrize(
    ("corrupt", "key"),
    [
        (change("A", **moved("A", "wo", "12:55", 14)), "window"),
        (change("A", **moved("A", "vr", "13:00", 14)), "window"),
        (change("A", **moved("A", "wo", "13:02", 14)), "grid"),
        (change("A", **moved("A", "wo", "13:00", 14, minutes=35)), "length"),
        (change("A", **moved("A", "wo", "13:00", 14, room=3)), "room"),
        (change("A", **moved("A", "wo", "13:00", 14, room=0)), "room"),
        (change("A", **moved("A", "wo", "15:35", 14)), "candidate"),
        (change("A", jurors=("j1",)), "quorum"),
        (change("A", jurors=("j1", "j2")), "kept_out"),
        (change("A", jurors=("j1", "j2", "j2")), "seated_twice"),
        (change("A", jurors=("j1", "j2", "j9")), "unknown"),
        (change("A", window="za"), "unknown"),
        (change("A", pitch="Z"), "unknown"),
        (change("B", jurors=("j1", "j2", "j3")), "conflict"),
        (change("C", jurors=("j1", "j2", "j3")), "absent"),
        (change("B", **moved("B", "wo", "13:20", 14)), "overlap"),
        (change("B", **moved("B", "wo", "13:30", 14)), "changeover"),
        (change("B", **moved("B", "wo", "13:35", 14)), "break"),
        (change("B", **moved("B", "wo", "13:20", 14, room=2)), "juror_twice"),
        (change("C", **moved("C", "vr", "09:30", 16)), "pin"),
        (lambda: SOUND[:2], "pin"),
        (lambda: (*SOUND, SOUND[0]), "placed_twice"),
        (lambda: (*SOUND, placed("D", "wo", "15:00", 14, "j1 j2 j3")), "conflict"),
    ],
)
def test_a_broken_rule_is_found(corrupt: Callable[[], tuple[Assignment, ...]], key: str) -> None:
    assignments = corrupt()
    whole = plan(*SOUND) if key in ("unknown", "placed_twice") else plan(*assignments)
    assert key in keys(INSTANCE, replace(whole, assignments=assignments))


def test_one_organisation_at_two_places_at_once_is_found() -> None:
    free = replace(INSTANCE, pitches=tuple(replace(it, pinned=None) for it in INSTANCE.pitches))
    twice = (placed("B", "wo", "13:00", 14, "j1 j2"), placed("C", "wo", "13:20", 14, "j1 j2", room=2))
    assert "organisation" in keys(free, plan(*twice, instance=free, left_out=("A", "D")))


def test_too_long_a_day_is_found() -> None:
    short = replace(INSTANCE, jurors=(*JURORS[:2], replace(JURORS[2], max_minutes_per_day=29)))
    assert keys(short, plan(*SOUND, instance=short)) == {"day"}


def test_too_large_a_panel_is_found() -> None:
    small = replace(INSTANCE, rules=replace(INSTANCE.rules, panel_max=2))
    assert keys(small, plan(*SOUND, instance=small)) == {"panel_max"}


def test_a_missing_expert_is_found_when_one_is_demanded() -> None:
    strict = replace(
        INSTANCE,
        rules=replace(INSTANCE.rules, expertise=Expertise.HARD),
        jurors=tuple(replace(juror, expertise=(7,)) for juror in JURORS),
    )
    assert keys(strict, plan(*SOUND, instance=strict)) == {"expert"}


def test_everyone_who_can_allows_for_the_day_limit() -> None:
    """j3 may sit an hour: with half an hour done elsewhere there is room, with more there is not."""
    extra = a.pitch("E", organisations=("grey",), minutes=45)
    busy = replace(INSTANCE, pitches=(*INSTANCE.pitches, extra))
    late = Assignment("E", "wo", 1, a.at("14:20"), a.at("15:05"), ("j1", "j2"))
    assert verify(busy, plan(*SOUND, late, instance=busy)) == ()


@pytest.mark.parametrize(
    ("left_out", "key"),
    [((), "left_out"), (("A", "D"), "left_out")],
    ids=["forgotten", "both"],
)
def test_every_pitch_is_accounted_for_once(left_out: tuple[str, ...], key: str) -> None:
    assert keys(INSTANCE, plan(*SOUND, left_out=left_out)) == {key}


@pytest.mark.parametrize("name", list(Level))
def test_a_wrong_value_is_found_on_every_level(name: Level) -> None:
    whole = plan(*SOUND)
    levels = tuple(replace(it, value=it.value + 1) if it.name == name else it for it in whole.levels)
    assert keys(INSTANCE, replace(whole, levels=levels)) == {"level"}


def test_a_bound_above_the_value_is_found() -> None:
    whole = plan(*SOUND)
    levels = (replace(whole.levels[0], bound=2), *whole.levels[1:])
    assert keys(INSTANCE, replace(whole, levels=levels)) == {"bound"}


def test_levels_in_another_order_are_found() -> None:
    whole = plan(*SOUND)
    assert keys(INSTANCE, replace(whole, levels=whole.levels[::-1])) == {"level_names"}


def test_optimal_is_only_said_of_what_is_proven() -> None:
    assert keys(INSTANCE, plan(*SOUND, status=PlanStatus.OPTIMAL)) == {"status"}
    whole = plan(*SOUND)
    proven = tuple(replace(it, bound=it.value) for it in whole.levels)
    assert keys(INSTANCE, replace(whole, levels=proven)) == {"status"}
    assert keys(INSTANCE, replace(whole, levels=proven, status=PlanStatus.OPTIMAL)) == set()


def test_no_plan_is_empty() -> None:
    none = plan(left_out=("A", "B", "C", "D"), status=PlanStatus.INFEASIBLE, levels=())
    assert verify(INSTANCE, none) == ()
    assert keys(INSTANCE, plan(*SOUND, status=PlanStatus.INFEASIBLE)) == {"status"}
