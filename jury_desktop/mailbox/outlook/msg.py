"""A message saved from Outlook (.msg, MS-OXMSG): a compound file of properties."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.outlook.compound import Storage, open_compound
from jury_desktop.mailbox.outlook.item import Attached, Item
from jury_desktop.mailbox.outlook.packages import unpacked
from jury_desktop.mailbox.outlook.properties import LONGEST, OBJECT, TYPES, Properties, Tag
from jury_desktop.mailbox.pieces import NOTHING, Pieces

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLE = "__properties_version1.0"
_MESSAGE, _EMBEDDED, _PART = 32, 24, 8
"""Length of the head of the table of properties: of the message, one within it, a recipient or attachment."""
_STREAM = re.compile(r"__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})", re.IGNORECASE)
_ROW = struct.Struct("<HHI8s")
_FIXED = frozenset((2, 3, 11, 0x40))
_RECIPIENTS = 500
_DEPTH = 20
_TAGS = frozenset(map(int, Tag))
_READ = _TAGS - {Tag.ATTACH_DATA}


def is_message(data: bytes) -> bool:
    """Whether this is a compound file with a message in it."""
    return data.startswith(_COMPOUND) and _TABLE.encode("utf-16-le") in data


def read(data: bytes) -> Item:
    """The message of a .msg file.

    :raises JuryError: when it is broken, or no message.
    """
    root = open_compound(data)
    if not root.size(_TABLE):
        raise refuse("intake.outlook_broken")
    return _item(root, _MESSAGE, "", 0)


def _item(storage: Storage, head: int, codec: str, depth: int) -> Item:
    if depth > _DEPTH:
        raise refuse("intake.too_deep", depth=_DEPTH)
    properties = _properties(storage, head, codec)
    parts = list(storage.storages("__attach_version1.0_"))
    if len(parts) > limits.PARTS:
        raise refuse("intake.too_many_parts", parts=limits.PARTS)
    recipients = list(storage.storages("__recip_version1.0_"))[:_RECIPIENTS]
    letters = properties.letters
    return Item(
        properties,
        [_properties(part, _PART, letters) for part in recipients],
        [_attached(part, letters, depth) for part in parts],
    )


def _attached(storage: Storage, codec: str, depth: int) -> Attached:
    properties = _properties(storage, _PART, codec)
    held = storage.storage(f"__substg1.0_{Tag.ATTACH_DATA:04X}{OBJECT:04X}")
    if held is None:
        return Attached(properties, _content(storage))
    if held.size(_TABLE):
        return Attached(properties, embedded=_item(held, _EMBEDDED, codec, depth + 1))
    return Attached(properties, unpacked(held))


def _content(storage: Storage) -> Pieces:
    """The bytes of an attachment."""
    kinds = sorted(kind for tag, kind in _named(storage) if tag == Tag.ATTACH_DATA)
    found = _stream(storage, Tag.ATTACH_DATA, kinds[0]) if kinds else None
    return found or NOTHING


def _properties(storage: Storage, head: int, codec: str) -> Properties:
    """Fixed values stand in the table, the others in a stream each; the first value of a property counts.

    What is attached is none of them: it may be large, and stays where it lies.
    """
    table = storage.stream(_TABLE) or b""
    rows = table[head : len(table) - (len(table) - head) % _ROW.size] if len(table) > head else b""
    values: dict[int, tuple[int, bytes]] = {}
    for kind, tag, _, value in _ROW.iter_unpack(rows):
        if tag not in _READ or kind not in TYPES or tag in values:
            continue
        if kind in _FIXED:
            values[tag] = kind, value
        elif (stream := _stream(storage, tag, kind)) is not None:
            values[tag] = kind, _beginning(stream)
    for tag, kind in _named(storage):  # some programs write no table
        if tag in _READ and tag not in values and (stream := _stream(storage, tag, kind)) is not None:
            values[tag] = kind, _beginning(stream)
    return Properties(values, codec)


def _stream(storage: Storage, tag: int, kind: int) -> Pieces | None:
    return storage.pieces(f"__substg1.0_{tag:04X}{kind:04X}")


def _beginning(stream: Pieces) -> bytes:
    """As much of a property as is read, and one byte more, which tells that there is more."""
    return next(stream.blocks(LONGEST + 1), b"")


def _named(storage: Storage) -> Iterator[tuple[int, int]]:
    """(property, type) of the streams that hold one."""
    for name in storage.streams():
        found = _STREAM.fullmatch(name)
        if found and (tag := int(found[1], 16)) in _TAGS and (kind := int(found[2], 16)) in TYPES:
            yield tag, kind
