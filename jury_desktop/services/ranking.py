"""The official ranking of the dossier."""

from __future__ import annotations

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.messages import Message, Phrase, say
from jury_desktop.domain.ranking import same_score
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking, RankingRow, ranking_of
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


def tie_of(ranking: Ranking, row: RankingRow) -> Message | None:
    """How the place of a candidacy came about where others have the same score: by which rule of the call, or
    shared since none decides. None where nobody has."""
    score, place = row.score, row.rank
    if score is None or place is None:
        return None
    shared = place.first != place.last
    others = tuple(
        other.candidacy.reference
        for other in ranking.rows
        if other is not row and other.rank is not None and other.score is not None
        if same_score(other.score, score) and (not shared or other.rank.first == place.first)
    )
    if shared:
        return say("decision.tie_shared", place=place.text, others=others)
    rule = place.broken_by
    return say("decision.tie_broken", others=others, rule=Phrase(f"decision.tie_{rule}")) if rule else None
