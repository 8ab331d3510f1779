"""Juror burden where panels are a choice: first who attends which window, then a plan that keeps to that.

The rosters (:mod:`roster`) are taken in order of what they cost at least. Most turn out to cost more as soon
as jurors stay from rank to rank (:mod:`ranks`). With one of the others given, the best plan is found and
proven in a fraction of a second, where with everything open little is proven at all. When the next roster
costs as much as the best plan, that plan is the best there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ortools.sat.python import cp_model

from jury_desktop.scheduling.allotment_first import Standing
from jury_desktop.scheduling.allotments import Allotments
from jury_desktop.scheduling.board import Board, Linear, Literal, total
from jury_desktop.scheduling.engine import Budget, Run, Verdict, run
from jury_desktop.scheduling.roster import Roster, Rosters, Windows

ROSTER_WORK = 0.6
"""Units of work for finding one roster."""

PLAN_WORK = 2.0
"""Units of work for the best plan with one roster."""

Attends = dict[tuple[int, int], Literal]
"""By juror and window the literal that the juror sits there at least once."""


class AttendanceFirst:
    """Looks for plans of less burden, roster after roster.

    :param burden: what is minimised.
    :param ways: which pitches may stand in which window, when that is known.
    """

    def __init__(
        self, board: Board, burden: Linear, attends: Attends, rosters: Rosters, ways: Allotments | None
    ) -> None:
        self.model = board.model
        self.burden = burden
        self.attends = attends
        self.rosters = rosters
        if ways is not None:
            Standing(board).choose(board.model, ways, range(len(ways)))

    def improve(self, budget: Budget, least: int, keep: Callable[[Run, int], int]) -> int:
        """What juror burden cannot be less than.

        :param least: the burden of the plan so far.
        :param keep: takes over a plan, with what no plan can be better than, and gives the least burden now.
        """
        undecided: list[int] = []
        while budget.work > 0 and budget.left > 0:
            roster = self.rosters.next(budget, ROSTER_WORK)
            if roster is None:
                return min([least if self.rosters.exhausted else self.rosters.bound, *undecided])
            if roster.cost >= least:
                return min([least, *undecided])
            with budget.part(ROSTER_WORK / max(ROSTER_WORK, budget.work)) as part:
                cost = self.rosters.least(roster, part)
            if cost >= least:
                self.rosters.exclude(roster)
                continue
            with budget.part(PLAN_WORK / max(PLAN_WORK, budget.work)) as part:
                answer = run(self._held_to(roster, cost, least - 1), part, linear=1)
            if answer.verdict in (Verdict.FOUND, Verdict.NOTHING):
                undecided.append(max(cost, answer.bound))
            if answer.has_plan:
                least = keep(answer, min([roster.cost, *undecided]))
            self.rosters.exclude(roster)
        return min([self.rosters.bound, least, *undecided])

    def _held_to(self, roster: Roster, least: int, most: int) -> cp_model.CpModel:
        """The model with this roster, for plans of so much burden; who is alike may be exchanged."""
        model = self.model.clone()
        model.add_linear_constraint(self.burden, least, most)
        for jurors in self.rosters.alike:
            wanted = Counter(roster.attends[j] for j in jurors)
            taken = {windows: [self._takes(model, j, windows) for j in jurors] for windows in wanted}
            for windows, count in wanted.items():
                model.add(total(taken[windows]) == count)
        return model

    def _takes(self, model: cp_model.CpModel, j: int, windows: Windows) -> Literal:
        """A literal that makes a juror attend these windows and no other."""
        takes = model.new_bool_var("takes")
        for (other, w), attends in self.attends.items():
            if other == j:
                model.add_implication(takes, attends if w in windows else ~attends)
        return takes
