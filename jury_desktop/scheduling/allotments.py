"""Which pitches stand in which window: every way that can be as good as the plan at hand, the best first.

A call has some fifteen pitches and three windows. What is settled on the levels before juror burden, above
all that pitches of one challenge stand together, leaves some hundreds of ways; each has a burden that no plan
with it can go below. Nothing is said of hours, rooms and panels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.fillings import Filling, Fillings
from jury_desktop.scheduling.measure import DAY_COST
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.subsets import MOST_PITCHES, Numbers

MOST_PAIRS = 40_000_000
"""Pairs of sets to compare, beyond which there are too many ways."""

MOST_WAYS = 400_000

AT_ONCE = 2_000_000
"""Pairs that are compared in one step."""

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Allotments:
    """The ways, least burden first: by window the set that stands there (a column for each window).

    :ivar costs: for each way the juror burden that no plan with it can go below.
    """

    ways: Numbers
    costs: Numbers

    def __len__(self) -> int:
        return len(self.ways)

    def sizes(self) -> list[list[int]]:
        """How many pitches may stand in the windows, each possibility once."""
        found: list[list[int]] = np.unique(np.bitwise_count(self.ways), axis=0).tolist()
        return found

    def below(self, burden: int) -> int:
        """How many ways may have a plan of less burden."""
        return int(np.searchsorted(self.costs, burden))


def allotments(problem: Problem, settled: Mapping[Level, int]) -> Allotments | None:
    """Every way, None when there are too many to look at each.

    :param settled: the levels before juror burden, with what the plan at hand reaches.
    """
    if len(problem.pitches) > MOST_PITCHES or not problem.windows:
        return None
    left_out = 0 if Level.LEFT_OUT not in problem.rules.levels else settled.get(Level.LEFT_OUT)
    if left_out is None:
        return None
    fillings = Fillings(problem, settled)
    columns = [fillings.of_window(w) for w in problem.windows]
    rows = _joined(fillings, [*columns, fillings.nowhere(left_out)])
    if rows is None:
        return None
    costs = _burden(fillings, columns, rows)
    order = np.argsort(costs, kind="stable")
    ways = np.stack([it.sets[rows[order, c]] for c, it in enumerate(columns)], axis=1)
    return Allotments(ways, costs[order])


def _joined(fillings: Fillings, columns: list[Filling]) -> Rows | None:
    """The rows of the columns that together have every pitch once; None when there are too many."""
    order = sorted(range(len(columns)), key=lambda c: len(columns[c].sets))
    room = [int(fillings.sizes[columns[c].sets].max(initial=0)) for c in order]
    limits = np.array(list(fillings.limits.values()), dtype=np.int32)
    whole = len(fillings.sizes) - 1
    used, costs = np.zeros(1, dtype=np.int32), np.zeros((1, len(limits)), dtype=np.int32)
    rows = np.zeros((1, len(columns)), dtype=np.int64)
    for step, c in enumerate(order):
        column, last = columns[c], step == len(order) - 1
        if not last and len(used) * len(column.sets) > MOST_PAIRS:
            return None
        fewest = len(fillings.problem.pitches) - sum(room[step + 1 :])
        old, new = _rest(column, whole - used) if last else _apart(fillings, used, column, fewest)
        kept = (costs[old] + column.costs[new] <= limits).all(axis=1)
        old, new = old[kept], new[kept]
        if len(old) > MOST_WAYS:
            return None
        used, costs, rows = used[old] | column.sets[new], costs[old] + column.costs[new], rows[old]
        rows[:, c] = new
    return rows


def _rest(column: Filling, wanted: Numbers) -> tuple[Rows, Rows]:
    """Which of these sets the column has, and where."""
    where = np.searchsorted(column.sets, wanted)
    where = np.minimum(where, max(0, len(column.sets) - 1))
    old = np.flatnonzero(column.sets[where] == wanted) if len(column.sets) else np.zeros(0, dtype=np.int64)
    return old, where[old]


def _apart(fillings: Fillings, used: Numbers, column: Filling, fewest: int) -> tuple[Rows, Rows]:
    """The pairs of sets without a pitch in common, which leave no more to place than there is room for."""
    found: list[tuple[Rows, Rows]] = []
    width = max(1, AT_ONCE // max(1, len(column.sets)))
    sizes = fillings.sizes
    for first in range(0, len(used), width):
        some = used[first : first + width]
        apart = some[:, None] & column.sets == 0
        apart &= sizes[some][:, None] + sizes[column.sets] >= fewest
        old, new = np.nonzero(apart)
        found.append((old + first, new))
    return np.concatenate([old for old, _ in found]), np.concatenate([new for _, new in found])


def _burden(fillings: Fillings, columns: list[Filling], rows: Rows) -> Numbers:
    """Days, waiting and uneven load of each way, at least."""
    problem = fillings.problem
    count = len(problem.jurors)
    least, most = (np.zeros((len(rows), count), dtype=np.int32) for _ in range(2))
    burden = np.zeros(len(rows), dtype=np.int32)
    for windows in problem.days.values():
        comes = np.zeros((len(rows), count), dtype=bool)
        for w in windows:
            comes |= columns[w].attends[rows[:, w]]
        burden += DAY_COST * comes.sum(axis=1, dtype=np.int32)
    for w, column in enumerate(columns):
        here = rows[:, w]
        least, most = least + column.least[here], most + column.most[here]
        burden += _waiting(fillings, w, column, here)
    if count:
        burden += np.maximum(least.max(axis=1) - most.min(axis=1), 0)
    return burden


def _waiting(fillings: Fillings, w: int, column: Filling, rows: Rows) -> Numbers:
    """The waiting of a window, worked out once for each set that occurs."""
    occurs, where = np.unique(rows, return_inverse=True)
    return fillings.waiting(w, column.sets[occurs])[where]
