"""The mixed model gives what statsmodels gives, on real panels and invented ones, and explains itself."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from jury_desktop.analysis.mixed_model import Fit, fit
from jury_desktop.analysis.panel import Panel
from tests.analysis.panels import PANELS, events, invented, named

Made = Callable[[], Panel]


@dataclass(frozen=True)
class Established:
    """What statsmodels makes of a panel."""

    level: float
    effects: np.ndarray
    deviations: tuple[float, float, float]


def established(panel: Panel) -> Established:
    """Crossed variance components by REML with statsmodels."""
    import pandas
    from statsmodels.regression.mixed_linear_model import MixedLM

    rows, columns = np.nonzero(panel.scored)
    frame = pandas.DataFrame({"score": panel.given[rows, columns], "row": rows, "column": columns, "all": 1})
    parts = {"a": "0 + C(row)", "b": "0 + C(column)"}
    model = MixedLM.from_formula("score ~ 1", frame, groups="all", vc_formula=parts, re_formula="0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a variance is nearly zero
        found = model.fit(reml=True)
    components = dict(zip(found.model.exog_vc.names, found.vcomp, strict=True))
    effects = np.asarray(found.random_effects[1])
    deviations = tuple(float(np.sqrt(v)) for v in (components["a"], components["b"], found.scale))
    return Established(float(found.fe_params.iloc[0]), effects, deviations)


def fitted(panel: Panel) -> Fit:
    found = fit(panel)
    assert found is not None
    return found


@pytest.mark.parametrize("made", PANELS)
def test_it_finds_what_an_established_package_finds(made: Made) -> None:
    panel = made()
    ours, theirs = fitted(panel), established(panel)

    assert ours.level == pytest.approx(theirs.level, abs=1e-4)
    assert (ours.candidacy, ours.juror, ours.rest) == pytest.approx(theirs.deviations, rel=1e-3, abs=5e-3)
    effects = np.concatenate([ours.worth - ours.level, ours.leniency])
    assert effects == pytest.approx(theirs.effects, abs=2e-3)


def restricted_likelihood(panel: Panel, candidacy: float, juror: float, rest: float) -> float:
    """The logarithm of the density of the scores once their mean has been taken out, for these deviations:
    worked out from the whole covariance of all scores, up to a constant."""
    from scipy.linalg import helmert

    rows, columns = np.nonzero(panel.scored)
    spread = candidacy**2 * np.equal.outer(rows, rows) + juror**2 * np.equal.outer(columns, columns)
    contrasts = helmert(len(rows))
    covariance = contrasts @ (spread + rest**2 * np.eye(len(rows))) @ contrasts.T
    root = np.linalg.cholesky(covariance)
    standard = np.linalg.solve(root, contrasts @ panel.given[rows, columns])
    return -float(np.log(np.diag(root)).sum() + (standard**2).sum() / 2)


@pytest.mark.parametrize("ten", range(9))
def test_on_ninety_real_panels_it_is_never_less_likely_than_what_an_established_package_finds(
    ten: int,
) -> None:
    """In four of them statsmodels stops too early, with a variance near zero; in the others both agree."""
    agree = 0
    for name, panel in sorted(events().items())[10 * ten : 10 * ten + 10]:
        ours, theirs = fitted(panel), established(panel)
        found = (ours.candidacy, ours.juror, ours.rest)
        lead = restricted_likelihood(panel, *found) - restricted_likelihood(panel, *theirs.deviations)
        assert lead > -1e-6, name
        if lead < 1e-5:
            assert found == pytest.approx(theirs.deviations, rel=2e-3, abs=5e-3), name
            agree += 1
    assert agree >= 8


def by_hand(panel: Panel, found: Fit) -> tuple[np.ndarray, np.ndarray]:
    """Effects and their covariance from the whole of Henderson's equations, nothing eliminated."""
    rows, columns = np.nonzero(panel.scored)
    count, jurors = panel.given.shape
    design = np.zeros((len(rows), 1 + count + jurors))
    design[:, 0] = 1
    design[np.arange(len(rows)), 1 + rows] = 1
    design[np.arange(len(rows)), 1 + count + columns] = 1
    spread = np.concatenate([[0.0], np.full(count, found.candidacy**-2), np.full(jurors, found.juror**-2)])
    covariance = np.linalg.inv(design.T @ design / found.rest**2 + np.diag(spread))
    return covariance @ design.T @ panel.given[rows, columns] / found.rest**2, covariance


@pytest.mark.parametrize("missing", [0.0, 0.4])
def test_effects_and_their_errors_solve_the_whole_equations(missing: float) -> None:
    panel = invented(15, 6, missing=missing)
    found = fitted(panel)
    effects, covariance = by_hand(panel, found)
    worth = np.column_stack([np.ones(15), np.eye(15), np.zeros((15, 6))])

    assert found.worth == pytest.approx(worth @ effects)
    assert found.leniency == pytest.approx(effects[16:])
    assert found.leniency_error == pytest.approx(np.sqrt(np.diag(covariance)[16:]))

    draws = found.draws(40_000, seed=5)
    wanted = worth @ covariance @ worth.T
    assert draws.mean(axis=0) == pytest.approx(found.worth, abs=0.01)
    assert np.cov(draws.T) == pytest.approx(wanted, abs=0.03 * wanted.max())


def test_a_complete_panel_is_shrunk_alike_so_that_the_order_is_that_of_the_raw_mean() -> None:
    panel = invented(30, 7, seed=4)
    assert list(np.argsort(fitted(panel).worth)) == list(np.argsort(panel.given.mean(axis=1)))


def test_who_only_met_strict_jurors_is_not_punished_for_it() -> None:
    """Two candidacies with the same raw mean; the jurors of the first gave everybody else two points less."""
    given = np.full((10, 6), np.nan)
    others = np.arange(8) % 4 * 0.5
    given[2:, :3], given[2:, 3:] = (1 + others)[:, None], (3 + others)[:, None]
    given[0, :3], given[1, 3:] = 3.0, 3.0
    worth = fitted(named(given)).worth
    assert worth[0] > worth[1] + 1


def test_jurors_who_agree_to_the_last_digit_leave_no_doubt() -> None:
    found = fitted(named(np.array([[5.0] * 4, [3.0] * 4, [1.0] * 4])))
    assert found.worth == pytest.approx([5, 3, 1], abs=1e-3)
    assert np.ptp(found.draws(200, seed=1), axis=0) == pytest.approx([0, 0, 0], abs=1e-3)


def test_scores_that_are_all_the_same_are_a_panel_too() -> None:
    assert fitted(named(np.full((3, 4), 2.0))).worth == pytest.approx([2, 2, 2])


@pytest.mark.parametrize(
    "given",
    [[[3.0]], [[3.0, 4.0]], [[3.0], [4.0]], [[3.0, np.nan], [np.nan, 4.0]], [[3.0, 4.0], [2.0, np.nan]]],
)
def test_too_little_to_tell_is_not_guessed_at(given: list[list[float]]) -> None:
    assert fit(named(np.array(given))) is None
