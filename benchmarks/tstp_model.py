"""The seminars as a choice of half-days: what each half-day of a session looks like, and who talks when.

A block is the row of specialisations that a half-day of a session shows, slot by slot. What a timetable costs
follows from its blocks, but for the talks given while somebody is away. The model therefore counts how often
each block is taken on each day, and lets as many students as possible talk in cells where they can: sessions
are alike and need no names, so that nothing is searched twice. A cell is a slot or, coarser, a half-day; with
half-days for cells the model is small, and what it cannot undercut the fine one cannot either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import pairwise, product
from typing import Any

from tstp_instance import Seminars, Talk, Timetable, Weights

FREE = -1


@dataclass(frozen=True, slots=True)
class Block:
    """What a half-day of a session looks like; ``themes`` holds a specialisation or FREE for each slot."""

    themes: tuple[int, ...]
    sizes: Counter[int] = field(compare=False)
    """How many talks of each specialisation there are."""
    tally: Weights
    """How often each cost occurs; absences and sessions are not the block's to know."""
    cost: int


@cache
def blocks(seminars: Seminars, length: int) -> tuple[Block, ...]:
    """Every block of so many slots that the rules and the number of students allow."""
    students = Counter(_theme(seminars, s) for s in seminars.students)
    found = (_block(seminars.weights, themes) for themes in product((FREE, *sorted(students)), repeat=length))
    return tuple(
        block
        for block in found
        if seminars.fewest <= block.sizes.total() <= seminars.most and block.sizes <= students
    )


def _theme(seminars: Seminars, student: int) -> int:
    """The one specialisation of a student; with several a talk would not fit a block."""
    (theme,) = seminars.themes[student]
    return theme


def _block(prices: Weights, themes: tuple[int, ...]) -> Block:
    present = set(themes) - {FREE}
    tally = Weights(
        idle_changes=_changes(theme == FREE for theme in themes),
        presences=len(present),
        theme_changes=sum(_changes(theme == one for theme in themes) for one in present),
        absences=0,
        sessions=0,
    )
    sizes = Counter(theme for theme in themes if theme != FREE)
    return Block(
        themes,
        sizes,
        tally,
        sum(getattr(prices, it.name) * getattr(tally, it.name) for it in fields(Weights)),
    )


def _changes(states: Iterable[bool]) -> int:
    return sum(before != after for before, after in pairwise(states))


