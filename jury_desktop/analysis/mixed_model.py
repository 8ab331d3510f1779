"""Score = general level + candidacy + juror + rest: the additive mixed model with crossed random effects.

Variances by restricted maximum likelihood (Patterson and Thompson 1971), effects as best linear unbiased
predictions from Henderson's equations (1975), in which the candidacies have been eliminated so that what is
left is as large as the jury. In scoring.md this is the one model that is never worse than the raw mean by
anything that matters, and better where jurors did not all score everything.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jury_desktop.analysis.panel import Numbers, Panel
from jury_desktop.analysis.search import lowest

FEWEST = 2
"""Of fewer candidacies or jurors nothing can be told apart."""
LARGEST = 1e4
"""The largest ratio of two standard deviations that is looked at: jurors who agree to the last digit have
no rest at all, and beyond this the equations would only lose digits."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """What the model makes of a panel.

    :param level: the general level; ``worth`` is that plus the effect of each candidacy, shrunk.
    :param leniency: how much higher than the others each juror scores, shrunk; ``leniency_error`` its
        standard error.
    :param candidacy, juror, rest: the standard deviations of the three.
    """

    level: float
    worth: Numbers
    leniency: Numbers
    leniency_error: Numbers
    candidacy: float
    juror: float
    rest: float
    _equations: _Equations

    def draws(self, count: int, seed: int) -> Numbers:
        """Worths that the scores leave open: a row per draw, a column per candidacy.

        Drawn from the normal distribution of the effects given the scores, the variances taken as found.
        """
        return self._equations.draws(self.rest, count, np.random.default_rng(seed))


def fit(panel: Panel) -> Fit | None:
    """The model of a panel; None where there is too little to tell candidacies, jurors and rest apart."""
    scored = panel.scored
    rows, columns = scored.any(axis=1).sum(), scored.any(axis=0).sum()
    if min(rows, columns) < FEWEST or scored.sum() <= rows + columns - 1:
        return None
    ratios = lowest(lambda tried: _Equations(panel, tried).criterion, np.array([1.0, 0.5]))
    return _Equations(panel, ratios).solved()


class _Equations:
    """Henderson's equations for given ``ratios``: standard deviations of candidacy and juror, to rest."""

    def __init__(self, panel: Panel, ratios: Numbers) -> None:
        self._scored = panel.scored.astype(np.float64)
        self._middle = float(np.nanmean(panel.given))  # taken off first: squares of large numbers lose digits
        self._given = np.nan_to_num(panel.given - self._middle)
        self._candidacy, self._juror = (float(ratio) for ratio in np.minimum(np.abs(ratios), LARGEST))
        self._counts = self._scored.sum(axis=1)
        self._sums = self._given.sum(axis=1)
        self._shrink = self._candidacy**2 / (1 + self._counts * self._candidacy**2)
        self._solve()

    def _solve(self) -> None:
        """The equations of level and jurors, the candidacies eliminated."""
        design = np.column_stack([self._counts, self._juror * self._scored])
        columns = np.concatenate([[self._scored.sum()], self._juror * self._scored.sum(axis=0)])
        whole = np.diag(np.concatenate([[columns[0]], 1 + self._juror * columns[1:]]))
        whole[0, 1:] = whole[1:, 0] = columns[1:]
        weighted = design * self._shrink[:, None]
        self._matrix = whole - design.T @ weighted
        sums = np.concatenate([[self._sums.sum()], self._juror * self._given.sum(axis=0)])
        right = sums - weighted.T @ self._sums
        self._solution = np.linalg.solve(self._matrix, right)
        squares = (self._given**2).sum() - (self._shrink * self._sums**2).sum()
        self._squares = max(float(squares - self._solution @ right), np.finfo(float).tiny)

    @property
    def _freedom(self) -> float:
        return float(self._counts.sum()) - 1

    @property
    def criterion(self) -> float:
        """Minus twice the restricted log-likelihood, up to a constant; the rest's variance profiled out."""
        spread = np.log1p(self._counts * self._candidacy**2).sum()
        return float(self._freedom * np.log(self._squares) + spread + np.linalg.slogdet(self._matrix)[1])

    def solved(self) -> Fit:
        rest = float(np.sqrt(self._squares / self._freedom))
        level, jurors = self._middle + float(self._solution[0]), self._juror * self._solution[1:]
        variances = np.diag(np.linalg.inv(self._matrix))[1:]
        return Fit(
            level,
            level + self._candidacies(self._solution),
            jurors,
            rest * self._juror * np.sqrt(variances),
            rest * self._candidacy,
            rest * self._juror,
            rest,
            self,
        )

    def _candidacies(self, solution: Numbers) -> Numbers:
        """The effects of the candidacies that go with a level and juror effects (one or a row per draw)."""
        level, jurors = solution[..., :1], self._juror * solution[..., 1:]
        effects: Numbers = self._shrink * (self._sums - level * self._counts - jurors @ self._scored.T)
        return effects

    def draws(self, rest: float, count: int, random: np.random.Generator) -> Numbers:
        root = np.linalg.cholesky(self._matrix)
        noise = random.standard_normal((count, len(self._solution)))
        solutions = self._solution + rest * np.linalg.solve(root.T, noise.T).T
        own = random.standard_normal((count, len(self._counts))) * rest * np.sqrt(self._shrink)
        worths: Numbers = self._middle + solutions[:, :1] + self._candidacies(solutions) + own
        return worths
