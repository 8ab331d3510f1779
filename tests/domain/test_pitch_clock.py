"""The clock of a pitch, from the moments that were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import PitchRules
from jury_desktop.domain.pitch_clock import (
    Part,
    ended,
    expected_end,
    in_next_phase,
    left,
    part_now,
    parts,
    spent,
    started,
    stopped,
)
from jury_desktop.domain.session import Attendance, CandidatePresence, Phase, PitchRun, PitchState, Stretch
from tests.builders import a_call

AT = datetime(2023, 6, 14, 11, 0, tzinfo=UTC)
PARTS = (
    Part(Phase.PITCH, timedelta(minutes=20)),
    Part(Phase.QUESTIONS, timedelta(minutes=10)),
    Part(Phase.DELIBERATION, timedelta(minutes=5)),
)
FRESH = PitchRun("r1", "c1")


def after(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def rules(**changes: object) -> PitchRules:
    return replace(a_call().pitch, **changes)  # type: ignore[arg-type]


def test_the_phases_are_those_of_the_call() -> None:
    assert parts(rules()) == PARTS
    assert [part.phase for part in parts(rules(deliberation_minutes=0))] == [Phase.PITCH, Phase.QUESTIONS]


def test_a_shortened_pitch_has_a_shorter_first_phase() -> None:
    late = CandidatePresence(Attendance.LATE, 8, pitch_minutes=12)
    assert parts(rules(), replace(FRESH, candidate=late))[0] == Part(Phase.PITCH, timedelta(minutes=12))


def test_it_counts_down_stops_and_goes_on() -> None:
    run = stopped(started(FRESH, PARTS, AT), after(5))
    assert left(run, PARTS, after(60)) == timedelta(minutes=15)
    again = started(run, PARTS, after(60))
    assert left(again, PARTS, after(62)) == timedelta(minutes=13)
    assert again.stretches == (Stretch(Phase.PITCH, AT, after(5)), Stretch(Phase.PITCH, after(60)))


def test_over_time_it_counts_on() -> None:
    assert left(started(FRESH, PARTS, AT), PARTS, after(21)) == timedelta(minutes=-1)


def test_the_next_phase_begins_whole_and_running() -> None:
    run = in_next_phase(started(FRESH, PARTS, AT), PARTS, after(22))
    assert (part_now(run, PARTS), run.running) == (PARTS[1], True)
    assert left(run, PARTS, after(23)) == timedelta(minutes=9)
    assert spent(run, Phase.PITCH, after(23)) == timedelta(minutes=22)


def test_after_the_last_phase_there_is_none() -> None:
    last = in_next_phase(in_next_phase(started(FRESH, PARTS, AT), PARTS, after(1)), PARTS, after(2))
    assert part_now(last, PARTS) == PARTS[2]
    assert in_next_phase(last, PARTS, after(3)) == last


def test_a_pitch_that_is_over_can_go_on_where_it_stood() -> None:
    over = ended(started(FRESH, PARTS, AT), after(4))
    assert (over.state, over.ended_at, over.running) == (PitchState.HELD, after(4), False)
    again = started(over, PARTS, after(9))
    assert (again.state, left(again, PARTS, after(9))) == (PitchState.GOING, timedelta(minutes=16))


def test_starting_twice_changes_nothing() -> None:
    run = started(FRESH, PARTS, AT)
    assert started(run, PARTS, after(3)) == run


def test_when_it_will_be_over() -> None:
    assert expected_end(None, PARTS, AT) == after(35)
    run = started(FRESH, PARTS, AT)
    assert expected_end(run, PARTS, after(5)) == after(35)
    assert expected_end(run, PARTS, after(26)) == after(26 + 15)
    assert expected_end(in_next_phase(run, PARTS, after(10)), PARTS, after(10)) == after(25)


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    run = started(FRESH, PARTS, AT)
    assert left(run, PARTS, after(-30)) == timedelta(minutes=20)
    assert stopped(run, after(-30)).stretches == (Stretch(Phase.PITCH, AT, AT),)


STEP = st.tuples(st.sampled_from(("start", "stop", "next", "end")), st.integers(0, 900))


@given(st.lists(STEP, max_size=12))
def test_whatever_is_pressed_time_is_neither_lost_nor_counted_twice(steps: list[tuple[str, int]]) -> None:
    verbs = {
        "start": lambda run, now: started(run, PARTS, now),
        "stop": stopped,
        "next": lambda run, now: in_next_phase(run, PARTS, now),
        "end": ended,
    }
    run, now, ran = FRESH, AT, timedelta(0)
    for name, seconds in steps:
        later = now + timedelta(seconds=seconds)
        ran += later - now if run.running else timedelta(0)
        run, now = verbs[name](run, later), later
    assert sum((spent(run, part.phase, now) for part in PARTS), timedelta(0)) == ran
    assert all(stretch.end is not None for stretch in run.stretches[:-1])
