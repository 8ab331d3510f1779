"""Makes a :class:`~jury_desktop.domain.mail.Mail` of what the reading process found in a message."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jury_desktop.domain import arrival
from jury_desktop.domain.call import FormField
from jury_desktop.domain.form import CHALLENGES, read_fields
from jury_desktop.domain.mail import (
    CUT_OFF,
    Address,
    Arrival,
    Attachment,
    Evidence,
    EvidenceKind,
    FieldValue,
    Mail,
    ReadMail,
    UnreadableMail,
)
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.signs import unquoted
from jury_desktop.mailbox import limits, sent
from jury_desktop.mailbox.asking import NONSENSE, Answer, ask_all
from jury_desktop.mailbox.child import Child, UnreadError, revived, told
from jury_desktop.mailbox.lift import Content
from jury_desktop.mailbox.places import Raw, Refused
from jury_desktop.mailbox.prepare import Prepared, prepare
from jury_desktop.mailbox.sniff import DOCX, ODT, PDF, XLSX, ZIP

BODY = "e-mail"
"""The source of a field that stood in the message itself."""

_READABLE = frozenset({PDF, DOCX, ODT, XLSX, ZIP, "text/plain", "text/csv", "text/html"})
_UNREAD = frozenset({"application/msword", "application/vnd.ms-excel", "text/rtf"})
_FORWARDED = re.compile(r"^\s*(?:fw|fwd|tr|wg|doorst(?:uren|\.)?)\s*:", re.IGNORECASE)
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of an attachment, or why there is none.

    :param problem: why the program does not open the file.
    :param notes: sentences with a gap for the name of the file.
    :param failure: how reading the text ended.
    """

    text: str = ""
    problem: Message | None = None
    notes: tuple[str, ...] = ()
    failure: Message | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """An attachment with its content and its text."""

    attachment: Attachment
    content: bytes
    text: _Text

    @property
    def notes(self) -> Iterator[Message]:
        """What is to be said about its text."""
        yield from (say(note, name=self.attachment.name) for note in self.text.notes)
        if self.text.failure is not None:
            yield self.text.failure


