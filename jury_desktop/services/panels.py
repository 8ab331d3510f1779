"""The scores of a stage as the panels that analysis works with; only what the call's rule has opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Uncertainty
from jury_desktop.domain.selection import Selection

if TYPE_CHECKING:
    from jury_desktop.analysis.panel import Panel


def panels_of(selection: Selection, stage: Stage) -> tuple[Panel, ...]:
    """A panel for each round of a stage, all with the candidacies whose score is open, in the same order."""
    from jury_desktop.analysis.panel import panel_of

    candidacies = tuple(selection.open_scores(stage))
    return tuple(
        panel_of(_scores(selection, round_, candidacies), candidacies) for round_ in selection.rounds(stage)
    )


def weights_of(selection: Selection, stage: Stage) -> tuple[float, ...]:
    """The fixed weight of each round of a stage; of one round alone it does not matter."""
    return tuple(selection.call.rubric.weight_of(round_) or 1.0 for round_ in selection.rounds(stage))


def uncertainty_of(selection: Selection, stage: Stage) -> dict[str, Uncertainty]:
    """How sure score and rank of each candidacy are, where there are scores enough to tell."""
    from jury_desktop.analysis.outlook import outlook

    return outlook(panels_of(selection, stage), weights_of(selection, stage))


def _scores(
    selection: Selection, round_: Round, candidacies: tuple[str, ...]
) -> dict[tuple[str, str], float]:
    return {
        (juror, candidacy): score
        for candidacy in candidacies
        for juror, score in selection.sheet_scores(candidacy, round_).items()
    }
