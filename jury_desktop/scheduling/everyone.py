"""Without a largest panel everyone who can sits, also where panels need a choice.

A juror with no conflict who is available stays out of a panel only when sitting elsewhere at that moment, or
when the limit of the day would be passed. The goals before juror burden gain by larger panels, so the model
needs these rules only for that goal.
"""

from __future__ import annotations

from jury_desktop.scheduling.board import Board, Literal, Place
from jury_desktop.scheduling.seats import Seats


class Everyone:
    """Adds the rules to the model of a board."""

    def __init__(self, board: Board, seats: Seats) -> None:
        self.seats = seats
        self.model = board.model
        self.problem = board.problem
        self.board = board
        self._overlaps: dict[tuple[int, int], Literal] = {}

    def sits(self) -> None:
        """Nobody who can sit is kept out."""
        rivals = self._rivals()
        for index, place in enumerate(self.board.places):
            for j in self.problem.jurors:
                if not self.problem.chooses(j, place.window):
                    continue
                able = self.seats.able(j, place)
                seat = self.seats.sits(j, place)
                if able is None or seat is None:
                    continue
                elsewhere = [self._sits_elsewhere(j, index, other) for other in rivals[index]]
                self.model.add_bool_or(
                    [~able, seat, *(it for it in elsewhere if it is not None), *self._too_much(j, place)]
                )

    def _rivals(self) -> list[list[int]]:
        """Per place the places that may run at the same time."""
        rivals: list[set[int]] = [set() for _ in self.board.places]
        for group in self.seats.groups():
            for a in group:
                rivals[a] |= {b for b in group if b != a}
        return [sorted(found) for found in rivals]

    def _sits_elsewhere(self, j: int, index: int, other: int) -> Literal | None:
        seat = self.seats.sits(j, self.board.places[other])
        if seat is None:
            return None
        both = self.model.new_bool_var("elsewhere")
        self.model.add_implication(both, seat)
        self.model.add_implication(both, self._overlap(min(index, other), max(index, other)))
        return both

    def _overlap(self, a: int, b: int) -> Literal:
        """A literal that makes the pitches at two places share time."""
        if (a, b) not in self._overlaps:
            overlap = self.model.new_bool_var("overlap")
            one, two = self.board.places[a], self.board.places[b]
            for first, second in ((one, two), (two, one)):
                self.model.add_implication(overlap, first.used)
                end = self.board.start(first) + self.board.minutes(first)
                self.model.add(self.board.start(second) + 1 <= end).only_enforce_if(overlap)
            self._overlaps[a, b] = overlap
        return self._overlaps[a, b]

    def _too_much(self, j: int, place: Place) -> list[Literal]:
        """A literal, where there is a limit, that one more pitch here would pass it."""
        limit = self.problem.limit(j, place.window)
        if limit is None:
            return []
        full = self.model.new_bool_var("full day")
        day = self.problem.days[self.problem.sessions[place.window].day]
        load = self.seats.day_load(j, day) + self.board.minutes(place)
        self.model.add(load >= limit + 1).only_enforce_if(full)
        return [full]
