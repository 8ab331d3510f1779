"""What Outlook made of a message or of attachments, when it comes attached to an ordinary mail."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from email.message import Message as Part
from secrets import token_hex

from jury_desktop.domain.errors import JuryError
from jury_desktop.mailbox.lift import Stretch, put_back
from jury_desktop.mailbox.outlook import msg, tnef
from jury_desktop.mailbox.outlook.item import Item
from jury_desktop.mailbox.outlook.rewrite import as_mime, lifted
from jury_desktop.mailbox.parse import message_from

_BROKEN = (JuryError, OSError, ValueError, IndexError, OverflowError, RecursionError, struct.error)


@dataclass(frozen=True, slots=True)
class Within:
    """The message that an attachment holds, with its parts.

    :param spent: whether nothing is left to say of the attachment itself: a winmail.dat that was read whole.
    :param apart: whether it is a message of its own, rather than the other half of the mail it came with.
    """

    message: Part
    spent: bool
    apart: bool


def within(content: bytes) -> Within | None:
    """The message in a .msg or winmail.dat; None for anything else, and for what cannot be read."""
    wrapped = content.startswith(tnef.SIGNATURE)
    if not wrapped and not msg.is_message(content):
        return None
    try:
        item = (tnef.read if wrapped else msg.read)(content)
        return None if _is_empty(item) else Within(_parsed(item), wrapped and not item.cut, not wrapped)
    except _BROKEN:
        return None


def _parsed(item: Item) -> Part:
    """The message as it is read. Its attachments need not be written in base64 only to be decoded again; but
    one that holds a message is written whole, for that is an attachment by itself.
    """
    if any(one.embedded is not None for one in item.attachments):
        return message_from(as_mime(item))
    token = token_hex()
    source, contents = lifted(item, token)
    message = message_from(source)
    stretches = [Stretch(None, bytes(content), len(content)) for content in contents]
    put_back(message.walk(), stretches, token)
    return message


def _is_empty(item: Item) -> bool:
    return not item.attachments and not item.properties.values
