"""Improves a plan too large for one model: window after window, each by itself, the rest left as it is.

A new plan is kept only when it is better in the order of the levels, counted over all windows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.pitch import Level, PlanInstance, Progress
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.ladder import Report, climb
from jury_desktop.scheduling.measure import measure, seated
from jury_desktop.scheduling.problem import Placement, Problem, Spot

ROUNDS = (
    frozenset((Level.NO_COMMON_JURORS, Level.JUROR_BURDEN, Level.IDLE_ROOM)),
    frozenset((Level.NO_COMMON_JURORS, Level.JUROR_BURDEN)),
    frozenset((Level.NO_COMMON_JURORS,)),
)
"""Levels left aside in each round: common jurors mean nothing in one window, juror burden takes long."""

FIRST = 0.5
"""The part of what is left that a round may take, but for the last."""


def by_windows(
    problem: Problem, budget: Budget, known: Sequence[Placement], report: Report | None = None
) -> list[Placement]:
    """The plan after as many rounds over the windows as the budget allows."""
    stepper = _Stepper(problem, budget, known, report)
    groups = windows_together(problem)
    for aside in ROUNDS:
        lacking = [group for group in groups if stepper.lacks(group, aside)]
        for index, group in enumerate(lacking):
            share = (1.0 if aside == ROUNDS[-1] else FIRST) / (len(lacking) - index)
            stepper.improve(group, aside, share)
    return stepper.best


def windows_together(problem: Problem) -> list[list[int]]:
    """The windows in groups that share jurors at the same moment, or the limit of a day."""
    limited = {day for _, day in problem.day_limits}
    same_day = [(a, b) for day in limited for a in problem.days[day] for b in problem.days[day] if a < b]
    groups = [{w} for w in problem.windows]
    for a, b in (*problem.crossing, *same_day):
        one, other = (next(group for group in groups if w in group) for w in (a, b))
        if one is not other:
            one |= other
            groups.remove(other)
    return [sorted(group) for group in groups]


class _Stepper:
    """The plan so far, and the work on one group of windows at a time."""

    def __init__(
        self, problem: Problem, budget: Budget, known: Sequence[Placement], report: Report | None
    ) -> None:
        self.problem = problem
        self.budget = budget
        self.report = report
        self.best = list(known)

    def lacks(self, group: Sequence[int], aside: frozenset[Level]) -> bool:
        """Whether some windows leave anything to be improved."""
        wanted = self._wanted(group)
        small = Problem(self._instance(group, wanted, aside))
        values = measure(small, _moved(self._inside(group), wanted, group))
        return any(values[level] for level in small.rules.levels)

    def _inside(self, group: Sequence[int]) -> list[Placement]:
        return [it for it in self.best if it.spot.window in group]

    def _wanted(self, group: Sequence[int]) -> list[int]:
        """The pitches some windows have, and those without a place that could come."""
        placed = {it.pitch for it in self.best}
        wanted = [it.pitch for it in self._inside(group)]
        wanted += [p for p in self.problem.pitches if p not in placed and self._hopeful(p, group)]
        return sorted(wanted)

    def improve(self, group: Sequence[int], aside: frozenset[Level], share: float) -> None:
        """Solve some windows with the pitches they have and those without a place."""
        if self.budget.left <= 0:
            return
        wanted = self._wanted(group)
        small = Problem(self._instance(group, wanted, aside))
        with self.budget.part(share) as part:
            answer = climb(small, part, None, _moved(self._inside(group), wanted, group))
        if answer.placements is not None:
            outside = [it for it in self.best if it.spot.window not in group]
            self._offer([*outside, *_back(answer.placements, wanted, group)])
        self._tell(group)

    def _hopeful(self, p: int, group: Sequence[int]) -> bool:
        return any(self.problem.starts[p][w] for w in group)

    def _instance(self, group: Sequence[int], wanted: Sequence[int], aside: frozenset[Level]) -> PlanInstance:
        """The instance of these windows and pitches alone."""
        whole = self.problem.instance
        names = {whole.pitches[p].id for p in wanted}
        levels = tuple(level for level in whole.rules.levels if level not in aside)
        return replace(
            whole,
            windows=tuple(whole.windows[w] for w in group),
            pitches=tuple(whole.pitches[p] for p in wanted),
            conflicts=tuple(pair for pair in whole.conflicts if pair[1] in names),
            rules=replace(whole.rules, levels=levels),
        )

    def _offer(self, placements: list[Placement]) -> None:
        """Keep these placements when they are better."""
        spots = {it.pitch: it.spot for it in placements}
        whole = seated(self.problem, spots, {it.pitch: it.panel for it in placements})
        if self._rank(whole) < self._rank(self.best):
            self.best = whole

    def _rank(self, placements: Sequence[Placement]) -> list[int]:
        values = measure(self.problem, placements)
        return [values[level] for level in self.problem.rules.levels]

    def _tell(self, group: Sequence[int]) -> None:
        if self.report is not None:
            level = self.problem.rules.levels[0]
            value = measure(self.problem, self.best)[level]
            step, steps = group[0] + 1, len(self.problem.windows)
            self.report(Progress(level, step, steps, value, 0, self.budget.spent))


def _moved(placements: Iterable[Placement], wanted: Sequence[int], group: Sequence[int]) -> list[Placement]:
    """Placements in the numbers of the small problem."""
    return [
        Placement(
            wanted.index(it.pitch), Spot(group.index(it.spot.window), it.spot.room, it.spot.start), it.panel
        )
        for it in placements
    ]


def _back(placements: Iterable[Placement], wanted: Sequence[int], group: Sequence[int]) -> list[Placement]:
    """Placements of the small problem in the numbers of the whole."""
    return [
        Placement(wanted[it.pitch], Spot(group[it.spot.window], it.spot.room, it.spot.start), it.panel)
        for it in placements
    ]
