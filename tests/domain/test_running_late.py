"""A room that runs late: the order stays, nobody is heard before the planned hour, breaks are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import PitchRules
from jury_desktop.domain.pitch import Assignment, Interval
from jury_desktop.domain.running_late import Late, Turn, delay, is_other_day, run_late, turns
from tests.builders import a_call

AT = datetime(2023, 6, 14, 11, 0, tzinfo=UTC)
RULES: PitchRules = replace(a_call().pitch, break_minutes=15, changeover_minutes=0)


def after(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def span(start: int, end: int) -> Interval:
    return Interval(after(start), after(end))


def a_row(*spans: tuple[int, int]) -> tuple[Assignment, ...]:
    """Pitches K-01, K-02 … of one room, in minutes after the start."""
    return tuple(
        Assignment(f"K-{number:02d}", "wo", 1, after(start), after(end), ("j1",))
        for number, (start, end) in enumerate(spans, 1)
    )


HALF_DAY = a_row((0, 35), (35, 70), (70, 105), (120, 155), (155, 190))
"""Three pitches, a break of a quarter of an hour, two more."""


def left(over: tuple[str, ...] = (), going: str = "", rules: PitchRules = RULES) -> tuple[Turn, ...]:
    return turns(HALF_DAY, rules, {}, over, since(HALF_DAY, going))


def since(row: tuple[Assignment, ...], going: str) -> dict[str, datetime]:
    """It began at its hour."""
    return {place.pitch: place.start for place in row if place.pitch == going}


def minutes(row: tuple[Turn, ...]) -> list[tuple[int, int]]:
    """When each is expected, in minutes after the start."""
    hours = [(turn.expected.start - AT, turn.expected.end - AT) for turn in row]
    return [(int(start.total_seconds() // 60), int(end.total_seconds() // 60)) for start, end in hours]


def test_the_pitch_that_goes_on_ends_later_and_the_rest_follows() -> None:
    shifted = run_late(left(("K-01",), "K-02"), Late(10))
    assert minutes(shifted) == [(35, 80), (80, 115), (130, 165), (165, 200)]


def test_before_the_first_has_begun_it_begins_later() -> None:
    assert minutes(run_late(left(), Late(5)))[:2] == [(5, 40), (40, 75)]


def test_a_break_is_cut_only_as_far_as_was_said() -> None:
    row = left(("K-01", "K-02"), "K-03")
    assert minutes(run_late(row, Late(10))) == [(70, 115), (130, 165), (165, 200)]
    assert minutes(run_late(row, Late(10, shortest_break=10))) == [(70, 115), (125, 160), (160, 195)]
    assert minutes(run_late(row, Late(10, shortest_break=60))) == minutes(run_late(row, Late(10)))


def test_what_stands_free_is_used_up_first() -> None:
    places = a_row((0, 35), (45, 80), (120, 155))
    row = turns(places, RULES, {}, (), since(places, "K-01"))
    assert minutes(run_late(row, Late(8))) == [(0, 43), (45, 80), (120, 155)]
    assert minutes(run_late(row, Late(40))) == [(0, 75), (75, 110), (125, 160)]


def test_a_pitch_that_is_heard_no_more_gives_its_time() -> None:
    """Where one fell out no break has to be kept: nobody planned one there."""
    row = left(("K-02",), "K-01")
    assert minutes(run_late(row, Late(30))) == [(0, 65), (70, 105), (120, 155), (155, 190)]


def test_who_caught_up_goes_back_to_the_plan_and_not_before_it() -> None:
    later = run_late(left((), "K-01"), Late(20))
    assert minutes(run_late(later, Late(-15))) == [(0, 40), (40, 75), (75, 110), (125, 160), (160, 195)]
    assert minutes(run_late(later, Late(-40)))[1:] == minutes(left())[1:]


def test_a_pitch_that_began_when_it_should_have_been_over_moves_the_rest_by_as_much() -> None:
    row = turns(HALF_DAY, RULES, {}, (), {"K-01": after(180)})
    late = delay(row, after(215), after(180))
    assert (late, minutes(run_late(row, Late(late)))[:2]) == (180, [(180, 215), (215, 250)])


def test_nothing_said_makes_such_a_pitch_shorter_than_it_is() -> None:
    row = turns(HALF_DAY, RULES, {}, (), {"K-01": after(180)})
    assert [minutes(run_late(row, Late(each)))[0] for each in (-5, 0, 100, 190)] == [
        *[(180, 215)] * 3,
        (180, 225),
    ]


@pytest.mark.parametrize(("hours", "other"), [(0, False), (-12, False), (-14, True), (12, True), (24, True)])
def test_another_day_is_one_of_the_calendar_in_brussels(hours: int, other: bool) -> None:
    assert is_other_day(after(60 * hours), AT) is other


def test_earlier_than_planned_only_when_that_is_asked() -> None:
    row = left(("K-01", "K-02"), "K-03")
    assert minutes(run_late(row, Late(-10, earlier=True))) == [(70, 95), (110, 145), (145, 180)]


def test_a_shortened_pitch_stays_as_short() -> None:
    row = turns(HALF_DAY, RULES, {"K-02": span(45, 70)}, (), since(HALF_DAY, "K-01"))
    assert minutes(run_late(row, Late(20)))[:2] == [(0, 55), (55, 80)]


def test_the_changeover_lies_between() -> None:
    rules = replace(RULES, changeover_minutes=5)
    places = a_row((0, 35), (40, 75))
    row = turns(places, rules, {}, (), since(places, "K-01"))
    assert minutes(run_late(row, Late(10))) == [(0, 45), (50, 85)]


def test_where_nothing_is_left_nothing_moves() -> None:
    assert run_late((), Late(10)) == ()
    assert delay((), AT, AT) == 0


@pytest.mark.parametrize(
    ("going", "ends", "now", "late"),
    [("K-01", 47, 30, 12), ("K-01", 20, 30, 0), ("", 0, 4, 4), ("", 0, -20, 0)],
)
def test_how_late_a_room_runs(going: str, ends: int, now: int, late: int) -> None:
    assert delay(left((), going), after(ends), after(now)) == late


# whatever the plan


@st.composite
def rooms(draw: st.DrawFn) -> tuple[tuple[Assignment, ...], PitchRules]:
    """A room as a plan may have it: breaks where its rules ask them, and free time here and there."""
    rules = replace(
        RULES,
        break_after=draw(st.integers(1, 4)),
        break_minutes=draw(st.integers(0, 30)),
        changeover_minutes=draw(st.integers(0, 10)),
    )
    spans, end, since = [], 0, 0
    for _ in range(draw(st.integers(1, 8))):
        gap = max(rules.changeover_minutes, draw(st.sampled_from((0, 0, 5, 20, 45))))
        gap = max(gap, rules.break_minutes) if since == rules.break_after else gap
        since = 1 if gap >= rules.break_minutes else since + 1
        start = end + gap
        end = start + draw(st.integers(5, 60))
        spans.append((start, end))
    return a_row(*spans), rules


@given(rooms(), st.data())
def test_whatever_the_plan_the_order_and_the_breaks_stay(
    room: tuple[tuple[Assignment, ...], PitchRules], data: st.DataObject
) -> None:
    row, rules = room
    done = data.draw(st.integers(0, len(row) - 1))
    over = tuple(place.pitch for place in row[:done])
    going = row[done].pitch if data.draw(st.booleans()) else ""
    before = turns(row, rules, {}, over, since(row, going))
    once = run_late(before, Late(data.draw(st.integers(0, 120))))
    shifted = run_late(once, Late(data.draw(st.integers(-120, 120))))

    assert [turn.pitch for turn in shifted] == [place.pitch for place in row[done:]]
    assert all(turn.expected.start >= turn.planned.start for turn in shifted)
    assert all(one.expected.end + other.rest <= other.expected.start for one, other in pairwise(shifted))
    kept = timedelta(minutes=rules.break_minutes)
    gaps = [other.expected.start - one.expected.end >= kept for one, other in pairwise(shifted)]
    for at in range(len(gaps) - rules.break_after + 1):
        assert any(gaps[at : at + rules.break_after])


@given(rooms(), st.integers(0, 90), st.integers(0, 90))
def test_later_is_never_sooner_and_no_later_than_by_as_much(
    room: tuple[tuple[Assignment, ...], PitchRules], one: int, other: int
) -> None:
    less, more = sorted((one, other))
    row = turns(room[0], room[1], {}, (), since(room[0], room[0][0].pitch))
    before, after_ = run_late(row, Late(less)), run_late(row, Late(more))
    for sooner, later in zip(before, after_, strict=True):
        moved = later.expected.start - sooner.expected.start
        assert timedelta(0) <= moved <= timedelta(minutes=more - less)


@given(rooms())
def test_without_delay_nothing_moves(room: tuple[tuple[Assignment, ...], PitchRules]) -> None:
    row = turns(room[0], room[1], {}, (), {})
    assert run_late(row, Late(0)) == row
