"""The weerwoord as it comes in: registered, mended, taken back; and how one is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal, rebuttal_in
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.terms import communicated
from jury_desktop.services.undoing import refuse_changed_since


@dataclass(frozen=True, slots=True)
class Arrived:
    """How a rebuttal came in.

    :param channel: by e-mail, by hand or by post, as :class:`~jury_desktop.domain.term.Channel` names them.
    :param mail: SHA-256 of the message that brought it, if one did.
    :param sent_at: when it left, where that is known.
    :param submitted_by: who handed it in, and ``entitled`` whether that person may.
    """

    received_at: datetime
    channel: str
    mail: str | None = None
    sent_at: datetime | None = None
    submitted_by: str = ""
    entitled: Entitled = Entitled.TO_CHECK


@needs(Right.ANSWER)
def register_rebuttal(dossier: Dossier, letter: str, arrived: Arrived, points: tuple[Point, ...]) -> Rebuttal:
    """Keeps a rebuttal that came in, timely or not.

    Refused without an argument, when it came before the letter it answers had left, and for a message that is
    a rebuttal of the same candidate already.
    """
    with dossier.change() as uow:
        new = _arrived(uow, uow.letters.get(letter), arrived, points, new_id("rebuttal", letter))
        return keep_rebuttal(uow, "rebuttal.registered", None, new)


@needs(Right.ANSWER)
def correct_rebuttal(
    dossier: Dossier,
    rebuttal: str,
    arrived: Arrived,
    points: tuple[Point, ...],
    *,
    undoes: Rebuttal | None = None,
) -> Rebuttal:
    """Mends what was registered: when and how it came, who handed it in, its arguments.

    An argument keeps the answer that stands at its place. Refused once it has ended; of what the candidate
    has read in the receipt, once that left.

    :param undoes: what the correction that this takes back gave; refused when it was changed since.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_changed_since(old, undoes, REGISTERED, say("rebuttal.changed_since"))
        refuse_when_ended(old)
        made = _arrived(uow, uow.letters.get(old.letter), arrived, points, old.id)
        new = replace(old, **_registered(made))
        if _receipt(new) != _receipt(old) and any(letter.sent for letter in letters_on(uow, old)):
            raise RuleError(say("rebuttal.receipt_sent"))
        return keep_rebuttal(uow, "rebuttal.corrected", old, new)


REGISTERED = ("received_at", "channel", "mail", "sent_at", "submitted_by", "entitled", "points")
"""What is noted of a rebuttal when it comes in."""


def _registered(rebuttal: Rebuttal) -> dict[str, Any]:
    return {name: getattr(rebuttal, name) for name in REGISTERED}


def _receipt(rebuttal: Rebuttal) -> tuple[object, ...]:
    """What a receipt tells the candidate of what we noted."""
    texts = tuple(point.text for point in rebuttal.points)
    return rebuttal.received_at, rebuttal.sent_at, rebuttal.channel, texts


def _arrived(
    uow: UnitOfWork, answered: Letter, arrived: Arrived, points: tuple[Point, ...], key: str
) -> Rebuttal:
    kept = tuple(point for point in points if point.text.strip())
    if not kept:
        raise refuse("rebuttal.point_missing")
    sent = communicated(answered).sent
    received = arrived.received_at.astimezone(BRUSSELS).date()
    if received < sent:
        raise RuleError(say("rebuttal.arrived_before", received=received, sent=sent))
    _refuse_used_mail(uow, arrived.mail, answered.candidacy, key)
    return Rebuttal(
        key,
        answered.candidacy,
        answered.id,
        arrived.received_at,
        arrived.channel,
        kept,
        mail=arrived.mail,
        sent_at=arrived.sent_at,
        submitted_by=arrived.submitted_by.strip(),
        entitled=arrived.entitled,
    )


