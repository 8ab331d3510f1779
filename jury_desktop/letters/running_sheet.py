"""What stands in the running order of the pitch sessions ("draaiboek"), as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RunningTurn:
    """One pitch, or a break when it has no ``reference``.

    :param hours: "13:00–13:35"; ``phases`` what begins when: ("13:00", "pitch").
    :param challenges: number and name of each.
    :param outside: who leaves the room.
    """

    hours: str
    phases: tuple[tuple[str, str], ...] = ()
    reference: str = ""
    organisation: str = ""
    contact: str = ""
    challenges: tuple[tuple[int, str], ...] = ()
    panel: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunningRoom:
    """A room in a session: its title, a line about it, and its turns in order of time."""

    title: str
    about: str
    turns: tuple[RunningTurn, ...]


@dataclass(frozen=True, slots=True)
class RunningSheet:
    """The whole running order.

    :param about: of which call and plan; at the foot of every page.
    :param waiting: who was invited and has no place.
    :param made: aware; the only date in the file.
    """

    about: str
    rooms: tuple[RunningRoom, ...]
    waiting: tuple[str, ...]
    author: str
    language: str
    made: datetime
