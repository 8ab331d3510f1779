"""An Outlook data file (.pst, .ost) through libpff, in the reading process.

libpff gives no way into a message that is attached to a message; such an attachment is listed as locked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.outlook.item import Attached, Item
from jury_desktop.mailbox.outlook.properties import TYPES, Properties, Tag

_EMBEDDED = 5
_RECIPIENTS = 500
_FOLDERS, _DEPTH = 10_000, 50
_TAGS = frozenset(map(int, Tag))
_SENT = (Tag.IPM_SENT_MAIL, Tag.IPM_OUTBOX, Tag.IPM_DRAFTS)
_DELETED = re.compile(
    r"deleted items|verwijderde items|éléments supprimés|gelöschte elemente|prullenbak|trash", re.IGNORECASE
)


class Entry(Protocol):
    """A property as libpff gives it."""

    entry_type: int | None
    value_type: int
    data: bytes | None


class Record(Protocol):
    """A set of properties as libpff gives it."""

    entries: Sequence[Entry]


class Entries(Protocol):
    """Whatever has properties: a message, the recipients of one, an attachment, a folder."""

    record_sets: Sequence[Record]


@dataclass(slots=True)
class Folder:
    """A folder of the file that holds messages.

    :param names: its name and those of the folders around it, outermost first.
    :param sent: what is in it was sent from here, or is still to be.
    :param deleted: what is in it was thrown away.
    :param count: the number of messages; None where that cannot be read.
    """

    names: tuple[str, ...]
    sent: bool
    deleted: bool
    count: int | None
    content: Any


def folders(file: Any) -> list[Folder]:
    """The folders of an opened file that hold messages, in their order.

    The folder around them all is called by the file alone; Outlook does not show its name either.
    """
    top, sent, deleted = _special(file)
    found: list[Folder] = []
    seen: set[int] = set()
    waiting: list[tuple[Any, tuple[str, ...], bool, bool]] = [(file.root_folder, (), False, False)]
    while waiting and len(seen) < _FOLDERS:
        folder, names, is_sent, is_deleted = waiting.pop()
        if folder is None or folder.identifier in seen or len(names) > _DEPTH:
            continue
        seen.add(folder.identifier)
        names = () if folder.identifier == top else names
        is_sent = is_sent or folder.identifier in sent
        thrown = bool(names) and _DELETED.fullmatch(names[-1]) is not None
        is_deleted = is_deleted or thrown or folder.identifier in deleted
        count = _count(folder)
        if count != 0:
            found.append(Folder(names, is_sent, is_deleted, count, folder))
        waiting += [(inner, (*names, name), is_sent, is_deleted) for inner, name in reversed(_within(folder))]
    return found


def _special(file: Any) -> tuple[int, set[int], set[int]]:
    """The identifiers of the folder around all others, of those for what is sent, and for what is deleted."""
    top = 0
    sent: set[int] = set()
    deleted: set[int] = set()
    for place in (file.message_store, file.root_folder):
        own = properties(place) if place is not None else Properties()
        top = top or _identifier(own.data(Tag.IPM_SUBTREE))
        sent |= {_identifier(own.data(tag)) for tag in _SENT}
        deleted.add(_identifier(own.data(Tag.IPM_WASTEBASKET)))
    return top, sent - {0}, deleted - {0}


def _identifier(entry: bytes) -> int:
    """The number of the folder at the end of an entry id (MS-PST 2.4.3.2)."""
    return int.from_bytes(entry[20:24], "little")


def _count(folder: Any) -> int | None:
    try:
        return int(folder.number_of_sub_messages)
    except OSError:
        return None


def _within(folder: Any) -> list[tuple[Any, str]]:
    """The folders within a folder, with their names."""
    try:
        inner = [folder.get_sub_folder(number) for number in range(folder.number_of_sub_folders)]
        return [(one, clean(one.name or "?").replace("/", "_")) for one in inner if one is not None]
    except OSError:
        return []


def item(message: Any) -> Item:
    """A message of the file.

    :raises JuryError: when it is broken, or larger than any mail.
    """
    try:
        attached = range(getattr(message, "number_of_attachments", 0))
        if len(attached) > limits.PARTS:
            raise refuse("intake.too_many_parts", parts=limits.PARTS)
        return Item(
            properties(message),
            list(islice(_recipients(message), _RECIPIENTS)),
            list(_attachments(message, len(attached))),
        )
    except OSError as error:
        raise refuse("intake.outlook_broken") from error


def properties(holder: Entries) -> Properties:
    """The first set of properties: that of the thing itself."""
    return next((_read(record) for record in holder.record_sets), Properties())


def _read(record: Record) -> Properties:
    known = (one for one in record.entries if one.entry_type in _TAGS and one.value_type in TYPES)
    values = {int(one.entry_type or 0): (one.value_type, one.data or b"") for one in known}
    return Properties(values, "cp1252")


def _recipients(message: Any) -> Iterator[Properties]:
    table: Entries | None = getattr(message, "recipients", None)
    if table is not None:
        yield from (_read(record) for record in table.record_sets)


def _attachments(message: Any, count: int) -> Iterator[Attached]:
    left = limits.MESSAGE_BYTES
    for number in range(count):
        attached = message.get_attachment(number)
        own = properties(attached)
        if own.number(Tag.ATTACH_METHOD) == _EMBEDDED:
            yield Attached(own, locked=True)
            continue
        left -= attached.size
        if left < 0:
            raise refuse("intake.too_large", megabytes=limits.MESSAGE_BYTES // limits.MEBIBYTE)
        content = attached.read_buffer(attached.size) if attached.size else b""
        if len(content) != attached.size:
            raise refuse("intake.outlook_broken")
        yield Attached(own, content)
