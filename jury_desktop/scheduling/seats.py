"""Who sits in which panel, as part of the model.

Where a juror has no choice (:meth:`Problem.chooses`) and can sit, the juror sits: the seat then follows from
the pitch and its start, and a literal for it is only made when a goal asks.
"""

from __future__ import annotations

from typing import Any

from ortools.sat.python import cp_model

from jury_desktop.domain.pitch import Expertise
from jury_desktop.scheduling.board import Board, Linear, Literal, Place
from jury_desktop.scheduling.problem import Placement


class Seats:
    """The panels of a board. ``sits`` gives the literal of a juror at a place, None where never."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.model = board.model
        self.problem = board.problem
        self._known: dict[Any, Literal | None] = {}
        self._lengths: dict[int, dict[int, frozenset[int]]] = {}
        self._chosen: dict[tuple[int, int], Literal] = {}
        self._index = {id(place): index for index, place in enumerate(board.places)}
        if self.problem.contested:
            self._choose()

    def sits(self, j: int, place: Place) -> Literal | None:
        """The literal that says the juror hears the pitch at this place."""
        if self.problem.chooses(j, place.window):
            return self._chosen.get((j, self._index[id(place)]))
        return self.able(j, place)

    def able(self, j: int, place: Place) -> Literal | None:
        """The literal that says the juror is available at this place and has no conflict with its pitch."""
        there = self.available(j, place)
        if there is None:
            return None
        barred = frozenset(p for p in place.holds if j in self.problem.barred[p])
        if not barred:
            return there
        key = ("able", self._index[id(place)], there.index, barred)
        if key not in self._known:
            self._known[key] = self._unbarred(place, there, barred)
        return self._known[key]

    def _unbarred(self, place: Place, there: Literal, barred: frozenset[int]) -> Literal | None:
        welcome = [literal for p, literal in place.holds.items() if p not in barred]
        if not welcome:
            return None
        able = self.model.new_bool_var("able")
        if there.index == place.used.index:
            self.model.add(cp_model.LinearExpr.sum(welcome) == able)
            return able
        self.model.add_implication(able, there)
        self.model.add(cp_model.LinearExpr.sum(welcome) >= able)
        self.model.add(able >= there + cp_model.LinearExpr.sum(welcome) - 1)
        return able

    def always_there(self, j: int, place: Place) -> bool:
        """Whether the juror is available whatever stands at this place, and whenever."""
        there = self.available(j, place)
        return there is not None and bool(there.index == place.used.index)

    def available(self, j: int, place: Place) -> Literal | None:
        """The literal that says the juror is available for the whole pitch at this place."""
        steps = self._steps(place)
        present = {
            length: frozenset(s for s in steps[length] if self._there(j, place.window, s, length))
            for length in steps
        }
        if not any(present.values()):
            return None
        if all(present[length] == steps[length] for length in steps):
            return place.used
        key = ("there", self._index[id(place)], frozenset(present.items()))
        if key not in self._known:
            self._known[key] = self._presence(place, steps, present)
        return self._known[key]

    def _there(self, j: int, w: int, step: int, length: int) -> bool:
        return j in self.problem.available(w, step * self.problem.grid, length)

    def _steps(self, place: Place) -> dict[int, frozenset[int]]:
        """Per length of pitch the steps at which one may start here."""
        index = self._index[id(place)]
        if index not in self._lengths:
            steps: dict[int, set[int]] = {}
            for p in place.holds:
                starts = self.problem.starts[p][place.window]
                steps.setdefault(self.problem.lengths[p], set()).update(
                    s // self.problem.grid for s in starts
                )
            self._lengths[index] = {length: frozenset(found) for length, found in steps.items()}
        return self._lengths[index]

    def _presence(
        self, place: Place, steps: dict[int, frozenset[int]], present: dict[int, frozenset[int]]
    ) -> Literal:
        there = self.model.new_bool_var("there")
        self.model.add_implication(there, place.used)
        for length, inside in present.items():
            this_long = self._this_long(place, length)
            outside = steps[length] - inside
            self._step_in(place, inside, [there, this_long])
            self._step_in(place, outside, [~there, this_long])
        return there

    def _step_in(self, place: Place, steps: frozenset[int], when: list[Literal]) -> None:
        domain = cp_model.Domain.from_values(sorted(steps))
        if steps:
            self.model.add_linear_expression_in_domain(place.step, domain).only_enforce_if(when)
        else:
            self.model.add_bool_or([~literal for literal in when])

    def _this_long(self, place: Place, length: int) -> Literal:
        """The literal that says the pitch at this place takes ``length`` minutes."""
        if self.board.uniform is not None:
            return place.used
        key = ("long", self._index[id(place)], length)
        if key not in self._known:
            literal = self.model.new_bool_var("long")
            of_length = [y for p, y in place.holds.items() if self.problem.lengths[p] == length]
            self.model.add(cp_model.LinearExpr.sum(of_length) == literal)
            self._known[key] = literal
        return self._known[key]

    def load(self, j: int, place: Place) -> Linear:
        """Minutes the juror sits at this place."""
        seat = self.sits(j, place)
        if seat is None:
            return 0
        if self.board.uniform is not None:
            return self.board.uniform * seat
        key = ("load", self._index[id(place)], seat.index)
        if key not in self._known:
            load = self.model.new_int_var(0, max(self.problem.lengths), "load")
            self.model.add(load == self.board.minutes(place)).only_enforce_if(seat)
            self.model.add(load == 0).only_enforce_if(~seat)
            self._known[key] = load
        return self._known[key]

    def of_window(self, j: int, w: int) -> list[Literal]:
        """The seats the juror may take in a window, in the order of the places."""
        seats = (self.sits(j, place) for place in self.board.places if place.window == w)
        return [seat for seat in seats if seat is not None]

    def attends(self, j: int, w: int) -> Literal:
        """The literal that says the juror sits at least once in the window."""
        return self.any_of(self.of_window(j, w))

    def any_of(self, literals: list[Literal]) -> Literal:
        """The literal that says at least one of these is true."""
        key = ("any", *(literal.index for literal in literals))
        if key not in self._known:
            some = self.model.new_bool_var("any")
            self.model.add_max_equality(some, literals or [0])
            self._known[key] = some
        return self._known[key]

    def _choose(self) -> None:
        for index, place in enumerate(self.board.places):
            if place.window not in self.problem.chosen:
                continue
            for j in self.problem.jurors:
                able = self.able(j, place) if self.problem.chooses(j, place.window) else None
                if able is not None:
                    self._chosen[j, index] = self.model.new_bool_var(f"j{j} at {index}")
                    self.model.add_implication(self._chosen[j, index], able)
            self._fill_panel(place)
        if self.problem.concurrent:
            for j in self.problem.jurors:
                self._one_room_at_a_time(j)
        self._keep_day_limits()

    def _fill_panel(self, place: Place) -> None:
        rules = self.problem.rules
        seats = {j: self.sits(j, place) for j in self.problem.jurors}
        total = cp_model.LinearExpr.sum([seat for seat in seats.values() if seat is not None])
        self.model.add(total >= rules.quorum * place.used)
        if rules.panel_max is not None:
            self.model.add(total <= rules.panel_max * place.used)
        if rules.expertise == Expertise.HARD:
            for p, literal in place.holds.items():
                if self.problem.needs_expert(p):
                    self.model.add_bool_or([~literal, *self.expert_seats(p, place)])

    def expert_seats(self, p: int, place: Place) -> list[Literal]:
        """The seats at a place of jurors who know a challenge of the pitch and have no conflict with it."""
        seats = (self.sits(j, place) for j in sorted(self.problem.experts[p] - self.problem.barred[p]))
        return [seat for seat in seats if seat is not None]

    def _one_room_at_a_time(self, j: int) -> None:
        for group in self.groups():
            places = [self.board.places[index] for index in group]
            seats = ((place, self.sits(j, place)) for place in places)
            intervals = [self._hearing(place, seat) for place, seat in seats if seat is not None]
            if len(intervals) > 1:
                self.model.add_no_overlap(intervals)

    def groups(self) -> list[list[int]]:
        """Numbers of places that may run at the same time: several rooms, or windows that cross."""
        numbers = range(len(self.board.places))
        inside = [[n for n in numbers if self.board.places[n].window == w] for w in self.problem.windows]
        alone = [inside[w] for w in self.problem.windows if self.problem.sessions[w].rooms > 1]
        return alone + [inside[v] + inside[w] for v, w in self.problem.crossing]

    def _hearing(self, place: Place, seat: Literal) -> Any:
        start = self.board.start(place)
        if self.board.uniform is not None:
            return self.model.new_optional_fixed_size_interval_var(start, self.board.uniform, seat, "hearing")
        size = self.model.new_int_var(0, max(self.problem.lengths), "size")
        self.model.add(size == self.board.minutes(place))
        end = self.model.new_int_var(0, 10_000_000, "end")
        self.model.add(end == start + size)
        return self.model.new_optional_interval_var(start, size, end, seat, "hearing")

    def _keep_day_limits(self) -> None:
        for (j, day), limit in self.problem.day_limits.items():
            self.model.add(self.day_load(j, self.problem.days[day]) <= limit)

    def day_load(self, j: int, windows: tuple[int, ...]) -> Linear:
        """Minutes the juror sits in these windows."""
        return cp_model.LinearExpr.sum(
            [self.load(j, place) for place in self.board.places if place.window in windows]
        )

    def panels(self, value: Any) -> dict[int, frozenset[int]]:
        """Per placed pitch the jurors with a chosen seat in a solution; who has no choice is left aside."""
        found = {}
        for index, place in enumerate(self.board.places):
            for p, literal in place.holds.items():
                if value(literal):
                    seated = (j for j in self.problem.jurors if (j, index) in self._chosen)
                    found[p] = frozenset(j for j in seated if value(self._chosen[j, index]))
        return found

    def hint(self, placements: list[Placement]) -> None:
        """Start the next search from the panels of a plan (the board has been hinted before)."""
        panels = {placement.pitch: placement.panel for placement in placements}
        rows: dict[tuple[int, int], list[int]] = {}
        for placement in sorted(placements, key=lambda it: it.spot):
            rows.setdefault((placement.spot.window, placement.spot.room), []).append(placement.pitch)
        for (j, index), seat in self._chosen.items():
            place = self.board.places[index]
            row = rows.get((place.window, place.room), [])
            panel = panels[row[place.rank]] if place.rank < len(row) else frozenset()
            self.model.add_hint(seat, j in panel)
