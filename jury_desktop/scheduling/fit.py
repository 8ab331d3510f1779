"""A first plan from ready-made slots, in a thousandth of a second: the best choice of what stands where.

The slots of a room are cut one after another from the start of its window, for the longest pitch, with a
break as late as the rules allow. Where everybody sits who can, what a pitch costs in a slot does not depend
on the others, so that the best choice is a division of least cost. It fills windows that are exactly full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from jury_desktop.domain.pitch import Level
from jury_desktop.scheduling.division import SINGLE, least_cost, price
from jury_desktop.scheduling.measure import seated
from jury_desktop.scheduling.problem import Placement, Problem, Spot


def fitted_plan(problem: Problem) -> list[Placement] | None:
    """The best plan with these slots; None when they do not hold every pitch, or panels need a choice."""
    if problem.contested:
        return None
    slots = [Spot(w, 0, start) for w in problem.windows for start in _cut(problem, w)]
    chosen = least_cost(len(problem.pitches), [1] * len(slots), _prices(problem, slots))
    return seated(problem, {p: slots[s] for p, s in chosen.items()}, {}) if chosen is not None else None


def _prices(problem: Problem, slots: Sequence[Spot]) -> Iterator[tuple[int, int, int]]:
    """Pitch, slot and cost, wherever a pitch may stand."""
    goals = [level for level in problem.rules.levels if level in SINGLE]
    for p in problem.pitches:
        starts, known = problem.starts[p], dict[tuple[int, frozenset[int]], int]()
        for s, spot in enumerate(slots):
            if spot.start in starts[spot.window] and _room_allowed(problem, p):
                yield p, s, _price(problem, goals, p, spot, known) if goals else 0


def _price(
    problem: Problem, goals: Sequence[Level], p: int, spot: Spot, known: dict[tuple[int, frozenset[int]], int]
) -> int:
    """What a pitch costs in a slot; slots of a window with the same people in them cost the same."""
    key = (spot.window, problem.available(spot.window, spot.start, problem.lengths[p]))
    if key not in known:
        known[key] = price(problem, goals, p, spot.window, (spot.start,))
    return known[key]


def _cut(problem: Problem, w: int) -> list[int]:
    """Starts of the slots of a window, as many as fit."""
    rules, grid, length = problem.rules, problem.grid, max(problem.lengths, default=0)
    starts, start = list[int](), 0
    while length and start + length <= problem.sessions[w].minutes:
        starts.append(start)
        at_break = rules.break_after > 0 and len(starts) % rules.break_after == 0
        pause = max(rules.changeover_minutes, rules.break_minutes if at_break else 0)
        start += grid * ceil((length + pause) / grid)
    return starts


def _room_allowed(problem: Problem, p: int) -> bool:
    pin = problem.pinned[p]
    return pin is None or pin.room == 0