def _refuse_used_mail(uow: UnitOfWork, mail: str | None, candidacy: str, rebuttal: str) -> None:
    """Keeps a message from being two rebuttals of one candidate."""
    for other in uow.rebuttals.find(mail=mail, candidacy=candidacy) if mail else ():
        if other.id != rebuttal:
            reference = uow.candidacies.get(candidacy).reference
            raise RuleError(say("rebuttal.mail_used", reference=reference))


@dataclass(frozen=True, slots=True)
class WithdrawnRebuttal:
    """A rebuttal whose registration was taken back, with the letters about it that went along."""

    rebuttal: Rebuttal
    letters: tuple[Letter, ...]


@needs(Right.ANSWER)
def withdraw_rebuttal(dossier: Dossier, rebuttal: str) -> WithdrawnRebuttal:
    """Takes back a rebuttal that was registered by mistake; the journal keeps it.

    Refused once it was answered or concluded, or its receipt was confirmed to the candidate.
    """
    with dossier.change() as uow:
        old = uow.rebuttals.get(rebuttal)
        refuse_when_ended(old)
        if any(point.answer.strip() for point in old.points):
            raise RuleError(say("rebuttal.answered_already"))
        subject = ("candidacy", uow.candidacies.get(old.candidacy).reference)
        unsent = _unsent_on(uow, old)
        for letter in unsent:
            uow.letters.remove(letter.id)
            record_change(uow, "letter.withdrawn", subject, letter, None)
        uow.rebuttals.remove(rebuttal)
        record_change(uow, "rebuttal.withdrawn", subject, old, None)
        return WithdrawnRebuttal(old, unsent)


@needs(Right.ANSWER)
def put_back_rebuttal(dossier: Dossier, withdrawn: WithdrawnRebuttal) -> Rebuttal:
    """Registers a rebuttal again as it was, with its letters, after it was taken back by mistake.

    :raises JuryError: its message belongs to another rebuttal by now, or the letter it answers is not there
        as one that left.
    """
    old = withdrawn.rebuttal
    with dossier.change() as uow:
        answered = uow.letters.find(id=old.letter)
        if uow.rebuttals.find(id=old.id) or not any(letter.sent for letter in answered):
            raise RuleError(say("rebuttal.changed_since"))
        _refuse_used_mail(uow, old.mail, old.candidacy, old.id)
        subject = ("candidacy", uow.candidacies.get(old.candidacy).reference)
        for letter in withdrawn.letters:
            uow.letters.save(letter)
            record_change(uow, "letter.put_back", subject, None, letter)
        return keep_rebuttal(uow, "rebuttal.put_back", None, old)


def keep_rebuttal(
    uow: UnitOfWork, action: str, old: Rebuttal | None, new: Rebuttal, reason: str = ""
) -> Rebuttal:
    """Keeps a rebuttal within a piece of work, with its event on the candidacy."""
    uow.rebuttals.save(new)
    record_change(uow, action, ("candidacy", uow.candidacies.get(new.candidacy).reference), old, new, reason)
    return new


def refuse_when_ended(rebuttal: Rebuttal) -> None:
    """Keeps what has ended as it is."""
    if not rebuttal.is_open:
        raise RuleError(say("rebuttal.ended"))


def _unsent_on(uow: UnitOfWork, rebuttal: Rebuttal) -> tuple[Letter, ...]:
    """The letters on a rebuttal, none of which may have left."""
    found = letters_on(uow, rebuttal)
    refuse_when_sent(found)
    return found


def letters_on(uow: UnitOfWork, rebuttal: Rebuttal) -> tuple[Letter, ...]:
    """The letters that answer a rebuttal, made or sent."""
    found = uow.letters.find(candidacy=rebuttal.candidacy)
    return tuple(letter for letter in found if rebuttal_in(letter.about) == rebuttal.id)


def refuse_when_sent(letters: Iterable[Letter]) -> None:
    """Keeps what the candidate has been told as it is."""
    if any(letter.sent for letter in letters):
        raise RuleError(say("rebuttal.told_already"))
