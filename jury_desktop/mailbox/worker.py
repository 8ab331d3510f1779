"""The reading process: takes messages and attachments apart, so that a hostile one hurts this process only.

Started as ``python -m jury_desktop.mailbox.worker``, or with ``--mailbox-worker`` by a frozen program. It
answers frames on stdin with frames on stdout, and ends when its parent does.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import IO, Any, NoReturn

import msgspec

from jury_desktop.domain.call import FormField
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.form import read_fields
from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import answers, emlx, limits, olm, wire
from jury_desktop.mailbox.describe import describe
from jury_desktop.mailbox.documents import extract
from jury_desktop.mailbox.documents.drawing import DESK
from jury_desktop.mailbox.lift import Stretch, WholeError
from jury_desktop.mailbox.outlook import operations

Answer = tuple[dict[str, Any], Sequence[bytes]]


def main(arguments: Sequence[str]) -> NoReturn:
    """Answers requests until stdin ends.

    :param arguments: the last two are the memory in bytes and the processor seconds per request.
    """
    memory, cpu_seconds = (int(value) for value in arguments[-2:])
    limits.confine(memory)
    queue = _listen(os.fdopen(0, "rb", closefd=False))
    out = _private_stdout()
    while True:
        head, blobs = queue.get()
        limits.allow_cpu(cpu_seconds)
        wire.write(out, *_answer(head, blobs))
        del head, blobs  # large ones are let go before the next is waited for


def _private_stdout() -> IO[bytes]:
    """The answers go out alone: whatever a library prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return out


def _listen(requests: IO[bytes]) -> SimpleQueue[wire.Frame]:
    """Reads requests beside the work, to notice even in the middle of a message that the parent is gone."""
    queue: SimpleQueue[wire.Frame] = SimpleQueue()

    def listen() -> None:
        try:
            while (frame := wire.read(requests)) is not None:
                queue.put(frame)
        finally:
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return queue


def _answer(head: dict[str, Any], blobs: Sequence[bytes]) -> Answer:
    """The answer, or the reason why there is none: whatever a hostile file provokes costs this file only."""
    try:
        if head["do"] in _REWRITING:
            return {}, [_REWRITING[head["do"]](blobs[0], dict(zip(head["names"], blobs[1:], strict=True)))]
        if head["do"] == "mails":
            return {}, _mails(blobs)
        return _OPERATIONS[head["do"]](blobs[0], head)
    except Exception as error:
        return {"failed": _message(_reason(error))}, ()


def _reason(error: Exception) -> Message:
    """Why something cannot be read, by what went wrong."""
    if isinstance(error, JuryError):
        return error.message
    if isinstance(error, MemoryError):
        return say("intake.too_costly")
    if isinstance(error, RecursionError):
        return say("intake.too_deep", depth=limits.DEPTH)
    return say("intake.malformed", detail=type(error).__name__)


def _mails(blobs: Sequence[bytes]) -> list[bytes]:
    """Many messages, each with what is shown of its attachments; each fails alone."""
    request, waiting = answers.requested(blobs[0]), iter(blobs[1:])
    found: list[answers.Answer] = []
    contents: list[bytes] = []
    for asked in request.messages:
        raw = next(waiting)
        stretches = [Stretch(number, next(waiting), size) for number, size in enumerate(asked.sizes)]
        answer, files = _mail(asked, raw, stretches, request)
        found.append(answer)
        contents += files
    return [answers.packed(found), *contents]


def _mail(
    asked: answers.Asked, raw: bytes, stretches: Sequence[Stretch], request: answers.Request
) -> tuple[answers.Answer, list[bytes]]:
    try:
        return describe(asked, raw, stretches, request)
    except WholeError:
        return answers.Again(), []
    except Exception as error:
        return answers.Unread(_reason(error)), []


def _document(data: bytes, head: dict[str, Any]) -> Answer:
    found = extract(data, head["media_type"])
    return {
        "text": found.text,
        "problem": _message(found.problem),
        "note": found.note,
        "has_form": found.has_form,
        "fields": _said(found.text, head),
    }, ()


def _fields(data: bytes, head: dict[str, Any]) -> Answer:
    return {"fields": _said(data.decode(), head)}, ()


def _said(text: str, head: dict[str, Any]) -> Sequence[FieldValue]:
    """What the text of an attachment says of the form, for who names the labels of one."""
    labels = msgspec.convert(head.get("labels", ()), tuple[FormField, ...])
    return read_fields(text, "", labels) if labels and text else ()


def _pdf_form(data: bytes, _head: dict[str, Any]) -> Answer:
    from jury_desktop.mailbox.documents import pdf_form

    return {"text": pdf_form.text(data)[: limits.TEXT_CHARACTERS]}, ()


def _message(message: Message | None) -> dict[str, Any] | None:
    return None if message is None else {"key": message.key, "values": dict(message.values)}


_OPERATIONS: dict[str, Callable[[bytes, dict[str, Any]], Answer]] = {
    "document": _document,
    "fields": _fields,
    "pdf_form": _pdf_form,
    "lay": DESK.lay,
    "page": DESK.page,
    "msg": operations.message_file,
    "tnef": operations.wrapping,
    "pst_folders": operations.folders,
    "pst_message": operations.message_within,
}

_REWRITING: dict[str, Callable[[bytes, dict[str, bytes]], bytes]] = {
    emlx.FORM: emlx.put_back,
    olm.FORM: olm.rewrite,
}
"""What makes an ordinary message of other forms, by :attr:`~jury_desktop.mailbox.places.Raw.form`."""

if __name__ == "__main__":
    main(sys.argv)
