"""A session that runs late: when each pitch that follows in its room is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.call_rules import PitchRules
from jury_desktop.domain.pitch import Assignment, Interval

NONE = timedelta(0)
MOST = 720
"""Minutes that a session may run late, or catch up, in one step."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A pitch that goes on or has still to come in a room, at the hour that was planned and the one expected.

    :param rest: what has to lie between it and the pitch before: a break of the plan, else the changeover.
    :param is_break: whether ``rest`` is a break.
    :param begun: when it began, where it goes on: only its end can move. It may have begun after the hour
        at which it was expected to be over.
    """

    pitch: str
    planned: Interval
    expected: Interval
    rest: timedelta = NONE
    is_break: bool = False
    begun: datetime | None = None

    @property
    def going(self) -> bool:
        """Whether it goes on."""
        return self.begun is not None

    @property
    def moved(self) -> bool:
        """Whether it is expected at another hour than planned."""
        return self.expected != self.planned


@dataclass(frozen=True, slots=True)
class Late:
    """How a room runs late.

    :param minutes: by which the pitch that goes on ends, or the next one begins, later than expected; below
        zero when the room is catching up.
    :param shortest_break: minutes to which a break may be cut; None leaves the breaks whole.
    :param earlier: whether a pitch may be heard before the hour it was planned, with those who follow.
    """

    minutes: int
    shortest_break: int | None = None
    earlier: bool = False


def turns(
    row: Sequence[Assignment],
    rules: PitchRules,
    expected: dict[str, Interval],
    over: Iterable[str],
    begun: Mapping[str, datetime],
) -> tuple[Turn, ...]:
    """What is left of a room: the pitch that goes on and those to come, in order of the plan.

    :param row: every pitch of the room in order of time, also those that are over.
    :param expected: when a pitch is expected, where that is not as planned.
    :param over: the pitches that were held, moved away or are heard no more.
    :param begun: the pitch that goes on, if any, and since when.
    """
    done, kept = set(over), timedelta(minutes=rules.break_minutes)
    left: list[Turn] = []
    pause = False
    for at, place in enumerate(row):
        pause = pause or (at > 0 and NONE < kept <= place.start - row[at - 1].end)
        if place.pitch in done:
            continue
        rest = kept if pause else timedelta(minutes=rules.changeover_minutes)
        planned = Interval(place.start, place.end)
        hour = expected.get(place.pitch, planned)
        left.append(Turn(place.pitch, planned, hour, rest, pause, begun.get(place.pitch)))
        pause = False
    return tuple(left)


def run_late(row: Sequence[Turn], late: Late) -> tuple[Turn, ...]:
    """When each pitch is expected now. Their order stays, none begins before its planned hour unless that was
    asked, none before the one in front of it is over with the break of the plan after it.

    What stood free between two pitches is used up first; a break only as far as ``late`` allows.
    """
    if not row:
        return ()
    first, later = row[0], timedelta(minutes=late.minutes)
    moved = [replace(first, expected=_first(first, later, late))]
    for turn in row[1:]:
        earliest = moved[-1].expected.end + _rest(turn, late)
        start = earliest if late.earlier else max(turn.planned.start, earliest)
        moved.append(replace(turn, expected=_at(turn, start)))
    return tuple(moved)


def delay(row: Sequence[Turn], ends: datetime, now: datetime) -> int:
    """How many whole minutes the room runs later than expected, never below zero: by the end of the pitch
    that goes on, or by the next one that should have begun.

    :param ends: when the pitch that goes on will be over as its clock stands.
    """
    if not row:
        return 0
    first = row[0]
    behind = ends - first.expected.end if first.going else now - first.expected.start
    return max(0, int(behind.total_seconds() // 60))


def is_other_day(moment: datetime, planned: datetime) -> bool:
    """Whether a moment lies on another day than was planned."""
    return moment.astimezone(BRUSSELS).date() != planned.astimezone(BRUSSELS).date()


def _first(turn: Turn, later: timedelta, late: Late) -> Interval:
    """The pitch in front: one that goes on ends at another hour, another one begins at another hour.

    One that began when it should have been over takes at least as long as it was to take.
    """
    if turn.begun is not None:
        length = turn.expected.end - turn.expected.start
        least = turn.begun + length if turn.expected.end <= turn.begun else turn.begun
        return Interval(turn.begun, max(least, turn.expected.end + later))
    start = turn.expected.start + later
    return _at(turn, start if late.earlier else max(start, turn.planned.start))


def _at(turn: Turn, start: datetime) -> Interval:
    return Interval(start, start + (turn.expected.end - turn.expected.start))


def _rest(turn: Turn, late: Late) -> timedelta:
    if not turn.is_break or late.shortest_break is None:
        return turn.rest
    return min(turn.rest, timedelta(minutes=late.shortest_break))
