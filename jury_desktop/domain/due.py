"""Which letters a candidacy is owed, from what was decided about it."""

from __future__ import annotations

from collections.abc import Iterable

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.decision import Decision, DecisionKind
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rebuttal import Rebuttal, RebuttalOutcome

_BY_ADMISSIBILITY = {
    Admissibility.LATE: LetterType.LATE,
    Admissibility.INADMISSIBLE: LetterType.INADMISSIBLE,
}
_BY_DECISION = {
    DecisionKind.NOT_SHORTLISTED: LetterType.NOT_SHORTLISTED,
    DecisionKind.SELECTED: LetterType.SELECTED,
    DecisionKind.RESERVE: LetterType.RESERVE,
    DecisionKind.NOT_SELECTED: LetterType.NOT_SELECTED,
}
OPENS_TERM = frozenset({*_BY_ADMISSIBILITY.values(), *_BY_DECISION.values()})
"""Letters with a decision that the candidate may answer: their dispatch starts the weerwoord term."""


def due_letters(
    candidacy: Candidacy, decisions: Iterable[Decision], rebuttals: Iterable[Rebuttal], *, planned: bool
) -> tuple[LetterType, ...]:
    """The types a candidacy should have received or receive now, in the order of the procedure.

    :param planned: whether the candidacy has a place on the pitch plan (no invitation without one).
    """
    due = [_BY_ADMISSIBILITY[candidacy.admissibility]] if candidacy.admissibility in _BY_ADMISSIBILITY else []
    for decision in sorted(decisions, key=lambda decision: decision.decided_at):
        if decision.kind is DecisionKind.INVITED and planned:
            due.append(LetterType.INVITATION)
        elif decision.kind in _BY_DECISION:
            due.append(_BY_DECISION[decision.kind])
    for rebuttal in rebuttals:
        due.append(LetterType.REBUTTAL_RECEIPT)
        if rebuttal.outcome is not RebuttalOutcome.OPEN:
            due.append(LetterType.REBUTTAL_OUTCOME)
    return tuple(due)
