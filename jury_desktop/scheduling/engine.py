"""One run of CP-SAT: within a budget, stoppable at any moment, the same every time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from math import ceil

from ortools.sat.python import cp_model

WORK_PER_SECOND = 0.4
"""Units of deterministic work that CP-SAT gets for a second of the time limit: about what two ordinary cores
do. A search that ends by its work ends at the same point on every run, however busy the machine; the clock is
only the outer limit."""

OVERDUE = 5.0
"""Seconds past the limit after which even making a first plan ends; only the largest problems come there."""

POLL_SECONDS = 0.05

LARGE = 4000
"""Variables from which on a model is too large for costly reasoning before the search."""

COMPLETING = 0.1
"""Units of work for completing a hint, which needs hardly any when the hint is a plan."""


class Verdict(Enum):
    """What a run found out."""

    PROVEN = "proven"
    FOUND = "found"
    IMPOSSIBLE = "impossible"
    NOTHING = "nothing"


class Budget:
    """Work and time left for a whole solve, and the wish of the user to stop."""

    def __init__(self, seconds: float, seed: int, cancelled: Callable[[], bool] | None = None) -> None:
        self.seed = seed
        self._started = time.monotonic()
        self._seconds = seconds
        self.work = seconds * WORK_PER_SECOND
        self._cancelled = cancelled or (lambda: False)

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    @property
    def left(self) -> float:
        """Seconds that may still be used; 0 once cancelled."""
        return 0.0 if self._cancelled() else max(0.0, self._seconds - self.spent)

    @contextmanager
    def part(self, share: float, time: float = 1.0) -> Iterator[Budget]:
        """A share of what is left as a budget of its own; work it does not use comes back.

        :param time: the share of the time that is left.
        """
        part = Budget(time * self.left, self.seed, self._cancelled)
        part.work = share * self.work
        self.work -= part.work
        yield part
        self.work += part.work

    @property
    def overdue(self) -> bool:
        """Whether so much time has passed that even a first plan should be given up, stopped or not."""
        return self.spent > self._seconds + OVERDUE

    def charge(self, work: float) -> None:
        """Counts work that was done outside the solver."""
        self.work = max(0.0, self.work - work)

    def stopped(self) -> bool:
        """Whether the user wants to stop."""
        return self._cancelled()


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run; ``value`` reads a variable of the best solution, ``bound`` is proven."""

    verdict: Verdict
    bound: int
    value: Callable[[cp_model.LinearExprT], int]

    @property
    def has_plan(self) -> bool:
        """Whether a solution was found."""
        return self.verdict in (Verdict.PROVEN, Verdict.FOUND)


VERDICTS = {
    cp_model.OPTIMAL: Verdict.PROVEN,
    cp_model.FEASIBLE: Verdict.FOUND,
    cp_model.INFEASIBLE: Verdict.IMPOSSIBLE,
}


def run(
    model: cp_model.CpModel,
    budget: Budget,
    share: float = 1.0,
    on_value: Callable[[int, int], None] | None = None,
    *,
    thorough: bool = False,
    linear: int | None = None,
) -> Run:
    """Solve a model for a ``share`` of the budget; ``on_value`` hears value and bound of each plan.

    :param thorough: whether reasoning before the search pays although the model is large.
    :param linear: how much of the model is looked at in fractions, from 0 to 2, where it is not to be usual.
    """
    solver = _solver(budget, LARGE if thorough else len(model.proto.variables))
    if linear is not None:
        solver.parameters.linearization_level = linear
    solver.parameters.max_time_in_seconds = share * budget.left
    solver.parameters.max_deterministic_time = share * budget.work
    with _stoppable(solver, budget):
        status = solver.solve(model, _Listener(on_value) if on_value else None)
    budget.work = max(0.0, budget.work - solver.deterministic_time)
    verdict = VERDICTS.get(status, Verdict.NOTHING)
    has_objective = model.has_objective() and verdict in (Verdict.PROVEN, Verdict.FOUND)
    bound = ceil(solver.best_objective_bound - 1e-6) if has_objective else 0
    return Run(verdict, bound, solver.value)


def _solver(budget: Budget, size: int) -> cp_model.CpSolver:
    """A solver for the size of the model: reasoning before the search pays in a small one only."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = budget.seed
    solver.parameters.linearization_level = 2
    if size > LARGE:
        solver.parameters.linearization_level = 1
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
    return solver


def complete_hint(model: cp_model.CpModel, budget: Budget) -> None:
    """In a large model, work out what follows from the hinted variables: the search then starts from a plan.

    A small model finds that by itself, sooner than this takes.
    """
    if len(model.proto.variables) <= LARGE:
        return
    solver = _solver(budget, len(model.proto.variables))
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.max_deterministic_time = COMPLETING
    solver.parameters.max_time_in_seconds = budget.left
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        solution = list(solver.response_proto.solution)
        model.proto.clear_solution_hint()
        model.proto.solution_hint.vars.extend(range(len(solution)))
        model.proto.solution_hint.values.extend(solution)


@contextmanager
def _stoppable(solver: cp_model.CpSolver, budget: Budget) -> Iterator[None]:
    """Watches the user's wish to stop while the solver runs."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(POLL_SECONDS):
            if budget.stopped():
                solver.stop_search()

    watcher = threading.Thread(target=watch, name="solver watch", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


class _Listener(cp_model.CpSolverSolutionCallback):
    """Passes on value and bound of every plan found on the way."""

    def __init__(self, on_value: Callable[[int, int], None]) -> None:
        super().__init__()
        self._on_value = on_value

    def on_solution_callback(self) -> None:
        self._on_value(round(self.objective_value), ceil(self.best_objective_bound - 1e-6))
