"""The best timetable of a seminar instance within a time limit, and how good any timetable can be.

Few solutions have a half-day that mixes many specialisations, and there are tens of thousands of ways to mix.
So the cheap blocks go first. A coarse model then tells what a timetable with a dearer block costs at least:
mostly more than the best one found, and all is proven. Where it does not, dearer blocks come in, of which at
least one must be taken, and so on until no block is left.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import Any

from ortools.linear_solver.python import model_builder
from ortools.sat.python import cp_model
from tstp_check import cost
from tstp_instance import Seminars, Timetable
from tstp_model import Block, Choice, blocks, cheapest

from jury_desktop.scheduling.engine import Budget, Verdict, run

CEILINGS = (3.6, 4.4, 6.0, inf)
"""Highest cost of a block in each round, in changes of specialisation. The first leaves room for two
specialisations in a half-day, each in one stretch, and a free slot beside them."""

ROUNDING = 0.1
"""What a bound of the solver, a rounded number, may be too high; costs are whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gave.

    :param timetable: the best one, None when none was found.
    :param bound: no timetable costs less, in millionths; inf when there is none at all.
    :param found: seconds until the timetable was there.
    :param seconds: seconds until its proof was there as well, or the time was up.
    :param processor: seconds of processor time of all of it.
    """

    timetable: Timetable | None
    bound: float
    found: float
    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a solver says of a choice; ``value`` reads a variable of its solution, None without one."""

    bound: float
    """No solution costs less; inf when there is none."""
    value: Callable[[Any], float] | None = None


Solve = Callable[[Choice, float], Found]
"""Solves a choice within so many seconds."""


def scip(choice: Choice, seconds: float) -> Found:
    """With SCIP, the solver for whole numbers that OR-Tools brings."""
    solver = model_builder.Solver("scip")
    solver.set_time_limit_in_seconds(seconds)
    status = solver.solve(choice.model)
    if status == model_builder.SolveStatus.INFEASIBLE:
        return Found(inf)
    if status not in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
        return Found(0)
    return Found(ceil(solver.best_objective_bound - ROUNDING), solver.value)


def engine(choice: Choice, seconds: float) -> Found:
    """With the program's own run of CP-SAT: one worker, a fixed seed, a budget of work."""
    done = run(choice.model, Budget(seconds, seed=1))
    if done.verdict is Verdict.IMPOSSIBLE:
        return Found(inf)
    return Found(done.bound, done.value) if done.has_plan else Found(0)


KITS: dict[Solve, Callable[[], Any]] = {scip: model_builder.Model, engine: cp_model.CpModel}
"""For each solver what it wants its model written in."""


def search(seminars: Seminars, limit: float, solve: Solve = scip) -> Answer:
    """The best timetable that ``limit`` seconds allow."""
    return _Search(seminars, limit, solve).answer()


class _Search:
    def __init__(self, seminars: Seminars, limit: float, solve: Solve) -> None:
        self._seminars = seminars
        self._solve = solve
        self._limit = limit
        self._began, self._processor = time.monotonic(), time.process_time()
        self._blocks = _all_blocks(seminars)
        self._best: Timetable | None = None
        self._cost: float = inf
        self._found = 0.0

    @property
    def _spent(self) -> float:
        return time.monotonic() - self._began

    def answer(self) -> Answer:
        """Round after round until nothing is left to be found, or the time is up."""
        bound, below, rest = inf, 0.0, 0.0
        for ceiling in self._ceilings():
            bound = min(bound, max(rest, self._look(below, ceiling)))
            rest = max(rest, self._least_above(ceiling))
            if rest >= self._cost or self._spent >= self._limit:
                bound = min(bound, rest)
                break
            below = ceiling
        processor = time.process_time() - self._processor
        return Answer(self._best, min(bound, self._cost), self._found, self._spent, processor)

    def _ceilings(self) -> list[float]:
        return [step * self._seminars.weights.theme_changes for step in CEILINGS]

    def _look(self, below: float, ceiling: float) -> float:
        """Look for a better timetable with a block dearer than ``below`` and none dearer than ``ceiling``."""
        allowed = [_up_to(ceiling, some) for some in self._blocks]
        choice = Choice(self._seminars, KITS[self._solve](), allowed, fine=True)
        if below:
            choice.at_least_one(lambda block: block.cost > below)
        found = self._least(choice)
        if found.value is not None:
            self._keep(choice.timetable(found.value))
        return found.bound

    def _least_above(self, ceiling: float) -> float:
        """What a timetable with a block dearer than ``ceiling`` costs at least, whatever the times."""
        allowed = [
            [*cheapest(half, _up_to(ceiling, some)), *cheapest(half, _above(ceiling, some))]
            for half, some in enumerate(self._blocks)
        ]
        if not any(_above(ceiling, some) for some in allowed):
            return inf
        choice = Choice(self._seminars, KITS[self._solve](), allowed, fine=False)
        choice.at_least_one(lambda block: block.cost > ceiling)
        return self._least(choice).bound

    def _least(self, choice: Choice) -> Found:
        """Solve a choice for less than the best known."""
        if self._cost < inf:
            choice.model.add(choice.cost <= self._cost - 1)
        return self._solve(choice, max(0.1, self._limit - self._spent))

    def _keep(self, timetable: Timetable) -> None:
        price = cost(self._seminars, timetable)
        if price < self._cost:
            self._best, self._cost, self._found = timetable, price, self._spent


def _all_blocks(seminars: Seminars) -> list[tuple[Block, ...]]:
    return [blocks(seminars, len(half)) for half in seminars.halves]


def _up_to(ceiling: float, some: Sequence[Block]) -> list[Block]:
    return [it for it in some if it.cost <= ceiling]


def _above(ceiling: float, some: Sequence[Block]) -> list[Block]:
    return [it for it in some if it.cost > ceiling]
