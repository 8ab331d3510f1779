"""Who comes when, without a word of which pitch is heard: a small problem of what jurors bear at least.

How many pitches stand in each window, who attends which window, and how many pitches each hears there: any
plan with panels to choose has such a roster, and no plan costs the jurors less than its roster does. Experts,
conflicts and the order of pitches are left aside. Jurors who are there at the same hours are alike: of
rosters that only exchange them one is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ortools.sat.python import cp_model

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.board import Linear, Literal, total
from jury_desktop.scheduling.engine import Budget, Verdict, run
from jury_desktop.scheduling.measure import DAY_COST
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.ranks import MOST_RANKS, Ranks
from jury_desktop.scheduling.strides import most_that_fit

Windows = frozenset[int]
"""The windows that a juror attends."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The windows each juror attends, and what no plan with such a roster can do better than."""

    attends: tuple[Windows, ...]
    cost: int


def rosters_help(problem: Problem) -> bool:
    """Whether panels are a choice, pitches are alike, and how many stand is settled before juror burden."""
    order = problem.rules.levels
    if problem.rules.panel_max is None or Level.JUROR_BURDEN not in order:
        return False
    settled = Level.LEFT_OUT not in order or order.index(Level.LEFT_OUT) < order.index(Level.JUROR_BURDEN)
    return len(set(problem.lengths)) == 1 and settled


