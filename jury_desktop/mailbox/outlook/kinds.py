"""What the class of a message says, as a mail says it: report, automatic reply, meeting, draft, sealed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jury_desktop.mailbox.outlook.item import Item
from jury_desktop.mailbox.outlook.properties import Tag
from jury_desktop.mailbox.pieces import NOTHING, Pieces

_UNSENT, _FROM_ME = 0x08, 0x20
"""In PidTagMessageFlags (MS-OXCMSG 2.2.1.6)."""
_HEAD = 16_384
"""More than the header lines of a part take, in bytes."""
_TYPED = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:", re.IGNORECASE)
"""Header lines, one of which says what follows them."""
_READ = (".ipnrn", ".ipnnrn")
_AWAY = ("ipm.note.rules.ooftemplate", "ipm.note.rules.replytemplate")
_ITEMS = {"ipm.appointment": "appointment", "ipm.task": "task", "ipm.stickynote": "note"}
_ITEMS |= {"ipm.contact": "person", "ipm.distlist": "person", "ipm.abchperson": "person"}
_ITEMS |= {"ipm.activity": "activity", "ipm.microsoft.": "object", "ipm.configuration.": "object"}
"""What lies in an Outlook file and is no message, with Exchange's content class for it."""


@dataclass(frozen=True, slots=True)
class ContentType:
    """The media type of a message as mail.

    :param whole: the content brings its own type, with its header lines.
    :param sealed: the content can only be opened with a key.
    """

    name: str = "multipart/mixed"
    content: Pieces = NOTHING
    whole: bool = False
    sealed: bool = False


def content_type(item: Item) -> ContentType:
    """The type that goes with the message class (MS-OXCMAIL 2.1.3, MS-OXOSMIME 2.1)."""
    kind = item.kind
    if kind.startswith("report."):
        read = "disposition-notification" if kind.endswith(_READ) else "delivery-status"
        return ContentType(f"multipart/report; report-type={read}")
    if kind.startswith("ipm.note.smime") and item.attachments:
        content = item.attachments[0].content
        if kind.endswith("multipartsigned") and _TYPED.match(next(content.blocks(_HEAD), b"")):
            return ContentType(content=content, whole=True)
        return ContentType("application/pkcs7-mime", content, sealed=True)
    return ContentType()


def marks(item: Item) -> list[tuple[str, str]]:
    """Header fields for what Outlook says with a class."""
    content = _content_class(item.kind)
    return [
        ("Auto-Submitted", "auto-replied" if item.kind.startswith(_AWAY) else ""),
        ("Content-Class", f"urn:content-classes:{content}" if content else ""),
    ]


def _content_class(kind: str) -> str:
    if kind.startswith("ipm.schedule."):
        return "calendarmessage"
    return next((content for prefix, content in _ITEMS.items() if kind.startswith(prefix)), "")


def is_mail(item: Item) -> bool:
    """Whether it is a message, rather than an appointment, contact, task or note."""
    return not item.kind.startswith(tuple(_ITEMS))


def is_draft(item: Item) -> bool:
    """Whether it was never sent."""
    return bool(_flags(item) & _UNSENT)


def is_from_here(item: Item) -> bool:
    """Whether the owner of the mailbox wrote it."""
    return bool(_flags(item) & _FROM_ME)


def _flags(item: Item) -> int:
    return item.properties.number(Tag.MESSAGE_FLAGS) or 0
