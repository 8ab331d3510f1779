"""What became of a letter that left: it came back, or its reader was seen to have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.undoing import refuse_changed_since

NO_FATE: dict[str, Any] = {
    "presented": None,
    "bounced_at": None,
    "bounce": "",
    "receipt_at": None,
    "receipt": "",
}
"""Of a letter that leaves, again perhaps, nothing more is known yet."""


@needs(Right.WRITE_LETTERS)
def record_bounce(dossier: Dossier, letter: str, at: datetime, reason: str) -> Letter:
    """Notes that a letter came back; it may then leave again. Noting it once more corrects it.

    :raises JuryError: it has not left, no reason is given, or the moment cannot be right.
    """
    return _record(dossier, letter, at, reason, "bounced_at", "bounce", "letter.bounced")


@needs(Right.WRITE_LETTERS)
def record_receipt(dossier: Dossier, letter: str, at: datetime, shown_by: str) -> Letter:
    """Notes that the addressee has a letter, and what shows it; noting it once more corrects it.

    :raises JuryError: it has not left, nothing shows it, or the moment cannot be right.
    """
    return _record(dossier, letter, at, shown_by, "receipt_at", "receipt", "letter.received")


@needs(Right.WRITE_LETTERS)
def take_back_fate(dossier: Dossier, made: Letter, before: Letter) -> None:
    """Puts back what was known of a letter before a step.

    :raises JuryError: something else happened to it since.
    """
    with dossier.change() as uow:
        reference, now = _reference(uow, made), uow.letters.get(made.id)
        refuse_changed_since(
            now,
            made,
            ("state", "sent_at", *NO_FATE),
            say("letter_book.fate_changed_since", reference=reference),
        )
        new = replace(now, **{name: getattr(before, name) for name in NO_FATE})
        uow.letters.save(new)
        record_change(uow, "letter.fate_withdrawn", ("candidacy", reference), now, new)


def _record(
    dossier: Dossier, letter: str, at: datetime, said: str, moment: str, words: str, action: str
) -> Letter:
    if not said.strip():
        raise refuse("letter_book.fate_needs_words")
    with dossier.change() as uow:
        old = uow.letters.get(letter)
        reference = _reference(uow, old)
        if old.sent_at is None:
            raise RuleError(say("letter_book.not_sent_yet", reference=reference))
        if not old.sent_at <= at <= dossier.now():
            raise RuleError(say("letter_book.fate_impossible", reference=reference, moment=at))
        known: dict[str, Any] = {moment: at, words: said.strip()}
        new = replace(old, **known)
        uow.letters.save(new)
        record_change(uow, action, ("candidacy", reference), old, new)
        return new


def _reference(uow: UnitOfWork, letter: Letter) -> str:
    return uow.candidacies.get(letter.candidacy).reference
