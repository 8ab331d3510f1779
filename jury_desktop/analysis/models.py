"""Other ways to make one order of a panel, to stand beside the official one: advice, never the score.

Each gives a number per candidacy, higher is better, not-a-number where nobody scored it.
"""

from __future__ import annotations

import numpy as np

from jury_desktop.analysis.mixed_model import fit
from jury_desktop.analysis.panel import Numbers, Panel


def raw_mean(panel: Panel) -> Numbers:
    """The mean of what the jurors gave."""
    return _over_jurors(panel, panel.given)


def median(panel: Panel) -> Numbers:
    """The middle of what the jurors gave: one extreme sheet moves it little."""
    worth = np.full(len(panel.candidacies), np.nan)
    for row in np.flatnonzero(panel.scored.any(axis=1)):
        worth[row] = np.nanmedian(panel.given[row])
    return worth


def z_score(panel: Panel) -> Numbers:
    """The mean distance from each juror's own mean, in that juror's standard deviations (with n - 1).

    A juror who gave the same everywhere says nothing: the distance is zero. Shown because people ask for it;
    where panels are complete it loses to the raw mean (``benchmarks/scoring.py``).
    """
    scored, given = panel.scored, np.nan_to_num(panel.given)
    counts = scored.sum(axis=0)
    off = np.where(scored, given - given.sum(axis=0) / np.maximum(counts, 1), 0.0)
    spread = np.sqrt((off**2).sum(axis=0) / np.maximum(counts - 1, 1))
    return _over_jurors(panel, np.divide(off, spread, out=np.zeros_like(off), where=spread > 0))


def mixed(panel: Panel) -> Numbers:
    """The worths of :mod:`.mixed_model`: who judged strictly is taken into account, little evidence shrinks.

    The raw mean where there is too little for the model.
    """
    found = fit(panel)
    return raw_mean(panel) if found is None else np.where(panel.scored.any(axis=1), found.worth, np.nan)


def copeland(panel: Panel) -> Numbers:
    """How many of the others it beats, less those that beat it (Copeland 1951).

    One beats another when more of the jurors who scored both put it higher.
    """
    wins = np.zeros((len(panel.candidacies), len(panel.candidacies)))
    for given in panel.given.T:  # a comparison with not-a-number is never true
        wins += given[:, None] > given[None, :]
    net = np.sign(wins - wins.T).sum(axis=1)
    return np.where(panel.scored.any(axis=1), net, np.nan)


def _over_jurors(panel: Panel, values: Numbers) -> Numbers:
    counts = panel.scored.sum(axis=1)
    sums = np.where(panel.scored, values, 0.0).sum(axis=1)
    means: Numbers = np.divide(sums, counts, out=np.full(len(counts), np.nan), where=counts > 0)
    return means
