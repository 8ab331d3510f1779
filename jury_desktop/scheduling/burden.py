"""What the sessions ask of the jurors, as expressions of the model: days, waiting, uneven load."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from jury_desktop.scheduling.board import Board, Linear, Literal, Place, total, weighted
from jury_desktop.scheduling.everyone import Everyone
from jury_desktop.scheduling.gaps import Gaps
from jury_desktop.scheduling.measure import DAY_COST
from jury_desktop.scheduling.seats import Seats


class Burden:
    """Makes the expression for juror burden."""

    def __init__(self, board: Board, seats: Seats, gaps: Gaps) -> None:
        self.board = board
        self.seats = seats
        self.gaps = gaps
        self.model = board.model
        self.problem = board.problem

    def minutes(self) -> Linear:
        """Days attended (each ``DAY_COST``), waiting minutes, and most minus least minutes sat."""
        return self.coming + self._waiting()

    @cached_property
    def days(self) -> Linear:
        """Days attended, each ``DAY_COST``."""
        if self.problem.contested and self.problem.rules.panel_max is None:
            Everyone(self.board, self.seats).sits()
        return DAY_COST * total(
            self._comes(j, windows) for j in self.problem.jurors for windows in self.problem.days.values()
        )

    @cached_property
    def coming(self) -> Linear:
        """The part that does not ask when pitches begin: days attended, and most minus least minutes sat."""
        return self.days + self._spread()

    def _comes(self, j: int, windows: tuple[int, ...]) -> Literal:
        """Whether the juror sits on a day: surely when a room has more pitches than conflicts."""
        comes = self.seats.any_of([seat for w in windows for seat in self.seats.of_window(j, w)])
        for (w, _), row in self.board.rows.items():
            if w in windows and row and not self.problem.chooses(j, w) and self.seats.always_there(j, row[0]):
                barred = len(self._barred(j, row))
                if barred < len(row):
                    self.model.add_implication(row[barred].used, comes)
        return comes

    def _barred(self, j: int, row: list[Place]) -> list[int]:
        """Pitches that may stand in the row and that the juror may not hear."""
        return [p for p in row[0].holds if j in self.problem.barred[p]]

    def _waiting(self) -> Linear:
        """Minutes without a seat between a juror's first and last pitch of a window; like jurors together."""
        alike: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for w in self.problem.windows:
            for j in self.problem.jurors:
                key = (w, *(seat.index for seat in self.seats.of_window(j, w)))
                alike.setdefault(key, []).append((j, w))
        return weighted((len(pairs), self._waits(*pairs[0])) for key, pairs in alike.items() if len(key) > 1)

    def _waits(self, j: int, w: int) -> Linear:
        rows = [row for (window, _), row in self.board.rows.items() if window == w and row]
        if len(rows) > 1:
            return self._waits_in_rooms(j, w)
        if not self.problem.chooses(j, w) and len(self.problem.free[j][w]) == 1:
            return self._waits_between_ends(j, rows[0])
        return self._waits_in_room(j, rows[0])

    def _waits_between_ends(self, j: int, row: list[Place]) -> Linear:
        """One room, and the juror is available from one moment to another: what lies between two seats.

        Says the same as :meth:`_waits_in_room`, in terms of the ends of the row, where the juror is not yet
        there or hears nothing; from that the solver proves much more.
        """
        barred = self._barred(j, row)
        waits: list[Linear] = []
        for k, (before, after) in enumerate(pairwise(row)):
            outside = [*self._front(j, row[: k + 1], barred), *self._tail(j, row[k + 1 :], barred)]
            waits.append(self._gap_unless(outside, before, after))
        for p in barred:
            others = [q for q in barred if q != p]
            for k in range(1, len(row) - 1):
                if p in row[k].holds:
                    outside = [*self._front(j, row[:k], others), *self._tail(j, row[k + 1 :], others)]
                    waits.append(self._skips(p, row[k], outside))
        return total(waits)

    def _front(self, j: int, places: list[Place], barred: list[int]) -> list[Literal]:
        """A literal, none when impossible, that the juror hears nothing at the first places."""
        if len(places) > len(barred) and all(self.seats.always_there(j, place) for place in places):
            return []
        front = self.model.new_bool_var("front")
        for place in places:
            self.model.add(front <= self._unheard(j, place, barred))
        return [front]

    def _tail(self, j: int, places: list[Place], barred: list[int]) -> list[Literal]:
        """A literal that the juror hears nothing at the last places."""
        tail = self.model.new_bool_var("tail")
        for place in places:
            self.model.add(tail <= self._unheard(j, place, barred))
        return [tail]

    def _unheard(self, j: int, place: Place, barred: list[int]) -> Linear:
        """1 when the juror is not there, nothing stands there, or a barred pitch."""
        there = self.seats.available(j, place)
        if there is None:
            return total((1,))
        return 1 - there + total(place.holds[q] for q in barred if q in place.holds)

    def _skips(self, p: int, place: Place, outside: list[Literal]) -> Linear:
        """The length of a barred pitch at a place, unless the juror comes later or has left."""
        skips = self.model.new_bool_var("skips")
        self.model.add(skips >= place.holds[p] - total(outside))
        return self.problem.lengths[p] * skips

    def _gap_unless(self, outside: list[Literal], before: Place, after: Place) -> Linear:
        """The gap between two places, unless the juror comes later or has left."""
        gap = self.gaps.between(before, after)
        if not outside:
            return gap
        wait = self.model.new_int_var(0, self.problem.sessions[before.window].minutes, "wait")
        self.model.add(wait >= gap).only_enforce_if([~literal for literal in outside])
        pause = self.board.pauses.get(id(before))
        if pause is not None:
            self.model.add(wait >= self.problem.rules.break_minutes * (pause - total(outside)))
        return wait

    def _waits_in_room(self, j: int, row: list[Place]) -> Linear:
        """One room: the gaps, and the pitches of others, that have a seat of the juror on both sides."""
        seats = [self.seats.sits(j, place) for place in row]
        came = self._running(seats)
        stays = self._running(seats[::-1])[::-1]
        waits: list[Linear] = []
        for k, (before, after) in enumerate(pairwise(row)):
            first, last = came[k], stays[k + 1]
            if first is not None and last is not None:
                waits.append(self._gap_unless([~first, ~last], before, after))
        for k in range(1, len(row) - 1):
            first, last = came[k - 1], stays[k + 1]
            if first is not None and last is not None:
                waits.append(self._passes(first, last, seats[k], row[k]))
        return total(waits)

    def _running(self, seats: list[Literal | None]) -> list[Literal | None]:
        """Per place whether the juror has sat there or earlier."""
        found: list[Literal | None] = []
        for seat in seats:
            last = found[-1] if found else None
            known = [literal for literal in (last, seat) if literal is not None]
            found.append(self.seats.any_of(known) if len(known) > 1 else (known or [None])[0])
        return found

    def _passes(self, came: Literal, stays: Literal, seat: Literal | None, place: Place) -> Linear:
        """The length of the pitch at a place when the juror is there and does not hear it."""
        passes = self.model.new_bool_var("passes")
        self.model.add(passes >= came + stays + place.used - 2 - (0 if seat is None else seat))
        if self.board.uniform is not None:
            return self.board.uniform * passes
        wait = self.model.new_int_var(0, max(self.problem.lengths), "passed minutes")
        self.model.add(wait >= self.board.minutes(place)).only_enforce_if(passes)
        return wait

    def _waits_in_rooms(self, j: int, w: int) -> Linear:
        """Several rooms: from first start to last end, less the minutes sat."""
        places = [p for p in self.board.places if p.window == w and self.seats.sits(j, p) is not None]
        session = self.problem.sessions[w]
        arrives = self.model.new_int_var(session.offset, session.offset + session.minutes, "arrives")
        leaves = self.model.new_int_var(session.offset, session.offset + session.minutes, "leaves")
        self.model.add(leaves >= arrives)
        for place in places:
            seat = self.seats.sits(j, place)
            start = self.board.start(place)
            self.model.add(arrives <= start).only_enforce_if(seat)
            self.model.add(leaves >= start + self.board.minutes(place)).only_enforce_if(seat)
        waits = self.model.new_int_var(0, session.minutes, "waits")
        self.model.add(waits >= leaves - arrives - total(self.seats.load(j, place) for place in places))
        return waits

    def _spread(self) -> Linear:
        """Most minus least minutes sat, counted in pitches when all take equally long."""
        unit = self.board.uniform or 1
        whole = sum(self.problem.lengths) // unit
        most = self.model.new_int_var(0, whole, "most")
        least = self.model.new_int_var(0, whole, "least")
        for j in self.problem.jurors:
            load = self.seats.day_load(j, tuple(self.problem.windows))
            self.model.add(unit * most >= load)
            self.model.add(unit * least <= load)
        return unit * (most - least)
