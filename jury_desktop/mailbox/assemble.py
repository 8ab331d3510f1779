"""Completes messages with what their attachments say, which a reading process is asked one by one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import cycle, islice

import msgspec

from jury_desktop.domain.call import FormField
from jury_desktop.domain.form import best_fields
from jury_desktop.domain.mail import Attachment, FieldValue, Mail, ReadMail, UnreadableMail
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.answers import File, Unread
from jury_desktop.mailbox.asking import NONSENSE, Asking, Begun, Told
from jury_desktop.mailbox.child import Child, Question, UnreadError, revived, told
from jury_desktop.mailbox.lift import Content
from jury_desktop.mailbox.places import Raw, Refused
from jury_desktop.mailbox.prepare import Prepared, prepare
from jury_desktop.mailbox.sniff import DOCX, ODT, PDF, XLSX, ZIP

_READABLE = frozenset({PDF, DOCX, ODT, XLSX, ZIP, "text/plain", "text/csv", "text/html"})
_UNREAD = frozenset({"application/msword", "application/vnd.ms-excel", "text/rtf"})
_REMEMBERED = 64
_AHEAD = 4 * limits.MEBIBYTE

Fields = tuple[FieldValue, ...]

Outcome = ReadMail | UnreadableMail


@dataclass(frozen=True, slots=True)
class Reading:
    """Messages on their way: who was asked about the ordinary ones among them, and what."""

    messages: Sequence[Prepared]
    asking: Asking
    begun: Begun


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of an attachment and what it says of the form, or why there is none.

    :param problem: why the program does not open the file.
    :param notes: sentences with a gap for the name of the file.
    :param failure: how reading the text ended.
    """

    text: str = ""
    fields: tuple[FieldValue, ...] = ()
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
    def fields(self) -> tuple[FieldValue, ...]:
        """What its text says of the form."""
        return tuple(replace(item, source=self.attachment.name) for item in self.text.fields)

    @property
    def notes(self) -> Iterator[Message]:
        """What is to be said about its text."""
        yield from (say(note, name=self.attachment.name) for note in self.text.notes)
        if self.text.failure is not None:
            yield self.text.failure


class Assembler:
    """Reads messages with a reading process, and remembers the text of attachments that come again."""

    def __init__(
        self, children: Sequence[Child], own_servers: Sequence[str], labels: Sequence[FormField]
    ) -> None:
        self._askings = cycle([Asking(child, own_servers, labels) for child in children])
        self._labels = tuple(labels)
        self._texts: OrderedDict[str, _Text] = OrderedDict()

    def begin(self, messages: Sequence[Prepared]) -> Reading:
        """Asks about the messages, without waiting for the answer; the processes take turns."""
        asking = next(self._askings)
        return Reading(messages, asking, asking.begin([message for message in messages if message.lifted]))

    def finish(self, reading: Reading) -> list[Outcome]:
        """The messages in order, each with its attachments; one bad message costs one message."""
        told = reading.asking.finish(reading.begun) if reading.begun.messages else []
        completing = _Completing(reading.asking, self._labels, self._texts, {})
        completing.ask_ahead(told)
        answers = iter(told)
        return [
            completing.read(message, next(answers) if message.lifted else None)
            for message in reading.messages
        ]


