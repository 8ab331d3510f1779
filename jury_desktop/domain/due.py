"""Which letters a candidacy is owed, from what was decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.decision import Decision, DecisionKind
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import Rebuttal, RebuttalOutcome, extension_of
from jury_desktop.domain.told import Act, Revision, revision_of, told_by_outcome

BY_ADMISSIBILITY = {
    Admissibility.LATE: LetterType.LATE,
    Admissibility.INADMISSIBLE: LetterType.INADMISSIBLE,
}
"""The letter that tells a candidate that the form shuts the candidacy out."""
_BY_DECISION = {
    DecisionKind.NOT_SHORTLISTED: LetterType.NOT_SHORTLISTED,
    DecisionKind.SELECTED: LetterType.SELECTED,
    DecisionKind.RESERVE: LetterType.RESERVE,
    DecisionKind.NOT_SELECTED: LetterType.NOT_SELECTED,
}


@dataclass(frozen=True, slots=True)
class Due:
    """A letter that a candidacy should have. ``about`` tells several of a type apart (``Letter.about``)."""

    type: LetterType
    about: str = ""


def due_letters(
    candidacy: Candidacy,
    decisions: Sequence[Decision],
    rebuttals: Sequence[Rebuttal],
    letters: Sequence[Letter] = (),
    *,
    planned: bool,
    invitation: str = "",
    promised: Mapping[str, date] | None = None,
) -> tuple[Due, ...]:
    """What a candidacy should have received or receives now, in the order of the procedure.

    Who withdrew is owed nothing. A receipt is owed until the jury decides something.

    :param letters: those of the candidacy that exist, to know what it has been told.
    :param planned: whether the candidacy has a place on the pitch plan (no invitation without one).
    :param invitation: which one is owed then: another since the pitch was moved after the last one left.
    :param promised: by rebuttal (id), the day by which the letters that left promise its answer.
    """
    if candidacy.admissibility is Admissibility.WITHDRAWN:
        return ()
    receipt = (Due(LetterType.ACKNOWLEDGEMENT),) if candidacy.takes_part and not decisions else ()
    decided = sorted(decisions, key=lambda decision: decision.decided_at)
    invited = (Due(LetterType.INVITATION, invitation),) if planned else ()
    return (
        *receipt,
        *_on_form(candidacy),
        *(due for decision in decided for due in _on_decision(decision, rebuttals, letters, invited)),
        *(
            due
            for rebuttal in rebuttals
            for due in _on_rebuttal(rebuttal, letters, (promised or {}).get(rebuttal.id))
        ),
    )


def _on_form(candidacy: Candidacy) -> Iterator[Due]:
    if candidacy.form_revised:
        yield Due(LetterType.REVISED_DECISION, Revision(Act.FORM, candidacy.form_revised).key)
    elif candidacy.admissibility in BY_ADMISSIBILITY:
        yield Due(BY_ADMISSIBILITY[candidacy.admissibility])


def _on_decision(
    decision: Decision, rebuttals: Iterable[Rebuttal], letters: Iterable[Letter], invitation: tuple[Due, ...]
) -> Iterator[Due]:
    invited = decision.kind is DecisionKind.INVITED
    if decision.revised and told_by_outcome(decision, rebuttals, letters) is None:
        yield Due(LetterType.REVISED_DECISION, revision_of(decision).key)
    if invited:
        yield from invitation
    elif not decision.revised:
        yield Due(_BY_DECISION[decision.kind])


def _on_rebuttal(rebuttal: Rebuttal, letters: Iterable[Letter], promised: date | None) -> Iterator[Due]:
    """A receipt promises an answer, so who took it back gets neither, and who has the answer no receipt; who
    was promised it earlier than it comes now is told."""
    if rebuttal.outcome is RebuttalOutcome.WITHDRAWN:
        return
    outcome = (LetterType.REBUTTAL_OUTCOME, rebuttal.id)
    if not any((letter.type, letter.about) == outcome for letter in letters if letter.sent):
        yield Due(LetterType.REBUTTAL_RECEIPT, rebuttal.id)
    later = promised is not None and rebuttal.answer_by is not None and rebuttal.answer_by > promised
    if later and rebuttal.is_open:
        yield Due(LetterType.REBUTTAL_EXTENSION, extension_of(rebuttal))
    if not rebuttal.is_open:
        yield Due(LetterType.REBUTTAL_OUTCOME, rebuttal.id)
