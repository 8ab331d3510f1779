"""The time between the pitches of a room, and from it how long rooms stand empty."""

from __future__ import annotations

from itertools import pairwise

from jury_desktop.scheduling.board import Board, Linear, Place, total


class Gaps:
    """Makes the gap variables, each when first asked for."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.model = board.model
        self._gaps: dict[int, Linear] = {}

    def between(self, before: Place, after: Place) -> Linear:
        """Minutes between two neighbours of a room, or less when the second place is unused."""
        if id(before) not in self._gaps:
            gap = self.model.new_int_var(0, self._width(before), "gap")
            grid = self.board.problem.grid
            end = grid * before.step + self.board.minutes(before)
            self.model.add(gap >= grid * after.step - end).only_enforce_if(after.used)
            pause = self.board.pauses.get(id(before))
            if pause is not None:
                self.model.add(gap >= self.board.problem.rules.break_minutes * pause)
            self._gaps[id(before)] = gap
        return self._gaps[id(before)]

    def idle(self) -> Linear:
        """Minutes a room stands empty between the start of its window and its last pitch."""
        return total(self._row_idle(row) for row in self.board.rows.values() if row)

    def _row_idle(self, row: list[Place]) -> Linear:
        lead = self.model.new_int_var(0, self._width(row[0]), "lead")
        self.model.add(lead >= self.board.problem.grid * row[0].step).only_enforce_if(row[0].used)
        return lead + total(self.between(before, after) for before, after in pairwise(row))

    def _width(self, place: Place) -> int:
        return self.board.problem.sessions[place.window].minutes
