"""The official ranking of the dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.messages import Message, Phrase, say
from jury_desktop.domain.ranking import Rank, rounded
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking, RankingRow, ranking_of
from jury_desktop.services.admission import needs
from jury_desktop.services.known import Known, known
from jury_desktop.services.panels import uncertainty_of
from jury_desktop.services.ports import Dossier


@needs(Right.SEE_DELIBERATION)
def ranking(dossier: Dossier, stage: Stage = Stage.FINAL) -> Ranking:
    """The candidacies of a stage, best first; sealed ones carry no score and come last."""
    return ranking_in(known(dossier), stage)


def ranking_in(found: Known, stage: Stage) -> Ranking:
    """The ranking of a selection that has been read."""

    def ranked(selection: Selection) -> Ranking:
        return ranking_of(selection, stage, uncertainty_of(selection, stage))

    return found.once(("ranking", stage), ranked)


def ties(ranking: Ranking) -> dict[str, Message]:
    """How the places of candidacies (ids) came about where others have the same score: by which rule of the
    call, or shared since none decides."""
    equal: defaultdict[float, list[RankingRow]] = defaultdict(list)
    for row in ranking.rows:
        if row.score is not None and row.rank is not None:
            equal[rounded(row.score)].append(row)
    found = ((row.candidacy.id, _tie(row, row.rank, group)) for group in equal.values() for row in group)
    return {key: tie for key, tie in found if tie is not None}


def _tie(row: RankingRow, place: Rank | None, equal: Sequence[RankingRow]) -> Message | None:
    """:param equal: all that have the same score."""
    if place is None:
        return None
    shared = place.first != place.last
    others = tuple(
        other.candidacy.reference
        for other in equal
        if other is not row and (not shared or (other.rank and other.rank.first == place.first))
    )
    if shared:
        return say("decision.tie_shared", place=place.text, others=others)
    rule = place.broken_by
    return say("decision.tie_broken", others=others, rule=Phrase(f"decision.tie_{rule}")) if rule else None
