"""What no plan can do better than, read from the instance without search: capacity, absence, quorum.

Each bound holds for plans that are as good as the one at hand on every level before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.division import SINGLE, least_cost, misses, price
from jury_desktop.scheduling.measure import DAY_COST
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import most_that_fit

ALWAYS = frozenset((Level.LEFT_OUT, Level.TOLD_LEFT_OUT, Level.MOVED))
"""Levels whose bound holds however many pitches have a place."""


def bounds(problem: Problem, values: Mapping[Level, int]) -> dict[Level, int]:
    """A bound for each level that has one, given what a plan reaches; 0 is true of any other."""
    found = {
        Level.LEFT_OUT: left_out(problem, problem.pitches),
        Level.TOLD_LEFT_OUT: left_out(problem, problem.announced),
        Level.MOVED: _moved(problem),
    }
    if values[Level.LEFT_OUT] == 0:
        found[Level.MOVED_MINUTES] = sum(_shifts(problem))
        found |= _single(problem, values)
        found[Level.JUROR_BURDEN] = DAY_COST * max(_fewest_days(problem), _sure_days(problem, values))
    order = problem.rules.levels
    return {level: found.get(level, 0) for level in order if _counts(order, level)}


def _counts(order: Sequence[Level], level: Level) -> bool:
    """Whether all pitches having a place, which most bounds rest on, is settled before a level."""
    if Level.LEFT_OUT not in order or level in ALWAYS:
        return True
    return order.index(Level.LEFT_OUT) < order.index(level)


def left_out(problem: Problem, among: Sequence[int]) -> int:
    """Of these pitches those that can stand nowhere, and those for which the rooms are too few."""
    hopeful = [p for p in among if any(problem.starts[p])]
    return len(among) - min(len(hopeful), sum(_held(problem, w) for w in problem.windows))


def _held(problem: Problem, w: int) -> int:
    """How many pitches a window can hold at most."""
    hopeful = (p for p in problem.pitches if problem.starts[p][w])
    return most_that_fit(problem, w, hopeful) * problem.sessions[w].rooms


def _moved(problem: Problem) -> int:
    """Pitches that cannot stand where they were announced."""
    return sum(not _can_stay(problem, p) for p in problem.announced)


def _can_stay(problem: Problem, p: int) -> bool:
    spot = problem.communicated[p]
    if spot is None or not 0 <= spot.room < problem.sessions[spot.window].rooms:
        return False
    return spot.start in problem.starts[p][spot.window]


def _shifts(problem: Problem) -> Iterator[int]:
    """The least minutes by which each announced pitch moves."""
    for p in problem.pitches:
        told = problem.told[p]
        if told is not None:
            begins = (
                problem.sessions[w].offset + start for w in problem.windows for start in problem.starts[p][w]
            )
            yield min((abs(begin - told) for begin in begins), default=0)


def _single(problem: Problem, values: Mapping[Level, int]) -> dict[Level, int]:
    """How often the goals of single pitches are missed at least, when the windows take what they can hold."""
    found: dict[Level, int] = {}
    goals = [level for level in problem.rules.levels if level in SINGLE]
    for rank, level in enumerate(goals):
        # a goal after one that could do better is looked at by itself
        kept = [goal for goal in goals[:rank] if values[goal] == found[goal]]
        found[level] = _misses(problem, (*kept, level) if len(kept) == rank else (level,))
    return found


@lru_cache(maxsize=8)
def _misses(problem: Problem, goals: tuple[Level, ...]) -> int:
    """How often the last of these goals is missed at least, those before being missed as little as can be."""
    prices = [
        (p, w, price(problem, goals, p, w, problem.starts[p][w]))
        for p in problem.pitches
        for w in problem.windows
        if problem.starts[p][w]
    ]
    if not any(cost for _, _, cost in prices):
        return 0
    chosen = least_cost(len(problem.pitches), [_held(problem, w) for w in problem.windows], prices)
    if chosen is None:  # too little room for all: each where it costs least, which comes last here
        chosen = {p: w for _, p, w in sorted(((cost, p, w) for p, w, cost in prices), reverse=True)}
    return sum(misses(problem, goals[-1], p, w, problem.starts[p][w]) for p, w in chosen.items())


def _fewest_days(problem: Problem) -> int:
    """Days that jurors come when a quorum comes on as few days as can hold all pitches."""
    left, days = len(problem.pitches), 0
    for held in sorted((sum(_held(problem, w) for w in ws) for ws in problem.days.values()), reverse=True):
        if left <= 0:
            break
        left -= held
        days += 1
    return days * problem.rules.quorum


def _sure_days(problem: Problem, values: Mapping[Level, int]) -> int:
    """Days that jurors come because a pitch surely stands in a window in which they are free throughout.

    Where a wish for one window is kept, the pitch stands there; without a largest panel who can sit, sits.
    """
    order = problem.rules.levels
    wishes_first = (
        Level.PREFERENCE_MISSED in order
        and Level.JUROR_BURDEN in order
        and order.index(Level.PREFERENCE_MISSED) < order.index(Level.JUROR_BURDEN)
    )
    if not wishes_first or values[Level.PREFERENCE_MISSED] or problem.rules.panel_max is not None:
        return 0
    names = [window.id for window in problem.instance.windows]
    days: set[tuple[int, date]] = set()
    for p in problem.pitches:
        wished = problem.instance.pitches[p].preferred_windows
        if len(wished) == 1:
            w = names.index(wished[0])
            days |= {(j, problem.sessions[w].day) for j in problem.jurors if _surely_hears(problem, j, p, w)}
    return len(days)


def _surely_hears(problem: Problem, j: int, p: int, w: int) -> bool:
    throughout = problem.free[j][w] == ((0, problem.sessions[w].minutes),)
    return throughout and j not in problem.barred[p] and problem.limit(j, w) is None
