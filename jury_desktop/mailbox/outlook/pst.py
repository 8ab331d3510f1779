"""An Outlook data file (.pst, .ost) through libpff, in the reading process.

libpff gives no way into a message that is attached to a message; such an attachment is listed as locked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.outlook.item import Attached, Item
from jury_desktop.mailbox.outlook.properties import TYPES, Properties, Tag
from jury_desktop.mailbox.pieces import Pieces

_EMBEDDED = 5
_RECIPIENTS = 500
_FOLDERS, _DEPTH, _MESSAGES = 10_000, 50, 1_000_000
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


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the file.

    :param names: its name and those of the folders around it, outermost first.
    :param sent: what is in it was sent from here, or is still to be.
    :param deleted: what is in it was thrown away.
    :param count: the number of messages; None where that, or a folder within it, cannot be read.
    """

    names: tuple[str, ...]
    sent: bool
    deleted: bool
    count: int | None = 0
    content: Any = None


@dataclass(frozen=True, slots=True)
class _Special:
    """The identifiers of the folder around all others, of those for what is sent, and for what is deleted."""

    top: int
    sent: frozenset[int]
    deleted: frozenset[int]


def folders(file: Any) -> list[Folder]:
    """The folders of an opened file that hold messages, or cannot be read, in their order.

    The folder around them all is called by the file alone; Outlook does not show its name either.
    """
    special = _special(file)
    found: list[Folder] = []
    seen: set[int] = set()
    waiting = [(file.root_folder, Folder((), False, False))]
    while waiting:
        content, around = waiting.pop()
        if content.identifier in seen:
            continue
        seen.add(content.identifier)
        here = _here(content, around, special)
        inner, whole = _within(content)
        found += [here] if here.count != 0 else []
        if not whole or len(here.names) >= _DEPTH or len(seen) >= _FOLDERS:
            found.append(replace(here, count=None))
        if len(here.names) < _DEPTH and len(seen) < _FOLDERS:
            waiting += [(one, replace(here, names=(*here.names, name))) for one, name in reversed(inner)]
    return found


def _here(content: Any, around: Folder, special: _Special) -> Folder:
    """What a folder is; what holds for the folder around it holds for it too."""
    names = () if content.identifier == special.top else around.names
    thrown = bool(names) and _DELETED.fullmatch(names[-1]) is not None
    return Folder(
        names,
        sent=around.sent or content.identifier in special.sent,
        deleted=around.deleted or thrown or content.identifier in special.deleted,
        count=_count(content),
        content=content,
    )


def _special(file: Any) -> _Special:
    given = [properties(place) for place in (file.message_store, file.root_folder) if place is not None]
    sent = {_identifier(own.data(tag)) for own in given for tag in _SENT}
    deleted = {_identifier(own.data(Tag.IPM_WASTEBASKET)) for own in given}
    tops = [_identifier(own.data(Tag.IPM_SUBTREE)) for own in given]
    return _Special(max(tops, default=0), frozenset(sent - {0}), frozenset(deleted - {0}))


def _identifier(entry: bytes) -> int:
    """The number of the folder at the end of an entry id (MS-PST 2.4.3.2)."""
    return int.from_bytes(entry[20:24], "little")


def _count(folder: Any) -> int | None:
    try:
        count = int(folder.number_of_sub_messages)
    except OSError:
        return None
    return count if count <= _MESSAGES else None


def _within(folder: Any) -> tuple[list[tuple[Any, str]], bool]:
    """The folders within a folder with their names, and whether those are all."""
    try:
        numbers = range(min(folder.number_of_sub_folders, _FOLDERS))
    except OSError:
        return [], False
    found = [_named(folder, number) for number in numbers]
    return [one for one in found if one is not None], None not in found


def _named(folder: Any, number: int) -> tuple[Any, str] | None:
    """A folder within a folder, and its name; None for one that cannot be read."""
    try:
        inner = folder.get_sub_folder(number)
        return (inner, clean(inner.name or "?").replace("/", "_")) if inner.identifier else None
    except (OSError, AttributeError):
        return None


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
        yield Attached(own, Pieces.of(content))
