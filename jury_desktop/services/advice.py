"""What stands beside the official ranking: other orders, leniency, other weights, and what to talk about."""

from __future__ import annotations

from jury_desktop.domain.advice import Advice, Places, Sensitivity, usual_cut
from jury_desktop.domain.agenda import Agenda, agenda
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.ranking import Uncertainty
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking
from jury_desktop.services.admission import needs
from jury_desktop.services.comparing import compare
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking_in
from jury_desktop.services.what_if import WhatIf, what_if

FACTORS = (0.0, 0.25, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, 4.0)
"""What the weight of a criterion is multiplied by, to see when the order turns."""
CHOSEN = frozenset({DecisionKind.INVITED, DecisionKind.SELECTED})


@needs(Right.SEE_DELIBERATION)
def advice(dossier: Dossier, stage: Stage) -> Advice:
    """The official order of a stage beside the others; of open scores alone."""
    now = known(dossier)
    ranking = ranking_in(now, stage)
    return now.once(("advice", stage), lambda selection: compare(selection, stage, ranking))


def default_cut(ranking: Ranking) -> int:
    """Where the line is drawn at first: after as many as were chosen, else half-way."""
    chosen = sum(row.decision is not None and row.decision.kind in CHOSEN for row in ranking.rows)
    return usual_cut(chosen, len(ranking.rows))


@needs(Right.SEE_DELIBERATION)
def topics(dossier: Dossier, stage: Stage, cut: int) -> Agenda:
    """What the jury should talk about first."""
    now = known(dossier)
    unsure = _uncertainties(ranking_in(now, stage))
    return now.once(("agenda", stage, cut), lambda selection: agenda(selection, stage, unsure, cut))


@needs(Right.SEE_DELIBERATION)
def sensitivities(dossier: Dossier, stage: Stage) -> tuple[Sensitivity, ...]:
    """The order under other weights of each criterion, one at a time."""
    other = what_if(dossier, stage)

    def work(_: Selection) -> tuple[Sensitivity, ...]:
        return tuple(
            Sensitivity(each.key, FACTORS, tuple(_order(other, each.key, each.weight * f) for f in FACTORS))
            for each in other.criteria
        )

    return known(dossier).once(("sensitivity", stage), work)


def _order(other: WhatIf, criterion: str, weight: float) -> Places:
    return {each.candidacy: each.rank for each in other.order({criterion: weight}) if each.rank is not None}


def _uncertainties(ranking: Ranking) -> dict[str, Uncertainty]:
    return {row.candidacy.id: row.uncertainty for row in ranking.rows if row.uncertainty is not None}
