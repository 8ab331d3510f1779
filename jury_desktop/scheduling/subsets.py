"""Arithmetic over every set of pitches at once: a set is a number, of which each bit stands for a pitch.

What this gives is an array that is looked up by set. With fifteen pitches there are 32,768 sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from jury_desktop.scheduling.problem import Problem

Numbers = npt.NDArray[np.int32]

MOST_PITCHES = 16
"""Beyond so many pitches there are too many sets to look at each."""

MANY = 99
"""More changes than any row of pitches has."""


def set_of(pitches: Iterable[int]) -> int:
    """The number of a set."""
    return sum(1 << p for p in pitches)


def members(chosen: int) -> list[int]:
    """The pitches of a set, in order."""
    return [p for p in range(chosen.bit_length()) if chosen >> p & 1]


def sums(values: Sequence[int] | Sequence[Sequence[int]]) -> Numbers:
    """By set, the sum of what each pitch in it has; a pitch may have a row of numbers."""
    each = np.asarray(values, dtype=np.int32)
    found = np.zeros((1 << len(each), *each.shape[1:]), dtype=np.int32)
    for p, value in enumerate(each):
        found[1 << p : 2 << p] = found[: 1 << p] + value
    return found


def greatest(values: Sequence[int]) -> Numbers:
    """By set, the greatest of what each pitch in it has; 0 for the empty set."""
    found = np.zeros(1 << len(values), dtype=np.int32)
    for p, value in enumerate(values):
        found[1 << p : 2 << p] = np.maximum(found[: 1 << p], value)
    return found


def fewest_changes(problem: Problem, most: int) -> Numbers:
    """By set of at most so many pitches, how often neighbours share no challenge in the best order of them.

    The best order that ends with a pitch is the best order of the others with this pitch put behind it.
    """
    pitches = problem.pitches
    size = sums([1] * len(pitches))
    step = np.array([[q not in problem.kin[p] for q in pitches] for p in pitches], dtype=np.int8)
    ending = np.full((1 << len(pitches), len(pitches)), MANY, dtype=np.int8)
    for p in pitches:
        ending[1 << p, p] = 0
    for before in range(1, most):
        sets = np.flatnonzero(size == before)
        for p in pitches:
            without = sets[sets >> p & 1 == 0]
            ending[without | 1 << p, p] = (ending[without] + step[:, p]).min(axis=1)
    found: Numbers = ending.min(axis=1, initial=MANY).astype(np.int32)
    found[0] = 0
    return found
