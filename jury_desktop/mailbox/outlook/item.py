"""A message as Outlook keeps it, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from jury_desktop.mailbox.outlook.properties import Properties, Tag
from jury_desktop.mailbox.pieces import NOTHING, Pieces

_IN_TEXT = 4
"""In PidTagAttachFlags: rendered in the HTML (MS-OXCMSG 2.2.2.18)."""
BY_REFERENCE, BY_WEB_REFERENCE = (2, 3, 4), 7
"""Attach methods (MS-OXCMSG 2.2.2.9) whose content lies elsewhere."""


@dataclass(slots=True)
class Attached:
    """An attachment: its bytes, or the message it holds.

    :param embedded: the message, where it is one.
    :param locked: whether it holds a message that this format's reader cannot open.
    """

    properties: Properties
    content: Pieces = NOTHING
    embedded: Item | None = None
    locked: bool = False

    @property
    def name(self) -> str:
        """What it was called, as far as is known."""
        name = self.properties.text(Tag.ATTACH_LONG_FILENAME, Tag.ATTACH_FILENAME, Tag.DISPLAY_NAME)
        extension = self.properties.text(Tag.ATTACH_EXTENSION)
        return name if "." in name or not name else name + extension

    @property
    def content_id(self) -> str:
        """The name by which the text shows it; empty where it does not."""
        return self.properties.text(Tag.ATTACH_CONTENT_ID).strip("<>")

    @property
    def is_hidden(self) -> bool:
        """Whether Outlook lists it nowhere: it stands in the text itself."""
        flags = self.properties.number(Tag.ATTACH_FLAGS) or 0
        return bool(flags & _IN_TEXT) or bool(self.properties.number(Tag.ATTACHMENT_HIDDEN))

    @property
    def lies_elsewhere(self) -> bool:
        """Whether the message holds only a path or link to it."""
        method = self.properties.number(Tag.ATTACH_METHOD)
        return not self.content and (method in BY_REFERENCE or method == BY_WEB_REFERENCE)


@dataclass(slots=True)
class Item:
    """A message: its properties, those of each recipient, and its attachments.

    :param cut: whether the file broke off, so that something may be missing.
    """

    properties: Properties = field(default_factory=Properties)
    recipients: list[Properties] = field(default_factory=list)
    attachments: list[Attached] = field(default_factory=list)
    cut: bool = False

    @property
    def kind(self) -> str:
        """The message class in lower case: "ipm.note", "report.ipm.note.ndr" …"""
        return self.properties.text(Tag.MESSAGE_CLASS).strip().lower()
