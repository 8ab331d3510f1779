"""A communicated pitch that moves says why: what is impossible where it was, or what staying would cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance
from jury_desktop.scheduling.moved import why_moved
from jury_desktop.scheduling.seat_reason import why_no_seat
from jury_desktop.scheduling.solve import solve
from jury_desktop.wording import render
from tests.scheduling import builders as a

WINDOWS = (a.window("wo", "13:00", "14:00"), a.window("vr", "09:00", "10:00", 16))
JURORS = (a.juror("j1"), a.juror("j2"))
TOLD = a.slot("wo", "13:00")


def told(instance: PlanInstance, pitch: str = "K-01") -> str | None:
    """The Dutch sentence about a pitch in the best plan."""
    found = why_moved(instance, solve(instance), pitch)
    return render(found) if found is not None else None


def one(**more: object) -> PlanInstance:
    return a.instance(WINDOWS, [a.pitch("K-01", communicated=TOLD, **more)], JURORS, quorum=2)


def test_who_stays_or_was_never_told_needs_no_reason() -> None:
    assert told(one()) is None
    assert told(a.instance(WINDOWS, [a.pitch("K-01")], JURORS)) is None


def test_a_candidate_who_can_no_longer_come() -> None:
    instance = one(unavailable=(a.during("13:00", "14:00"),))
    assert told(instance) == "De kandidaat van K-01 kan niet meer op 14 juni 2023 13:00."


@pytest.mark.parametrize(
    "window",
    [
        a.window("wo", "13:10", "14:10"),
        a.window("wo", "15:00", "16:00"),
        a.window("ma", "13:00", "14:00", 19),
    ],
    ids=["shifted", "later", "gone"],
)
def test_a_window_that_moved(window: object) -> None:
    instance = replace(one(), windows=(window, WINDOWS[1]))
    assert told(instance) == (
        "Op 14 juni 2023 13:00 is er voor K-01 geen plaats meer: de sessie of de zaal is veranderd."
    )


def test_a_room_that_is_gone() -> None:
    instance = a.instance(WINDOWS, [a.pitch("K-01", communicated=replace(TOLD, room=2))], JURORS)
    assert told(instance) == (
        "Op 14 juni 2023 13:00 is er voor K-01 geen plaats meer: de sessie of de zaal is veranderd."
    )


def test_a_juror_who_drops_out_is_named_and_so_is_a_conflict() -> None:
    friday = a.during("09:00", "10:00", 16)
    jurors = (JURORS[0], a.juror("j2", friday), a.juror("j3", friday), a.juror("j4"))
    instance = replace(one(), jurors=jurors, conflicts=(("j4", "K-01"),))
    assert told(instance) == (
        "Op 14 juni 2023 13:00 is het quorum van 2 voor K-01 niet meer te halen: beschikbaar en zonder "
        "belangenconflict zijn er 1. Belangenconflict: j4. Niet (de hele tijd) beschikbaar: j2, j3."
    )


def test_nobody_left_who_knows_the_challenge() -> None:
    jurors = (a.juror("j1", expertise=()), a.juror("j2", a.during("09:00", "10:00", 16)))
    pitches = [a.pitch("K-01", communicated=TOLD)]
    instance = a.instance(WINDOWS, pitches, jurors, quorum=1, expertise="hard")
    assert (
        told(instance) == "Op 14 juni 2023 13:00 kent geen enkel jurylid dat kan, nog een uitdaging van K-01."
    )


def test_a_pitch_that_makes_room_for_another_says_what_staying_would_cost() -> None:
    """K-02 can come at that hour alone, and was not communicated."""
    away = (a.during("13:30", "14:00"), a.during("09:00", "10:00", 16))
    instance = a.instance(
        WINDOWS, [a.pitch("K-01", communicated=TOLD), a.pitch("K-02", unavailable=away)], JURORS
    )
    assert told(instance) == (
        "Blijft K-01 op 14 juni 2023 13:00, dan krijgt één pitch geen plaats in plaats van 0."
    )


def test_a_move_that_was_not_needed_claims_no_reason() -> None:
    instance = one()
    elsewhere = replace(instance.pitches[0], unavailable=(a.during("13:00", "14:00"),))
    plan = solve(replace(instance, pitches=(elsewhere,)))
    assert render(why_moved(instance, plan, "K-01")) == (
        "K-01 kan misschien op 14 juni 2023 13:00 blijven; "
        "binnen de tijd is niet bewezen dat het moet verschuiven."
    )


def test_rules_that_do_not_ask_pitches_to_stay_say_so() -> None:
    levels = tuple(level for level in Level if level not in {Level.MOVED, Level.MOVED_MINUTES})
    preferring = a.instance(
        WINDOWS, [a.pitch("K-01", communicated=TOLD, preferred_windows=("vr",))], JURORS, levels=levels
    )
    assert (
        told(preferring) == "De regels van deze planning vragen niet dat meegedeelde pitches blijven staan."
    )


# why a juror does not sit


def seats(instance: PlanInstance, plan: PitchPlan | None = None, pitch: str = "K-01") -> dict[str, str]:
    found = why_no_seat(instance, plan or solve(instance), pitch)
    return {juror: render(message) for juror, message in found.items()}


def test_every_juror_outside_the_panel_has_a_reason() -> None:
    jurors = (
        a.juror("sits"),
        a.juror("barred"),
        a.juror("own", organisation="org-K-01"),
        a.juror("away", a.during("09:00", "10:00", 16)),
        a.juror("early", a.during("13:00", "13:10")),
        a.juror("tired", max_minutes_per_day=20),
    )
    pitches = [a.pitch("K-01", pinned=TOLD)]
    instance = a.instance(WINDOWS, pitches, jurors, [("barred", "K-01")])
    assert seats(instance) == {
        "barred": "belangenconflict",
        "own": "belangenconflict",
        "away": "niet beschikbaar",
        "early": "niet de hele tijd beschikbaar",
        "tired": "zit die dag al 0 minuten; hoogstens 20",
    }


def test_a_juror_in_another_room_and_one_too_many() -> None:
    wide = (a.window("wo", "13:00", "13:30", rooms=2),)
    jurors = tuple(a.juror(name) for name in ("j1", "j2", "j3"))
    instance = a.instance(wide, [a.pitch("K-01"), a.pitch("K-02")], jurors, panel_max=1)
    plan = solve(instance)
    mine, theirs = ({it.pitch: it.jurors for it in plan.assignments}[key] for key in ("K-01", "K-02"))
    found = seats(instance, plan)
    assert set(found) == {"j1", "j2", "j3"} - set(mine)
    assert found[theirs[0]] == "zit dan bij K-02"
    assert sorted(found.values()) == ["het panel telt er al 1", "zit dan bij K-02"]


def test_a_pitch_without_a_place_has_no_panel_to_tell_about() -> None:
    busy = a.pitch("K-01", unavailable=(a.during("00:00", "23:00", 14), a.during("00:00", "23:00", 16)))
    assert seats(a.instance(WINDOWS, [busy], JURORS)) == {}
