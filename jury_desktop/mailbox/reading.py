"""What the reading process does with messages and documents: takes them apart and says what is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from jury_desktop.domain.call import FormField
from jury_desktop.domain.form import read_fields
from jury_desktop.domain.mail import FieldValue
from jury_desktop.mailbox import answers, emlx, limits, olm
from jury_desktop.mailbox.describe import describe
from jury_desktop.mailbox.documents import extract
from jury_desktop.mailbox.documents.drawing import Answer
from jury_desktop.mailbox.lift import Stretch, WholeError
from jury_desktop.mailbox.outlook import operations
from jury_desktop.mailbox.refusals import plain, reason


def answer(head: dict[str, Any], blobs: Sequence[bytes]) -> Answer:
    """The answer to one question, which ``do`` in its head names.

    :raises Exception: whatever a hostile file provokes.
    """
    if head["do"] in _REWRITING:
        return {}, [_REWRITING[head["do"]](blobs[0], dict(zip(head["names"], blobs[1:], strict=True)))]
    if head["do"] == "mails":
        return {}, _mails(blobs)
    return _OPERATIONS[head["do"]](blobs[0], head)


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
        return answers.Unread(reason(error)), []


def _document(data: bytes, head: dict[str, Any]) -> Answer:
    found = extract(data, head["media_type"])
    return {
        "text": found.text,
        "problem": plain(found.problem),
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


_OPERATIONS: dict[str, Callable[[bytes, dict[str, Any]], Answer]] = {
    "document": _document,
    "fields": _fields,
    "pdf_form": _pdf_form,
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
