"""The official scores as they would be with other weights: whole panels at once, for sliders that follow the
hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jury_desktop.analysis.panel import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Ballots:
    """Every sheet of a round, a row each, criteria in columns.

    :param candidacy: which candidacy (its place) the sheet is on.
    :param sums: what the sheet gave on each criterion, added up; with challenges, each times its factor.
    :param factors: how much each criterion counts on the sheet before its weight: 1, the factors of the
        challenges added up, 0 where nothing was scored.
    """

    candidacy: Sequence[int]
    sums: Numbers
    factors: Numbers

    def scores(self, weights: Numbers, count: int) -> Numbers:
        """The mean of the sheets of each of ``count`` candidacies; not-a-number where no sheet counts."""
        totals, places = self.factors @ weights, np.asarray(self.candidacy, dtype=np.intp)
        counted = totals > 0
        sheets = np.divide(self.sums @ weights, totals, out=np.zeros_like(totals), where=counted)
        added = np.bincount(places, sheets, count)
        found = np.bincount(places, counted, count)
        means: Numbers = np.divide(added, found, out=np.full(count, np.nan), where=found > 0)
        return means


def ballots(rows: Sequence[tuple[int, Sequence[tuple[int, float, int]]]], criteria: int) -> Ballots:
    """The ballots of a round: of each sheet the place of its candidacy, and of each scored item the place of
    its criterion, the factor of its challenge and the value."""
    sums, factors = np.zeros((len(rows), criteria)), np.zeros((len(rows), criteria))
    for at, (_, items) in enumerate(rows):
        for criterion, factor, value in items:
            sums[at, criterion] += factor * value
            factors[at, criterion] += factor
    return Ballots([candidacy for candidacy, _ in rows], sums, factors)
