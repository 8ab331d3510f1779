"""The rules of the room as a CP-SAT model: which pitch stands where, in which order, when.

Each room of each window has a row of *places*: first pitch, second pitch, and so on. A place holds one pitch
or none, and the used places of a row come first. An unused place starts at ``late``, after everything.
Starts are counted in steps of the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import Any

from ortools.sat.python import cp_model

from jury_desktop.scheduling.problem import Placement, Problem, Spot
from jury_desktop.scheduling.strides import most_that_fit, stride

Linear = Any
"""A linear expression of the solver."""
Literal = Any
"""A boolean variable of the solver or its negation."""


@dataclass(frozen=True, slots=True)
class Place:
    """The ``rank``-th pitch of a room in a window; ``holds`` has a literal per pitch that may stand here."""

    window: int
    room: int
    rank: int
    used: Literal
    step: Linear
    holds: dict[int, Literal]


class Board:
    """The model of the hard rules of the room; the goals add their own variables to ``model``."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.late = _late(problem)
        self.pauses: dict[int, Literal] = {}
        self.rows = {
            (w, room): self._row(w, room)
            for w in problem.windows
            for room in range(problem.sessions[w].rooms)
        }
        self.places = [place for row in self.rows.values() for place in row]
        self._begins: dict[int, Linear] = {}
        self._each_pitch_once()
        self._pins_stay()
        self._like_rooms_in_order()
        self._organisation_never_twice_at_once()

    def _row(self, w: int, room: int) -> list[Place]:
        """The places of one room with their order, breaks and times."""
        places: list[Place] = []
        hopeful = [p for p in self.problem.pitches if self.problem.starts[p][w]]
        for rank in range(most_that_fit(self.problem, w, hopeful)):
            place = self._place(w, room, rank)
            if not place.holds:
                break
            places.append(place)
        self._follow_each_other(places)
        self._take_breaks(places)
        return places

    def _place(self, w: int, room: int, rank: int) -> Place:
        model, problem = self.model, self.problem
        earliest = rank * min((stride(self.problem, p) for p in problem.pitches), default=0)
        holds = {
            p: model.new_bool_var(f"p{p} w{w} r{room} k{rank}")
            for p in problem.pitches
            if problem.starts[p][w]
            and problem.starts[p][w][-1] >= earliest * problem.grid
            and _room_allowed(problem, p, room)
        }
        used = model.new_bool_var(f"used w{w} r{room} k{rank}")
        step = model.new_int_var(0, self.late, f"step w{w} r{room} k{rank}")
        model.add(cp_model.LinearExpr.sum(list(holds.values())) == used)
        model.add(step >= self.late - (self.late - earliest) * used)
        place = Place(w, room, rank, used, step, holds)
        for p in holds:
            self._start_where_allowed(place, p)
        model.add(step + weighted((self.late - self._last_step(p, w), holds[p]) for p in holds) <= self.late)
        return place

    def _last_step(self, p: int, w: int) -> int:
        return self.problem.starts[p][w][-1] // self.problem.grid

    def _start_where_allowed(self, place: Place, p: int) -> None:
        """Beyond the last start, which the caller holds, only where the allowed starts have gaps."""
        steps = [start // self.problem.grid for start in self.problem.starts[p][place.window]]
        if len(steps) <= steps[-1]:
            domain = cp_model.Domain.from_values(steps)
            self.model.add_linear_expression_in_domain(place.step, domain).only_enforce_if(place.holds[p])

    def _follow_each_other(self, row: Sequence[Place]) -> None:
        for before, after in _pairs(row):
            self.model.add_implication(after.used, before.used)
            self.model.add(
                after.step
                >= before.step + weighted((stride(self.problem, p), y) for p, y in before.holds.items())
            )

    def _take_breaks(self, row: Sequence[Place]) -> None:
        """Among any ``break_after`` + 1 pitches in a row one gap of ``break_minutes``."""
        rules = self.problem.rules
        if rules.break_after < 1 or rules.break_minutes <= rules.changeover_minutes:
            return
        pauses = [self._pause(before, after) for before, after in _pairs(row)]
        self.pauses.update({id(place): pause for place, pause in zip(row, pauses, strict=False)})
        for rank in range(len(row) - rules.break_after):
            near = pauses[rank : rank + rules.break_after]
            self.model.add(cp_model.LinearExpr.sum(near) >= row[rank + rules.break_after].used)

    def _pause(self, before: Place, after: Place) -> Literal:
        """A literal that, when true, makes a break between two places."""
        pause = self.model.new_bool_var(f"pause w{before.window} r{before.room} k{before.rank}")
        self.model.add_implication(pause, after.used)
        minutes = self.problem.rules.break_minutes
        extra = min(stride(self.problem, p, minutes) - stride(self.problem, p) for p in before.holds)
        held = weighted((stride(self.problem, p), y) for p, y in before.holds.items())
        self.model.add(after.step >= before.step + held + extra * pause)
        if any(stride(self.problem, p, minutes) - stride(self.problem, p) > extra for p in before.holds):
            longer = weighted((stride(self.problem, p, minutes), y) for p, y in before.holds.items())
            self.model.add(after.step >= before.step + longer).only_enforce_if(pause)
        return pause

    def _each_pitch_once(self) -> None:
        for p in self.problem.pitches:
            self.model.add_at_most_one(self.literals(p))

    def literals(self, p: int) -> list[Literal]:
        """Every literal that puts the pitch somewhere."""
        return [place.holds[p] for place in self.places if p in place.holds]

    def _pins_stay(self) -> None:
        for p in self.problem.pitches:
            if self.problem.instance.pitches[p].pinned is not None:
                self.model.add_bool_or(self.literals(p))

    def _like_rooms_in_order(self) -> None:
        """Rooms nobody was promised are alike: the fuller ones first."""
        slots = (*self.problem.pinned, *self.problem.communicated)
        named = {spot.window for spot in slots if spot is not None}
        for w in self.problem.windows:
            for room in range(1, self.problem.sessions[w].rooms if w not in named else 1):
                for left, right in zip(self.rows[w, room - 1], self.rows[w, room], strict=True):
                    self.model.add_implication(right.used, left.used)

    def _organisation_never_twice_at_once(self) -> None:
        if not self.problem.concurrent:
            return
        for p, q in self.problem.partners:
            self.model.add_no_overlap([self._interval(p), self._interval(q)])

    def _interval(self, p: int) -> Any:
        placed = self.model.new_bool_var(f"placed p{p}")
        self.model.add(cp_model.LinearExpr.sum(self.literals(p)) == placed)
        return self.model.new_optional_fixed_size_interval_var(
            self.begin(p), self.problem.lengths[p], placed, f"heard p{p}"
        )

    def begin(self, p: int) -> Linear:
        """The start of a placed pitch in minutes after the first window starts."""
        if p not in self._begins:
            horizon = max(session.offset + session.minutes for session in self.problem.sessions)
            self._begins[p] = self.model.new_int_var(0, horizon, f"begin p{p}")
            for place in self.places:
                if p in place.holds:
                    self.model.add(self._begins[p] == self.start(place)).only_enforce_if(place.holds[p])
        return self._begins[p]

    def start(self, place: Place) -> Linear:
        """The start of a place in minutes after the first window starts."""
        return self.problem.sessions[place.window].offset + self.problem.grid * place.step

    def minutes(self, place: Place) -> Linear:
        """How long the pitch at a place takes; 0 when unused."""
        return weighted((self.problem.lengths[p], y) for p, y in place.holds.items())

    @cached_property
    def uniform(self) -> int | None:
        """The length of every pitch when they are all alike."""
        lengths = set(self.problem.lengths)
        return lengths.pop() if len(lengths) == 1 else None

    def spots(self, value: Any) -> dict[int, Spot]:
        """Where each placed pitch stands in a solution; ``value`` gives the value of a variable."""
        found = {}
        for place in self.places:
            if value(place.used):
                p = next(p for p, literal in place.holds.items() if value(literal))
                found[p] = Spot(place.window, place.room, value(place.step) * self.problem.grid)
        return found

    def hint(self, placements: Iterable[Placement]) -> None:
        """Start the next search from a plan."""
        self.model.proto.clear_solution_hint()
        rows: dict[tuple[int, int], list[Placement]] = {key: [] for key in self.rows}
        for placement in sorted(placements, key=lambda it: it.spot):
            rows[placement.spot.window, placement.spot.room].append(placement)
        for key, row in self.rows.items():
            for place in row:
                standing = rows[key][place.rank] if place.rank < len(rows[key]) else None
                self._hint_place(place, standing)

    def _hint_place(self, place: Place, standing: Placement | None) -> None:
        step = standing.spot.start // self.problem.grid if standing else self.late
        self.model.add_hint(place.used, standing is not None)
        self.model.add_hint(place.step, step)
        for p, literal in place.holds.items():
            self.model.add_hint(literal, standing is not None and standing.pitch == p)


def weighted(terms: Iterable[tuple[int, Linear]]) -> Linear:
    """The sum of weight times expression."""
    pairs = list(terms)
    return cp_model.LinearExpr.weighted_sum([expr for _, expr in pairs], [weight for weight, _ in pairs])


def total(terms: Iterable[Linear]) -> Linear:
    """The sum of expressions."""
    return cp_model.LinearExpr.sum(list(terms))


def _pairs(row: Sequence[Place]) -> list[tuple[Place, Place]]:
    return list(pairwise(row))


def _room_allowed(problem: Problem, p: int, room: int) -> bool:
    pin = problem.pinned[p]
    return pin is None or pin.room == room


def _late(problem: Problem) -> int:
    """A step after the end of every window and of every break or changeover that could follow it."""
    rules = problem.rules
    longest = max(problem.lengths, default=0) + max(rules.break_minutes, rules.changeover_minutes)
    widest = max((session.minutes for session in problem.sessions), default=0)
    return ceil((widest + longest) / problem.grid) + 1
