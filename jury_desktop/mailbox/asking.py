"""What the reading process says about messages: about many at once, and one by one when that goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from jury_desktop.domain.call import FormField
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import answers, limits
from jury_desktop.mailbox.answers import Again, Asked, Read, Unread
from jury_desktop.mailbox.child import Child, Question, UnreadError
from jury_desktop.mailbox.lift import SHOWN, TOKEN, Content, Lifted
from jury_desktop.mailbox.places import Raw
from jury_desktop.mailbox.prepare import Prepared

NONSENSE = (LookupError, TypeError, ValueError, AttributeError, RuntimeError)
"""What an answer raises that is none: a hostile message may have got hold of the process."""

_HEAD_BYTES = 64 * 1024
_HEAD_END = re.compile(rb"\n\r?\n")


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in a message, and the contents of its attachments in the order of ``read.files``."""

    read: Read
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """Messages that a reading process was asked about, and the question; None when that failed."""

    messages: Sequence[Prepared]
    question: Question | None


class Asking:
    """Asks a reading process about messages, for a call with these servers and this form."""

    def __init__(self, child: Child, own_servers: Sequence[str], labels: Sequence[FormField]) -> None:
        self.child = child
        self._own_servers, self._labels = tuple(own_servers), tuple(labels)

    def begin(self, messages: Sequence[Prepared]) -> Begun:
        """Asks about all in one question, without waiting for the answer."""
        try:
            return Begun(messages, self._sent(messages) if messages else None)
        except UnreadError:
            return Begun(messages, None)

    def finish(self, begun: Begun) -> list[Told | Unread]:
        """The answer about each message, or why there is none; what is to blame for that is found out."""
        messages = begun.messages
        try:
            if begun.question is not None:
                return self._answers(begun.question, messages)
            why = Unread(say("intake.reader_stopped"))
        except UnreadError as error:
            why = Unread(error.message)
        except NONSENSE:
            why = Unread(say("intake.reader_stopped"))
        if len(messages) == 1:
            return [self._heading(messages[0], why)]
        return [answer for message in messages for answer in self.finish(self.begin([message]))]

    def ask(self, message: Prepared) -> Told | Unread:
        """The answer about one message."""
        return self.finish(self.begin([message]))[0]

    def _sent(self, messages: Sequence[Prepared], shown: int | None = SHOWN) -> Question:
        """:param shown: how much of what was lifted out of them; None when they go as they are."""
        blobs: list[bytes] = []
        asked: list[Asked] = []
        for message in messages:
            lifted = Lifted(message.found.data) if shown is None else _lifted(message)
            blobs += (lifted.skeleton, *(content.shown(shown or 0) for content in lifted.contents))
            asked.append(_asked(message, lifted))
        request = answers.Request(TOKEN, self._own_servers, self._labels, tuple(asked))
        return self.child.send("mails", answers.packed(request), *blobs)

    def _answers(self, question: Question, messages: Sequence[Prepared]) -> list[Told | Unread]:
        _, (packed, *blobs) = self.child.answer(question)
        waiting = iter(blobs)
        return [
            self._told(message, answer, waiting)
            for message, answer in zip(messages, answers.answered(packed), strict=True)
        ]

    def _told(self, message: Prepared, answer: answers.Answer, waiting: Iterator[bytes]) -> Told | Unread:
        if isinstance(answer, Again):
            return self._again(message)
        if isinstance(answer, Unread):
            return answer
        if answer.mail.sha256 != message.sha256 or answer.mail.source != message.found.source:
            raise ValueError(answer.mail.source)
        return Told(answer, tuple(_contents(answer, waiting, message))) if answer.files else Told(answer)

    def _again(self, message: Prepared) -> Told | Unread:
        """The message is read with more of its contents in sight, as a long text needs; or else as it was."""
        for seen, shown in (message, limits.TEXT_BYTES), (replace(message, lifted=None), None):
            try:
                _, (packed, *blobs) = self.child.answer(self._sent([seen], shown))
                (answer,) = answers.answered(packed)
            except UnreadError as error:
                return Unread(error.message)
            if not isinstance(answer, Again):
                return self._told(seen, answer, iter(blobs))
        return Unread(say("intake.reader_stopped"))

    def _heading(self, message: Prepared, why: Unread) -> Unread:
        """What at least the headers say of a message that ended the process: they are asked about alone."""
        if not isinstance(message.found, Raw):
            return why
        alone = replace(message.found, data=_headers(message.found.data))
        try:
            _, (packed, *_) = self.child.answer(self._sent([replace(message, found=alone)], None))
            (answer,) = answers.answered(packed)
        except (UnreadError, *NONSENSE):
            return why
        if isinstance(answer, Again):
            return why
        said = answer.mail if isinstance(answer, Read) else answer
        return Unread(why.reason, said.message_id, said.sender, said.subject, said.date_header, said.arrival)


def _headers(raw: bytes) -> bytes:
    """The headers of a message, and nothing below them."""
    end = _HEAD_END.search(raw, 0, limits.MEBIBYTE)
    return raw[: end.end()] if end else raw[:_HEAD_BYTES]


def _asked(message: Prepared, lifted: Lifted) -> Asked:
    found, sizes = message.found, tuple(len(content.data) for content in lifted.contents)
    if isinstance(found, Raw):
        return Asked(message.sha256, found.source, found.evidence, found.notes, sizes)
    return Asked(message.sha256, found.source, sizes=sizes)


def _lifted(message: Prepared) -> Lifted:
    return message.lifted or Lifted(message.found.data)


def _contents(answer: Read, blobs: Iterator[bytes], message: Prepared) -> Iterator[Content]:
    """The content of every attachment; what the process sends back is hashed here.

    :raises ValueError: when messages within each other say the same over and over.
    """
    lifted, left = _lifted(message), 2 * limits.MESSAGE_BYTES
    for file in answer.files:
        if file.lifted is not None:
            yield lifted.contents[file.lifted]
            continue
        data = lifted.refilled(next(blobs), message.found.data)
        left -= len(data)
        if left < 0:
            raise ValueError
        yield Content(sha256(data).hexdigest(), data)
