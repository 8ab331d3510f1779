"""The lowest point of a smooth function of a few numbers, without its derivatives."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from jury_desktop.analysis.panel import Numbers

STEPS = 400
CLOSE = 1e-10


def lowest(function: Callable[[Numbers], float], start: Numbers, width: float = 0.5) -> Numbers:
    """Where ``function`` is lowest near ``start``: the downhill simplex of Nelder and Mead (1965)."""
    corners = [start, *(start + width * direction for direction in np.eye(len(start)))]
    values = [function(corner) for corner in corners]
    for _ in range(STEPS):
        order = sorted(range(len(corners)), key=values.__getitem__)
        corners, values = [corners[at] for at in order], [values[at] for at in order]
        if values[-1] - values[0] <= CLOSE and np.ptp(np.array(corners), axis=0).max() <= CLOSE**0.5:
            break
        _step(function, corners, values)
    return corners[int(np.argmin(values))]


def _step(function: Callable[[Numbers], float], corners: list[Numbers], values: list[float]) -> None:
    """Moves the highest corner through the middle of the others, or draws all towards the lowest."""
    middle = np.mean(corners[:-1], axis=0)

    def tried(share: float) -> tuple[float, Numbers]:
        corner = middle + share * (middle - corners[-1])
        return function(corner), corner

    best = reflected = tried(1.0)
    if reflected[0] < values[0]:
        best = min(reflected, tried(2.0), key=lambda found: found[0])
    elif reflected[0] >= values[-2]:
        best = tried(0.5 if reflected[0] < values[-1] else -0.5)
    if best[0] < values[-1]:
        values[-1], corners[-1] = best
        return
    for at in range(1, len(corners)):
        corners[at] = corners[0] + 0.5 * (corners[at] - corners[0])
        values[at] = function(corners[at])