@dataclass(frozen=True, slots=True)
class _Completing:
    """Completes the messages that one process was asked about.

    :param texts: those of the last attachments, by SHA-256.
    :param asked: the questions about attachments that were sent already, by SHA-256.
    """

    asking: Asking
    labels: tuple[FormField, ...]
    texts: OrderedDict[str, _Text]
    asked: dict[str, Question]

    def ask_ahead(self, answers: Sequence[Told | Unread]) -> None:
        """Sends the first documents of these messages, so that the process need not wait between them.

        No more of each message than may fail, and together no more than the process can well hold.
        """
        room = _AHEAD
        with suppress(UnreadError):
            for told in answers:
                files = zip(told.read.files, told.contents, strict=True) if isinstance(told, Told) else ()
                for said, content in islice(filter(_has_text, files), limits.FAILURES):
                    known = content.sha256 in self.texts or content.sha256 in self.asked
                    if not known and len(content.data) <= room:
                        room -= len(content.data)
                        self.asked[content.sha256] = self._send(said.media_type, content.data)

    def _send(self, media_type: str, content: bytes) -> Question:
        return self.asking.child.send("document", content, media_type=media_type, labels=self.labels)

    def read(self, message: Prepared, answer: Told | Unread | None) -> Outcome:
        """The message, or what remains of it: its bytes and the reason.

        :param answer: None for what is no ordinary message yet.
        """
        found = message.found
        if isinstance(found, Refused):
            kept = found.data or found.source.encode()
            return UnreadableMail(message.sha256, found.source, found.reason, kept)
        try:
            if answer is None:
                message, answer = self._written(message, found)
            if isinstance(answer, Unread):
                return _unreadable(message, answer)
            return self._whole(message, answer)
        except UnreadError as error:
            reason = error.message
        except NONSENSE:
            reason = say("intake.reader_stopped")
        return UnreadableMail(message.sha256, found.source, reason, found.data)

    def _written(self, message: Prepared, found: Raw) -> tuple[Prepared, Told | Unread]:
        """A message that was first made an ordinary one, as it is kept, and what stands in it."""
        ordinary = self._ordinary(found)
        if not found.keep:
            written = prepare(ordinary)
            return written, self.asking.ask(written)
        written = replace(prepare(ordinary), sha256=message.sha256)
        return Prepared(replace(ordinary, data=found.data), message.sha256), self.asking.ask(written)

    def _ordinary(self, raw: Raw) -> Raw:
        """The message written as RFC 5322 has it, where the export keeps it in a form of its own."""
        names, contents = [name for name, _ in raw.files], [content for _, content in raw.files]
        head, written = self.asking.child.ask(raw.form, raw.data, *contents, names=names)
        evidence, notes = told(head)
        found = replace(raw, evidence=(*raw.evidence, *evidence), notes=(*raw.notes, *notes))
        return replace(found, data=written[0], form="", files=())

    def _whole(self, message: Prepared, answer: Told) -> ReadMail:
        """The message with its attachments; a bad one only loses its own text."""
        mail, raw = answer.read.mail, message.found.data
        if not answer.read.files:
            return ReadMail(mail, raw, {})
        files = list(self._files(zip(answer.read.files, answer.contents, strict=True)))
        contents = {file.attachment.sha256: file.content for file in files}
        return ReadMail(_with(mail, files, answer.read.fields), raw, contents)

    def _files(self, attached: Iterable[tuple[File, Content]]) -> Iterator[_File]:
        """The attachments in order; a message made of thousands that cost much cannot hold up the others."""
        characters, failures = limits.ATTACHED_CHARACTERS, limits.FAILURES
        for said, content in attached:
            file = self._file(said, content, spent=characters <= 0 or failures <= 0)
            characters -= len(file.text.text)
            failures -= file.text.failure is not None
            yield file

    def _file(self, said: File, content: Content, spent: bool) -> _File:
        """:param spent: whether the message has cost so much already that its text is left unread."""
        data = content.data
        if said.problem or not data:
            text = _Text()
        elif spent and said.media_type in _READABLE:
            text = _Text(notes=("intake.attachment_unread",))
        else:
            text = self._text(said.media_type, content)
        problem = said.problem or text.problem
        return _File(Attachment(said.name, said.media_type, content.sha256, len(data), problem), data, text)

    def _text(self, media_type: str, content: Content) -> _Text:
        """The text of an attachment, read once for all the times it comes by."""
        if content.sha256 not in self.texts:
            self.texts[content.sha256] = self._extract(media_type, content)
            while len(self.texts) > _REMEMBERED:
                self.texts.popitem(last=False)
        return self.texts[content.sha256]

    def _extract(self, media_type: str, content: Content) -> _Text:
        if media_type in _UNREAD:
            return _Text(notes=("intake.text_not_read",))
        if media_type not in _READABLE:
            return _Text()
        try:
            question = self.asked.pop(content.sha256, None) or self._send(media_type, content.data)
            head, _ = self.asking.child.answer(question)
            text, fields = head["text"], msgspec.convert(head["fields"], Fields)
            if head["has_form"]:
                text = f"{self.asking.child.ask('pdf_form', content.data)[0]['text']}\n{text}"
                fields = self._fields(text)
        except UnreadError as error:
            return _Text(notes=("intake.attachment_unread",), failure=error.message)
        return _Text(text, fields, revived(head["problem"]), (head["note"],) if head["note"] else ())

    def _fields(self, text: str) -> Fields:
        """What the text says of the form, without the name of the file."""
        head, _ = self.asking.child.ask("fields", text.encode(), labels=self.labels)
        return msgspec.convert(head["fields"], Fields)


def _has_text(attached: tuple[File, Content]) -> bool:
    said, content = attached
    return said.media_type in _READABLE and not said.problem and bool(content.data)


def _with(mail: Mail, files: Sequence[_File], said: Sequence[tuple[FieldValue, ...]]) -> Mail:
    """The message with its attachments and their texts; ``said``: what its own texts say of the form."""
    texts = [file.text.text for file in files if file.text.text]
    return replace(
        mail,
        attachments=tuple(file.attachment for file in files),
        fields=best_fields([*(file.fields for file in files), *said]),
        form_text="\n".join([*texts, mail.form_text]),
        notes=(*mail.notes, *(note for file in files for note in file.notes)),
    )


def _unreadable(message: Prepared, why: Unread) -> UnreadableMail:
    return UnreadableMail(
        sha256=message.sha256,
        source=message.found.source,
        reason=why.reason,
        raw=message.found.data,
        message_id=why.message_id,
        sender=why.sender,
        subject=why.subject,
        date_header=why.date_header,
        arrival=why.arrival,
    )
