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

_Told = tuple[Revision, str]
"""A revision of the verdict that a letter made known, and the verdict in the words of that letter."""


def judged(uow: UnitOfWork, old: Candidacy, verdict: Admissibility, reason: str, now: datetime) -> Candidacy:
    """The candidacy with its new verdict; a formal revision when the candidate was told another one.

    :raises RuleError: a revision without a reason, which has to come into the letter.
    """
    if (verdict, reason) == (old.admissibility, old.admissibility_reason):
        return old
    told = _last_told(uow.letters.find(candidacy=old.id))
    number = _number(old, verdict, told)
    if told is not None and number > told[0].number and not reason:
        raise RuleError(say("candidacy.letter_sent", reference=old.reference))
    return replace(
        old,
        admissibility=verdict,
        admissibility_reason=reason,
        form_revised=number,
        judged_at=old.judged_at if _stands(old, verdict, told) else now,
    )


def _number(old: Candidacy, verdict: Admissibility, told: _Told | None) -> int:
    """How many revisions there are with this verdict: one more than the candidate was last told of, and as
    many when it is what was told. Who withdraws revises nothing."""
    if verdict is Admissibility.WITHDRAWN or told is None:
        return old.form_revised
    return told[0].number + (not _is(verdict, told))


def _stands(old: Candidacy, verdict: Admissibility, told: _Told | None) -> bool:
    """Whether the verdict that was told stands as it was taken: who withdraws leaves it so, and who comes
    back finds it so."""
    back = old.admissibility is Admissibility.WITHDRAWN and told is not None and _is(verdict, told)
    return verdict is Admissibility.WITHDRAWN or back


def _is(verdict: Admissibility, told: _Told) -> bool:
    return told[1] == words(f"decision_{verdict.value}")


def _last_told(letters: Iterable[Letter]) -> _Told | None:
    """The newest revision of the verdict that left."""
    sent = ((announced(LetterType(x.type), x.about), decision_in(x)) for x in letters if x.sent)
    told = [(revision, said) for revision, said in sent if revision and revision.act is Act.FORM]
    return max(told, key=lambda each: each[0].number, default=None)
