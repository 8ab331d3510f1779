"""Improves a plan too large for one model, part after part; only what is better is kept.

First what comes before the burden of the jurors: a few rooms at a time are opened and solved anew where a
goal is missed. Then, window after window, when pitches begin and who hears them. Every change is measured
over the whole plan, so that a later goal never costs an earlier one.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from itertools import pairwise

from jury_desktop.domain.pitch import Level, LevelResult, Progress
from jury_desktop.scheduling.bounds import bounds
from jury_desktop.scheduling.draft import Row
from jury_desktop.scheduling.engine import Budget
from jury_desktop.scheduling.exchange import fewer_changes
from jury_desktop.scheduling.ladder import Report, climb
from jury_desktop.scheduling.measure import measure, rows, seated
from jury_desktop.scheduling.part import Part
from jury_desktop.scheduling.paths import Panels, reseat
from jury_desktop.scheduling.problem import Placement, Problem
from jury_desktop.scheduling.rhythm import better_times

LATER = frozenset((Level.NO_COMMON_JURORS, Level.JUROR_BURDEN, Level.IDLE_ROOM))
"""Levels that a part leaves aside: they are of the whole plan, or cost far more to prove than they gain."""

ROOMS = 3
"""Rooms that are opened together."""

PART_WORK = 0.15
WINDOW_WORK = 0.3
"""Units of work for one part, and for the panels of one window."""

BUILDING = 8e-5
"""Units of work for the model of a part, for each pitch and juror in it."""

ENOUGH = 0.4
"""The part of the work left that mending one level may take."""

MISSES = 25
"""After so many parts without gain the next level has its turn."""

EXCHANGES = 400
"""Exchanges of two pitches that are tried, for each pitch."""

TRIES = 2500
"""Changes of times that are tried in a window."""

BREATHS = 5
"""Rounds over all windows without gain after which it is enough."""


def spot_rows(placed: Iterable[Placement], pitches: Iterable[int]) -> set[Row]:
    """The rows in which these pitches stand."""
    among = set(pitches)
    return {(it.spot.window, it.spot.room) for it in placed if it.pitch in among}


class Wide:
    """The plan so far, and the ways to improve it."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        known: Sequence[Placement],
        proven: Mapping[Level, int],
        report: Report | None = None,
    ) -> None:
        self.problem = problem
        self.budget = budget
        self._proven = proven
        self._later = LATER if problem.contested else frozenset((Level.NO_COMMON_JURORS,))
        self.report = report
        self.best = list(known)
        self.values = measure(problem, known)
        self.bounds = self._bounds()
        self._dice = random.Random(budget.seed)

    def improve(self) -> list[Placement]:
        """The best plan the budget allows."""
        if self.problem.rules.levels:
            self._tell(self.problem.rules.levels[0])
        for level in self.problem.rules.levels:
            if level == Level.CHALLENGE_CHANGES:
                self._exchange()
            if level not in self._later:
                self._mend(level)
        if self.problem.contested:
            if self._panels_lack():
                self._seat_all()
            self._breathe()
        for level in self.problem.rules.levels:
            if level not in self._later:
                self._mend(level)
        return self.best

    def _bounds(self) -> dict[Level, int]:
        """The best bound of each level: read from the instance, or proven before."""
        read = bounds(self.problem, self.values)
        levels = self.problem.rules.levels
        known = {it: max(read.get(it, 0), self._proven.get(it, 0)) for it in levels}
        return {it: min(known[it], self.values[it]) for it in levels}

    def results(self) -> tuple[LevelResult, ...]:
        """Every level with its value and what no plan is better than."""
        return tuple(LevelResult(it, self.values[it], self.bounds[it]) for it in self.problem.rules.levels)

    def _offer(self, placements: Sequence[Placement], level: Level) -> bool:
        """Keep these placements when they are better."""
        values = measure(self.problem, placements)
        levels = self.problem.rules.levels
        if [values[it] for it in levels] >= [self.values[it] for it in levels]:
            return False
        self.best, self.values = list(placements), values
        self.bounds = self._bounds()
        self._tell(level)
        return True

    def _tell(self, level: Level) -> None:
        levels = self.problem.rules.levels
        if self.report is not None:
            step = levels.index(level) + 1
            value, bound = self.values[level], self.bounds[level]
            self.report(Progress(level, step, len(levels), value, bound, self.budget.spent))

    def _mend(self, level: Level) -> None:
        """Open a few rooms where the goal is missed, until it is reached or nothing more is gained."""
        levels = self.problem.rules.levels
        until = [it for it in levels[: levels.index(level) + 1] if it not in self._later]
        misses, least = 0, (1 - ENOUGH) * self.budget.work
        while self.values[level] > self.bounds[level] and misses < MISSES and self._may_go_on(least):
            opened = self._opened(level)
            part = Part(self.problem, self.best, opened, self._joining(opened), until)
            self.budget.charge(BUILDING * len(part.pitches) * len(self.problem.jurors))
            with self._work(PART_WORK) as budget:
                answer = climb(part.problem, budget, None, part.start())
            found = answer.placements
            misses = 0 if found is not None and self._offer(part.joined(found), level) else misses + 1

    def _exchange(self) -> None:
        """Let pitches change places, so that those of one challenge stand together."""
        if self.values[Level.CHALLENGE_CHANGES] and self._may_go_on():
            tries = EXCHANGES * len(self.best)
            found = fewer_changes(self.problem, self.best, self._dice, self.budget, tries)
            self._offer(found, Level.CHALLENGE_CHANGES)

    def _may_go_on(self, least: float = 0.0) -> bool:
        """Whether there is time, and more work left than this."""
        return self.budget.left > 0 and self.budget.work > least

    def _work(self, units: float) -> AbstractContextManager[Budget]:
        return self.budget.part(units / max(units, self.budget.work))

    def _opened(self, level: Level) -> frozenset[Row]:
        """The row of a pitch for which the goal is missed, rows where that could be otherwise, and others."""
        problem, dice = self.problem, self._dice
        p = dice.choice(self._missed(level))
        here = [(it.spot.window, it.spot.room) for it in self.best if it.pitch == p]
        wished = problem.instance.pitches[p].preferred_windows if level == Level.PREFERENCE_MISSED else ()
        told = problem.communicated[p] if level in (Level.MOVED, Level.MOVED_MINUTES) else None
        if told is not None and told.room < problem.sessions[told.window].rooms:
            here.append((told.window, told.room))
        hopeful = [w for w in problem.windows if problem.starts[p][w]] or list(problem.windows)
        wanted = [w for w in hopeful if problem.instance.windows[w].id in wished] or hopeful
        here.append(self._some_room(wanted))
        if level == Level.CHALLENGE_CHANGES:
            here.append(dice.choice(sorted(spot_rows(self.best, self._missed(level)))))
        while len(set(here)) < min(ROOMS, self._all_rooms):
            here.append(self._some_room(hopeful if dice.random() < 0.5 else problem.windows))
        return frozenset(here)

    @cached_property
    def _all_rooms(self) -> int:
        return sum(session.rooms for session in self.problem.sessions)

    def _some_room(self, windows: Sequence[int]) -> Row:
        w = self._dice.choice(windows)
        return w, self._dice.randrange(self.problem.sessions[w].rooms)

    def _joining(self, opened: Iterable[Row]) -> list[int]:
        """Some pitches without a place that could stand in one of the rows, who was told one first."""
        windows = {w for w, _ in opened}
        able = [p for p in self._waiting() if any(self.problem.starts[p][w] for w in windows)]
        self._dice.shuffle(able)
        return sorted(able, key=lambda p: self.problem.told[p] is None)[:ROOMS]

    def _waiting(self) -> list[int]:
        """The pitches without a place."""
        placed = {it.pitch for it in self.best}
        return [p for p in self.problem.pitches if p not in placed]

    def _missed(self, level: Level) -> list[int]:
        """Pitches that stand in the way of a goal; any that are placed when it is not of single pitches."""
        problem = self.problem
        if level == Level.LEFT_OUT:
            return self._waiting()
        if level == Level.TOLD_LEFT_OUT:
            return [p for p in self._waiting() if problem.told[p] is not None]
        if level == Level.CHALLENGE_CHANGES:
            pairs = ((a.pitch, b.pitch) for row in rows(self.best) for a, b in pairwise(row))
            return [p for a, b in pairs if b not in problem.kin[a] for p in (a, b)]
        guilty = [it.pitch for it in self.best if measure(problem, [it])[level]]
        return guilty or list(problem.pitches)

    def _panels_lack(self) -> bool:
        """Whether new panels could gain before any times change."""
        missed = (Level.NO_EXPERT, Level.NO_COMMON_JURORS)
        chosen = self.problem.rules.panel_max is not None
        return chosen or any(self.values[level] > 0 for level in missed if level in self.problem.rules.levels)

    def _seat_all(self) -> None:
        """New panels in every window, with jurors who come to all of them where the rules want some."""
        plan = list(self.best)
        minutes = dict.fromkeys(self.problem.jurors, 0)
        faithful = self._faithful()
        for w in self.problem.windows:
            if not self._may_go_on():
                break
            order = sorted(self.problem.jurors, key=lambda j: (j not in faithful, minutes[j], j))
            anew = self.problem.rules.panel_max is not None
            for chosen in (faithful, frozenset[int]()):
                with self._work(WINDOW_WORK) as budget:
                    found = reseat(self.problem, plan, w, chosen, budget, order, anew=anew, even=False)
                if found is not None:
                    plan = self._with(plan, found)
                    break
            for it in plan:
                if it.spot.window == w:
                    for j in it.panel:
                        minutes[j] += self.problem.lengths[it.pitch]
            self.budget.charge(BUILDING * sum(it.spot.window == w for it in plan) * len(self.problem.jurors))
            self._offer(plan, Level.JUROR_BURDEN)

    def _faithful(self) -> frozenset[int]:
        """Jurors who could come to every window in use, as many as the rules want common; those most free."""
        problem = self.problem
        used = {it.spot.window for it in self.best}
        could = [
            j
            for j in problem.jurors
            if all(
                any(
                    j in problem.jurors_at(it.pitch, w, it.spot.start)
                    for it in self.best
                    if it.spot.window == w
                )
                for w in used
            )
        ]
        could.sort(key=lambda j: (-sum(b - a for w in used for a, b in problem.free[j][w]), j))
        wanted = problem.rules.common_jurors if Level.NO_COMMON_JURORS in problem.rules.levels else 0
        return frozenset(could[:wanted]) if len(could) >= wanted else frozenset()

    def _with(self, plan: Sequence[Placement], panels: Panels) -> list[Placement]:
        spots = {it.pitch: it.spot for it in plan}
        return seated(self.problem, spots, {it.pitch: it.panel for it in plan} | panels)

    def _breathe(self) -> None:
        """Round after round over the windows: other times, then panels to go with them."""
        idle = 0
        while idle < BREATHS and self._may_go_on():
            idle += 1
            for w in self._apart:
                if self._may_go_on() and self._breathe_once(w):
                    idle = 0

    @cached_property
    def _apart(self) -> list[int]:
        """The windows beside which no other runs, so that its times are its own."""
        crossing = {w for pair in self.problem.crossing for w in pair}
        return [w for w in self.problem.windows if w not in crossing]

    def _breathe_once(self, w: int) -> bool:
        times = better_times(self.problem, self.best, w, self._dice, self.budget, TRIES)
        plan = times if times is not None else self.best
        faithful = self._common()
        order = list(self.problem.jurors)
        self._dice.shuffle(order)
        order.sort(key=lambda j: j not in faithful)
        with self._work(WINDOW_WORK) as budget:
            even = times is None
            found = reseat(self.problem, plan, w, faithful, budget, order, anew=not even, even=even)
        self.budget.charge(BUILDING * sum(it.spot.window == w for it in plan) * len(order))
        return found is not None and self._offer(self._with(plan, found), Level.JUROR_BURDEN)

    def _common(self) -> frozenset[int]:
        """The jurors who attend every window now, as many as the rules want."""
        attending: dict[int, set[int]] = {}
        for it in self.best:
            attending.setdefault(it.spot.window, set()).update(it.panel)
        common = sorted(set(self.problem.jurors).intersection(*attending.values()))
        return frozenset(common[: self.problem.rules.common_jurors])