@dataclass(frozen=True, slots=True)
class Use:
    """How often a block is taken on a day, in the morning (half 0) or the afternoon (half 1)."""

    day: int
    half: int
    block: Block
    times: Any


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk of a specialisation is given."""

    day: int
    session: int
    slot: int
    theme: int

    @property
    def moment(self) -> tuple[int, int]:
        return self.day, self.slot


class Choice:
    """The model in a modelling kit: a ``CpModel`` of CP-SAT or a ``Model`` of OR-Tools' linear solvers.

    :param allowed: the blocks to choose from, told by morning or afternoon.
    :param fine: whether a cell is a slot; otherwise a half-day.
    """

    def __init__(
        self, seminars: Seminars, model: Any, allowed: Sequence[Sequence[Block]], *, fine: bool
    ) -> None:
        self.seminars = seminars
        self.model = model
        self.fine = fine
        self.students = Counter(_theme(seminars, s) for s in seminars.students)
        self.used = [model.new_int_var(0, seminars.sessions, f"sessions d{d}") for d in range(seminars.days)]
        self.uses = [
            Use(d, half, block, model.new_int_var(0, self._most(block), f"block d{d} {block.themes}"))
            for d in range(seminars.days)
            for half, some in enumerate(allowed)
            for block in some
        ]
        self.talks = self._talks()
        self.heard = self._heard()
        self.cost = self._cost()
        self._sessions()
        model.minimize(self.cost)

    def _most(self, block: Block) -> int:
        """More often there are not enough students for it."""
        enough = (self.students[theme] // size for theme, size in block.sizes.items())
        return min((self.seminars.sessions, *enough))

    def _cells(self, half: int) -> list[range]:
        """The slots of each cell of a half-day."""
        slots = self.seminars.halves[half]
        return [range(slot, slot + 1) for slot in slots] if self.fine else [slots]

    def _talks(self) -> dict[tuple[int, range, int], Any]:
        """How many talks of a specialisation there are in each cell; all together they are the students."""
        terms: dict[tuple[int, range, int], list[Any]] = defaultdict(list)
        for use in self.uses:
            first = self.seminars.halves[use.half].start
            for cell in self._cells(use.half):
                inside = Counter(use.block.themes[slot - first] for slot in cell)
                for theme in inside.keys() - {FREE}:
                    terms[use.day, cell, theme].append(inside[theme] * use.times)
        talks = {key: sum(some) for key, some in terms.items()}
        for theme, count in self.students.items():
            self.model.add(sum(it for key, it in talks.items() if key[2] == theme) == count)
        return talks

    def _heard(self) -> dict[tuple[int, int, range], Any]:
        """Who talks in a cell while nobody is away; at most once, and no more than there are talks."""
        heard = {
            (s, day, cell): self.model.new_int_var(0, 1, f"heard s{s} {day} {cell}")
            for day, cell, theme in self.talks
            for s in self.seminars.students
            if _theme(self.seminars, s) == theme and any(self.seminars.can[s][day][slot] for slot in cell)
        }
        by_student: dict[int, list[Any]] = defaultdict(list)
        by_cell: dict[tuple[int, range, int], list[Any]] = defaultdict(list)
        for (s, day, cell), it in heard.items():
            by_student[s].append(it)
            by_cell[day, cell, _theme(self.seminars, s)].append(it)
        for some in by_student.values():
            self.model.add(sum(some) <= 1)
        for key, some in by_cell.items():
            self.model.add(sum(some) <= self.talks[key])
        return heard

    def _cost(self) -> Any:
        """The weighted cost in millionths, over one variable for each kind: solvers branch on those well."""
        kinds: dict[str, list[Any]] = {it.name: [] for it in fields(Weights)}
        for use in self.uses:
            for kind, some in kinds.items():
                if getattr(use.block.tally, kind):
                    some.append(getattr(use.block.tally, kind) * use.times)
        kinds["absences"] = [len(self.seminars.themes), *(-1 * it for it in self.heard.values())]
        kinds["sessions"] = list(self.used)
        largest = self.seminars.slots * self.seminars.sessions * self.seminars.specialisations
        counts = {kind: self.model.new_int_var(0, largest, kind) for kind in kinds}
        for kind, some in kinds.items():
            self.model.add(sum(some) == counts[kind])
        return sum(getattr(self.seminars.weights, kind) * count for kind, count in counts.items())

    def _sessions(self) -> None:
        """A session has a morning and an afternoon on its day, and not both beside noon are taken."""
        self.model.add(sum(self.used) <= self.seminars.sessions)
        for d, used in enumerate(self.used):
            for half in range(2):
                here = [use.times for use in self.uses if (use.day, use.half) == (d, half)]
                self.model.add(sum(here) == used)
            self.model.add(
                sum(it.times for it in self.uses if it.day == d and _at_noon(it.half, it.block)) <= used
            )

    def at_least_one(self, wanted: Callable[[Block], bool]) -> None:
        """Take one of these blocks at least."""
        self.model.add(sum(use.times for use in self.uses if wanted(use.block)) >= 1)

    def timetable(self, value: Callable[[Any], float]) -> Timetable:
        """The timetable of a solution of a fine model; ``value`` reads a variable."""
        free = [place for d in range(self.seminars.days) for place in self._places(d, value)]
        heard = {s: (day, cell.start) for (s, day, cell), it in self.heard.items() if round(value(it))}
        talks = []
        for s in sorted(self.seminars.students, key=lambda s: s not in heard):  # the rest takes what is left
            place = next(
                it
                for it in free
                if it.theme == _theme(self.seminars, s) and heard.get(s, it.moment) == it.moment
            )
            free.remove(place)
            talks.append(Talk(place.day, place.session, place.slot, s))
        return tuple(sorted(talks))

    def _places(self, day: int, value: Callable[[Any], float]) -> list[Place]:
        """Where the talks of a day are."""
        taken: list[list[Block]] = [[], []]
        for use in self.uses:
            if use.day == day:
                taken[use.half] += [use.block] * round(value(use.times))
        mornings = sorted(taken[0], key=lambda block: _at_noon(0, block))
        afternoons = sorted(taken[1], key=lambda block: not _at_noon(1, block))
        before = sum(round(value(self.used[d])) for d in range(day))
        return [
            Place(day, before + number, slot, theme)
            for number, pair in enumerate(zip(mornings, afternoons, strict=True))
            for slot, theme in enumerate(pair[0].themes + pair[1].themes)
            if theme != FREE
        ]


def _at_noon(half: int, block: Block) -> bool:
    """Whether the slot beside noon is taken."""
    return block.themes[-1 if half == 0 else 0] != FREE


def cheapest(half: int, some: Iterable[Block]) -> list[Block]:
    """Of the blocks that a coarse model cannot tell apart, the cheapest."""
    found: dict[tuple[object, bool], Block] = {}
    for block in sorted(some, key=lambda it: it.cost):
        found.setdefault((frozenset(block.sizes.items()), _at_noon(half, block)), block)
    return list(found.values())
