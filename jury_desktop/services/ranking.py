"""The official ranking of the dossier."""

from __future__ import annotations

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking, ranking_of
from jury_desktop.services.known import Known, known
from jury_desktop.services.panels import uncertainty_of
from jury_desktop.services.ports import Dossier


def ranking(dossier: Dossier, stage: Stage = Stage.FINAL) -> Ranking:
    """The candidacies of a stage, best first; sealed ones carry no score and come last."""
    return ranking_in(known(dossier), stage)


def ranking_in(found: Known, stage: Stage) -> Ranking:
    """The ranking of a selection that has been read."""

    def ranked(selection: Selection) -> Ranking:
        return ranking_of(selection, stage, uncertainty_of(selection, stage))

    return found.once(("ranking", stage), ranked)
