"""Which sets of pitches may fill a window, and what each costs at least on every level that is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.division import SINGLE, misses
from jury_desktop.scheduling.orders import Orders
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import most_that_fit, stride
from jury_desktop.scheduling.subsets import MANY, Numbers, fewest_changes, greatest, set_of, sums

COUNTED = (Level.MOVED, Level.MOVED_MINUTES, *SINGLE, Level.CHALLENGE_CHANGES)
"""The levels that add up over the windows."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The sets that a window can hold, a row for each.

    :ivar costs: what is missed at least, with a column for each level that is settled.
    :ivar least: by juror the minutes that are surely sat; ``most`` those that are sat at most.
    """

    sets: Numbers
    costs: Numbers
    least: Numbers
    most: Numbers

    @property
    def attends(self) -> npt.NDArray[np.bool_]:
        """By juror whether the window is surely attended."""
        return self.least > 0


class Fillings:
    """The fillings of every window, for plans as good as the one at hand on the levels before.

    :param limits: what may be missed at most on the levels that are settled.
    """

    def __init__(self, problem: Problem, limits: Mapping[Level, int]) -> None:
        self.problem = problem
        self.limits = {level: limits[level] for level in COUNTED if level in limits}
        self.sizes = sums([1] * len(problem.pitches))
        self.most_changes = self.limits.get(Level.CHALLENGE_CHANGES, MANY)

    @cached_property
    def _changes(self) -> Numbers:
        return fewest_changes(self.problem, max(map(self._held, self.problem.windows), default=0))

    def _hopeful(self, w: int) -> list[int]:
        return [p for p in self.problem.pitches if self.problem.starts[p][w]]

    def _held(self, w: int) -> int:
        return most_that_fit(self.problem, w, self._hopeful(w)) * self.problem.sessions[w].rooms

    def nowhere(self, count: int) -> Filling:
        """The sets of at most so many pitches, as left out."""
        sets = np.flatnonzero(self.sizes <= count).astype(np.int32)
        nobody = np.zeros((len(sets), len(self.problem.jurors)), dtype=np.int32)
        return Filling(sets, np.zeros((len(sets), len(self.limits)), dtype=np.int32), nobody, nobody)

    def of_window(self, w: int) -> Filling:
        """The sets that may fill a window."""
        hopeful = set_of(self._hopeful(w))
        fits = (np.arange(len(self.sizes)) & ~hopeful == 0) & (self.sizes <= self._held(w))
        if self.problem.sessions[w].rooms == 1:
            fits &= self._minutes(w) <= self.problem.sessions[w].minutes
        sets = np.flatnonzero(fits).astype(np.int32)
        costs = (
            np.stack([self._cost(level, w)[sets] for level in self.limits], axis=1)
            if self.limits
            else (np.zeros((len(sets), 0), dtype=np.int32))
        )
        kept = (costs <= np.array(list(self.limits.values()), dtype=np.int32)).all(axis=1)
        sets = sets[kept]
        return Filling(sets, costs[kept], *self._loads(w, sets))

    def _minutes(self, w: int) -> Numbers:
        """By set the minutes that one room needs at least."""
        problem, rules = self.problem, self.problem.rules
        strides = [stride(problem, p) for p in problem.pitches]
        slack = [strides[p] * problem.grid - minutes for p, minutes in enumerate(problem.lengths)]
        longer = (stride(problem, p, rules.break_minutes) - strides[p] for p in self._hopeful(w))
        pauses = np.maximum(self.sizes - 1, 0) // rules.break_after if rules.break_after else 0
        steps = sums(strides) + pauses * min(longer, default=0)
        return np.asarray(steps * problem.grid - greatest(slack), dtype=np.int32)

    def _cost(self, level: Level, w: int) -> Numbers:
        """By set what is missed at least on a level; rooms side by side save a change each."""
        if level == Level.CHALLENGE_CHANGES:
            return np.maximum(self._changes - (self.problem.sessions[w].rooms - 1), 0)
        return sums([self._misses(level, p, w) for p in self.problem.pitches])

    def _misses(self, level: Level, p: int, w: int) -> int:
        problem, starts = self.problem, self.problem.starts[p][w]
        if level in SINGLE:
            return misses(problem, level, p, w, starts)
        told, spot = problem.told[p], problem.communicated[p]
        if told is None or not starts:
            return 0
        if level == Level.MOVED:
            return spot is None or spot.window != w or spot.start not in starts
        return min(abs(problem.sessions[w].offset + start - told) for start in starts)

    def _loads(self, w: int, sets: Numbers) -> tuple[Numbers, Numbers]:
        """Minutes that each juror sits at least and at most, for each of these sets."""
        loads = [self._load(j, w, sets) for j in self.problem.jurors]
        if not loads:
            nobody = np.zeros((len(sets), 0), dtype=np.int32)
            return nobody, nobody
        return np.stack([least for least, _ in loads], axis=1), np.stack([most for _, most in loads], axis=1)

    def _load(self, j: int, w: int, sets: Numbers) -> tuple[Numbers, Numbers]:
        problem, starts = self.problem, self.problem.starts
        hears = [[j in problem.jurors_at(p, w, start) for start in starts[p][w]] for p in problem.pitches]
        minutes = problem.lengths
        sure = self._sum([minutes[p] * (any(it) and all(it)) for p, it in enumerate(hears)], sets)
        most = self._sum([minutes[p] * any(it) for p, it in enumerate(hears)], sets)
        most = np.minimum(most, sum(end - begin for begin, end in problem.free[j][w]))
        if not problem.chooses(j, w):
            return np.maximum(sure, self._late(j, w, sets)), most
        return self._once(sure) if self._comes(j, w) else np.zeros_like(sure), most

    def _sum(self, values: Sequence[int], sets: Numbers) -> Numbers:
        return sums(values)[sets]

    def _late(self, j: int, w: int, sets: Numbers) -> Numbers:
        """Who stays to the end misses no more than what begins before coming."""
        problem, free = self.problem, self.problem.free[j][w]
        if len(free) != 1 or free[0][1] != problem.sessions[w].minutes:
            return np.zeros_like(sets)
        missed = max(0, free[0][0] - 1 + max(problem.lengths)) if free[0][0] else 0
        heard = [minutes * (j not in problem.barred[p]) for p, minutes in enumerate(problem.lengths)]
        return np.maximum(self._sum(heard, sets) - missed, 0)

    def _comes(self, j: int, w: int) -> bool:
        """Whether a juror who must choose between rooms surely sits in one of them."""
        problem = self.problem
        crossed = any(w in pair for pair in problem.crossing)
        return problem.rules.panel_max is None and problem.limit(j, w) is None and not crossed

    def _once(self, sure: Numbers) -> Numbers:
        """The shortest pitch for who surely hears one of those that stand here."""
        return np.where(sure > 0, min(self.problem.lengths, default=0), 0).astype(np.int32)

    def waiting(self, w: int, sets: Numbers) -> Numbers:
        """What jurors wait at least in a window with each of these sets."""
        if self.problem.sessions[w].rooms > 1 or any(w in pair for pair in self.problem.crossing):
            return np.zeros_like(sets)
        return Orders(self.problem, w, self.most_changes).least_waiting(sets)
