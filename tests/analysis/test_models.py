"""Each advisory order against scipy, pandas or the words of its definition."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest

from jury_desktop.analysis import models
from jury_desktop.analysis.panel import Panel, panel_of
from tests.analysis.panels import PANELS, invented, named

Made = Callable[[], Panel]
NONE = np.nan


@pytest.mark.parametrize("made", PANELS)
def test_mean_and_median_are_those_of_pandas(made: Made) -> None:
    import pandas

    frame = pandas.DataFrame(made().given)
    assert models.raw_mean(made()) == pytest.approx(frame.mean(axis=1).to_numpy())
    assert models.median(made()) == pytest.approx(frame.median(axis=1).to_numpy())


@pytest.mark.parametrize("made", PANELS)
def test_z_scores_are_those_of_scipy(made: Made) -> None:
    from scipy import stats

    given = made().given
    enough = (~np.isnan(given)).sum(axis=0) > 1  # of a single score scipy says nothing; here it says zero
    scores = np.where(enough, np.nan_to_num(stats.zscore(given, axis=0, ddof=1, nan_policy="omit")), 0.0)
    expected = np.where(np.isnan(given), NONE, scores)
    assert models.z_score(made()) == pytest.approx(np.nanmean(expected, axis=1))


@pytest.mark.parametrize("made", PANELS)
def test_copeland_counts_who_beats_whom_among_the_jurors_of_both(made: Made) -> None:
    panel = made()
    net = dict.fromkeys(range(len(panel.candidacies)), 0)
    for one, other in combinations(net, 2):
        pairs = zip(panel.given[one], panel.given[other], strict=True)
        lead = sum(int(a > b) - int(a < b) for a, b in pairs)
        net[one] += (lead > 0) - (lead < 0)
        net[other] += (lead < 0) - (lead > 0)
    assert list(models.copeland(panel)) == list(net.values())


def test_a_juror_who_gives_everybody_the_same_says_nothing_in_z_scores() -> None:
    assert list(models.z_score(named(np.array([[3.0, 1.0], [3.0, 3.0]])))) == pytest.approx(
        [-(0.5**0.5) / 2, 0.5**0.5 / 2]
    )


def test_the_mixed_model_falls_back_on_the_mean_where_there_is_too_little() -> None:
    assert list(models.mixed(named(np.array([[3.0, 4.0]])))) == [3.5]


@pytest.mark.parametrize(
    "model", [models.raw_mean, models.median, models.z_score, models.mixed, models.copeland]
)
def test_who_was_scored_by_nobody_has_no_number_and_moves_nobody_else(
    model: Callable[[Panel], object],
) -> None:
    panel = invented(8, 4)
    more = named(np.vstack([panel.given, np.full((1, 4), NONE)]))
    found = np.asarray(model(more))
    assert np.isnan(found[-1])
    assert found[:-1] == pytest.approx(np.asarray(model(panel)), abs=1e-6)


def test_a_panel_has_a_row_for_every_candidacy_and_a_column_for_every_juror_who_scored_one() -> None:
    panel = panel_of({("j2", "a"): 3.0, ("j1", "b"): 4.0, ("j3", "elsewhere"): 1.0}, ("b", "a", "c"))
    assert (panel.candidacies, panel.jurors) == (("b", "a", "c"), ("j1", "j2"))
    assert panel.given == pytest.approx(np.array([[4, NONE], [NONE, 3], [NONE, NONE]]), nan_ok=True)
