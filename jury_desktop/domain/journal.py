"""The journal: an append-only chain of events, each of whose hashes covers the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring
from typing import Any

from jury_desktop.domain.messages import Message, say

START = "0" * 64
"""The "previous hash" of the first event."""
SEPARATOR = " – "
"""Between the parts of a subject: juror, reference of the candidacy, round."""


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


Link = Sequence[Any]
"""An event as it is kept, in the order of the fields of :class:`Event`, with its moment as UTC ISO text."""

_HASH = 11
"""Where the hash stands in a link."""


def link_of(event: Event) -> Link:
    """The event as a link of the chain."""
    sequence, at, *rest = (getattr(event, name) for name in Event.__slots__)
    return sequence, at.astimezone(UTC).isoformat(timespec="microseconds"), *rest


def event_hash(event: Event) -> str:
    """The hash that belongs to the event; what stands in its own ``hash`` counts for nothing."""
    return link_hash(link_of(event))


def link_hash(link: Link) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself, in UTF-8 (of lone surrogates, which
    text from hostile mail may hold, as if they had one).

    :raises TypeError: something else stands where a text belongs.
    """
    sequence, *texts = link[:_HASH]
    if link[-1] != "":
        texts.append(link[-1])
    said = f"[{sequence}, {', '.join(map(encode_basestring, texts))}]"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def broken_links(events: Iterable[Event]) -> tuple[tuple[int, Message], ...]:
    """Where the chain does not hold: sequence number and what is wrong there."""
    return tuple(broken_chain(map(link_of, events)))


def broken_chain(links: Iterable[Link]) -> Iterator[tuple[int, Message]]:
    """The same of a chain of any length, link by link as it lies in the dossier."""
    previous, expected = START, 1
    for link in links:
        sequence, linked, own = link[0], link[_HASH - 1], link[_HASH]
        if sequence != expected:
            yield sequence, say("journal.gap", expected=expected, found=sequence)
        if linked != previous:
            yield sequence, say("journal.wrong_link", sequence=sequence)
        if not _has_own_hash(link):
            yield sequence, say("journal.changed", sequence=sequence)
        previous, expected = own, sequence + 1


def _has_own_hash(link: Link) -> bool:
    try:
        return bool(link[_HASH] == link_hash(link))
    except TypeError:
        return False
