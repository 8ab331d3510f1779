"""Whom another hour hits, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.late_hits import Elsewhere, hits
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Assignment, Interval, PlanInstance
from tests.builders import a_call, a_candidacy, a_juror, an_instance

JURORS = tuple(a_juror(number) for number in (1, 2, 3, 4))
WINDOW = a_call().windows[0]
PROBLEM = an_instance((a_candidacy(1), a_candidacy(2)), JURORS)


def at(minutes: int, length: int = 35) -> Interval:
    start = WINDOW.start + timedelta(minutes=minutes)
    return Interval(start, start + timedelta(minutes=length))


def a_place(pitch: str, room: int, jurors: tuple[str, ...] = ("j1", "j2", "j3", "j4")) -> Assignment:
    return Assignment(pitch, WINDOW.id, room, WINDOW.start, WINDOW.start + timedelta(minutes=35), jurors)


def hit(
    problem: PlanInstance = PROBLEM,
    hour: Interval | None = None,
    others: tuple[Elsewhere, ...] = (),
    absent: frozenset[str] = frozenset(),
    day: tuple[Elsewhere, ...] = (),
) -> tuple[Message, ...]:
    return hits(problem, a_place("K-01", 1), hour or at(10), others, absent, day)


def with_juror(number: int, **changes: object) -> PlanInstance:
    jurors = tuple(
        replace(juror, **changes) if juror.id == f"j{number}" else juror  # type: ignore[arg-type]
        for juror in PROBLEM.jurors
    )
    return replace(PROBLEM, jurors=jurors)


def test_another_hour_within_everything_hits_nobody() -> None:
    assert hit() == ()


def test_the_end_of_the_window() -> None:
    assert hit(hour=at(WINDOW.minutes - 25)) == (
        say("session.hit_window", pitch="K-01", minutes=10),
        *(say("session.hit_juror", juror=juror.id) for juror in JURORS),
        say("session.hit_quorum", pitch="K-01", found=0, needed=3),
    )


def test_a_juror_who_has_to_leave() -> None:
    until = Interval(WINDOW.start, WINDOW.start + timedelta(minutes=40))
    assert hit(with_juror(2, available=(until,))) == (say("session.hit_juror", juror="j2"),)
    assert hit(with_juror(2, available=(until,)), at(5)) == ()


def test_too_few_remain_also_with_who_is_known_to_be_absent() -> None:
    problem = with_juror(2, available=())
    assert hit(problem, absent=frozenset({"j3"})) == (
        say("session.hit_juror", juror="j2"),
        say("session.hit_quorum", pitch="K-01", found=2, needed=3),
    )


def test_a_juror_who_left_the_jury() -> None:
    problem = replace(PROBLEM, jurors=PROBLEM.jurors[1:])
    assert hit(problem) == (say("session.hit_gone", juror="j1"),)


def test_a_candidate_who_cannot() -> None:
    first = replace(PROBLEM.pitches[0], unavailable=(at(40, 20),))
    assert hit(replace(PROBLEM, pitches=(first, PROBLEM.pitches[1]))) == (
        say("session.hit_candidate", pitch="K-01"),
    )


@pytest.mark.parametrize(("minutes", "clash"), [(44, True), (45, False)])
def test_a_juror_of_the_other_room(minutes: int, clash: bool) -> None:
    other = Elsewhere(a_place("K-02", 2, ("j4",)), at(minutes))
    expected = (say("session.hit_room", juror="j4", other="K-02"),) if clash else ()
    assert hit(others=(other,)) == expected


def test_another_pitch_of_the_organisation() -> None:
    one, two = PROBLEM.pitches
    problem = replace(PROBLEM, pitches=(one, replace(two, organisations=one.organisations)))
    other = Elsewhere(a_place("K-02", 2, ()), at(30))
    assert hit(problem, others=(other,)) == (say("session.hit_organisation", pitch="K-01", other="K-02"),)


@pytest.mark.parametrize(("limit", "told"), [(79, True), (80, False), (None, False)])
def test_a_juror_who_would_sit_too_long_that_day(limit: int | None, told: bool) -> None:
    """What goes on takes ten minutes more; what comes later, or has others on its panel, does not count."""
    day = (
        Elsewhere(a_place("K-02", 1, ("j2",)), at(0)),
        Elsewhere(a_place("K-03", 1, ("j1",)), at(0)),
        Elsewhere(a_place("K-04", 1, ("j2",)), at(120)),
    )
    found = hit(with_juror(2, max_minutes_per_day=limit), at(40, 45), day=day)
    expected = (say("session.hit_day", juror="j2", minutes=80, limit=limit),) if told else ()
    assert found == expected
