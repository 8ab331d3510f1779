"""Whom it hits when a pitch is heard at another hour than planned, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Assignment, Interval, Pitch, PlanInstance, PlanJuror


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A pitch in another room, at the hour it is expected there."""

    place: Assignment
    expected: Interval


def hits(
    problem: PlanInstance,
    place: Assignment,
    hour: Interval,
    others: Sequence[Elsewhere],
    absent: frozenset[str],
    day: Sequence[Elsewhere] = (),
) -> tuple[Message, ...]:
    """What stands in the way of hearing a pitch at an hour; empty when nothing does.

    Names jurors by id and pitches by reference, as the plan does.

    :param others: the pitches in other rooms.
    :param absent: the jurors of the panel of whom it is known that they do not come.
    :param day: every other pitch of that day, in any room, those that were held included.
    """
    return tuple(_hits(problem, place, hour, others, absent, day))


def _hits(
    problem: PlanInstance,
    place: Assignment,
    hour: Interval,
    others: Sequence[Elsewhere],
    absent: frozenset[str],
    day: Sequence[Elsewhere],
) -> Iterator[Message]:
    window = next((it for it in problem.windows if it.id == place.window), None)
    if window is not None and hour.end > window.end:
        over = int((hour.end - window.end).total_seconds() // 60)
        yield say("session.hit_window", pitch=place.pitch, minutes=over)
    pitches = {pitch.id: pitch for pitch in problem.pitches}
    at_once = [other for other in others if other.expected.overlaps(hour)]
    yield from _candidate(pitches, place.pitch, hour, at_once)
    jurors = {juror.id: juror for juror in problem.jurors}
    gone = set(absent & set(place.jurors))
    for key in place.jurors:
        why = _juror(jurors.get(key), key, hour, at_once, day) if key not in gone else ()
        gone.update({key} if why else ())
        yield from why
    if len(place.jurors) - len(gone) < problem.rules.quorum:
        found, needed = len(place.jurors) - len(gone), problem.rules.quorum
        yield say("session.hit_quorum", pitch=place.pitch, found=found, needed=needed)


def _candidate(
    pitches: Mapping[str, Pitch], pitch: str, hour: Interval, at_once: Sequence[Elsewhere]
) -> Iterator[Message]:
    mine = pitches.get(pitch)
    if mine is None:
        return
    if any(gap.overlaps(hour) for gap in mine.unavailable):
        yield say("session.hit_candidate", pitch=pitch)
    for other in at_once:
        theirs = pitches.get(other.place.pitch)
        if theirs is not None and set(theirs.organisations) & set(mine.organisations):
            yield say("session.hit_organisation", pitch=pitch, other=other.place.pitch)


def _juror(
    juror: PlanJuror | None,
    key: str,
    hour: Interval,
    at_once: Sequence[Elsewhere],
    day: Sequence[Elsewhere],
) -> tuple[Message, ...]:
    if juror is None:
        return (say("session.hit_gone", juror=key),)
    if not any(free.covers(hour) for free in juror.available):
        return (say("session.hit_juror", juror=key),)
    seats = [other.place.pitch for other in at_once if key in other.place.jurors]
    if seats:
        return (say("session.hit_room", juror=key, other=seats[0]),)
    limit, minutes = juror.max_minutes_per_day, _sat(key, hour, day)
    if limit is None or minutes <= limit:
        return ()
    return (say("session.hit_day", juror=key, minutes=minutes, limit=limit),)


def _sat(juror: str, hour: Interval, day: Sequence[Elsewhere]) -> int:
    """How many minutes a juror will have sat by the end of an hour, with what comes before it that day."""
    earlier = [it for it in day if juror in it.place.jurors and it.expected.start < hour.start]
    return sum(_minutes(span) for span in (hour, *(it.expected for it in earlier)))


def _minutes(span: Interval) -> int:
    return int((span.end - span.start).total_seconds() // 60)
