"""A message as the mailbox gave it, with the proof of when it arrived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.messages import ALSO, Message


class EvidenceKind(StrEnum):
    """Where a time of arrival was read, strongest first; ``arrival.DECIDING`` are those that may decide."""

    STATED = "stated"
    """Established by the regisseur, who gives the reason."""
    MAPI_DELIVERY = "mapi_delivery"
    EMLX_RECEIVED = "emlx_received"
    MBOX_FROM = "mbox_from"
    OWN_RECEIVED = "own_received"
    OTHER_RECEIVED = "other_received"
    MAILDIR_NAME = "maildir_name"
    DATE_HEADER = "date_header"
    SENT_COPY = "sent_copy"
    """It lay in Sent Items or Drafts: nothing in it proves that it came in."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement about the time of arrival: the raw text and the moment it gives.

    ``at`` is aware, or None where the text gives no usable moment (no zone, unreadable).
    """

    kind: EvidenceKind
    raw: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a message arrived: the moment, and the evidence that decides it (both None without proof).

    :param evidence: everything that was found, in the order of the message, the decisive one included.
    """

    at: datetime | None
    decisive: Evidence | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with its display name (may be empty)."""

    name: str
    email: str


UNPROVEN = Arrival(None, None, ())
"""Nothing is known of when it arrived."""
NOBODY = Address("", "")
"""Nothing is known of who sent it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message.

    :param name: safe display text (NFC, no separators, control or bidi characters).
    :param media_type: by content, not by the sender's word.
    :param sha256: of the content, lower-case hex; the key under which the content is kept.
    :param problem: why the program will not open it (macro, executable, encrypted), or None.
    """

    name: str
    media_type: str
    sha256: str
    bytes: int
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field of the candidacy form as found, with the line and the file it came from."""

    key: str
    value: str
    line: str
    source: str


@dataclass(frozen=True, slots=True)
class Mail:
    """One readable message.

    :param sha256: of the raw bytes; the identity of the message.
    :param source: file and place in it, for people: ``"export.mbox · 12"``.
    :param references: Message-IDs, and ``thread-index:…`` for the conversation key that Outlook writes.
    :param automatic: why this cannot be a candidacy (out-of-office, bounce, list, meeting), or None.
    :param text: the body as text; HTML has become text, nothing was loaded.
    :param fields: what the form among the attachments or the body says.
    :param form_text: text of the body and readable attachments, for comparing versions.
    :param notes: what the regisseur must know about the reading itself, such as an attachment whose text
        could not be read.
    """

    sha256: str
    source: str
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address
    recipients: tuple[Address, ...]
    subject: str
    date_header: str
    automatic: Message | None
    text: str
    arrival: Arrival
    attachments: tuple[Attachment, ...]
    fields: tuple[FieldValue, ...]
    form_text: str
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A message with its raw bytes and the content of its attachments by SHA-256."""

    mail: Mail
    raw: bytes = field(repr=False)
    contents: Mapping[str, bytes] = field(repr=False)


CUT_OFF = "intake.cut_off"
"""The note on a message that ends before its last part does."""
DOUBTFUL_SPLIT = "intake.doubtful_split"
"""The note on a message of an mbox that another reader might have ended elsewhere."""
_MAY_LACK = frozenset(
    {CUT_OFF, DOUBTFUL_SPLIT, "intake.apple_partial", "intake.olm_missing", "intake.outlook_cut"}
)
"""Notes on a message of which something may be missing."""
ONLY_BEGINNING = "intake.only_beginning"
"""What the reason says besides of something too large to keep whole."""


@dataclass(frozen=True, slots=True)
class UnreadableMail:
    """A message that could not be read; it is kept as it is and can be exported.

    What its headers still say is known, so that a person recognises it and can give it a place: the headers
    of an encrypted message are not encrypted, and the proof of arrival stands there.

    :param raw: the message; of a file that is no mail, or too large for one, at most the first megabyte; of
        what could not be opened, its name.
    :param sha256: of ``raw``.
    """

    sha256: str
    source: str
    reason: Message
    raw: bytes = field(repr=False)
    message_id: str = ""
    sender: Address = NOBODY
    subject: str = ""
    date_header: str = ""
    arrival: Arrival = UNPROVEN

    @property
    def known(self) -> Mail:
        """What its headers say as a message without text, so that what belongs to it is found by them."""
        return Mail(
            self.sha256,
            self.source,
            self.message_id,
            (),
            (),
            self.sender,
            (),
            self.subject,
            self.date_header,
            None,
            "",
            self.arrival,
            (),
            (),
            "",
        )

    @property
    def whole(self) -> bool:
        """Whether ``raw`` is all there was; of the rest, the reason tells."""
        return self.reason.values.get(ALSO) != ONLY_BEGINNING


def warnings(mail: Mail | UnreadableMail) -> tuple[Message, ...]:
    """What may be missing of a message that was read: whoever decides on it must know."""
    notes = mail.notes if isinstance(mail, Mail) else ()
    return tuple(note for note in notes if note.key in _MAY_LACK)
