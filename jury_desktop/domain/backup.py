"""Copies of a dossier that are kept: why each was made, when one is due, and which may go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS

Tell = Callable[[int, int], object]
"""Hears how far a copy is (done, total; pages or bytes); whatever it raises stops the work."""
GIGABYTE = 10**9
DAY = timedelta(days=1)


class Reason(StrEnum):
    """Why a copy was made."""

    ASKED = "asked"
    DAILY = "daily"
    UPGRADE = "upgrade"
    """Before the tables were brought to the shape of a newer program."""
    PHASE = "phase"
    """Before a step that turns the procedure: the end of a round, a plan made known, letters made final."""
    RESTORE = "restore"
    """What was there before another copy was put in its place."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy, as the account beside it tells.

    :param name: of the file, within its folder.
    :param at: the moment of which it is the state (aware).
    :param size: in bytes.
    :param sha256: of the file.
    :param events: how many its journal holds; ``head`` is the hash of the last of them.
    :param origin: the hash of the first event: copies of one dossier have it in common.
    :param problems: how many the check of the copy found; 0 is sound.
    """

    name: str
    at: datetime
    reason: Reason
    size: int
    sha256: str
    events: int
    head: str
    origin: str
    problems: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether it was read again in full and nothing was wrong."""
        return self.problems == 0


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy with where it lies."""

    file: Path
    told: Backup


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that was put back.

    :param copy: its name; ``events`` and ``head`` are how long its journal is and its last hash.
    :param aside: the path of what was there before; empty when there was nothing.
    :param who: did it.
    """

    copy: str
    events: int
    head: str
    aside: str
    who: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many copies stay: the newest, then the last of each day, then the last of each week.

    :param newest: how many of the last ones stay, however close together.
    :param days: of how many days back the last one of each stays.
    :param weeks: of how many weeks back the last one of each stays.
    :param gigabytes: the room they may take together; the oldest go first.
    """

    newest: int = 10
    days: int = 14
    weeks: int = 12
    gigabytes: int = 20


def untold(_done: int, _total: int) -> None:
    """Nobody wants to hear how far it is."""


def kept(copies: Sequence[Backup], keeping: Keeping, now: datetime) -> frozenset[str]:
    """The names of the copies that stay. The newest stays, and so does the newest sound one, whatever else
    is chosen; what was put aside before a restore stays as long as a week can count."""
    ordered = sorted(copies, key=lambda copy: (copy.at, copy.name), reverse=True)
    long = now - keeping.weeks * 7 * DAY
    wanted = {
        *ordered[: keeping.newest],
        *_last_of_each(ordered, now - keeping.days * DAY, _day),
        *_last_of_each(ordered, long, _week),
        *(copy for copy in ordered if copy.reason is Reason.RESTORE and copy.at >= long),
    }
    sure = {*ordered[:1], *[copy for copy in ordered if copy.is_sound][:1]}
    room = keeping.gigabytes * GIGABYTE - sum(copy.size for copy in sure)
    names = {copy.name for copy in sure}
    for copy in ordered:
        if copy in wanted and copy not in sure:
            room -= copy.size
            if room < 0:
                break
            names.add(copy.name)
    return frozenset(names)


def is_due(copies: Sequence[Backup], head: str, now: datetime) -> bool:
    """Whether a copy is to be made: the last is older than a day, and the dossier has changed since."""
    last = max(copies, key=lambda copy: copy.at, default=None)
    return last is None or (last.head != head and now - last.at >= DAY)


def _last_of_each(
    newest_first: Sequence[Backup], since: datetime, part: Callable[[datetime], Hashable]
) -> list[Backup]:
    found: dict[Hashable, Backup] = {}
    for copy in newest_first:
        if copy.at >= since:
            found.setdefault(part(copy.at), copy)
    return list(found.values())


def _day(moment: datetime) -> Hashable:
    return moment.astimezone(BRUSSELS).date()


def _week(moment: datetime) -> Hashable:
    return tuple(moment.astimezone(BRUSSELS).isocalendar())[:2]
