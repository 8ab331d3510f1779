"""When the pitches of a window begin, so that jurors need not wait for a break in one room to pass.

Rooms in step make everybody wait at every break. When one room begins as another pauses, jurors walk over.
What a set of times costs is a flow of jurors from pitch to pitch with the least waiting, found in a quarter
of a millisecond; conflicts and absences are left aside here, and come back with the panels (:mod:`paths`).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import exp

import numpy as np
import numpy.typing as npt
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.measure import DAY_COST
from jury_desktop.scheduling.problem import Placement, Problem

LACKING = 10_000
"""What a seat of a quorum costs that nobody takes."""
NEVER = 1_000_000
"""A moment after every window."""
WARM, COLD = 120.0, 0.5
"""How many minutes more a change may cost at first, and at last."""
WORK = 8e-5
"""Units of work for trying one change in a window of twenty pitches."""

Moments = npt.NDArray[np.int64]


def least_waiting(problem: Problem, starts: Moments, ends: Moments, jurors: int) -> int:
    """What so many jurors wait at least, and come, when the pitches of one window have these times."""
    count, rules = len(starts), problem.rules
    everyone = rules.panel_max is None
    pitches = np.arange(count)
    after = starts[None, :] >= ends[:, None]
    first_end = np.where(after, ends[None, :], NEVER).min(axis=1)
    steps = after & (starts[None, :] < first_end[:, None]) if everyone else after
    from_, to = np.nonzero(steps)
    heads = pitches[starts < ends.min()] if everyone else pitches
    tails = pitches[first_end == NEVER] if everyone else pitches
    source, sink = 2 * count, 2 * count + 1
    most = jurors if rules.panel_max is None else rules.panel_max - rules.quorum
    arcs = (
        (from_ + count, to, jurors, starts[to] - ends[from_]),
        (pitches, pitches + count, rules.quorum, -LACKING),
        (pitches, pitches + count, most, 0),
        (np.full(len(heads), source), heads, jurors, 0 if everyone else DAY_COST),
        (tails + count, np.full(len(tails), sink), jurors, 0),
        (np.full(0 if everyone else 1, source), np.full(0 if everyone else 1, sink), jurors, 0),
    )
    flow = SimpleMinCostFlow()
    for a, b, capacity, cost in arcs:
        size = np.ones(len(a), dtype=np.int64)
        flow.add_arcs_with_capacity_and_unit_cost(a, b, capacity * size, cost * size)
    flow.set_node_supply(source, jurors)
    flow.set_node_supply(sink, -jurors)
    flow.solve()
    return int(flow.optimal_cost()) + LACKING * rules.quorum * count


def better_times(
    problem: Problem, placed: Sequence[Placement], w: int, dice: random.Random, budget: Budget, tries: int
) -> list[Placement] | None:
    """The plan with other times in a window, panels as they were; None when none were better.

    Simulated annealing: a room's pitches from some place on, up to some place, or all, move to where one of
    them begins as another ends.
    """
    rows = _Rows(problem, placed, w)
    if len(rows.pitches) < 2:
        return None
    work = WORK * len(rows.pitches) / 20
    cost = first = best = rows.cost(rows.starts)
    found = rows.starts
    for step in range(tries):
        heat = WARM * (1 - step / tries) + COLD
        starts = rows.changed(dice)
        if starts is None:
            continue
        budget.charge(work)
        if step % 64 == 0 and not budget.left:
            break
        new = rows.cost(starts)
        if new <= cost or dice.random() < exp((cost - new) / heat):
            cost, rows.starts = new, starts
            if new < best:
                best, found = new, starts
    return rows.placed_at(placed, found) if best < first else None


class _Rows:
    """The rooms of a window with the order of their pitches, and the times that are being tried."""

    def __init__(self, problem: Problem, placed: Sequence[Placement], w: int) -> None:
        self.problem = problem
        self.window = w
        here = sorted((it for it in placed if it.spot.window == w), key=lambda it: it.spot)
        self.pitches = [it.pitch for it in here]
        self.starts = np.array([it.spot.start for it in here], dtype=np.int64)
        self.lengths = np.array([problem.lengths[p] for p in self.pitches], dtype=np.int64)
        rooms = sorted({it.spot.room for it in here})
        self.rows = [[n for n, it in enumerate(here) if it.spot.room == room] for room in rooms]
        self.jurors = sum(1 for j in problem.jurors if problem.free[j][w])
        self.allowed = [self._allowed(it) for it in here]
        numbers = {p: n for n, p in enumerate(self.pitches)}
        self.partners = [
            (numbers[p], numbers[q]) for p, q in problem.partners if p in numbers and q in numbers
        ]
        order = problem.rules.levels
        idle_first = Level.IDLE_ROOM in order and (
            Level.JUROR_BURDEN not in order or order.index(Level.IDLE_ROOM) < order.index(Level.JUROR_BURDEN)
        )
        self.idle_weight = 1000.0 if idle_first else 0.0002

    def _allowed(self, it: Placement) -> frozenset[int]:
        """Where a pitch may begin: what was announced stays, and who has an expert keeps one."""
        problem, p = self.problem, it.pitch
        if problem.told[p] is not None:
            return frozenset((it.spot.start,))
        starts = frozenset(problem.starts[p][self.window])
        if problem.rules.expertise == Expertise.OFF or not problem.has_expert(p, it.panel):
            return starts
        knowing = (s for s in starts if problem.has_expert(p, problem.jurors_at(p, self.window, s)))
        return frozenset((*knowing, it.spot.start))

    def cost(self, starts: Moments) -> float:
        """What the times cost: waiting and empty rooms, in the order of the levels."""
        ends = starts + self.lengths
        lasts = [row[-1] for row in self.rows]
        idle = int(ends[lasts].sum() - self.lengths.sum())
        return least_waiting(self.problem, starts, ends, self.jurors) + self.idle_weight * idle

    def changed(self, dice: random.Random) -> Moments | None:
        """Other times for one room, None when they break a rule."""
        row = dice.choice(self.rows)
        k = dice.randrange(len(row))
        other = dice.randrange(len(self.pitches))
        moment = int(self.starts[other]) + (int(self.lengths[other]) if dice.random() < 0.7 else 0)
        if dice.random() < 0.2:
            moment = int(self.starts[row[k]]) + self.problem.grid * dice.choice((-3, -2, -1, 1, 2, 3))
        shift = moment - int(self.starts[row[k]])
        part = (row[k:], row[: k + 1], row)[dice.randrange(3)]
        if not shift:
            return None
        starts = self.starts.copy()
        starts[part] += shift
        return starts if self._legal(row, starts) else None

    def _legal(self, row: Sequence[int], starts: Moments) -> bool:
        rules = self.problem.rules
        if any(int(starts[n]) not in self.allowed[n] for n in row):
            return False
        ends = starts + self.lengths
        gaps = [int(starts[after] - ends[before]) for before, after in pairwise(row)]
        if gaps and min(gaps) < rules.changeover_minutes:
            return False
        runs = range(len(gaps) - rules.break_after + 1) if rules.break_after else ()
        if any(max(gaps[run : run + rules.break_after]) < rules.break_minutes for run in runs):
            return False
        return all(starts[a] >= ends[b] or starts[b] >= ends[a] for a, b in self.partners)

    def placed_at(self, placed: Sequence[Placement], starts: Moments) -> list[Placement]:
        """The whole plan, in which this window has these times."""
        times = {p: int(start) for p, start in zip(self.pitches, starts, strict=True)}
        return [
            replace(it, spot=replace(it.spot, start=times[it.pitch])) if it.pitch in times else it
            for it in placed
        ]
