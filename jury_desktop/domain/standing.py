"""The official ranking of a stage, with its uncertainty and coverage; only of what the call's rule opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.coverage import Coverage, JointCoverage, coverage_of, together
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.ranking import Rank, Uncertainty
from jury_desktop.domain.score import OfficialScore
from jury_desktop.domain.selection import Selection, deciding

NOTHING_KNOWN: Mapping[str, Uncertainty] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RankingRow:
    """A candidacy in the ranking; rank, score and coverage are None while its scores are sealed, and where
    nobody scored it.

    :param score: the score the order rests on: the written one for the shortlist, else the combined one.
    :param sealed: its scores are not open yet.
    """

    candidacy: Candidacy
    rank: Rank | None
    score: float | None
    official: OfficialScore | None
    uncertainty: Uncertainty | None
    coverage: Coverage | None
    decision: Decision | None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranking of a stage. ``sealed`` counts the candidacies whose scores are not open yet;
    ``chosen`` is what the invited or selected ones cover together."""

    stage: Stage
    rows: tuple[RankingRow, ...]
    sealed: int
    chosen: JointCoverage

    @property
    def unscored(self) -> int:
        """How many have open scores and no sheet that counts: they can have no place."""
        return sum(row.score is None and not row.sealed for row in self.rows)


def ranking_of(
    selection: Selection, stage: Stage, unsure: Mapping[str, Uncertainty] = NOTHING_KNOWN
) -> Ranking:
    """The candidacies of a stage, best first; the sealed ones follow in the order of their references.

    :param unsure: how sure score and rank are, by candidacy, where that has been worked out.
    """
    scores = selection.open_scores(stage)
    ranks = selection.ranks(stage)
    rows = [
        RankingRow(
            candidacy,
            ranks.get(candidacy.id),
            deciding(scores[candidacy.id], stage) if candidacy.id in scores else None,
            scores.get(candidacy.id),
            unsure.get(candidacy.id),
            _coverage(selection, stage, candidacy) if candidacy.id in scores else None,
            selection.decision(candidacy.id, stage),
            sealed=not selection.is_open_at(stage, candidacy.id),
        )
        for candidacy in selection.in_stage(stage)
    ]
    rows.sort(key=_place)
    chosen = [row.coverage for row in rows if row.coverage and _is_chosen(row.decision)]
    sealed = selection.sealed_at(stage)
    return Ranking(stage, tuple(rows), sealed, together(selection.call, chosen))


def _coverage(selection: Selection, stage: Stage, candidacy: Candidacy) -> Coverage:
    rounds = selection.rounds(stage)
    sheets = [sheet for round_ in rounds for sheet in selection.open_sheets(candidacy.id, round_)]
    return coverage_of(selection.call, candidacy, sheets)


def _place(row: RankingRow) -> tuple[bool, int, str]:
    return row.rank is None, row.rank.first if row.rank else 0, row.candidacy.reference


def _is_chosen(decision: Decision | None) -> bool:
    return decision is not None and decision.kind in {DecisionKind.SELECTED, DecisionKind.INVITED}
