"""Sessions that a dossier changed: which rules they keep, who has answered about them, what still fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Slot
from jury_desktop.domain.pitch_windows import (
    KeptWindow,
    fault_of,
    fits,
    in_windows,
    is_new_time,
    named,
    stands,
    with_windows,
)
from tests.builders import a_call, a_candidacy, a_juror, a_plan, an_instance

CALL = a_call()
WEDNESDAY, FRIDAY, MONDAY = CALL.windows


def window(day: int, start: str, end: str, key: str = "new", rooms: int = 1) -> SessionWindow:
    def at(clock: str) -> datetime:
        return datetime.combine(date(2023, 6, day), time.fromisoformat(clock), BRUSSELS)

    return SessionWindow(key, at(start), at(end), rooms)


def test_the_call_has_the_windows_that_the_dossier_keeps_in_order_of_time() -> None:
    thursday = window(15, "09:00", "12:00")
    kept = [KeptWindow(each.id, each) for each in (MONDAY, thursday)]
    assert with_windows(CALL, kept).windows == (thursday, MONDAY)
    assert with_windows(CALL, ()) is CALL


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        (window(15, "09:00", "12:00"), None),
        (window(15, "12:00", "09:00"), say("windows.end")),
        (replace(window(15, "09:00", "12:00"), end=window(16, "09:00", "12:00").end), say("windows.end")),
        (window(15, "09:00", "09:30"), say("windows.too_short", minutes=30, pitch=35)),
        (window(14, "16:45", "18:00"), say("windows.overlap", start=WEDNESDAY.start, end=WEDNESDAY.end)),
        (window(14, "17:00", "18:00"), None),
    ],
)
def test_a_session_keeps_the_rules_of_a_call_file(new: SessionWindow, fault: object) -> None:
    assert fault_of(new, CALL.windows, CALL) == fault


def test_a_session_comes_after_the_deadline() -> None:
    start = CALL.deadline - timedelta(hours=12)
    new = SessionWindow("early", start, start + timedelta(hours=1), 1)
    assert fault_of(new, CALL.windows, CALL) == say("windows.before_deadline", deadline=CALL.deadline)


@pytest.mark.parametrize(
    ("new", "asked"),
    [
        (window(14, "13:00", "17:00"), False),
        (window(14, "14:00", "16:00"), False),
        (window(14, "12:30", "17:00"), True),
        (window(15, "13:00", "17:00"), True),
    ],
    ids=["the same", "shorter", "longer", "another day"],
)
def test_jurors_are_asked_anew_about_hours_that_were_never_in_a_session(
    new: SessionWindow, asked: bool
) -> None:
    assert is_new_time(new, CALL.windows) is asked


def test_a_session_on_another_day_is_another_one_and_on_its_day_the_same() -> None:
    later, thursday = window(14, "14:00", "18:00"), window(15, "13:00", "17:00")
    assert named(later, WEDNESDAY, ()).id == WEDNESDAY.id
    assert named(thursday, WEDNESDAY, ()).id == "2023-06-15"
    assert named(thursday, None, [replace(FRIDAY, id="2023-06-15")]).id == "2023-06-15-2"


def test_a_session_at_the_hours_of_an_earlier_one_is_that_one_again() -> None:
    thursday = window(15, "13:00", "17:00", key="2023-06-15")
    back = replace(WEDNESDAY, id="")
    assert named(back, thursday, [FRIDAY], past=[WEDNESDAY]).id == WEDNESDAY.id
    assert named(back, thursday, [WEDNESDAY], past=[WEDNESDAY]).id == "2023-06-14"


def test_a_lock_and_a_wish_hold_only_while_their_session_does() -> None:
    problem = an_instance((a_candidacy(1),), (a_juror(1),))
    slot = Slot(WEDNESDAY.id, 1, WEDNESDAY.start + timedelta(minutes=60))
    wishes = replace(problem.pitches[0], pinned=slot, preferred_windows=(WEDNESDAY.id, FRIDAY.id))
    problem = replace(problem, pitches=(wishes,))

    (pitch,) = in_windows(problem, (WEDNESDAY, MONDAY)).pitches
    assert (pitch.pinned, pitch.preferred_windows) == (slot, (WEDNESDAY.id,))
    (pitch,) = in_windows(problem, (FRIDAY, MONDAY)).pitches
    assert (pitch.pinned, pitch.preferred_windows) == (None, (FRIDAY.id,))


@pytest.mark.parametrize(
    ("now", "fit"),
    [
        (WEDNESDAY, True),
        (window(14, "14:00", "17:00"), True),
        (window(14, "14:15", "17:00"), False),
        (window(14, "13:02", "17:00"), False),
        (window(14, "13:00", "14:30"), False),
        (None, False),
    ],
    ids=["the same", "just", "begins later", "off the grid", "ends sooner", "gone"],
)
def test_a_slot_fits_inside_its_session_and_on_its_grid(now: SessionWindow | None, fit: bool) -> None:
    problem = an_instance((a_candidacy(1),), (a_juror(1),))
    slot = Slot(WEDNESDAY.id, 1, WEDNESDAY.start + timedelta(minutes=60))
    assert fits(35, slot, now, problem) is fit
    assert fits(35, replace(slot, room=2), now, problem) is False


def test_a_place_on_the_plan_stands_while_its_session_covers_it() -> None:
    place = a_plan((a_candidacy(1),), (a_juror(1),)).plan.assignments[0]
    assert stands(place, CALL.windows)
    assert not stands(place, [each for each in CALL.windows if each.id != place.window])
    assert not stands(replace(place, room=2), CALL.windows)
