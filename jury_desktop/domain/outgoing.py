"""Letters as the dossier keeps them: draft, final, sent, with proof of dispatch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import OPENS_TERM, LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.term import Channel


class LetterState(StrEnum):
    """A letter is drafted, then frozen, then sent."""

    DRAFT = "draft"
    FINAL = "final"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. ``type`` is a domain.letter.LetterType value, ``pdf`` the SHA-256 of its frozen bytes.

    :param basis: hash of everything the text rests on; when it differs now, the letter is out of date.
    :param channel: how it left (email, hand, registered, registered-receipt), "" until sent.
    :param about: what it is about where a candidate may get several of a type: the id of a rebuttal, or a
        revision ("final.1", see domain.told); else "".
    :param decision: the decision it makes known, in its own words ("niet geselecteerd"), "" without one.
    :param planned_channel: how it was meant to leave when it was made; ``dated`` is the date on it.
    :param term_end: last moment of the weerwoord as it is printed, None where the text names no term.
    :param presented: the day on which a letter with receipt was presented, once that is known.
    :param told: hashes of what it tells, part by part (``services/letter_told.py``); "" of an older program.
    :param grounds: SHA-256 of what each sentence of the motivation rests on, "" where it gives none.
    :param signed: SHA-256 of the same PDF with a signature, "" without; ``pdf`` stays as it is.
    :param bounced_at: when it came back, with ``bounce`` as the reason; None while it did not.
    :param receipt_at: when the addressee was seen to have it, with ``receipt`` as what shows that.
    """

    id: str
    candidacy: str
    type: str
    state: LetterState
    pdf: str
    basis: str
    created_at: datetime
    channel: str = ""
    sent_at: datetime | None = None
    sent_to: str = ""
    postal_reference: str = ""
    about: str = ""
    decision: str = ""
    planned_channel: str = ""
    dated: date | None = None
    term_end: datetime | None = None
    presented: date | None = None
    told: str = ""
    grounds: str = ""
    signed: str = ""
    bounced_at: datetime | None = None
    bounce: str = ""
    receipt_at: datetime | None = None
    receipt: str = ""

    @property
    def came_back(self) -> bool:
        """Whether it left and could not be delivered, and nobody saw since that its addressee has it."""
        if not self.sent or self.bounced_at is None:
            return False
        return self.receipt_at is None or self.receipt_at < self.bounced_at

    @property
    def leaves(self) -> str:
        """SHA-256 of the file that leaves, or left: the signed one where there is one."""
        return self.signed or self.pdf

    @property
    def opens_term(self) -> bool:
        """Whether its dispatch starts a weerwoord term: it names one."""
        revised = self.type == LetterType.REVISED_DECISION and self.term_end is not None
        return revised or self.type in OPENS_TERM

    @property
    def sent(self) -> bool:
        """Whether it has left."""
        return self.state is LetterState.SENT


def too_early(letter: Letter, sent_at: datetime, reference: str) -> Message | None:
    """Why a letter cannot have left at a moment, if it cannot: before the day on it, before it was made, or
    before it came back from where it left for earlier. Fields know no seconds, so the minute counts.

    What it answers came in before it was made: otherwise it would be out of date.
    """
    sent = sent_at.astimezone(BRUSSELS)
    if letter.dated is not None and sent.date() < letter.dated:
        return say("letter_book.sent_before_its_day", reference=reference, moment=sent_at, day=letter.dated)
    if sent < _minute(letter.created_at):
        return say(
            "letter_book.sent_before_made", reference=reference, moment=sent_at, made=letter.created_at
        )
    if letter.bounced_at is not None and sent < _minute(letter.bounced_at):
        return say(
            "letter_book.sent_before_back", reference=reference, moment=sent_at, back=letter.bounced_at
        )
    return None


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """How letters left; with the hash of the PDF this is the proof.

    :param sent_to: "" for the address that the candidacy has for the channel.
    :param postal_reference: the number of what was posted; of several letters one on each line, in their
        order. Where paper gives no number, why not.
    :param presented: the day of presentation, for a letter with receipt; None while it is not known yet.
    """

    channel: Channel
    sent_at: datetime
    sent_to: str = ""
    postal_reference: str = ""
    presented: date | None = None


_WORDS_OF_A_REASON = 4


def tells_number(postal_reference: str) -> bool:
    """Whether words hold the number of a registered letter, or say why there is none."""
    has_number = any(character.isdigit() for character in postal_reference)
    return has_number or len(postal_reference.split()) >= _WORDS_OF_A_REASON
