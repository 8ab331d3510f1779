"""The pictures of a stage: scores, leniency, criteria, coverage, sensitivity; only of open scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.advice import Advice, Sensitivity
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.drawing import Drawing
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score import mean
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.plots.heat import Means, coverage_drawing, criteria_drawing, sensitivity_drawing
from jury_desktop.plots.scores import Row, leniency_drawing, scores_drawing
from jury_desktop.services.admission import needs
from jury_desktop.services.advice import advice, sensitivities
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking

WIDTH = 900.0
"""How wide a picture is in a file."""


class Picture(StrEnum):
    """What there is a picture of; the name of its file."""

    SCORES = "scores"
    LENIENCY = "leniency"
    CRITERIA = "criteria"
    COVERAGE = "coverage"
    SENSITIVITY = "sensitivity"


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the pictures of a stage are made from.

    :param jurors, criteria: how people call them, by id and key.
    """

    advice: Advice
    scores: tuple[Row, ...]
    means: tuple[Means, ...]
    coverage: tuple[tuple[Candidacy, Coverage], ...]
    sensitivities: tuple[Sensitivity, ...]
    jurors: Mapping[str, str]
    criteria: Mapping[str, str]
    challenges: tuple[int, ...]
    scale: tuple[int, int]


@needs(Right.SEE_DELIBERATION)
def shown(dossier: Dossier, stage: Stage) -> Shown:
    """What the pictures of a stage are made from, in the order of the ranking."""
    found, weights = advice(dossier, stage), sensitivities(dossier, stage)
    rows = ranking(dossier, stage).rows
    covered = tuple((row.candidacy, row.coverage) for row in rows if row.coverage is not None)

    def work(selection: Selection) -> Shown:
        rubric = selection.call.rubric
        keys = {each.criterion for each in weights}
        return Shown(
            found,
            tuple(Row(row, _given(selection, stage, row.candidacy.id)) for row in found.rows),
            tuple(_means(selection, stage, row.candidacy) for row in found.rows),
            covered,
            weights if found.rows else (),
            {juror.id: juror.name for juror in selection.jurors},
            {criterion.key: criterion.title for criterion in rubric.criteria if criterion.key in keys},
            tuple(challenge.number for challenge in selection.call.challenges),
            (rubric.lowest, rubric.highest),
        )

    return known(dossier).once(("pictures", stage), work)


def drawing(of: Shown, picture: Picture, cut: int, language: str, width: float = WIDTH) -> Drawing:
    """One picture, with the line after ``cut`` places."""
    match picture:
        case Picture.SCORES:
            return scores_drawing(of.scores, of.scale, cut, width, language)
        case Picture.LENIENCY:
            return leniency_drawing(of.advice.leniency, of.jurors, width, language)
        case Picture.CRITERIA:
            return criteria_drawing(of.means, of.criteria, of.scale, width, language)
        case Picture.COVERAGE:
            return coverage_drawing(of.coverage, of.challenges, width, language)
        case Picture.SENSITIVITY:
            return sensitivity_drawing(of.sensitivities, of.criteria, cut, width, language)


def _given(selection: Selection, stage: Stage, candidacy: str) -> tuple[float, ...]:
    """What each juror gave a candidacy, the rounds in which they scored it by their weight, lowest first."""
    found: dict[str, list[tuple[float, float]]] = {}
    for round_ in selection.rounds(stage):
        weight = selection.call.rubric.weight_of(round_) or 1.0
        for juror, value in selection.sheet_scores(candidacy, round_).items():
            found.setdefault(juror, []).append((weight, value))
    return tuple(sorted(sum(w * v for w, v in parts) / sum(w for w, _ in parts) for parts in found.values()))


def _means(selection: Selection, stage: Stage, candidacy: Candidacy) -> Means:
    """The mean of everything the jurors gave on each criterion."""
    values: dict[str, list[float]] = {}
    for round_ in selection.rounds(stage):
        for item in items_of(selection.call.rubric, candidacy.challenges, round_):
            for sheet in selection.open_sheets(candidacy.id, round_):
                value = sheet.answers.get(item.key, Answer()).value
                if value is not None:
                    values.setdefault(item.criterion.key, []).append(float(value))
    return Means(
        candidacy, {key: found for key, given in values.items() if (found := mean(given)) is not None}
    )
