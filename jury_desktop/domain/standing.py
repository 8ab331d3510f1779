"""The official ranking of a stage, with its uncertainty and coverage; only of what the call's rule opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.coverage import Coverage, JointCoverage, coverage_of, together
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.ranking import Rank, Uncertainty
from jury_desktop.domain.score import OfficialScore
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.session import CandidatePresence

NOTHING_KNOWN: Mapping[str, Uncertainty] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unheard:
    """A candidate whose pitch was not heard and never will be.

    :param noted: how the candidate attended.
    :param written: the written score, which stands; None while it is sealed, and where nobody scored.
    """

    noted: CandidatePresence | None
    written: float | None


@dataclass(frozen=True, slots=True)
class RankingRow:
    """A candidacy in the ranking; rank, score and coverage are None while its scores are sealed, and where
    nobody scored it.

    :param score: the score the order rests on: the written one for the shortlist, else the combined one.
    :param sealed: its scores are not open yet.
    :param unheard: set where there was no pitch and there will be none, so that there is no place either.
    """

    candidacy: Candidacy
    rank: Rank | None
    score: float | None
    official: OfficialScore | None
    uncertainty: Uncertainty | None
    coverage: Coverage | None
    decision: Decision | None
    sealed: bool = False
    unheard: Unheard | None = None


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
        """How many could have a place, have open scores and no sheet that counts."""
        return sum(row.score is None and not (row.sealed or row.unheard) for row in self.rows)


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
            unheard=unheard_of(selection, candidacy.id, stage),
        )
        for candidacy in selection.in_stage(stage)
    ]
    rows.sort(key=_place)
    chosen = [row.coverage for row in rows if row.coverage and _is_chosen(row.decision)]
    sealed = selection.sealed_at(stage)
    return Ranking(stage, tuple(rows), sealed, together(selection.call, chosen))


def unheard_of(selection: Selection, candidacy: str, stage: Stage) -> Unheard | None:
    """Why a candidacy has no score of the pitch that a stage rests on; None where it has one or still may."""
    run = selection.run(candidacy)
    if run is None or not run.withdrawn or Round.PITCH not in selection.rounds(stage):
        return None
    written = selection.open_scores(Stage.SHORTLIST).get(candidacy)
    return Unheard(run.candidate, written.written if written else None)


def _coverage(selection: Selection, stage: Stage, candidacy: Candidacy) -> Coverage:
    rounds = selection.rounds(stage)
    sheets = [sheet for round_ in rounds for sheet in selection.open_sheets(candidacy.id, round_)]
    return coverage_of(selection.call, candidacy, sheets)


def _place(row: RankingRow) -> tuple[bool, int, str]:
    return row.rank is None, row.rank.first if row.rank else 0, row.candidacy.reference


def _is_chosen(decision: Decision | None) -> bool:
    return decision is not None and decision.kind in {DecisionKind.SELECTED, DecisionKind.INVITED}
