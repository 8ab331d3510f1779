"""What a message says, as the program keeps it. Runs in the reading process."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jury_desktop.domain import arrival
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.form import best_fields, read_fields
from jury_desktop.domain.mail import CUT_OFF, Address, Arrival, Evidence, EvidenceKind, FieldValue, Mail
from jury_desktop.domain.messages import say
from jury_desktop.domain.moments import parse_moment
from jury_desktop.domain.signs import unquoted
from jury_desktop.mailbox import headers, limits, ordinary, sent
from jury_desktop.mailbox.answers import Asked, File, Read, Request, Unread
from jury_desktop.mailbox.headers import Headed
from jury_desktop.mailbox.lift import Stretch
from jury_desktop.mailbox.mime import Opened, opened
from jury_desktop.mailbox.parse import breaks_off, message_from

BODY = "e-mail"
"""The source of a field in what the sender wrote: no quotes, unless the message passes another one on."""

Fields = tuple[FieldValue, ...]
_HEAD_END = re.compile(rb"\n\r?\n")
_RECIPIENTS = 200
_FORWARDED = re.compile(r"^\s*(?:fw|fwd|tr|wg|doorst(?:uren|\.)?)\s*:", re.IGNORECASE)


def describe(
    asked: Asked, raw: bytes, stretches: Sequence[Stretch], request: Request
) -> tuple[Read | Unread, list[bytes]]:
    """The message, with the contents of the attachments that the program has not got yet.

    :raises WholeError: when it cannot be read without what was lifted out of it.
    """
    if letter := ordinary.read(raw):
        return _read(asked, letter, request)
    raw, too_long = _bearable(raw)
    message = message_from(raw)
    if too_long:
        asked = msgspec.structs.replace(asked, notes=(*asked.notes, say("intake.headers_cut")))
    try:
        found = opened(message, stretches, request.token)
    except JuryError as refusal:
        return _unread(refusal, asked, message, request), []
    return _read(asked, found, request, cut=breaks_off(message))


def _bearable(raw: bytes) -> tuple[bytes, bool]:
    """The message without what follows the first headers when these are out of all proportion."""
    if len(raw) <= limits.HEAD_BYTES or _HEAD_END.search(raw, 0, limits.HEAD_BYTES):
        return raw, False
    end = _HEAD_END.search(raw, limits.HEAD_BYTES)
    kept = raw[: raw.rfind(b"\n", 0, limits.HEAD_BYTES) + 1]
    return kept + (raw[end.start() + 1 :] if end else b""), True


def _unread(refusal: JuryError, asked: Asked, message: Headed, request: Request) -> Unread:
    date = headers.value(message, "Date")
    return Unread(
        reason=refusal.message,
        message_id=headers.message_id(message),
        sender=Address(*headers.sender(message)),
        subject=headers.text(message, "Subject"),
        date_header=date,
        arrival=_arrival(asked, message, date, request),
    )


def _read(asked: Asked, found: Opened, request: Request, *, cut: bool = False) -> tuple[Read, list[bytes]]:
    message, text = found.message, found.text
    subject, date = headers.text(message, "Subject"), headers.value(message, "Date")
    texts = [*found.nested, (BODY, text if _FORWARDED.match(subject) else unquoted(text))]
    fields = tuple(read_fields(said, source, request.labels) for source, said in texts)
    mail = Mail(
        sha256=asked.sha256,
        source=asked.source,
        message_id=headers.message_id(message),
        in_reply_to=tuple(headers.identifiers(message, "In-Reply-To")),
        references=(*headers.identifiers(message, "References"), *headers.conversation(message)),
        sender=Address(*headers.sender(message)),
        recipients=_recipients(message),
        subject=subject,
        date_header=date,
        automatic=found.automatic,
        text=text,
        arrival=_arrival(asked, message, date, request),
        attachments=(),
        fields=best_fields(fields),
        form_text="\n".join([said for _, said in texts]),
        notes=tuple(dict.fromkeys((*asked.notes, say(CUT_OFF)))) if cut else asked.notes,
    )
    return _with_files(mail, found, fields)


def _with_files(mail: Mail, found: Opened, fields: tuple[Fields, ...]) -> tuple[Read, list[bytes]]:
    attached = [file for file in found.files if not file.decorates]
    if not attached:
        return Read(mail), []
    files = tuple(File(file.name, file.media_type, file.problem, file.lifted) for file in attached)
    return Read(mail, files, fields), [file.content for file in attached if file.lifted is None]


def _recipients(message: Headed) -> tuple[Address, ...]:
    found = headers.addresses(message, "To", "Cc", "Bcc")
    return tuple([Address(*pair) for pair in found[:_RECIPIENTS]])


def _arrival(asked: Asked, message: Headed, date: str, request: Request) -> Arrival:
    lines = headers.values(message, "Received")[: limits.RECEIVED_LINES]
    received = arrival.from_received(lines, request.own_servers)
    dated = (Evidence(EvidenceKind.DATE_HEADER, date, parse_moment(date)),) if date else ()
    kept = sent.by_place(asked.source) or sent.by_headers(message)
    marked = (Evidence(EvidenceKind.SENT_COPY, kept, None),) if kept else ()
    return arrival.establish((*asked.evidence, *received, *dated, *marked))
