"""The place of a message in the selection, as the sorting proposes it and the dossier keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.mail import Mail, UnreadableMail
from jury_desktop.domain.messages import Message


class EntryKind(StrEnum):
    """What a message is to the selection; every message is exactly one of these."""

    CANDIDACY = "candidacy"
    """It brought a candidacy."""
    REVISION = "revision"
    """A later version of a candidacy, or an addition to one."""
    DUPLICATE = "duplicate"
    """It brings nothing that an earlier message did not bring."""
    OTHER = "other"
    """Questions, replies, automatic mail, and everything else that is no candidacy."""
    UNREADABLE = "unreadable"
    """Kept as it is; a person has to look."""


class Confidence(StrEnum):
    """How sure the sorting is; what is not certain is shown first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of one message.

    :param candidacy: SHA-256 of the message that brought the candidacy it belongs to, or None.
    :param original: SHA-256 of the earlier message that a duplicate repeats, else None.
    :param late: whether the proof of arrival lies after the deadline; a late revision leaves the timely
        candidacy as it is.
    """

    sha256: str
    source: str
    kind: EntryKind
    candidacy: str | None
    original: str | None
    verdict: Verdict
    late: bool
    reason: Message
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Placed:
    """A message that the dossier has already, with its place; ``confirmed`` once the regisseur agreed.

    The id of a candidacy in the dossier is the SHA-256 of the message that brought it.
    """

    mail: Mail | UnreadableMail
    entry: Entry
    confirmed: bool = False

    @property
    def kind(self) -> EntryKind:
        """What the message is to the selection."""
        return self.entry.kind

    @property
    def candidacy(self) -> str | None:
        """The candidacy it belongs to, or None."""
        return self.entry.candidacy


@dataclass(frozen=True, slots=True)
class Intake:
    """The places of all messages of an import, in the order in which they were read."""

    entries: tuple[Entry, ...]

    @property
    def messages(self) -> int:
        """How many messages were read; always the sum of all kinds."""
        return len(self.entries)

    @property
    def late(self) -> int:
        """How many candidacies and versions came after the deadline."""
        return sum(entry.late and entry.kind in BRINGS for entry in self.entries)

    def of(self, kind: EntryKind) -> tuple[Entry, ...]:
        """The entries of one kind, in order."""
        return tuple(entry for entry in self.entries if entry.kind is kind)


BRINGS = frozenset({EntryKind.CANDIDACY, EntryKind.REVISION})
"""The kinds that bring something new to the jury."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the rules decide about a message; the arrival is judged apart from it."""

    kind: EntryKind
    reason: Message
    confidence: Confidence = Confidence.CERTAIN
    candidacy: str | None = None
    original: str | None = None
