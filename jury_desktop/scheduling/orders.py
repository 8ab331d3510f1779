"""What jurors wait at least when these pitches share a room, in whatever order they stand.

Every order is looked at. Pauses lie where the rules ask for them at least cost, and pitches follow each other
as closely as the grid allows; so no plan with these pitches in the window has its jurors wait less. Only
jurors count who are there for all of the window and hear what they can.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations

import numpy as np
import numpy.typing as npt

from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import stride
from jury_desktop.scheduling.subsets import Numbers, members

LONGEST = 6
"""Pitches in a room up to which every order is looked at; of more no waiting is claimed."""


class Orders:
    """The orders of the pitches of a window.

    :param most_changes: how many neighbours may share no challenge.
    """

    def __init__(self, problem: Problem, w: int, most_changes: int) -> None:
        rules, pitches = problem.rules, problem.pitches
        whole = ((0, problem.sessions[w].minutes),)
        there = [j for j in problem.jurors if problem.free[j][w] == whole and not problem.chooses(j, w)]
        self.most_changes = most_changes
        self.every = rules.break_after if rules.break_minutes > rules.changeover_minutes else 0
        self.length = np.array(problem.lengths)
        self.gap = np.array([stride(problem, p) * problem.grid for p in pitches]) - self.length
        longer = [stride(problem, p, rules.break_minutes) - stride(problem, p) for p in pitches]
        self.pause = np.array(longer) * problem.grid
        self.hears = np.array([[j not in problem.barred[p] for j in there] for p in pitches], dtype=bool)
        self.change = np.array([[q not in problem.kin[p] for q in pitches] for p in pitches])

    def least_waiting(self, sets: Iterable[int]) -> Numbers:
        """Minutes that the jurors wait together at least, for each of these sets of pitches."""
        return np.array([self._least(members(int(chosen))) for chosen in sets], dtype=np.int32)

    def _least(self, pitches: list[int]) -> int:
        count = len(pitches)
        if not 2 <= count <= LONGEST:
            return 0
        rows = np.array(pitches)[_orders(count)]
        rows = rows[self.change[rows[:, :-1], rows[:, 1:]].sum(axis=1) <= self.most_changes]
        if not len(rows):
            return 0
        hears = self.hears[rows]
        came = np.logical_or.accumulate(hears, axis=1)
        stays = np.logical_or.accumulate(hears[:, ::-1], axis=1)[:, ::-1]
        passes = (came & stays & ~hears).sum(axis=2) * self.length[rows]
        between = (came[:, :-1] & stays[:, 1:]).sum(axis=2)
        waits = passes.sum(axis=1) + (between * self.gap[rows[:, :-1]]).sum(axis=1)
        return int((waits + self._pausing(between * self.pause[rows[:, :-1]])).min())

    def _pausing(self, costs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The least cost of pauses, one among any ``every`` gaps that follow each other."""
        gaps, every = costs.shape[1], self.every
        if not every or gaps < every:
            return np.zeros(len(costs), dtype=np.int64)
        paused: list[npt.NDArray[np.int64]] = []
        for gap in range(gaps):
            before = np.minimum.reduce(paused[gap - every : gap]) if gap >= every else 0
            paused.append(costs[:, gap] + before)
        return np.asarray(np.minimum.reduce(paused[gaps - every :]))


@lru_cache(maxsize=8)
def _orders(count: int) -> npt.NDArray[np.int64]:
    return np.array(list(permutations(range(count))))
