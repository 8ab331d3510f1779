"""New panels for a window in which every pitch has its place: each juror goes a path from pitch to pitch.

Times being known, what a juror waits between two pitches is a number, and who can sit in both is known too.
That makes a model that is proven in a moment where one with open times proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from ortools.sat.python import cp_model

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.board import Linear, Literal, total, weighted
from jury_desktop.scheduling.engine import Budget, run
from jury_desktop.scheduling.measure import DAY_COST, overlap
from jury_desktop.scheduling.problem import Placement, Problem

STEPS_AT_ONCE = 8000
"""Steps between pitches up to which jurors are given new seats together; beyond, the others keep theirs."""

STRANGER = 1_000_000
"""What a pitch whose panel knows none of its challenges costs beside minutes of burden."""

Panels = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Rest:
    """What the jurors do in the other windows: the minutes they sit there, and those on the same day."""

    minutes: dict[int, int]
    today: dict[int, int]


def rest_of(problem: Problem, placed: Iterable[Placement], w: int) -> Rest:
    """What a plan asks of the jurors outside a window."""
    minutes: dict[int, int] = defaultdict(int)
    today: dict[int, int] = defaultdict(int)
    for it in placed:
        if it.spot.window != w:
            for j in it.panel:
                minutes[j] += problem.lengths[it.pitch]
                if problem.sessions[it.spot.window].day == problem.sessions[w].day:
                    today[j] += problem.lengths[it.pitch]
    return Rest(minutes, today)


def reseat(
    problem: Problem,
    placed: Sequence[Placement],
    w: int,
    faithful: Collection[int],
    budget: Budget,
    order: Sequence[int],
    *,
    anew: bool = False,
    even: bool = True,
) -> Panels | None:
    """The best panels for the pitches of a window, None when none were found.

    :param faithful: jurors who must sit in the window at least once.
    :param order: the jurors, those first who may change seats when not all can at once.
    :param anew: whether the jurors who come after those many lose their seats instead of keeping them.
    :param even: whether an even load is part of what is wanted.
    """
    model = _Window(problem, placed, w, faithful)
    model.offer(order, anew)
    return model.solve(budget, even)


class _Window:
    """The model of one window: the seats of every juror, with the path that leads past them."""

    def __init__(
        self, problem: Problem, placed: Sequence[Placement], w: int, faithful: Collection[int]
    ) -> None:
        self.problem = problem
        self.window = w
        self.faithful = faithful
        self.model = cp_model.CpModel()
        here = (it for it in placed if it.spot.window == w)
        self.placed = sorted(here, key=lambda it: (it.spot.start, it.pitch))
        crossing = {v for pair in problem.crossing if w in pair for v in pair} - {w}
        self.beside = [it for it in placed if it.spot.window in crossing]
        self.rest = rest_of(problem, placed, w)
        self.seats: dict[int, dict[int, Linear]] = {it.pitch: {} for it in self.placed}
        self.costs: list[Linear] = []
        self.steps = 0

    def offer(self, order: Iterable[int], anew: bool) -> None:
        """Free seats for as many jurors as one model takes; who comes after them keeps the seats of now."""
        for j in order:
            able = [it for it in self.placed if self._able(j, it)]
            if self.steps <= STEPS_AT_ONCE:
                self._walk(j, able)
            elif not anew:
                for it in able:
                    self.seats[it.pitch][j] = int(j in it.panel)

    def _able(self, j: int, it: Placement) -> bool:
        """Whether the juror can hear a pitch: there, without conflict, in no window that runs beside this."""
        if j not in self.problem.jurors_at(it.pitch, self.window, it.spot.start):
            return False
        here = (self.problem, it.pitch, it.spot)
        return not any(j in other.panel and overlap(*here, other.pitch, other.spot) for other in self.beside)

    def _end(self, it: Placement) -> int:
        return it.spot.start + self.problem.lengths[it.pitch]

    def _reached(self, later: Sequence[Placement], must: bool) -> Sequence[Placement]:
        """The pitches that may come next; who must sit whenever possible passes over none that fits."""
        if not must or not later:
            return later
        first_end = min(self._end(it) for it in later)
        return [it for it in later if it.spot.start < first_end]

    def _walk(self, j: int, able: Sequence[Placement]) -> None:
        """A path through the pitches this juror can hear, or none at all where that is allowed."""
        limited = self.problem.limit(j, self.window)
        must = self.problem.rules.panel_max is None and limited is None
        into: dict[int, list[Literal]] = {it.pitch: [] for it in able}
        out: dict[int, list[Literal]] = {it.pitch: [] for it in able}
        comes = self.model.new_bool_var(f"comes {j}")
        for it in self._reached(able, must):
            into[it.pitch].append(self.model.new_bool_var(""))
        self.model.add(total(chain.from_iterable(into.values())) == comes)
        for it in able:
            later = [other for other in able if other.spot.start >= self._end(it)]
            if not later or not must:
                out[it.pitch].append(self.model.new_bool_var(""))
            for other in self._reached(later, must):
                step = self.model.new_bool_var("")
                out[it.pitch].append(step)
                into[other.pitch].append(step)
                self.costs.append((other.spot.start - self._end(it)) * step)
        self.steps += sum(map(len, into.values()))
        self._sit(j, able, into, out)
        self._come(j, comes, must=must and bool(able))

    def _sit(
        self,
        j: int,
        able: Sequence[Placement],
        into: dict[int, list[Literal]],
        out: dict[int, list[Literal]],
    ) -> None:
        for it in able:
            seat = self.model.new_bool_var(f"{j} at {it.pitch}")
            self.model.add(total(into[it.pitch]) == seat)
            self.model.add(total(out[it.pitch]) == seat)
            self.model.add_hint(seat, j in it.panel)
            self.seats[it.pitch][j] = seat
        limit = self.problem.limit(j, self.window)
        if limit is not None:
            load = weighted((self.problem.lengths[it.pitch], self.seats[it.pitch][j]) for it in able)
            self.model.add(load <= limit - self.rest.today.get(j, 0))

    def _come(self, j: int, comes: Literal, *, must: bool) -> None:
        if must or j in self.faithful:
            self.model.add(comes == 1)
        if not self.rest.today.get(j):
            self.costs.append(DAY_COST * comes)

    def solve(self, budget: Budget, even: bool) -> Panels | None:
        """Panels by the rules, with as little burden as could be found."""
        rules = self.problem.rules
        strangers = [self._panel(it) for it in self.placed]
        if Level.JUROR_BURDEN in rules.levels:
            self.costs += [self._spread()] if even else []
        else:
            self.costs.clear()
        weight = STRANGER if Level.NO_EXPERT in rules.levels else 0
        self.model.minimize(total(self.costs) + weight * total(strangers))
        answer = run(self.model, budget, thorough=True)
        if not answer.has_plan:
            return None
        return {
            p: frozenset(j for j, seat in seats.items() if answer.value(seat))
            for p, seats in self.seats.items()
        }

    def _panel(self, it: Placement) -> Linear:
        """The rules for a panel; 1 when nobody on it knows a challenge of the pitch."""
        rules, seats = self.problem.rules, self.seats[it.pitch]
        everybody = total(seats.values())
        self.model.add(everybody >= rules.quorum)
        if rules.panel_max is not None:
            self.model.add(everybody <= rules.panel_max)
        if rules.expertise == Expertise.OFF or not self.problem.needs_expert(it.pitch):
            return 0
        knowing = total(seat for j, seat in seats.items() if j in self.problem.experts[it.pitch])
        if rules.expertise == Expertise.HARD:
            self.model.add(knowing >= 1)
            return 0
        stranger = self.model.new_bool_var(f"stranger {it.pitch}")
        self.model.add(knowing + stranger >= 1)
        return stranger

    def _spread(self) -> Linear:
        """Most minus least minutes sat by any juror in the whole plan."""
        whole = sum(self.problem.lengths)
        most, least = (self.model.new_int_var(0, whole, name) for name in ("most", "least"))
        lengths = self.problem.lengths
        for j in self.problem.jurors:
            here = weighted((lengths[p], seats[j]) for p, seats in self.seats.items() if j in seats)
            self.model.add(most >= here + self.rest.minutes.get(j, 0))
            self.model.add(least <= here + self.rest.minutes.get(j, 0))
        return most - least
