"""The official order of a stage beside other orders of the same scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan
from typing import TYPE_CHECKING

from jury_desktop.domain.advice import Advice, Compared, LeftOut, Leniency, Model
from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Rank, Standing, rank
from jury_desktop.domain.score import OfficialScore, combine
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking
from jury_desktop.services.panels import panels_of, weights_of

if TYPE_CHECKING:
    from jury_desktop.analysis.panel import Panel


def compare(selection: Selection, stage: Stage, ranking: Ranking) -> Advice:
    """Every open candidacy in every order, the order without each juror, and the leniency of each."""
    panels, weights = panels_of(selection, stage), weights_of(selection, stage)
    models = {model: _places(panels, weights, model) for model in Model} if panels else {}
    rows = tuple(
        Compared(
            row.candidacy,
            row.score,
            row.rank,
            row.uncertainty,
            {model: places[row.candidacy.id] for model, places in models.items()},
        )
        for row in ranking.rows
        if row.rank is not None and row.score is not None
    )
    left_out = tuple(_without(selection, stage, panels))
    return Advice(stage, rows, left_out, tuple(_leniency(panels, weights)), ranking.sealed)


def _places(panels: Sequence[Panel], weights: Sequence[float], model: Model) -> dict[str, Rank]:
    """The order of a model: its numbers for each round, together by the weight of the rounds."""
    import numpy as np

    from jury_desktop.analysis import models

    made = {
        Model.MIXED: models.mixed,
        Model.MEDIAN: models.median,
        Model.Z_SCORE: models.z_score,
        Model.COPELAND: models.copeland,
    }[model]
    numbers = np.average([made(panel) for panel in panels], axis=0, weights=weights).tolist()
    standings = [Standing(key, number) for key, number in zip(panels[0].candidacies, numbers, strict=True)]
    return {place.candidacy: place for place in rank(standings, ())}


def _without(selection: Selection, stage: Stage, panels: Sequence[Panel]) -> Iterator[LeftOut]:
    """The official order without each juror, in the order in which the jurors entered the dossier."""
    from jury_desktop.analysis.models import raw_mean

    present = {juror for panel in panels for juror in panel.jurors}
    for juror in (each.id for each in selection.jurors if each.id in present):
        columns = [raw_mean(panel.without(juror)).tolist() for panel in panels]
        scores = {
            key: _official(selection, stage, key, [column[at] for column in columns])
            for at, key in enumerate(panels[0].candidacies)
        }
        yield LeftOut(juror, selection.ranks_by(scores, stage))


def _official(selection: Selection, stage: Stage, key: str, values: Sequence[float]) -> OfficialScore:
    numbers = (None if isnan(value) else value for value in values)
    by_round: dict[Round, float | None] = dict.fromkeys(Round)
    by_round |= dict(zip(selection.rounds(stage), numbers, strict=True))
    combined = combine(by_round, selection.call.rubric)
    return OfficialScore(key, by_round[Round.WRITTEN], by_round[Round.PITCH], combined)


def _leniency(panels: Sequence[Panel], weights: Sequence[float]) -> Iterator[Leniency]:
    """Each juror's leniency, over the rounds in which the juror scored, by their weight."""
    from jury_desktop.analysis.mixed_model import fit

    found: dict[str, list[tuple[float, float, float]]] = {}
    for panel, weight in zip(panels, weights, strict=True):
        if (model := fit(panel)) is not None:
            effects = zip(panel.jurors, model.leniency.tolist(), model.leniency_error.tolist(), strict=True)
            for juror, value, error in effects:
                found.setdefault(juror, []).append((weight, value, error))
    for juror, parts in found.items():
        total = sum(weight for weight, _, _ in parts)
        mean = sum(weight * value for weight, value, _ in parts) / total
        error = sum((weight * each) ** 2 for weight, _, each in parts) ** 0.5 / total
        yield Leniency(juror, mean, error)
