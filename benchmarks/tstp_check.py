"""Counts a seminar timetable anew, from its talks alone: no solver, nothing shared with the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tstp_instance import Seminars, Timetable

Rows = dict[tuple[int, int], dict[int, int]]
"""For each session on its day, the student of each slot that is taken."""


def broken(seminars: Seminars, timetable: Timetable) -> list[str]:
    """Every hard rule that the timetable breaks, in words; empty when it is sound."""
    return [*_places(seminars, timetable), *_sessions(seminars, timetable)]


def _places(seminars: Seminars, timetable: Timetable) -> Iterator[str]:
    """Each student talks once, in a place that exists and that nobody else has."""
    if sorted(talk.student for talk in timetable) != list(seminars.students):
        yield "not every student talks exactly once"
    for talk in timetable:
        inside = 0 <= talk.day < seminars.days and 0 <= talk.session < seminars.sessions
        if not inside or not 0 <= talk.slot < seminars.slots:
            yield f"{talk} stands outside"
    places = Counter((talk.day, talk.session, talk.slot) for talk in timetable)
    yield from (f"{count} talks at {place}" for place, count in places.items() if count > 1)


def _sessions(seminars: Seminars, timetable: Timetable) -> Iterator[str]:
    """A session has one day, neither too few nor too many talks in each half, and a free slot at noon."""
    for session, days in Counter(session for _, session in _rows(timetable)).items():
        if days > 1:
            yield f"session {session} is on {days} days"
    for (_, session), row in _rows(timetable).items():
        for half in seminars.halves:
            talks = sum(slot in row for slot in half)
            if not seminars.fewest <= talks <= seminars.most:
                yield f"session {session} has {talks} talks in a half-day"
        if seminars.morning - 1 in row and seminars.morning in row:
            yield f"session {session} goes on over noon"


def counts(seminars: Seminars, timetable: Timetable) -> tuple[int, int, int, int, int]:
    """f1 to f5 of a sound timetable, in the order and meaning of ``Weights``."""
    rows = _rows(timetable)
    halves = [[row.get(slot) for slot in half] for row in rows.values() for half in seminars.halves]
    themed = [
        [student is not None and theme in seminars.themes[student] for student in half]
        for half in halves
        for theme in range(seminars.specialisations)
    ]
    return (
        sum(_changes([student is not None for student in half]) for half in halves),
        sum(any(half) for half in themed),
        sum(_changes(half) for half in themed),
        sum(not seminars.can[talk.student][talk.day][talk.slot] for talk in timetable),
        len(rows),
    )


def cost(seminars: Seminars, timetable: Timetable) -> int:
    """The weighted cost in millionths."""
    f1, f2, f3, f4, f5 = counts(seminars, timetable)
    price = seminars.weights
    return (
        price.idle_changes * f1
        + price.presences * f2
        + price.theme_changes * f3
        + price.absences * f4
        + price.sessions * f5
    )


def _changes(states: list[bool]) -> int:
    return sum(before != after for before, after in pairwise(states))


def _rows(timetable: Timetable) -> Rows:
    rows: Rows = {}
    for talk in timetable:
        rows.setdefault((talk.day, talk.session), {})[talk.slot] = talk.student
    return rows
