"""Pitches change places so that those of one challenge stand together; times, rooms and panels stay.

Simulated annealing over pairs of pitches that are equally long. Both must be allowed where they come, lose no
wish, stand nowhere but where they were announced, and find a panel there that may hear them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from math import exp

from jury_desktop.domain.pitch import Expertise
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.measure import overlap, rows, seated
from jury_desktop.scheduling.problem import Placement, Problem

WARM, COLD = 0.25, 0.05
"""How many changes of challenge more an exchange may bring at first, and at last."""
GLANCES = 4
"""Spots that are looked at for one beside a change."""
WORK = 1e-5
"""Units of work for trying one exchange."""


def fewer_changes(
    problem: Problem, placed: Sequence[Placement], dice: random.Random, budget: Budget, tries: int
) -> list[Placement]:
    """The plan with pitches exchanged, at least as good in changes of challenge."""
    hall = _Hall(problem, placed)
    best, least, count = list(hall.holder), 0, 0
    for step in range(tries):
        if step % 256 == 0:
            budget.charge(256 * WORK)
            if not budget.left or not budget.work:
                break
        heat = WARM * (1 - step / tries) + COLD
        a, b = hall.pair(dice)
        if not hall.may_swap(a, b):
            continue
        more = hall.swap(a, b)
        if more > 0 and dice.random() >= exp(-more / heat):
            hall.swap(a, b)
            continue
        count += more
        if count < least:
            best, least = list(hall.holder), count
    return hall.plan(best)


class _Hall:
    """The spots of a plan, numbered, and the pitch that each holds."""

    def __init__(self, problem: Problem, placed: Sequence[Placement]) -> None:
        self.problem = problem
        self.placed = [it for row in rows(placed) for it in row]
        self.holder = [it.pitch for it in self.placed]
        self.before: list[int | None] = []
        self.after: list[int | None] = []
        for row in rows(placed):
            base = len(self.before)
            self.before += [None, *range(base, base + len(row) - 1)]
            self.after += [*range(base + 1, base + len(row)), None]
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for n, p in enumerate(self.holder):
            if problem.told[p] is None and problem.pinned[p] is None:
                alike[problem.lengths[p]].append(n)
        self.groups = [group for group in alike.values() if len(group) > 1]
        self._fits: dict[tuple[int, int], bool] = {}
        self._partners: defaultdict[int, set[int]] = defaultdict(set)
        for p, q in problem.partners:
            self._partners[p].add(q)
            self._partners[q].add(p)

    def pair(self, dice: random.Random) -> tuple[int, int]:
        """Two spots whose pitches are equally long, the first rather one beside a change."""
        if not self.groups:
            return 0, 0
        group = dice.choice(self.groups)
        some = [dice.choice(group) for _ in range(GLANCES)]
        beside = (n for n in some if self._change(n) or self._change(self.after[n]))
        return next(beside, some[0]), dice.choice(group)

    def may_swap(self, a: int, b: int) -> bool:
        """Whether the pitches at two spots may change places."""
        p, q = self.holder[a], self.holder[b]
        return (
            p != q and self._fit(p, b) and self._fit(q, a) and self._apart(p, b, q) and self._apart(q, a, p)
        )

    def _fit(self, p: int, n: int) -> bool:
        if (p, n) not in self._fits:
            self._fits[p, n] = self._welcome(p, n)
        return self._fits[p, n]

    def _welcome(self, p: int, n: int) -> bool:
        """Whether a pitch may stand at a spot with the panel there, wishes and knowledge kept."""
        problem, it = self.problem, self.placed[n]
        pitch = problem.instance.pitches[p]
        if it.spot.start not in problem.starts[p][it.spot.window]:
            return False
        if pitch.preferred_windows:
            window = problem.instance.windows[it.spot.window].id
            if window not in pitch.preferred_windows:
                return False
        panel = it.panel - problem.barred[p]
        knows = (
            problem.rules.expertise == Expertise.OFF or not pitch.challenges or problem.has_expert(p, panel)
        )
        return knows and problem.panel_can(p, panel)

    def _apart(self, p: int, n: int, leaving: int) -> bool:
        """Whether no pitch of the same organisation would run at that moment."""
        partners = self._partners.get(p)
        if not partners:
            return True
        spot = self.placed[n].spot
        return not any(
            q in partners and q != leaving and overlap(self.problem, p, spot, q, self.placed[m].spot)
            for m, q in enumerate(self.holder)
        )

    def swap(self, a: int, b: int) -> int:
        """Exchange two pitches; how many changes of challenge that brings."""
        near = {n for s in (a, b) for n in (s, self.after[s]) if n is not None}
        old = sum(self._change(n) for n in near)
        self.holder[a], self.holder[b] = self.holder[b], self.holder[a]
        return sum(self._change(n) for n in near) - old

    def _change(self, n: int | None) -> bool:
        """Whether the pitch at a spot shares no challenge with the one before it."""
        before = None if n is None else self.before[n]
        return (
            n is not None
            and before is not None
            and self.holder[n] not in self.problem.kin[self.holder[before]]
        )

    def plan(self, holder: Sequence[int]) -> list[Placement]:
        """The plan when the spots hold these pitches; panels without whom they may not hear."""
        spots = {p: it.spot for p, it in zip(holder, self.placed, strict=True)}
        panels = {
            p: it.panel - self.problem.barred[p] if p != it.pitch else it.panel
            for p, it in zip(holder, self.placed, strict=True)
        }
        return seated(self.problem, spots, panels)
