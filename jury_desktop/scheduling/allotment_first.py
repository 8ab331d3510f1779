"""Juror burden by way of the allotments: first which pitches stand in which window, then the best plan.

The allotments (:mod:`allotments`) are taken in order of what they cost at least, one at first and then ever
more together. With the windows given, the best plan is found and proven in some hundredths of a second. When
the next allotment costs as much as the best plan, that plan is the best there is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from ortools.sat.python import cp_model

from jury_desktop.scheduling.allotments import Allotments
from jury_desktop.scheduling.board import Board, Linear, Literal, total, weighted
from jury_desktop.scheduling.engine import Budget, Run, Verdict, run

MORE = 4
"""How many times as many allotments are looked at together as the time before."""

MOST_TOGETHER = 1000
"""Allotments up to which a model keeps to them all."""

Keep = Callable[[Run, int], int]
"""Takes over a plan, with what no plan can be better than, and gives the least burden now."""


class Standing:
    """Literals of a board that say in which window a pitch stands, and from these: that one way is taken."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.literals: dict[tuple[int, int], Literal] = {}
        for p, w in product(board.problem.pitches, board.problem.windows):
            holds = [place.holds[p] for place in board.places if place.window == w and p in place.holds]
            if holds:
                self.literals[p, w] = board.model.new_bool_var(f"p{p} in w{w}")
                board.model.add(total(holds) == self.literals[p, w])

    def choose(self, model: cp_model.CpModel, ways: Allotments, which: Sequence[int]) -> Linear:
        """Have a copy of the model take one of these ways; what that costs at least."""
        taken = {n: model.new_bool_var(f"way {n}") for n in which}
        model.add_exactly_one(taken.values())
        for (p, w), literal in self.literals.items():
            model.add(total(taken[n] for n in which if ways.ways[n, w] >> p & 1) == literal)
        return weighted((int(ways.costs[n]), taken[n]) for n in which)


class AllotmentFirst:
    """Looks for plans of less burden, some allotments at a time.

    :param burden: what is minimised.
    """

    def __init__(self, board: Board, burden: Linear, ways: Allotments) -> None:
        self.model = board.model
        self.burden = burden
        self.ways = ways
        self.standing = Standing(board)

    def improve(self, budget: Budget, least: int, keep: Keep) -> int:
        """What juror burden cannot be less than.

        :param least: the burden of the plan so far.
        """
        undecided: list[int] = []
        done, together = 0, 1
        while done < self.ways.below(least):
            floor = int(self.ways.costs[done])
            if budget.work <= 0 or budget.left <= 0:
                return min([floor, *undecided])
            which = range(done, min(done + together, self.ways.below(least)))
            answer = run(self._held_to(which, least - 1), budget)
            if answer.verdict in (Verdict.FOUND, Verdict.NOTHING):
                undecided.append(max(floor, answer.bound))
            if answer.has_plan:
                least = keep(answer, min([floor, *undecided]))
            done, together = which.stop, MORE * together
        self._leave(least)
        return min([least, *undecided])

    def _leave(self, least: int) -> None:
        """What follows keeps to the ways that may have a plan as good."""
        which = range(self.ways.below(least + 1))
        if 0 < len(which) <= MOST_TOGETHER:
            self.standing.choose(self.model, self.ways, which)

    def _held_to(self, which: range, most: int) -> cp_model.CpModel:
        """The model with one of these ways, for plans of so much burden at most."""
        model = self.model.clone()
        model.add(self.burden <= most)
        model.add(self.burden >= self.standing.choose(model, self.ways, which))
        return model
