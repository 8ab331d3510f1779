"""The order of the candidacies, with ties by the call's rule, and how sure the order is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jury_desktop.domain.call import TieRule

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
    """A place in the order; ``first`` and ``last`` differ for a tie that no rule breaks ("3–5").

    :param broken_by: the tie rule that set it apart from the others with its score, the last of several.
    """

    candidacy: str
    first: int
    last: int
    broken_by: TieRule | None = None

    @property
    def text(self) -> str:
        """ "3", or "3–5" for a joint place."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How far score and rank may still be from the worth that more and other jurors would find.

    ``score`` and ``rank`` are 90 % intervals; ``within`` the chance to be among the first 1, 2, 3 … of all.
    They come from draws of the model in ``analysis/mixed_model.py``; the official score does not.
    """

    score: tuple[float, float]
    rank: tuple[int, int]
    within: tuple[float, ...] = ()

    def chance(self, cut: int) -> float:
        """The chance (0–1) to be among the first ``cut``; of all, certain."""
        return 0.0 if cut < 1 else self.within[cut - 1] if cut <= len(self.within) else 1.0


def rank(standings: Sequence[Standing], ties: Sequence[TieRule]) -> tuple[Rank, ...]:
    """Best first; joint ranks where the score and every tie rule are equal. Never shuffled.

    A rule that asks for something one of the tied lacks says nothing about them: missing is not zero.
    """
    ranks: list[Rank] = []
    for equal in _by_value(standings, lambda standing: standing.score):
        for tied, rule in _untied(equal, ties):
            first, last = len(ranks) + 1, len(ranks) + len(tied)
            ranks.extend(Rank(standing.candidacy, first, last, rule) for standing in tied)
    return tuple(ranks)


def rounded(score: float) -> float:
    """A score as the order takes it: two that round to the same are equal."""
    return round(score, ROUNDING)


def _untied(
    equal: Sequence[Standing], ties: Sequence[TieRule], broken_by: TieRule | None = None
) -> Iterator[tuple[list[Standing], TieRule | None]]:
    """Those that one rule after another still leaves equal, best first, with the rule that set them apart."""
    if len(equal) == 1 or not ties:
        yield sorted(equal, key=lambda standing: standing.candidacy), broken_by
        return
    rule, *others = ties
    values = {standing.candidacy: _ASKED[rule](standing) for standing in equal}
    known = {key: value for key, value in values.items() if value is not None}
    if len(known) < len(values):
        yield from _untied(equal, others, broken_by)
        return
    groups = list(_by_value(equal, lambda standing: known[standing.candidacy]))
    for group in groups:
        yield from _untied(group, others, rule if len(groups) > 1 else broken_by)


def _by_value(standings: Sequence[Standing], value: Callable[[Standing], float]) -> Iterator[list[Standing]]:
    """Those with the same value together, the highest value first."""

    def descending(standing: Standing) -> float:
        return -rounded(value(standing))

    for _, group in groupby(sorted(standings, key=descending), key=descending):
        yield list(group)


_ASKED: dict[TieRule, Callable[[Standing], float | None]] = {
    TieRule.PITCH_SCORE: lambda standing: standing.pitch,
    TieRule.WRITTEN_SCORE: lambda standing: standing.written,
    TieRule.CHALLENGES_COVERED: lambda standing: standing.challenges_covered,
}
"""What each rule compares; None where there is nothing to compare."""
