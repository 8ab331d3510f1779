"""Letters as the dossier keeps them: draft, final, sent, with proof of dispatch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
