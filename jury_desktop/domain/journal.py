"""The journal: an append-only chain of events, each of whose hashes covers the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from jury_desktop.domain.messages import Message, say

START = "0" * 64
"""The "previous hash" of the first event."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change: who, when, what, old and new.

    :param sequence: 1, 2, 3 … without gaps.
    :param at: aware, kept in UTC.
    :param action: ``room.verb`` in the past tense, for example ``candidacy.admitted``.
    :param subject: kind and key of what was changed: ``("candidacy", "K-01")``.
    :param old: JSON text of what changed before, or ""; ``new`` of what it became.
    :param sealed: SHA-256 of the seals of everything in the dossier that was altered since the event before;
        "" when nothing was.
    """

    sequence: int
    at: datetime
    actor: str
    on_behalf_of: str
    action: str
    subject_kind: str
    subject: str
    old: str
    new: str
    reason: str
    previous_hash: str
    hash: str
    sealed: str = ""


def event_hash(event: Event) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself, in UTF-8 (of lone surrogates, which
    text from hostile mail may hold, as if they had one)."""
    fields = [
        event.sequence,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.actor,
        event.on_behalf_of,
        event.action,
        event.subject_kind,
        event.subject,
        event.old,
        event.new,
        event.reason,
        event.previous_hash,
        *([event.sealed] if event.sealed else ()),
    ]
    text = json.dumps(fields, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def broken_links(events: Iterable[Event]) -> tuple[tuple[int, Message], ...]:
    """Where the chain does not hold: sequence number and what is wrong there."""
    problems: list[tuple[int, Message]] = []
    previous, expected = START, 1
    for event in events:
        if event.sequence != expected:
            problems.append((event.sequence, say("journal.gap", expected=expected, found=event.sequence)))
        if event.previous_hash != previous:
            problems.append((event.sequence, say("journal.wrong_link", sequence=event.sequence)))
        if event.hash != event_hash(event):
            problems.append((event.sequence, say("journal.changed", sequence=event.sequence)))
        previous, expected = event.hash, event.sequence + 1
    return tuple(problems)
