"""How pitches follow each other in a room, in steps of the grid."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from jury_desktop.scheduling.problem import Problem


def stride(problem: Problem, p: int, pause: int = 0) -> int:
    """Steps from the start of a pitch to the earliest start of the next, ``pause`` minutes between."""
    gap = max(pause, problem.rules.changeover_minutes)
    return ceil((problem.lengths[p] + gap) / problem.grid)


def most_that_fit(problem: Problem, w: int, pitches: Iterable[int], minutes: int | None = None) -> int:
    """How many of these pitches one room of a window can surely not exceed, breaks included.

    :param minutes: how long it is open, when not as long as the window.


    The strides of the shortest are added up; only the last pitch needs no more than its own length.
    """
    rules, hopeful = problem.rules, list(pitches)
    whole = problem.sessions[w].minutes if minutes is None else minutes
    strides = sorted(stride(problem, p) for p in hopeful)
    last = max((stride(problem, p) * problem.grid - problem.lengths[p] for p in hopeful), default=0)
    longer = (stride(problem, p, rules.break_minutes) - stride(problem, p) for p in hopeful)
    pause = min(longer, default=0)
    taken = 0
    for count, steps in enumerate(strides):
        pauses = count // rules.break_after if rules.break_after > 0 else 0
        taken += steps
        if (taken + pauses * pause) * problem.grid - last > whole:
            return count
    return len(strides)
