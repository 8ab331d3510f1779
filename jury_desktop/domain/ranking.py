"""The order of the candidacies, with ties by the call's rule, and how sure the order is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from jury_desktop.domain.call import TieRule

N = TypeVar("N", int, float)
ROUNDING = 9
"""Scores equal to this many decimals are equal: beyond it only floating point differs."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the order rests on for one candidacy: its score and what the call's tie rules may ask."""

    candidacy: str
    score: float
    written: float | None = None
    pitch: float | None = None
    challenges_covered: int = 0


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in the order; ``first`` and ``last`` differ for a tie that no rule breaks ("3–5")."""

    candidacy: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How far score and rank could have come out otherwise with other jurors of the same panel.

    ``score`` and ``rank`` are 90 % intervals over bootstrap draws of the jurors (Efron 1979).
    """

    score: tuple[float, float]
    rank: tuple[int, int]


def rank(standings: Sequence[Standing], ties: Sequence[TieRule]) -> tuple[Rank, ...]:
    """Best first; joint ranks where the score and every tie rule are equal. Never shuffled.

    A rule that asks for something one of the tied lacks says nothing about them: missing is not zero.
    """
    ranks: list[Rank] = []
    for equal in _by_value(standings, lambda standing: standing.score):
        for tied in _untied(equal, ties):
            first, last = len(ranks) + 1, len(ranks) + len(tied)
            ranks.extend(Rank(standing.candidacy, first, last) for standing in tied)
    return tuple(ranks)


def bootstrap(
    scores: Mapping[str, Sequence[tuple[float, ...]]],
    weights: Sequence[float],
    draws: int = 400,
    seed: int = 1,
) -> dict[str, Uncertainty]:
    """Intervals from redrawing each candidacy's jurors with replacement.

    :param scores: per candidacy one tuple of sheet scores per round (jurors who counted).
    :param weights: the weight of each round, in the same order.
    """
    generator = random.Random(seed)
    usable = {key: rounds for key, rounds in scores.items() if all(rounds)}
    samples: dict[str, list[float]] = {key: [] for key in usable}
    ranks: dict[str, list[int]] = {key: [] for key in usable}
    for _ in range(draws):
        drawn = {key: _redraw(rounds, weights, generator) for key, rounds in usable.items()}
        for place, key in enumerate(sorted(drawn, key=lambda k: (-drawn[k], k)), start=1):
            samples[key].append(drawn[key])
            ranks[key].append(place)
    return {key: Uncertainty(_interval(samples[key]), _interval(ranks[key])) for key in usable}


def _untied(equal: Sequence[Standing], ties: Sequence[TieRule]) -> Iterator[list[Standing]]:
    """Those that one rule after another still leaves equal, best first."""
    if len(equal) == 1 or not ties:
        yield sorted(equal, key=lambda standing: standing.candidacy)
        return
    rule, *others = ties
    values = {standing.candidacy: _ASKED[rule](standing) for standing in equal}
    known = {key: value for key, value in values.items() if value is not None}
    if len(known) < len(values):
        yield from _untied(equal, others)
        return
    for group in _by_value(equal, lambda standing: known[standing.candidacy]):
        yield from _untied(group, others)


def _by_value(standings: Sequence[Standing], value: Callable[[Standing], float]) -> Iterator[list[Standing]]:
    """Those with the same value together, the highest value first."""

    def descending(standing: Standing) -> float:
        return -round(value(standing), ROUNDING)

    for _, group in groupby(sorted(standings, key=descending), key=descending):
        yield list(group)


_ASKED: dict[TieRule, Callable[[Standing], float | None]] = {
    TieRule.PITCH_SCORE: lambda standing: standing.pitch,
    TieRule.WRITTEN_SCORE: lambda standing: standing.written,
    TieRule.CHALLENGES_COVERED: lambda standing: standing.challenges_covered,
}
"""What each rule compares; None where there is nothing to compare."""


def _redraw(rounds: Sequence[tuple[float, ...]], weights: Sequence[float], generator: random.Random) -> float:
    means = [sum(generator.choices(values, k=len(values))) / len(values) for values in rounds]
    return sum(m * w for m, w in zip(means, weights, strict=True)) / sum(weights)


def _interval(values: list[N]) -> tuple[N, N]:
    ordered = sorted(values)
    cut = len(ordered) // 20
    return ordered[cut], ordered[-1 - cut]
