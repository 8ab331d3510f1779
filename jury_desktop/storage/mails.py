"""Imported messages in tables: each with its place, its proof of arrival, its files and form fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Boolean, Column, Connection, Table, func, select, update

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.entry import Confidence, Entry, EntryKind, Placed
from jury_desktop.domain.mail import (
    NOBODY,
    UNPROVEN,
    Address,
    Arrival,
    Attachment,
    Evidence,
    EvidenceKind,
    FieldValue,
    Mail,
    UnreadableMail,
)
from jury_desktop.domain.messages import Message
from jury_desktop.storage.blobs import SqlBlobs, chunk
from jury_desktop.storage.collection import Kind, PartRows, Parts, SqlCollection
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import (
    attachment_columns,
    field_columns,
    identity,
    metadata,
    part_of,
    refers,
    text,
    whole,
)
from jury_desktop.storage.seals import ALONE, Seals, seal_alone
from jury_desktop.storage.types import Choice, Moment

_PLACE = ("candidacy", "kind", "original", "verdict", "late", "reason", "confidence", "confirmed")
"""What a message is taken for, which changes while the message stays the same."""

mail = Table(
    "mail",
    metadata,
    *identity(of="blob.sha256"),
    text("source"),
    whole("unreadable", Message, nullable=True),
    text("message_id"),
    whole("in_reply_to", tuple[str, ...]),
    whole("references", tuple[str, ...]),
    whole("sender", Address),
    whole("recipients", tuple[Address, ...]),
    text("subject"),
    text("date_header"),
    whole("automatic", Message, nullable=True),
    text("text"),
    Column("received_at", Moment),
    text("form_text"),
    whole("notes", tuple[Message, ...]),
    Column("kind", Choice(EntryKind), nullable=False),
    refers("candidacy", "mail.id", nullable=True),
    refers("original", "mail.id", nullable=True),
    Column("verdict", Choice(Verdict), nullable=False),
    Column("late", Boolean, nullable=False),
    whole("reason", Message),
    Column("confidence", Choice(Confidence), nullable=False),
    Column("confirmed", Boolean, nullable=False),
    info={ALONE: _PLACE},
)
evidence = Table(
    "mail_evidence",
    metadata,
    *part_of("mail"),
    Column("kind", Choice(EvidenceKind), nullable=False),
    text("raw"),
    Column("at", Moment),
    Column("decides", Boolean, nullable=False),
)
attachment = Table("mail_attachment", metadata, *part_of("mail"), *attachment_columns())
field = Table("mail_field", metadata, *part_of("mail"), *field_columns())

_APART = ("sha256", "arrival", "attachments", "fields")
"""What of a message is kept under another name, or in a table of its own."""
_NOTHING = as_row(Mail("", "", "", (), (), NOBODY, (), "", "", None, "", UNPROVEN, (), (), ""), *_APART)
"""What stands where a message that could not be read has nothing to say."""


def _row(item: Placed) -> Row:
    readable = isinstance(item.mail, Mail)
    return {
        **_NOTHING,
        **as_row(item.mail, *_APART, *(() if readable else ("reason", "raw"))),
        "id": item.mail.sha256,
        "unreadable": None if isinstance(item.mail, Mail) else item.mail.reason,
        "received_at": item.mail.arrival.at,
        **_place(item),
    }


def _place(item: Placed) -> Row:
    return as_row(item.entry, "sha256", "source", confirmed=item.confirmed)


def _part_rows(item: Placed) -> PartRows:
    arrival = item.mail.arrival
    decisive = [] if arrival.decisive is None else [as_row(arrival.decisive, decides=True)]
    proof = [*decisive, *(as_row(found, decides=False) for found in arrival.evidence)]
    if not isinstance(item.mail, Mail):
        return {evidence: proof}
    return {
        evidence: proof,
        attachment: [as_row(file) for file in item.mail.attachments],
        field: [as_row(value) for value in item.mail.fields],
    }


def _build(row: Row, parts: Parts) -> Placed:
    entry = from_row(Entry, row, sha256=row["id"])
    return from_row(Placed, row, mail=_message(row, parts), entry=entry)


def _message(row: Row, parts: Parts) -> Mail | UnreadableMail:
    """The message; the bytes of one that could not be read are filled in afterwards."""
    sha256, arrival = row["id"], _arrival(row, parts)
    if row["unreadable"] is not None:
        return from_row(
            UnreadableMail, row, sha256=sha256, reason=row["unreadable"], raw=b"", arrival=arrival
        )
    return from_row(
        Mail,
        row,
        sha256=sha256,
        arrival=arrival,
        attachments=tuple(from_row(Attachment, part) for part in parts[attachment]),
        fields=tuple(from_row(FieldValue, part) for part in parts[field]),
    )


def _arrival(row: Row, parts: Parts) -> Arrival:
    decisive = [from_row(Evidence, part) for part in parts[evidence] if part["decides"]]
    others = tuple(from_row(Evidence, part) for part in parts[evidence] if not part["decides"])
    return Arrival(row["received_at"], decisive[0] if decisive else None, others)


MAILS = Kind(mail, (evidence, attachment, field), row=_row, part_rows=_part_rows, build=_build)


class SqlMails:
    """Every message that was ever imported; see ``services.ports.Mails``."""

    def __init__(
        self, connection: Connection, blobs: SqlBlobs, altering: Callable[[], None], seals: Seals
    ) -> None:
        self._connection = connection
        self._altering = altering
        self._blobs = blobs
        self._seals = seals
        self._kept = SqlCollection(connection, MAILS, altering, seals)

    def add(self, *placed: Placed) -> None:
        unread = (item.mail for item in placed if isinstance(item.mail, UnreadableMail))
        self._blobs.keep({mail.sha256: mail.raw for mail in unread if mail.raw})
        self._kept.add(*placed)

    def all(self) -> tuple[Placed, ...]:
        return self._find()

    def of(self, candidacy: str) -> tuple[Placed, ...]:
        return self._find(candidacy=candidacy)

    def tally(self) -> dict[tuple[EntryKind, bool], int]:
        counted = select(mail.c.kind, mail.c.confirmed, func.count()).group_by(mail.c.kind, mail.c.confirmed)
        return {(kind, confirmed): count for kind, confirmed, count in self._connection.execute(counted)}

    def place(self, placed: Placed) -> None:
        self._altering()
        self._kept.forget()
        key, place = placed.mail.sha256, _place(placed)
        self._seals.look(mail, key)
        if self._connection.execute(update(mail).where(mail.c.id == key).values(place)).rowcount == 0:
            raise KeyError(key)
        self._seals.put([seal_alone(mail, key, place)])

    def save(self, placed: Placed) -> None:
        self._altering()
        if self._connection.scalar(select(mail.c.id).where(mail.c.id == placed.mail.sha256)) is None:
            raise KeyError(placed.mail.sha256)
        self._kept.save(placed)

    def remove(self, *sha256: str) -> None:
        self._kept.remove(*sha256)

    def get(self, sha256: str) -> Placed:
        found = self._find(id=sha256)
        if not found:
            raise KeyError(sha256)
        return found[0]

    def _find(self, **equal: str) -> tuple[Placed, ...]:
        found = self._kept.find(**equal)
        unreadable = [placed.mail.sha256 for placed in found if isinstance(placed.mail, UnreadableMail)]
        raw = self._raw_of(unreadable, **equal) if unreadable else {}
        return tuple(_with_raw(placed, raw) for placed in found)

    def _raw_of(self, keys: list[str], **equal: str) -> dict[str, bytes]:
        """The bytes of messages that could not be read, in one query."""
        query = select(mail.c.id, chunk.c.content).join(chunk, chunk.c.sha256 == mail.c.id)
        query = query.where(mail.c.unreadable.is_not(None)).order_by(mail.c.nr, chunk.c.position)
        pieces: dict[str, list[bytes]] = defaultdict(list)
        for key, content in self._connection.execute(
            query.where(*(mail.c[n] == v for n, v in equal.items()))
        ):
            pieces[key].append(content)
        return {key: b"".join(pieces[key]) for key in keys}


def _with_raw(placed: Placed, raw: dict[str, bytes]) -> Placed:
    if isinstance(placed.mail, UnreadableMail):
        return replace(placed, mail=replace(placed.mail, raw=raw[placed.mail.sha256]))
    return placed