class Rosters:
    """Every roster, the least costly first; ``bound`` is what none that is left costs less than.

    :param values: what is kept of the levels before juror burden.
    :param sizes: how many pitches may stand in the windows, where that is known.
    """

    def __init__(
        self, problem: Problem, values: Mapping[Level, int], sizes: Iterable[Sequence[int]] | None = None
    ) -> None:
        self.problem = problem
        self.values = values
        self.model = cp_model.CpModel()
        self.alike = _alike(problem)
        self.exhausted = False
        self.bound = 0
        self._held = {w: self._number(self._most(w)) for w in problem.windows}
        self._attends: dict[tuple[int, int], Literal] = {}
        self._hears: dict[tuple[int, int], Linear] = {}
        for w in problem.windows:
            self._fill(w)
        left_out = values[Level.LEFT_OUT] if Level.LEFT_OUT in problem.rules.levels else 0
        self.model.add(total(self._held.values()) >= len(problem.pitches) - left_out)
        if sizes is not None:
            self.model.add_allowed_assignments(list(self._held.values()), sizes)
        self._keep_day_limits()
        self._common_jurors()
        self._one_of_those_alike()
        self._waited = {w: self._waits(w) for w in problem.windows}
        waits = total(self._waited.values())
        self.cost = DAY_COST * self._days() + problem.rules.break_minutes * waits + self._spread()
        self.ranked = self._ranked()
        self.model.minimize(self.cost)

    def _number(self, most: int) -> Linear:
        return self.model.new_int_var(0, most, "")

    def _most(self, w: int) -> int:
        hopeful = [p for p in self.problem.pitches if self.problem.starts[p][w]]
        return most_that_fit(self.problem, w, hopeful) * self.problem.sessions[w].rooms

    def _fill(self, w: int) -> None:
        """Seats in a window: a quorum for each pitch, no more than the largest panel, none twice."""
        rules, held = self.problem.rules, self._held[w]
        for j in self.problem.jurors:
            most = min(self._most(w), self._can_hear(j, w))
            attends, hears = self.model.new_bool_var(""), self._number(most)
            self.model.add(hears <= most * attends)
            self.model.add(hears >= attends)
            self.model.add(hears <= held)
            self._attends[j, w], self._hears[j, w] = attends, hears
        seats = total(self._hears[j, w] for j in self.problem.jurors)
        self.model.add(seats >= rules.quorum * held)
        self.model.add(seats <= (rules.panel_max or 0) * held)

    def _can_hear(self, j: int, w: int) -> int:
        """How many pitches a juror can hear in a window at most; who walks between rooms needs no break."""
        problem = self.problem
        stretches = (end - begin for begin, end in problem.free[j][w])
        if w in problem.at_once:
            return sum(minutes // problem.lengths[0] for minutes in stretches)
        return sum(most_that_fit(problem, w, problem.pitches, minutes) for minutes in stretches)

    def _keep_day_limits(self) -> None:
        for (j, day), limit in self.problem.day_limits.items():
            here = total(self._hears[j, w] for w in self.problem.days[day])
            self.model.add(self.problem.lengths[0] * here <= limit)

    def _common_jurors(self) -> None:
        """Jurors who attend every window in use, where a level before has found some."""
        order, level = self.problem.rules.levels, Level.NO_COMMON_JURORS
        if level not in order or order.index(level) > order.index(Level.JUROR_BURDEN):
            return
        if self.values[level] or self.values[Level.LEFT_OUT] == len(self.problem.pitches):
            return
        everywhere = [self.model.new_bool_var("") for _ in self.problem.jurors]
        for j, common in enumerate(everywhere):
            for w, held in self._held.items():
                self.model.add(held == 0).only_enforce_if(common, ~self._attends[j, w])
        self.model.add(total(everywhere) >= self.problem.rules.common_jurors)

    def _one_of_those_alike(self) -> None:
        """Of jurors who are alike, those with the later windows come first."""
        for jurors in self.alike:
            for one, next_ in pairwise(jurors):
                self.model.add(self._rank(one) >= self._rank(next_))

    def _rank(self, j: int) -> Linear:
        return total(2**w * self._attends[j, w] for w in self.problem.windows)

    def _waits(self, w: int) -> Linear:
        """Jurors who are there before and after a break of the only room, for every break.

        A quorum sits on either side of it; so as many as two quorums have more than there are jurors at all.
        """
        rules = self.problem.rules
        if (
            w in self.problem.at_once
            or rules.break_after < 1
            or rules.break_minutes <= rules.changeover_minutes
        ):
            return total(())
        there = total(self._attends[j, w] for j in self.problem.jurors)
        waits = []
        for pitches in range(rules.break_after, self._most(w), rules.break_after):
            more, wait = self.model.new_bool_var(""), self._number(2 * rules.quorum)
            self.model.add(self._held[w] <= pitches + self._most(w) * more)
            self.model.add(wait >= 2 * rules.quorum * more - there)
            waits.append(wait)
        return total(waits)

    def _ranked(self) -> cp_model.CpModel:
        """The same with what jurors wait from rank to rank, where a window has one room."""
        problem, model = self.problem, self.model.clone()
        more: list[Linear] = []
        for w in problem.windows:
            most, rules = self._most(w), problem.rules
            pauses = rules.break_after > 0 and rules.break_minutes > rules.changeover_minutes
            if w in problem.at_once or not pauses or not 0 < most <= MOST_RANKS:
                continue
            ranks = Ranks(problem, model, self._held[w], most)
            for j in problem.jurors:
                ranks.stay(self._attends[j, w], self._hears[j, w])
            waits = ranks.waits()
            model.add(waits >= self._waited[w])
            more.append(rules.break_minutes * (waits - self._waited[w]))
            more.append(problem.lengths[0] * total(ranks.passes))
        model.minimize(self.cost + total(more))
        return model

    def least(self, roster: Roster, budget: Budget) -> int:
        """What no plan with this roster costs less than, with ranks."""
        model = self.ranked.clone()
        for (j, w), attends in self._attends.items():
            model.add(attends == (w in roster.attends[j]))
        answer = run(model, budget, linear=1)
        return max(roster.cost, answer.bound)

    def _days(self) -> Linear:
        comes: list[Literal] = []
        for j in self.problem.jurors:
            comes += [self._comes(j, windows) for windows in self.problem.days.values()]
        return total(comes)

    def _comes(self, j: int, windows: tuple[int, ...]) -> Literal:
        if len(windows) == 1:
            return self._attends[j, windows[0]]
        comes = self.model.new_bool_var("")
        for w in windows:
            self.model.add_implication(self._attends[j, w], comes)
        return comes

    def _spread(self) -> Linear:
        """Most minus least minutes sat."""
        most, least = (self._number(len(self.problem.pitches)) for _ in range(2))
        for j in self.problem.jurors:
            hears = total(self._hears[j, w] for w in self.problem.windows)
            self.model.add(most >= hears)
            self.model.add(least <= hears)
        return self.problem.lengths[0] * (most - least)

    def next(self, budget: Budget, work: float) -> Roster | None:
        """The least costly roster not excluded yet, None when the work did not suffice or none is left."""
        with budget.part(work / max(work, budget.work)) as part:
            answer = run(self.model, part, linear=1)
        self.exhausted = answer.verdict == Verdict.IMPOSSIBLE
        if not answer.has_plan:
            return None
        attends = tuple(
            frozenset(w for w in self.problem.windows if answer.value(self._attends[j, w]))
            for j in self.problem.jurors
        )
        if answer.bound > self.bound:
            self.bound = answer.bound
            self.model.add(self.cost >= self.bound)
        return Roster(attends, self.bound)

    def exclude(self, roster: Roster) -> None:
        """Leave a roster out from now on, with all that only exchange jurors who are alike."""
        self.model.add_bool_or(
            ~literal if w in roster.attends[j] else literal for (j, w), literal in self._attends.items()
        )


def _alike(problem: Problem) -> list[list[int]]:
    """The jurors, those together who are there at the same hours and may sit as long."""
    found: defaultdict[object, list[int]] = defaultdict(list)
    for j in problem.jurors:
        found[problem.free[j], problem.instance.jurors[j].max_minutes_per_day].append(j)
    return list(found.values())
