"""A kept file made fit to look at: pages and pictures as they are, other documents as their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox.child import Child, UnreadError, revived
from jury_desktop.services.ports import Dossier
from jury_desktop.services.unreadable import MESSAGE_TYPES

_PICTURES = frozenset({"image/png", "image/jpeg"})
_NO_TEXT = ("image/", "audio/", "video/")


class Show(StrEnum):
    """How a file is looked at."""

    PAGES = "pages"
    PICTURE = "picture"
    TEXT = "text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be shown of a file.

    :param content: the bytes, of pages and pictures only.
    :param place: where on the pages stands what was looked for: page from 0, and points below its upper edge.
    :param why: why there is nothing to show, or None.
    """

    show: Show
    content: bytes = b""
    text: str = ""
    place: tuple[int, float] | None = None
    why: Message | None = None


def may_be_handed_out(attachment: Attachment) -> bool:
    """Whether a copy may be saved: all that the program opens, what only lacks its password, and messages."""
    problem = attachment.problem
    if problem is None or attachment.media_type in MESSAGE_TYPES:
        return True
    return problem.key == "intake.attachment_encrypted"


def preview(dossier: Dossier, attachment: Attachment, find: Sequence[str] = ()) -> Preview:
    """What can be shown of an attachment; one with a problem is never opened.

    :param find: texts of which the first that stands on a page is looked for.
    """
    if attachment.problem is not None:
        return Preview(Show.NOTHING, why=attachment.problem)
    with dossier.read() as uow:
        content = uow.blobs.get(attachment.sha256)
    if attachment.media_type == "application/pdf":
        return _pages(content, find)
    if attachment.media_type in _PICTURES:
        return Preview(Show.PICTURE, content)
    if not content or attachment.media_type.startswith(_NO_TEXT):
        return Preview(Show.NOTHING, why=say("import.no_preview"))
    return _text(attachment, content)


def _pages(content: bytes, find: Sequence[str]) -> Preview:
    """The pages, once a process of its own has drawn some: what would hurt hurts that one, not the window."""
    try:
        with Child() as reading:
            head, _ = reading.ask("pdf_pages", content, find=list(find))
    except UnreadError as error:
        return Preview(Show.NOTHING, why=error.message)
    place = head["place"]
    return Preview(Show.PAGES, content, place=(int(place[0]), float(place[1])) if place else None)


def _text(attachment: Attachment, content: bytes) -> Preview:
    """The text of a document, read in a process of its own, for it may be hostile."""
    try:
        with Child() as reading:
            head, _ = reading.ask("document", content, media_type=attachment.media_type)
    except UnreadError as error:
        return Preview(Show.NOTHING, why=error.message)
    if problem := revived(head["problem"]):
        return Preview(Show.NOTHING, why=problem)
    if not head["text"].strip():
        return Preview(Show.NOTHING, why=say("import.no_preview"))
    return Preview(Show.TEXT, text=head["text"])