class Assembler:
    """Reads messages with a reading process, and remembers the text of attachments that come again."""

    def __init__(self, child: Child, own_servers: Sequence[str], labels: Sequence[FormField]) -> None:
        self._child = child
        self._own_servers = own_servers
        self._labels = labels
        self._texts: OrderedDict[str, _Text] = OrderedDict()

    def read_all(self, messages: Sequence[Prepared]) -> list[ReadMail | UnreadableMail]:
        """The messages in order, each with its attachments; one bad message costs one message."""
        ordinary = [message for message in messages if message.lifted]
        answers = iter(ask_all(self._child, ordinary))
        return [self._read(message, next(answers) if message.lifted else None) for message in messages]

    def _read(self, message: Prepared, answer: Answer | UnreadError | None) -> ReadMail | UnreadableMail:
        """The message, or what remains of it: its bytes and the reason."""
        found = message.found
        if isinstance(found, Refused):
            kept = found.data or found.source.encode()
            return UnreadableMail(message.sha256, found.source, found.reason, kept)
        try:
            if answer is None:
                return self._mail(*self._written(message, found))
            if isinstance(answer, UnreadError):
                raise answer
            return self._mail(message, answer)
        except UnreadError as error:
            reason = error.message
        except NONSENSE:
            reason = say("intake.reader_stopped")
        return UnreadableMail(message.sha256, found.source, reason, found.data)

    def _written(self, message: Prepared, found: Raw) -> tuple[Prepared, Answer]:
        """A message that was first made an ordinary one, as it is kept, and what stands in it."""
        ordinary = self._ordinary(found)
        written = prepare(ordinary)
        (answer,) = ask_all(self._child, [written])
        if isinstance(answer, UnreadError):
            raise answer
        if found.keep:
            return Prepared(replace(ordinary, data=found.data), message.sha256), answer
        return written, answer

    def _mail(self, message: Prepared, answer: Answer) -> ReadMail:
        """A readable message; a bad attachment only loses its own text."""
        assert isinstance(message.found, Raw)
        raw, head = message.found, answer.said
        files = list(self._files(zip(head["files"], answer.contents, strict=True)))
        texts = [*_texts(files), *((name, text) for name, text in head["nested"]), (BODY, _body(head))]
        cut = (say(CUT_OFF),) if head["breaks_off"] else ()
        notes = (*raw.notes, *cut, *(note for file in files for note in file.notes))
        mail = Mail(
            sha256=message.sha256,
            source=raw.source,
            message_id=head["message_id"],
            in_reply_to=tuple(head["in_reply_to"]),
            references=tuple(head["references"]),
            sender=Address(*head["sender"]),
            recipients=tuple(Address(*found) for found in head["recipients"]),
            subject=head["subject"],
            date_header=head["date"],
            automatic=revived(head["automatic"]),
            text=head["text"],
            arrival=self._arrival(raw, head),
            attachments=tuple(file.attachment for file in files),
            fields=_fields(texts, self._labels),
            form_text="\n".join(text for _, text in texts),
            notes=notes,
        )
        return ReadMail(mail, raw.data, {file.attachment.sha256: file.content for file in files})

    def _ordinary(self, raw: Raw) -> Raw:
        """The message written as RFC 5322 has it, where the export keeps it in a form of its own."""
        if not raw.form:
            return raw
        names, contents = [name for name, _ in raw.files], [content for _, content in raw.files]
        head, written = self._child.ask(raw.form, raw.data, *contents, names=names)
        evidence, notes = told(head)
        found = replace(raw, evidence=(*raw.evidence, *evidence), notes=(*raw.notes, *notes))
        return replace(found, data=written[0], form="", files=())

    def _arrival(self, raw: Raw, head: dict[str, Any]) -> Arrival:
        received = arrival.from_received(head["received"], self._own_servers)
        dated = Evidence(EvidenceKind.DATE_HEADER, head["date"], arrival.parse_moment(head["date"]))
        kept = sent.by_place(raw.source) or head["sent"]
        marked = (Evidence(EvidenceKind.SENT_COPY, kept, None),) if kept else ()
        return arrival.establish((*raw.evidence, *received, *((dated,) if head["date"] else ()), *marked))

    def _files(self, attached: Iterable[tuple[dict[str, Any], Content]]) -> Iterator[_File]:
        """The attachments in order; a message made of thousands that cost much cannot hold up the others."""
        characters, failures = limits.ATTACHED_CHARACTERS, limits.FAILURES
        for said, content in attached:
            file = self._file(said, content, spent=characters <= 0 or failures <= 0)
            characters -= len(file.text.text)
            failures -= file.text.failure is not None
            yield file

    def _file(self, said: dict[str, Any], content: Content, spent: bool) -> _File:
        """:param spent: whether the message has cost so much already that its text is left unread."""
        problem, data = revived(said["problem"]), content.data
        if problem or not data:
            text = _Text()
        elif spent and said["media_type"] in _READABLE:
            text = _Text(notes=("intake.attachment_unread",))
        else:
            text = self._text(said["media_type"], content)
        attachment = Attachment(
            said["name"], said["media_type"], content.sha256, len(data), problem or text.problem
        )
        return _File(attachment, data, text)

    def _text(self, media_type: str, content: Content) -> _Text:
        """The text of an attachment, read once for all the times it comes by."""
        if content.sha256 not in self._texts:
            self._texts[content.sha256] = self._extract(media_type, content.data)
            while len(self._texts) > _REMEMBERED:
                self._texts.popitem(last=False)
        return self._texts[content.sha256]

    def _extract(self, media_type: str, content: bytes) -> _Text:
        if media_type in _UNREAD:
            return _Text(notes=("intake.text_not_read",))
        if media_type not in _READABLE:
            return _Text()
        try:
            head, _ = self._child.ask("document", content, media_type=media_type)
            text = head["text"]
            if head["has_form"]:
                text = f"{self._child.ask('pdf_form', content)[0]['text']}\n{text}"
        except UnreadError as error:
            return _Text(notes=("intake.attachment_unread",), failure=error.message)
        return _Text(text, revived(head["problem"]), (head["note"],) if head["note"] else ())


def _texts(files: Sequence[_File]) -> list[tuple[str, str]]:
    return [(file.attachment.name, file.text.text) for file in files if file.text.text]


def _body(head: dict[str, Any]) -> str:
    """What the sender wrote: without quotes, unless the message passes another one on."""
    return str(head["text"] if _FORWARDED.match(head["subject"]) else unquoted(head["text"]))


def _fields(texts: Sequence[tuple[str, str]], labels: Sequence[FormField]) -> tuple[FieldValue, ...]:
    """One value per field: from the file that looks most like the form, completed from the others."""
    read = [read_fields(text, source, labels) for source, text in texts]
    read.sort(key=lambda found: (any(item.key == CHALLENGES for item in found), len(found)), reverse=True)
    best: dict[str, FieldValue] = {}
    for found in read:
        for item in found:
            best.setdefault(item.key, item)
    return tuple(best.values())
