"""How well each order finds the truth, on invented panels of which the truth is known: ``python
benchmarks/scoring.py [--panels N]``.

Jurors with a strictness of their own score proposals of known worth. What is compared is the order that a
model makes with the order of the worths (Kendall's tau), the share of the true best eight among its first
eight, and how often an interval of 90 % holds the truth. ``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jury_desktop.analysis import models
from jury_desktop.analysis.outlook import outlook
from jury_desktop.analysis.panel import Numbers, Panel

MODELS: dict[str, Callable[[Panel], Numbers]] = {
    "raw mean": models.raw_mean,
    "mixed": models.mixed,
    "z-score": models.z_score,
    "median": models.median,
    "copeland": models.copeland,
}
PROPOSALS, JURORS, BEST = 20, 7, 8
WORTH, REST = 0.6, 0.75
"""Standard deviations of the worths of proposals and of what is neither proposal nor juror, on 0 to 5."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of panel: how many of the jurors score each proposal, and how much they differ in strictness."""

    name: str
    scored_by: int
    strictness: float


KINDS = (
    Kind("7 of 7, equally strict", 7, 0.0),
    Kind("7 of 7, usual", 7, 0.3),
    Kind("7 of 7, very different", 7, 0.8),
    Kind("5 of 7, usual", 5, 0.3),
    Kind("3 of 7, equally strict", 3, 0.0),
    Kind("3 of 7, usual", 3, 0.3),
    Kind("3 of 7, very different", 3, 0.8),
)


def invented(kind: Kind, random: np.random.Generator) -> tuple[Panel, Numbers]:
    """A panel and the worths behind it; scores are whole numbers from 0 to 5 on twelve criteria, averaged."""
    worth = random.normal(3, WORTH, PROPOSALS)
    strictness = random.normal(0, kind.strictness, JURORS)
    given = worth[:, None] + strictness + random.normal(0, REST, (PROPOSALS, JURORS))
    given = np.clip(np.round(given * 12) / 12, 0, 5)
    for row in given:
        row[random.permutation(JURORS)[kind.scored_by :]] = np.nan
    names = tuple(f"c{number}" for number in range(PROPOSALS))
    return Panel(names, tuple(f"j{number}" for number in range(JURORS)), given), worth


def tau(one: Numbers, other: Numbers) -> float:
    """Kendall's tau-b: pairs in the same order less pairs in the other, ties taken into account."""
    upper = np.triu_indices(len(one), 1)
    first = np.sign(one[:, None] - one[None, :])[upper]
    second = np.sign(other[:, None] - other[None, :])[upper]
    return float((first * second).sum() / np.sqrt((first**2).sum() * (second**2).sum()))


def found_of_best(order: Numbers, worth: Numbers) -> float:
    """The share of the true best that is among the first."""
    first, best = (set(np.argsort(-values, kind="stable")[:BEST]) for values in (order, worth))
    return len(first & best) / BEST


def held(panel: Panel, worth: Numbers) -> float:
    """The share of the intervals for a rank that hold the true one."""
    ranks = 1 + np.argsort(np.argsort(-worth))
    unsure = outlook([panel], [1.0])
    pairs = zip(panel.candidacies, ranks, strict=True)
    return float(np.mean([unsure[key].rank[0] <= place <= unsure[key].rank[1] for key, place in pairs]))


def measure(kind: Kind, panels: int) -> str:
    """One line of the table."""
    random = np.random.default_rng(20)
    made = [invented(kind, random) for _ in range(panels)]
    taus = {name: np.mean([tau(model(p), worth) for p, worth in made]) for name, model in MODELS.items()}
    best = np.mean([found_of_best(models.mixed(panel), worth) for panel, worth in made])
    holds = np.mean([held(panel, worth) for panel, worth in made[: panels // 4]])
    figures = " | ".join(f"{taus[name]:.3f}" for name in MODELS)
    return f"| {kind.name} | {figures} | {best:.0%} | {holds:.0%} |"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--panels", type=int, default=400)
    panels = parser.parse_args().panels
    print(f"| jurors per proposal, strictness | {' | '.join(MODELS)} | best {BEST} found | 90 % holds |")
    print("|---" * (len(MODELS) + 3) + "|")
    for kind in KINDS:
        print(measure(kind, panels))


if __name__ == "__main__":
    main()
