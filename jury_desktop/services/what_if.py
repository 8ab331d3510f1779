"""What the order would be with other weights; nothing of it is ever kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

from jury_desktop.domain.call import Criterion, Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Rank
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score import OfficialScore, combine, factor_of
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.sheet import Sheet, items_of
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier

if TYPE_CHECKING:
    from jury_desktop.analysis.weighing import Ballots

Weights = Mapping[str, float]
"""A weight per criterion key; a criterion that is not named keeps that of the call."""


@dataclass(frozen=True, slots=True)
class Reweighed:
    """A candidacy under other weights: its score, None where nothing counts any more, and its place."""

    candidacy: str
    score: float | None
    rank: Rank | None


class WhatIf:
    """The open scores of a stage, ready to be weighed again and again.

    The rule is that of the official score: with the weights of the call it gives the official score.
    """

    def __init__(self, selection: Selection, stage: Stage) -> None:
        self._selection = selection
        self._stage = stage
        self.candidacies = tuple(selection.open_scores(stage))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What can be weighed: the criteria of the rounds that the stage rests on."""
        rounds = set(self._selection.rounds(self._stage))
        return tuple(c for c in self._selection.call.rubric.criteria if rounds & set(c.rounds))

    def order(self, weights: Weights) -> tuple[Reweighed, ...]:
        """Every candidacy under these weights, best first; ties by the call's rule."""
        scores = self._scores(weights)
        ranks = self._selection.ranks_by(scores, self._stage)
        left = [key for key in self.candidacies if key not in ranks]
        found = ((key, deciding(scores[key], self._stage)) for key in (*ranks, *left))
        return tuple(Reweighed(key, score, ranks.get(key)) for key, score in found)

    def first(self, weights: Weights, cut: int) -> frozenset[str]:
        """Those on the first ``cut`` places; of a tie across the cut, all."""
        return frozenset(
            each.candidacy for each in self.order(weights) if each.rank is not None and each.rank.first <= cut
        )

    def _scores(self, weights: Weights) -> dict[str, OfficialScore]:
        import numpy as np

        rubric, count = self._selection.call.rubric, len(self.candidacies)
        given = np.array([weights.get(criterion.key, criterion.weight) for criterion in rubric.criteria])
        found = {round_: made.scores(given, count).tolist() for round_, made in self._ballots.items()}
        scores = {}
        for at, key in enumerate(self.candidacies):
            by_round = {round_: _number(found[round_][at]) if round_ in found else None for round_ in Round}
            written, pitch = by_round[Round.WRITTEN], by_round[Round.PITCH]
            scores[key] = OfficialScore(key, written, pitch, combine(by_round, rubric))
        return scores

    @cached_property
    def _ballots(self) -> dict[Round, Ballots]:
        return {round_: self._ballots_of(round_) for round_ in self._selection.seen(self._stage)}

    def _ballots_of(self, round_: Round) -> Ballots:
        from jury_desktop.analysis.weighing import ballots

        columns = {criterion.key: at for at, criterion in enumerate(self._selection.call.rubric.criteria)}
        rows = [
            (at, self._given(sheet, columns))
            for at, key in enumerate(self.candidacies)
            for sheet in self._selection.open_sheets(key, round_)
        ]
        return ballots(rows, len(columns))

    def _given(self, sheet: Sheet, columns: Mapping[str, int]) -> list[tuple[int, float, int]]:
        """Of each item that has a value: its criterion, the factor of its challenge, the value."""
        rubric = self._selection.call.rubric
        items = items_of(rubric, self._selection.candidacy(sheet.candidacy).challenges, sheet.round)
        return [
            (columns[item.criterion.key], factor_of(item, rubric), answer.value)
            for item in items
            if (answer := sheet.answers.get(item.key)) is not None and answer.value is not None
        ]


@needs(Right.SEE_DELIBERATION)
def what_if(dossier: Dossier, stage: Stage) -> WhatIf:
    """The open scores of a stage as they stand; sealed ones are not in it."""
    return known(dossier).once(("what if", stage), lambda selection: WhatIf(selection, stage))


def _number(value: float) -> float | None:
    return None if isnan(value) else value
