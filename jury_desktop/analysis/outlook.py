"""How far score and rank may still be from the truth: draws of the mixed model, turned into intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jury_desktop.analysis.mixed_model import fit
from jury_desktop.analysis.panel import Numbers, Panel
from jury_desktop.domain.ranking import Uncertainty

DRAWS = 2000
SEED = 1
"""Fixed: the same scores give the same intervals at every look."""
SHARE = (0.05, 0.95)
DECIMALS = 3


def outlook(panels: Sequence[Panel], weights: Sequence[float]) -> dict[str, Uncertainty]:
    """The uncertainty of every candidacy, from one panel per round with the weight of that round.

    :param panels: all with the same candidacies; each candidacy scored in each.
    :returns: nothing where a round has too few scores for the model.
    """
    fits = [fit(panel) for panel in panels]
    if not fits or any(found is None for found in fits):
        return {}
    drawn = [found.draws(DRAWS, SEED + at) for at, found in enumerate(fits) if found is not None]
    worth = np.average(np.array(drawn), axis=0, weights=weights)
    return dict(zip(panels[0].candidacies, _told(worth), strict=True))


def _told(worth: Numbers) -> list[Uncertainty]:
    places = np.argsort(np.argsort(-worth, axis=1), axis=1)
    scores = np.quantile(worth, SHARE, axis=0).round(DECIMALS).T
    ranks = 1 + np.quantile(places, SHARE, axis=0, method="nearest").T
    within = _within(places)
    return [
        Uncertainty((float(low), float(high)), (int(first), int(last)), tuple(chances))
        for (low, high), (first, last), chances in zip(scores, ranks, within.tolist(), strict=True)
    ]


def _within(places: NDArray[np.intp]) -> Numbers:
    """A row per candidacy: the chance to be among the first one, two, three …"""
    draws, count = places.shape
    counts = np.zeros((count, count))
    for column, found in enumerate(places.T):
        counts[column] = np.bincount(found, minlength=count)
    chances: Numbers = np.cumsum(counts, axis=1) / draws
    return chances
