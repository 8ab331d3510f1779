"""Level after level: each is improved as far as possible while the ones above keep their value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jury_desktop.domain.pitch import Level, LevelResult, Progress
from jury_desktop.scheduling.allotment_first import MOST_TOGETHER, AllotmentFirst
from jury_desktop.scheduling.allotments import allotments
from jury_desktop.scheduling.attendance import AttendanceFirst
from jury_desktop.scheduling.board import Board, Linear
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.engine import Budget, Run, Verdict, complete_hint, run
from jury_desktop.scheduling.goals import Goals
from jury_desktop.scheduling.measure import measure, seated
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.roster import Rosters, rosters_help
from jury_desktop.scheduling.seats import Seats

SHARE = 0.6
"""The part of the work left that one level may take."""

COMING = 0.2
"""The part for the days jurors come, and again for their load, where several rooms make the rest hard."""

MORE = 0.8
"""The part that the last level but one may take."""

Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Climb:
    """Where the ladder ended. ``placements`` is None when there is no plan; ``impossible`` when proven so."""

    placements: tuple[Placement, ...] | None
    levels: tuple[LevelResult, ...]
    impossible: bool = False


def climb(
    problem: Problem,
    budget: Budget,
    report: Report | None = None,
    known: Sequence[Placement] | None = None,
) -> Climb:
    """The best plan for the levels in their order, starting from a known plan when there is one."""
    return _Ladder(problem, budget, report, known).climb()


class _Ladder:
    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report | None,
        known: Sequence[Placement] | None,
    ) -> None:
        self.problem = problem
        self.budget = budget
        self.report = report
        self.best = list(known) if known is not None else None
        self.results: list[LevelResult] = []
        self._kept: set[Level] = set()

    @cached_property
    def board(self) -> Board:
        """The model, made when a level is the first that needs a search."""
        return Board(self.problem)

    @cached_property
    def seats(self) -> Seats:
        return Seats(self.board)

    @cached_property
    def goals(self) -> Goals:
        goals = Goals(self.board, self.seats)
        if Level.LEFT_OUT not in self.problem.rules.levels:
            self.board.model.add(goals.left_out() == 0)
        return goals

    def climb(self) -> Climb:
        levels = self.problem.rules.levels
        if not levels and self.best is None and not self._search_any():
            return Climb(None, (), impossible=True)
        for level in levels:
            if not self._climb_one(level):
                return Climb(None, (), impossible=True)
        if self.best is None:
            return Climb(None, ())
        values = measure(self.problem, self.best)
        self.results = [LevelResult(it.name, values[it.name], it.bound) for it in self.results]
        return Climb(tuple(self.best), tuple(self.results))

    def _search_any(self) -> bool:
        answer = run(self.goals.board.model, self.budget)
        self._keep(answer)
        return answer.verdict != Verdict.IMPOSSIBLE

    def _climb_one(self, level: Level) -> bool:
        """Improve one level; False when the hard rules allow no plan at all."""
        bound = self._read(level)
        if self.best is None or measure(self.problem, self.best)[level] > bound:
            proven = self._improve(level)
            if proven is None:
                return False
            bound = max(self._read(level), proven)
        if self.best is not None:
            self.results.append(LevelResult(level, measure(self.problem, self.best)[level], bound))
        return True

    def _read(self, level: Level) -> int:
        """What the instance itself shows that no plan as good as this one on the levels before can pass."""
        if self.best is None:
            return 0
        values = measure(self.problem, self.best)
        return min(values[level], bounds(self.problem, values).get(level, 0)) if values[level] else 0

    def _improve(self, level: Level) -> int | None:
        """Look for a plan that is better on a level; what is proven of it, None when there can be no plan."""
        self._keep_levels()
        piecewise = self._piecewise() if level == Level.JUROR_BURDEN and self.best is not None else None
        if level == Level.JUROR_BURDEN and self.best is not None and piecewise is None:
            self._coming_first()
        self.board.model.minimize(self.goals.expression(level))
        if self.best is not None:
            self.board.hint(self.best)
            self.seats.hint(self.best)
            complete_hint(self.board.model, self.budget)
        proven = self._at_once(level) if piecewise is None else self._piece_by_piece(piecewise, level)
        self.board.model.proto.clear_objective()
        return proven

    def _at_once(self, level: Level) -> int | None:
        answer = run(self.board.model, self.budget, self._share(), self._listener(level))
        if answer.verdict == Verdict.IMPOSSIBLE and self.best is None:
            return None
        self._keep(answer)
        return answer.bound if answer.has_plan else 0

    def _piecewise(self) -> AttendanceFirst | AllotmentFirst | None:
        """A way to juror burden in pieces, where there is one: by who comes, or by what stands where."""
        problem, burden = self.problem, self.goals.expression
        values = measure(problem, self.best or ())
        if problem.concurrent and not rosters_help(problem):
            return None
        ways = allotments(problem, {it.name: values[it.name] for it in self.results})
        if not rosters_help(problem):
            return AllotmentFirst(self.board, burden(Level.JUROR_BURDEN), ways) if ways is not None else None
        pairs = ((j, w) for j in problem.jurors for w in problem.windows)
        attends = {(j, w): self.seats.attends(j, w) for j, w in pairs}
        few = ways if ways is not None and len(ways) <= MOST_TOGETHER else None
        rosters = Rosters(problem, values, few.sizes() if few is not None else None)
        return AttendanceFirst(self.board, burden(Level.JUROR_BURDEN), attends, rosters, few)

    def _piece_by_piece(self, piecewise: AttendanceFirst | AllotmentFirst, level: Level) -> int:
        problem, listener = self.problem, self._listener(level)

        def keep(answer: Run, bound: int) -> int:
            self._keep(answer)
            least = measure(problem, self.best or (), [level])[level]
            if listener is not None:
                listener(least, min(bound, least))
            return least

        least = measure(problem, self.best or (), [level])[level]
        with self.budget.part(self._share()) as part:
            return piecewise.improve(part, least, keep)

    def _coming_first(self) -> None:
        """In several rooms, the parts of juror burden that are proven before the model knows of waiting."""
        if not self.problem.concurrent or self.problem.rules.panel_max is not None:
            return
        self._prove(self.goals.burden.days)
        self._prove(self.goals.burden.coming)

    def _prove(self, part: Linear) -> None:
        """Make an expression as small as can be; what is proven of it becomes part of the model."""
        self.board.hint(self.best or ())
        self.seats.hint(self.best or [])
        self.board.model.minimize(part)
        answer = run(self.board.model, self.budget, COMING)
        self._keep(answer)
        if answer.has_plan:
            self.board.model.add(part >= answer.bound)

    def _share(self) -> float:
        left = len(self.problem.rules.levels) - len(self.results) - 1
        return 1.0 if left == 0 or self.best is None else SHARE if left > 1 else MORE

    def _keep(self, answer: Run) -> None:
        """Take over the plan of a run when it is the first or better in the order of the levels."""
        if not answer.has_plan:
            return
        spots = self.board.spots(answer.value)
        panels = self.seats.panels(answer.value) if self.problem.contested else {}
        found = seated(self.problem, spots, panels)
        if self.best is None or self._rank(found) < self._rank(self.best):
            self.best = found

    def _rank(self, placements: Sequence[Placement]) -> list[int]:
        values = measure(self.problem, placements)
        return [values[level] for level in self.problem.rules.levels]

    def _keep_levels(self) -> None:
        """What was reached on the levels before stays reached."""
        for result in self.results:
            if result.name not in self._kept:
                self._kept.add(result.name)
                self.board.model.add(self.goals.expression(result.name) <= result.value)

    def _listener(self, level: Level) -> Callable[[int, int], None] | None:
        report = self.report
        if report is None:
            return None
        step, steps = len(self.results) + 1, len(self.problem.rules.levels)
        return lambda value, bound: report(Progress(level, step, steps, value, bound, self.budget.spent))
