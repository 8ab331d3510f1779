"""A kept file made fit to look at: pages and pictures as pixels, other documents as their text.

Whatever came by mail is opened in a process of its own, for it may be hostile; nothing of it is decoded here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox.child import UnreadError, revived
from jury_desktop.mailbox.drawing import Drawer, Drawn, Pages
from jury_desktop.services.unreadable import MESSAGE_TYPES

__all__ = ["Drawer", "Drawn", "Pages", "Preview", "Show", "letter_pages", "may_be_handed_out", "preview"]

PDF = "application/pdf"
_DRAWN = frozenset({PDF, "image/png", "image/jpeg", "image/gif", "image/bmp"})
_NO_TEXT = ("image/", "audio/", "video/")
_OF_A_FILE = "intake.attachment_"
"""How every reason begins that is about an attachment, not about a message as a whole."""


class Show(StrEnum):
    """How a file is looked at."""

    PAGES = "pages"
    TEXT = "text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be shown of a file.

    :param pages: a PDF, or a picture as one page, which are drawn as they are looked at.
    :param why: why there is nothing to show, or None.
    """

    show: Show
    pages: Pages | None = None
    text: str = ""
    why: Message | None = None


def may_be_handed_out(attachment: Attachment) -> bool:
    """Whether a copy may be saved: all that the program opens, what only lacks its password, and a message
    that could not be read. A program that calls itself a message is none of these."""
    problem = attachment.problem
    if problem is None or problem.key == "intake.attachment_encrypted":
        return True
    return attachment.media_type in MESSAGE_TYPES and not problem.key.startswith(_OF_A_FILE)


def preview(attachment: Attachment, content: bytes, drawer: Drawer, find: Sequence[str] = ()) -> Preview:
    """What can be shown of an attachment with this content.

    :param drawer: opens it, and draws its pages.
    :param find: texts of which the first that stands on a page is looked for.
    """
    if attachment.problem is not None:
        return Preview(Show.NOTHING, why=attachment.problem)
    try:
        if attachment.media_type in _DRAWN:
            return Preview(Show.PAGES, Pages(drawer, content, attachment.media_type, find))
        if not content or attachment.media_type.startswith(_NO_TEXT):
            return Preview(Show.NOTHING, why=say("import.no_preview"))
        return _text(attachment, content, drawer)
    except UnreadError as error:
        return Preview(Show.NOTHING, why=error.message)


def letter_pages(content: bytes, drawer: Drawer) -> Pages:
    """The pages of a letter, which is drawn as everything is."""
    return Pages(drawer, content, PDF)


def _text(attachment: Attachment, content: bytes, drawer: Drawer) -> Preview:
    head, _ = drawer.ask("document", content, media_type=attachment.media_type)
    if problem := revived(head["problem"]):
        return Preview(Show.NOTHING, why=problem)
    if not head["text"].strip():
        return Preview(Show.NOTHING, why=say("import.no_preview"))
    return Preview(Show.TEXT, text=head["text"])
