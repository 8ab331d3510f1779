"""Thesis and seminar timetabling (TSTP): an instance as the public MiniZinc data give it, and a timetable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MILLIONTHS = 1_000_000
"""Costs are whole millionths, so that sums and comparisons are exact."""

_STATEMENT = re.compile(r"(\w+)\s*=\s*([^;]*);")


@dataclass(frozen=True, slots=True)
class Weights:
    """What one of each costs, in millionths."""

    idle_changes: int
    """f1: a change between taken and free from one slot to the next."""
    presences: int
    """f2: a specialisation that is there in a half-day of a session."""
    theme_changes: int
    """f3: a change of whether a talk of a specialisation is given, from one slot to the next."""
    absences: int
    """f4: a talk when the student's people are away."""
    sessions: int
    """f5: a session that is used."""


@dataclass(frozen=True, slots=True)
class Seminars:
    """One instance. Everything is counted from 0; slots run through the day, the first ``morning`` of them
    before noon."""

    weights: Weights
    days: int
    sessions: int
    slots: int
    morning: int
    fewest: int
    most: int
    """Talks in a half-day of a used session, at least and at most."""
    specialisations: int
    themes: tuple[frozenset[int], ...]
    """Per student the specialisations of the talk."""
    can: tuple[tuple[tuple[bool, ...], ...], ...]
    """Per student, day and slot whether everybody needed is there."""

    @property
    def students(self) -> range:
        return range(len(self.themes))

    @property
    def halves(self) -> tuple[range, range]:
        """The slots of the morning and those of the afternoon."""
        return range(self.morning), range(self.morning, self.slots)


@dataclass(frozen=True, slots=True, order=True)
class Talk:
    """A student's talk in its place."""

    day: int
    session: int
    slot: int
    student: int


Timetable = tuple[Talk, ...]


def read_seminars(text: str) -> Seminars:
    """The instance in a .dzn text; ValueError when an array has not the size that the numbers ask for."""
    said = dict(_STATEMENT.findall(text))
    last = {name: int(said[name]) for name in ("S", "D", "P", "E", "overline_t", "hat_t", "u", "v")}
    students, days, slots = last["S"] + 1, last["D"] + 1, last["overline_t"] + 1
    kinds = last["E"] + 1
    can = _bits(said["a"], students * days * slots)
    themes = _bits(said["b"], students * kinds)
    return Seminars(
        weights=Weights(*(int(Decimal(said[f"cl{n}"]) * MILLIONTHS) for n in range(1, 6))),
        days=days,
        sessions=last["P"] + 1,
        slots=slots,
        morning=last["hat_t"] + 1,
        fewest=last["u"],
        most=last["v"],
        specialisations=kinds,
        themes=tuple(frozenset(e for e in range(kinds) if themes[s * kinds + e]) for s in range(students)),
        can=tuple(
            tuple(can[(s * days + d) * slots : (s * days + d + 1) * slots] for d in range(days))
            for s in range(students)
        ),
    )


def _bits(array: str, size: int) -> tuple[bool, ...]:
    """The elements of ``array3d(0..S, 0..D, [1, 0, …])`` in their order."""
    elements = array[array.index("[") + 1 : array.rindex("]")].split(",")
    bits = tuple(int(element) == 1 for element in elements if element.strip())
    if len(bits) != size:
        raise ValueError(f"{len(bits)} elements where {size} are needed")
    return bits
