"""Panels for the tests of analysis: real ones where they lie beside the project, and invented ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from jury_desktop.analysis.panel import Panel

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "scores"
SKATING, AIBS = FOLDER / "skating_components.csv", FOLDER / "AIBS.rda"
JUDGED = ("P009", "P016", "P024", "P053", "P069", "P086")
"""Six of the ninety skating panels: of 8 to 37 performances, each judged by all nine judges."""


def invented(
    candidacies: int = 12,
    jurors: int = 6,
    *,
    seed: int = 1,
    bias: float = 0.5,
    missing: float = 0.0,
) -> Panel:
    """Scores of 0 to 5 in steps of a quarter: worth, strictness and chance added up, some left out."""
    random = np.random.default_rng(seed)
    worth, strict = random.normal(3, 0.7, (candidacies, 1)), random.normal(0, bias, (1, jurors))
    given = worth + strict + random.normal(0, 0.5, (candidacies, jurors))
    given = np.clip(np.round(given * 4) / 4, 0, 5)
    left_out = random.random(given.shape) < missing
    left_out[np.arange(candidacies), np.arange(candidacies) % jurors] = False  # each is scored by somebody
    given[left_out] = np.nan
    return named(given)


def named(given: np.ndarray) -> Panel:
    """A panel of these numbers, with names."""
    rows, columns = given.shape
    return Panel(tuple(f"c{n}" for n in range(rows)), tuple(f"j{n}" for n in range(columns)), given)


@cache
def events() -> dict[str, Panel]:
    """The ninety events of figure skating: per performance, of each judge, the mean of the components."""
    if not SKATING.exists():
        pytest.skip("the skating panels are not here")
    marks: dict[str, dict[tuple[str, str], list[float]]] = defaultdict(lambda: defaultdict(list))
    with SKATING.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            marks[row["panel"]][row["performance_id"], row["judge"]].append(float(row["score"]))
    return {name: _event(found) for name, found in marks.items()}


def _event(marks: dict[tuple[str, str], list[float]]) -> Panel:
    rows, columns = (sorted({pair[side] for pair in marks}) for side in (0, 1))
    given = [[float(np.mean(marks[row, column])) for column in columns] for row in rows]
    return Panel(tuple(rows), tuple(columns), np.array(given))


@cache
def grants() -> Panel:
    """Twelve reviewers rate 28 proposals, some ratings missing; turned round so that higher is better."""
    if not AIBS.exists():
        pytest.skip("the grant panel is not here")
    import rdata

    found = rdata.read_rda(AIBS)["AIBS"]
    return named(float(found["M"][0]) - np.asarray(found["ratings"], dtype=float).T)


REAL = (
    *(pytest.param(lambda name=name: events()[name], id=f"skating {name}") for name in JUDGED),
    pytest.param(grants, id="grants"),
)
INVENTED = (
    pytest.param(lambda: invented(20, 7), id="invented, complete"),
    pytest.param(lambda: invented(20, 7, seed=2, bias=0.9, missing=0.5), id="invented, incomplete"),
    pytest.param(lambda: invented(9, 5, seed=6, bias=0.0), id="invented, equally strict"),
)
PANELS = (*REAL, *INVENTED)
