"""A decision on form that comes back on an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import say
from jury_desktop.domain.told import Act, Revision, is_told
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
    """How many revisions there are with this verdict. Who withdraws revises nothing; and back to what the
    candidate was told at first there is nothing to tell."""
    letters = uow.letters.find(candidacy=old.id)
    told = [letter for letter in letters if letter.sent and not letter.about and letter.type == verdict.value]
    if verdict is Admissibility.WITHDRAWN:
        return old.form_revised
    if is_told(Revision(Act.FORM, old.form_revised), None, letters):
        return old.form_revised if told and not old.form_revised else old.form_revised + 1
    return 0 if told and old.form_revised == 1 else old.form_revised
