"""The official ranking of the dossier."""

from __future__ import annotations

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.standing import Ranking, ranking_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


def ranking(dossier: Dossier, stage: Stage = Stage.FINAL) -> Ranking:
    """The candidacies of a stage, best first; sealed ones carry no score and come last."""
    with dossier.read() as uow:
        return ranking_of(selection_of(uow), stage)
