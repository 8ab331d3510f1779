"""A decision on form that comes back on an earlier one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.told import Act, Revision, announced
from jury_desktop.services.letter_words import decision_in, words
from jury_desktop.services.ports import UnitOfWork


def judged(uow: UnitOfWork, old: Candidacy, verdict: Admissibility, reason: str, now: datetime) -> Candidacy:
    """The candidacy with its new verdict; a formal revision when the candidate was told another one.

    :raises RuleError: a revision without a reason, which has to come into the letter.
    """
    if (verdict, reason) == (old.admissibility, old.admissibility_reason):
        return old
    number = _number(uow, old, verdict)
    if number > old.form_revised and not reason:
        raise RuleError(say("candidacy.letter_sent", reference=old.reference))
    return replace(
        old, admissibility=verdict, admissibility_reason=reason, form_revised=number, judged_at=now
    )


def _number(uow: UnitOfWork, old: Candidacy, verdict: Admissibility) -> int:
    """How many revisions there are with this verdict: one more than the candidate was last told of, and as
    many when it is what was told. Who withdraws revises nothing."""
    told = _last_told(uow.letters.find(candidacy=old.id))
    if verdict is Admissibility.WITHDRAWN or told is None:
        return old.form_revised
    revision, said = told
    return revision.number if said == words(f"decision_{verdict.value}") else revision.number + 1


def _last_told(letters: Iterable[Letter]) -> tuple[Revision, str] | None:
    """The newest revision of the verdict that left, and the verdict in the words of its letter."""
    sent = ((announced(LetterType(x.type), x.about), decision_in(x)) for x in letters if x.sent)
    told = [(revision, said) for revision, said in sent if revision and revision.act is Act.FORM]
    return max(told, key=lambda each: each[0].number, default=None)
