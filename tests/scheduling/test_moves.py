"""A block dragged by hand: what it would break, what it would cost, and when two change places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Level, Move, PlanInstance, PlanStatus, Slot
from jury_desktop.scheduling.moves import try_move
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.verify import verify
from jury_desktop.wording import render
from tests.scheduling import builders as a

WINDOWS = (a.window("wo", "13:00", "14:30"), a.window("vr", "09:00", "10:00", 16))


def tried(instance: PlanInstance, pitch: str, slot: Slot) -> Move:
    """The verdict; a legal one comes with a plan that passes the verifier."""
    move = try_move(instance, solve(instance), pitch, slot)
    assert move.legal == (move.reasons == ()) == (move.plan is not None)
    if move.plan is not None:
        assert verify(instance, move.plan) == ()
    return move


def keys(move: Move) -> set[str]:
    return {reason.key.removeprefix("scheduling.broken_") for reason in move.reasons}


def where(move: Move) -> dict[str, str]:
    assert move.plan is not None
    return {it.pitch: f"{it.window} {it.start:%H:%M}" for it in move.plan.assignments}


def three(**rules: object) -> PlanInstance:
    heard = [
        a.pitch(f"K-{n}", communicated=a.slot("wo", clock)) for n, clock in enumerate(("13:00", "13:30"))
    ]
    return a.instance(
        WINDOWS, [*heard, a.pitch("K-2", challenges=[7])], [a.juror("j1"), a.juror("j2")], **rules
    )


def test_a_free_slot_is_legal() -> None:
    move = tried(three(), "K-2", a.slot("vr", "09:30", 16))
    assert where(move) == {"K-0": "wo 13:00", "K-1": "wo 13:30", "K-2": "vr 09:30"}
    assert move.also_moved == ()


def test_the_cost_of_a_move_is_told_level_by_level() -> None:
    move = tried(
        three(levels=(Level.LEFT_OUT, Level.MOVED, Level.MOVED_MINUTES)), "K-0", a.slot("wo", "14:00")
    )
    assert move.worse == ((Level.MOVED, 0, 1), (Level.MOVED_MINUTES, 0, 60))


def test_panels_follow_the_slot() -> None:
    late = a.juror("j3", a.during("09:30", "10:00", 16))
    base = three()
    instance = replace(base, jurors=(*base.jurors, late))
    move = tried(instance, "K-2", a.slot("vr", "09:30", 16))
    assert move.plan is not None
    assert [it.jurors for it in move.plan.assignments if it.pitch == "K-2"] == [("j1", "j2", "j3")]


def test_two_pitches_change_places() -> None:
    move = tried(three(), "K-0", a.slot("wo", "13:30"))
    assert (where(move)["K-0"], where(move)["K-1"]) == ("wo 13:30", "wo 13:00")
    assert move.also_moved == ("K-1",)


def test_a_swap_that_breaks_a_rule_is_refused_with_the_reasons_of_the_move() -> None:
    base = three()
    stuck = replace(base.pitches[1], unavailable=(a.during("13:00", "13:30"),))
    instance = replace(base, pitches=(base.pitches[0], stuck, base.pitches[2]))
    assert keys(tried(instance, "K-0", a.slot("wo", "13:30"))) == {"overlap"}


def test_a_pitch_left_out_does_not_push_another_off() -> None:
    heard = [a.pitch(f"K-{n}", 60) for n in range(2)]
    instance = a.instance([a.window("wo", "13:00", "14:00")], heard, [a.juror("j1")])
    plan = solve(instance)
    out = plan.left_out[0].pitch
    move = try_move(instance, plan, out, a.slot("wo", "13:00"))
    assert keys(move) == {"overlap"}


def test_a_pitch_left_out_gets_the_place_that_is_free() -> None:
    instance = a.instance(WINDOWS, [a.pitch("K-0")], [a.juror("j1")])
    nothing = replace(solve(instance), assignments=())
    assert where(try_move(instance, nothing, "K-0", a.slot("vr", "09:00", 16))) == {"K-0": "vr 09:00"}


@pytest.mark.parametrize(
    ("slot", "broken"),
    [
        (a.slot("vr", "09:45", 16), {"window"}),
        (a.slot("vr", "09:02", 16), {"grid"}),
        (a.slot("vr", "09:00", 16, room=2), {"room"}),
    ],
)
def test_a_slot_that_is_none_is_refused(slot: Slot, broken: set[str]) -> None:
    assert keys(tried(three(), "K-2", slot)) == broken


def test_a_window_that_does_not_exist_is_refused() -> None:
    move = tried(three(), "K-2", a.slot("za", "09:00"))
    assert move.reasons == (say("scheduling.move_nowhere", window="za", start=a.at("09:00")),)


def test_a_pinned_pitch_does_not_move() -> None:
    base = three()
    pinned = replace(base.pitches[0], pinned=a.slot("wo", "13:00"))
    instance = replace(base, pitches=(pinned, *base.pitches[1:]))
    assert keys(tried(instance, "K-0", a.slot("vr", "09:00", 16))) == {"pin"}


def test_panels_that_need_a_choice_are_chosen_anew() -> None:
    """Two rooms at once and two jurors: moved beside the other, each pitch gets one of them."""
    rooms = (a.window("wo", "13:00", "14:00", rooms=2),)
    heard = [a.pitch("K-0"), a.pitch("K-1")]
    instance = a.instance(rooms, heard, [a.juror("j1"), a.juror("j2")], quorum=1)
    move = tried(instance, "K-0", a.slot("wo", "13:00", room=2))
    assert move.legal
    side = tried(
        replace(instance, rules=replace(instance.rules, quorum=2)), "K-0", a.slot("wo", "13:15", room=2)
    )
    assert not side.legal


def test_what_was_proven_stays_proven_until_a_level_changes() -> None:
    instance = three(levels=(Level.LEFT_OUT, Level.MOVED, Level.IDLE_ROOM))
    move = tried(instance, "K-2", a.slot("vr", "09:30", 16))
    assert move.plan is not None
    assert [(it.value, it.bound) for it in move.plan.levels] == [(0, 0), (0, 0), (30, 0)]
    assert move.plan.status == PlanStatus.FEASIBLE


def test_a_quorum_that_is_not_reached_names_who_is_away_and_kept_apart() -> None:
    windows = (a.window("wo", "13:00", "14:00"), a.window("vr", "09:00", "10:00", 16))
    jurors = (a.juror("j1"), a.juror("j2", a.during("09:00", "10:00", 16)), a.juror("j3"), a.juror("j4"))
    instance = a.instance(windows, [a.pitch("K-01")], jurors, [("j3", "K-01")], quorum=3)
    found = try_move(instance, solve(instance), "K-01", a.slot("wo", "13:00"))
    assert [render(reason) for reason in found.reasons] == [
        "Op 14 juni 2023 13:00 is het quorum van 3 voor K-01 niet te halen: beschikbaar en zonder "
        "belangenconflict zijn er 2. Belangenconflict: j3. Niet (de hele tijd) beschikbaar: j2."
    ]


def test_a_jury_that_is_too_small_is_said_without_names() -> None:
    windows = (a.window("wo", "13:00", "14:00"),)
    instance = a.instance(windows, [a.pitch("K-01")], [a.juror("j1")], quorum=2)
    found = try_move(instance, solve(instance), "K-01", a.slot("wo", "13:00"))
    assert [render(reason) for reason in found.reasons] == [
        "Op 14 juni 2023 13:00 is het quorum van 2 voor K-01 niet te halen: er zijn er 1."
    ]


def test_in_a_large_plan_only_the_windows_touched_get_new_panels() -> None:
    instance = a.large(60, 20, 5, 3)
    plan = best_plan(instance, Wish(time_limit=2))
    first, *others = plan.assignments
    elsewhere = (it for it in others if it.window != first.window)
    tries = (
        (it, try_move(instance, plan, first.pitch, Slot(it.window, it.room, it.start))) for it in elsewhere
    )
    other, move = next((it, move) for it, move in tries if move.legal)
    assert move.plan is not None
    assert move.also_moved == (other.pitch,)
    assert verify(instance, move.plan) == ()
    touched = {first.window, other.window}
    before = {it.pitch: it.jurors for it in plan.assignments if it.window not in touched}
    after = {it.pitch: it.jurors for it in move.plan.assignments if it.window not in touched}
    assert after == before
