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

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.mailbox import emlx, headers, limits, olm, sent, wire
from jury_desktop.mailbox.documents import extract
from jury_desktop.mailbox.lift import Stretch, WholeError
from jury_desktop.mailbox.mime import File, Opened, take_apart
from jury_desktop.mailbox.outlook import operations
from jury_desktop.mailbox.parse import breaks_off

Answer = tuple[dict[str, Any], Sequence[bytes]]


def main(arguments: Sequence[str]) -> NoReturn:
    """Answers requests until stdin ends.

    :param arguments: the last two are the memory in bytes and the processor seconds per request.
    """
    memory, cpu_seconds = (int(value) for value in arguments[-2:])
    limits.confine(memory)
    queue = _listen(os.fdopen(0, "rb", closefd=False))
    answers = _private_stdout()
    while True:
        head, blobs = queue.get()
        limits.allow_cpu(cpu_seconds)
        wire.write(answers, *_answer(head, blobs))


def _private_stdout() -> IO[bytes]:
    """The answers go out alone: whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


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
            return _mails(blobs, head)
        return _OPERATIONS[head["do"]](blobs[0], head)
    except WholeError:
        return {"again": True}, ()
    except JuryError as refusal:
        return {"failed": _message(refusal.message)}, ()
    except MemoryError:
        return {"failed": {"key": "intake.too_costly", "values": {}}}, ()
    except RecursionError:
        return {"failed": {"key": "intake.too_deep", "values": {"depth": limits.DEPTH}}}, ()
    except Exception as error:
        return {"failed": {"key": "intake.malformed", "values": {"detail": type(error).__name__}}}, ()


def _mails(blobs: Sequence[bytes], head: dict[str, Any]) -> Answer:
    """Many messages, each with what is shown of its attachments; each fails alone."""
    answers: list[dict[str, Any]] = []
    contents: list[bytes] = []
    waiting = iter(blobs)
    for sizes in head["sizes"]:
        raw = next(waiting)
        stretches = [Stretch(number, next(waiting), size) for number, size in enumerate(sizes)]
        said, found = _answer({"do": "mail", "token": head["token"], "stretches": stretches}, [raw])
        answers.append({**said, "blobs": len(found)})
        contents += found
    return {"mails": answers}, contents


def _mail(raw: bytes, head: dict[str, Any]) -> Answer:
    opened = take_apart(raw, head.get("stretches", ()), head.get("token", ""))
    attached = [file for file in opened.files if not file.decorates]
    said = {**_headers(opened), "text": opened.text, "nested": opened.nested}
    said |= {"files": [_file(file) for file in attached], "automatic": _message(opened.automatic)}
    said |= {"breaks_off": breaks_off(opened.message)}
    return said, [file.content for file in attached if file.lifted is None]


def _file(file: File) -> dict[str, Any]:
    said = {"name": file.name, "media_type": file.media_type, "lifted": file.lifted}
    return {**said, "problem": _message(file.problem)}


def _headers(opened: Opened) -> dict[str, Any]:
    message = opened.message
    return {
        "message_id": headers.message_id(message),
        "in_reply_to": headers.identifiers(message, "In-Reply-To"),
        "references": [*headers.identifiers(message, "References"), *headers.conversation(message)],
        "sender": headers.sender(message),
        "recipients": headers.addresses(message, "To", "Cc", "Bcc")[:200],
        "subject": headers.text(message, "Subject"),
        "date": headers.value(message, "Date"),
        "received": headers.values(message, "Received")[: limits.RECEIVED_LINES],
        "sent": sent.by_headers(message),
    }


def _document(data: bytes, head: dict[str, Any]) -> Answer:
    found = extract(data, head["media_type"])
    return {
        "text": found.text,
        "problem": _message(found.problem),
        "note": found.note,
        "has_form": found.has_form,
    }, ()


def _pdf_form(data: bytes, _head: dict[str, Any]) -> Answer:
    from jury_desktop.mailbox.documents import pdf_form

    return {"text": pdf_form.text(data)[: limits.TEXT_CHARACTERS]}, ()


def _pdf_pages(data: bytes, head: dict[str, Any]) -> Answer:
    from jury_desktop.mailbox.documents import pdf

    return {"pages": pdf.draw(data), "place": pdf.find(data, head.get("find", ()))}, ()


def _message(message: Message | None) -> dict[str, Any] | None:
    return None if message is None else {"key": message.key, "values": dict(message.values)}


_OPERATIONS: dict[str, Callable[[bytes, dict[str, Any]], Answer]] = {
    "mail": _mail,
    "document": _document,
    "pdf_form": _pdf_form,
    "pdf_pages": _pdf_pages,
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
