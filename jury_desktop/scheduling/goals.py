"""The soft goals as expressions to be minimised, one function per level (scheduling.md: soft, in this order).

The verifier counts the same levels from the finished plan, in code of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from ortools.sat.python import cp_model

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.board import Board, Linear, Literal, Place, total
from jury_desktop.scheduling.burden import Burden
from jury_desktop.scheduling.gaps import Gaps
from jury_desktop.scheduling.seats import Seats


class Goals:
    """Makes the expression of a level, with the variables it needs, when it is first asked for."""

    def __init__(self, board: Board, seats: Seats) -> None:
        self.board = board
        self.seats = seats
        self.model = board.model
        self.problem = board.problem
        self._made: dict[Level, Linear] = {}
        self.gaps = Gaps(board)
        self.burden = Burden(board, seats, self.gaps)

    def expression(self, level: Level) -> Linear:
        """What to minimise for a level; made once, with the variables it needs."""
        if level not in self._made:
            self._made[level] = self._make(level)
        return self._made[level]

    def _make(self, level: Level) -> Linear:
        makers: dict[Level, Callable[[], Linear]] = {
            Level.LEFT_OUT: self.left_out,
            Level.TOLD_LEFT_OUT: self.told_left_out,
            Level.MOVED: self.moved,
            Level.MOVED_MINUTES: self.moved_minutes,
            Level.PREFERENCE_MISSED: self.preference_missed,
            Level.NO_EXPERT: self.no_expert,
            Level.NO_COMMON_JURORS: self.no_common_jurors,
            Level.CHALLENGE_CHANGES: self.challenge_changes,
            Level.JUROR_BURDEN: self.burden.minutes,
            Level.IDLE_ROOM: self.gaps.idle,
        }
        return makers[level]()

    def left_out(self) -> Linear:
        """Pitches without a place."""
        return len(self.problem.pitches) - total(place.used for place in self.board.places)

    def told_left_out(self) -> Linear:
        """Communicated pitches without a place."""
        told = self.problem.announced
        return len(told) - total(literal for p in told for literal in self.board.literals(p))

    def moved(self) -> Linear:
        """Communicated pitches that no longer stand where they were announced."""
        told = self.problem.announced
        return len(told) - total(self._stays(p) for p in told)

    def _stays(self, p: int) -> Literal:
        stays = self.model.new_bool_var(f"stays p{p}")
        spot = self.problem.communicated[p]
        told = spot.start if spot else 0
        row = self.board.rows.get((spot.window, spot.room), []) if spot else []
        same_room = [place for place in row if p in place.holds]
        self.model.add_bool_or([~stays, *(place.holds[p] for place in same_room)])
        for place in same_room:
            on_time = self.model.add(self.problem.grid * place.step == told)
            on_time.only_enforce_if([stays, place.holds[p]])
        return stays

    def moved_minutes(self) -> Linear:
        """Minutes between announced and planned start, over the placed communicated pitches."""
        return total(self._shift(p) for p in self.problem.announced)

    def _shift(self, p: int) -> Linear:
        told = self.problem.told[p] or 0
        horizon = max(session.offset + session.minutes for session in self.problem.sessions)
        shift = self.model.new_int_var(0, max(horizon, abs(told)) + horizon, f"shift p{p}")
        begin = self.board.begin(p)
        placed = self.model.new_bool_var(f"heard p{p}")
        self.model.add(total(self.board.literals(p)) == placed)
        self.model.add(shift >= begin - told).only_enforce_if(placed)
        self.model.add(shift >= told - begin).only_enforce_if(placed)
        return shift

    def preference_missed(self) -> Linear:
        """Placed pitches outside the windows they prefer."""
        ids = [window.id for window in self.problem.instance.windows]
        wishes = [pitch.preferred_windows for pitch in self.problem.instance.pitches]
        return total(
            literal
            for place in self.board.places
            for p, literal in place.holds.items()
            if wishes[p] and ids[place.window] not in wishes[p]
        )

    def no_expert(self) -> Linear:
        """Placed pitches with nobody on the panel who knows one of their challenges."""
        if self.problem.rules.expertise == Expertise.OFF:
            return total(())
        return total(self._unknown(p) for p in self.problem.pitches if self.problem.needs_expert(p))

    def _unknown(self, p: int) -> Literal:
        unknown = self.model.new_bool_var(f"unknown p{p}")
        for place in self.board.places:
            if p not in place.holds:
                continue
            if place.window in self.problem.chosen:
                experts = self.seats.expert_seats(p, place)
                self.model.add_bool_or([~place.holds[p], unknown, *experts])
            else:
                self._known_at(p, place, unknown)
        return unknown

    def _known_at(self, p: int, place: Place, unknown: Literal) -> None:
        """Where the slot decides the panel: the pitch is known only at starts with an expert."""
        problem = self.problem
        starts = problem.starts[p][place.window]
        known = [
            s // problem.grid for s in starts if problem.has_expert(p, problem.jurors_at(p, place.window, s))
        ]
        if not known:
            self.model.add_implication(place.holds[p], unknown)
        elif len(known) < len(starts):
            domain = cp_model.Domain.from_values(known)
            inside = self.model.add_linear_expression_in_domain(place.step, domain)
            inside.only_enforce_if([place.holds[p], ~unknown])

    def no_common_jurors(self) -> Linear:
        """Used windows, all of them, when fewer than ``common_jurors`` jurors attend every used window."""
        wanted = self.problem.rules.common_jurors
        if wanted < 1:
            return total(())
        used = {w: self.seats.any_of(self._row_heads(w)) for w in self.problem.windows}
        common = [self._common(j, used) for j in self.problem.jurors]
        enough = self.model.new_bool_var("enough common jurors")
        self.model.add(total(common) >= wanted * enough)
        lacking = []
        for w, literal in used.items():
            lacks = self.model.new_bool_var(f"lacks w{w}")
            self.model.add_bool_or([lacks, ~literal, enough])
            lacking.append(lacks)
        return total(lacking)

    def _row_heads(self, w: int) -> list[Literal]:
        return [place.used for place in self.board.places if place.window == w and place.rank == 0]

    def _common(self, j: int, used: dict[int, Literal]) -> Literal:
        common = self.model.new_bool_var(f"common j{j}")
        for w, literal in used.items():
            self.model.add_bool_or([~common, ~literal, self.seats.attends(j, w)])
        return common

    def challenge_changes(self) -> Linear:
        """Neighbours in a room that share no challenge."""
        return total(
            self._change(before, after) for row in self.board.rows.values() for before, after in pairwise(row)
        )

    def _change(self, before: Place, after: Place) -> Literal:
        change = self.model.new_bool_var("change")
        themes: dict[frozenset[int], list[int]] = {}
        for p in self.problem.pitches:
            themes.setdefault(frozenset(self.problem.instance.pitches[p].challenges), []).append(p)
        for theme, members in themes.items():
            kin = [p for other, some in themes.items() if theme & other for p in some]
            if len(members) == 1:  # a pitch is no neighbour of itself, which fractions do not know
                kin = [p for p in kin if p not in members]
            self.model.add(change >= _held(before, members) + after.used - 1 - _held(after, kin))
            self.model.add(change >= _held(after, members) - _held(before, kin))
        return change


def _held(place: Place, pitches: Iterable[int]) -> Linear:
    return total(place.holds[p] for p in pitches if p in place.holds)
