"""The direction of the table of ``benchmarks/scoring.py``: which order finds the truth, and when."""

from __future__ import annotations

import runpy
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.architecture.checkout import ROOT

PANELS = 60


@cache
def benchmark() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "benchmarks" / "scoring.py"))


@cache
def agreement(scored_by: int, strictness: float) -> dict[str, float]:
    """Kendall's tau with the true worths of each model, the mean over the panels."""
    bench, random = benchmark(), np.random.default_rng(7)
    kind = bench["Kind"]("", scored_by, strictness)
    made = [bench["invented"](kind, random) for _ in range(PANELS)]
    return {
        name: float(np.mean([bench["tau"](model(panel), worth) for panel, worth in made]))
        for name, model in bench["MODELS"].items()
    }


def test_tau_is_that_of_scipy() -> None:
    from scipy import stats

    one, other = np.random.default_rng(1).integers(0, 6, (2, 40)).astype(float)
    assert benchmark()["tau"](one, other) == pytest.approx(stats.kendalltau(one, other).statistic)


@pytest.mark.parametrize("strictness", [0.0, 0.3, 0.8])
def test_on_a_complete_panel_the_mixed_model_equals_the_raw_mean_and_z_scores_lose(strictness: float) -> None:
    found = agreement(7, strictness)
    assert found["mixed"] == pytest.approx(found["raw mean"], abs=0.003)
    assert found["z-score"] < found["raw mean"]


def test_on_an_incomplete_panel_of_very_different_jurors_the_mixed_model_wins() -> None:
    found = agreement(3, 0.8)
    assert found["mixed"] > found["raw mean"] + 0.03
    assert found["mixed"] > found["z-score"]


def test_where_jurors_are_equally_strict_the_raw_mean_loses_nothing_and_z_scores_do() -> None:
    found = agreement(3, 0.0)
    assert found["mixed"] == pytest.approx(found["raw mean"], abs=0.01)
    assert found["z-score"] < found["raw mean"]
