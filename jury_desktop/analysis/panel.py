"""A panel as a table of numbers: a row per candidacy, a column per juror."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Who gave what: ``given`` has a score per candidacy (row) and juror (column), not-a-number for none."""

    candidacies: tuple[str, ...]
    jurors: tuple[str, ...]
    given: Numbers

    @property
    def scored(self) -> NDArray[np.bool_]:
        """Where there is a score."""
        return ~np.isnan(self.given)

    def without(self, juror: str) -> Panel:
        """The panel as if a juror had scored nothing."""
        if juror not in self.jurors:
            return self
        given = self.given.copy()
        given[:, self.jurors.index(juror)] = np.nan
        return Panel(self.candidacies, self.jurors, given)


def panel_of(scores: Mapping[tuple[str, str], float], candidacies: Sequence[str]) -> Panel:
    """The panel of scores by (juror, candidacy), for these candidacies in this order; jurors by their ids.

    A candidacy nobody scored keeps its row; a juror who scored none of them has no column.
    """
    rows = {key: row for row, key in enumerate(candidacies)}
    kept = {pair: score for pair, score in scores.items() if pair[1] in rows}
    jurors = sorted({juror for juror, _ in kept})
    columns = {key: column for column, key in enumerate(jurors)}
    given = np.full((len(rows), len(columns)), np.nan)
    for (juror, candidacy), score in kept.items():
        given[rows[candidacy], columns[juror]] = score
    return Panel(tuple(candidacies), tuple(jurors), given)
