"""Messages as Outlook saves and wraps them, written for the tests (MS-OXMSG, MS-OXTNEF, MS-OXRTFCP)."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from jury_desktop.mailbox.outlook.properties import (
    BINARY,
    BOOLEAN,
    INTEGER32,
    STRING8,
    TIME,
    UNICODE,
    Tag,
    filetime,
)
from tests.mailbox.builders import on, received
from tests.mailbox.outlook.compound import Tree, compound

Value = str | bytes | bool | int | datetime | tuple[int, bytes]
"""What a property holds; (type, bytes) for what Python has no type for."""
Given = Mapping[Tag, Value]
Attachment = tuple[Given, "Tree | None"]
"""The properties of an attachment, and the storage it holds, if any."""

HEADERS = f"""Received: {received(on(2, "22:15"))}
From: Liesbet Aerts <info@debrug.example>
To: kandidaturen@mechelen.example
Subject: Kandidatuur De Brug
Date: Fri, 02 Jun 2023 22:14:50 +0200
Message-ID: <1@debrug.example>
Content-Type: multipart/mixed; boundary=weg
"""
DELIVERED = datetime(2023, 6, 2, 20, 15, 3, tzinfo=UTC)
"""When the server put the message in the mailbox: 22:15:03 in Brussels."""


def coded(value: Value) -> tuple[int, bytes]:
    """Type and bytes of a property."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool):
        return BOOLEAN, struct.pack("<?", value)
    if isinstance(value, int):
        return INTEGER32, struct.pack("<i", value)
    if isinstance(value, datetime):
        return TIME, filetime(value)
    return (UNICODE, value.encode("utf-16-le")) if isinstance(value, str) else (BINARY, value)


def letters(text: str, codec: str = "cp1252") -> tuple[int, bytes]:
    """A string of 8-bit letters."""
    return STRING8, text.encode(codec)


def storage(properties: Given, head: int) -> dict[str, bytes | Tree]:
    """The table of properties and their streams; ``head`` is the length of what precedes the table."""
    rows = bytes(head)
    found: dict[str, bytes | Tree] = {}
    for tag, value in properties.items():
        kind, data = coded(value)
        fixed = kind in (INTEGER32, BOOLEAN, TIME)
        rows += struct.pack("<HHI8s", kind, tag, 6, data if fixed else struct.pack("<I", len(data)))
        if not fixed:
            found[f"__substg1.0_{tag:04X}{kind:04X}"] = data
    return {"__properties_version1.0": rows, **found}


def message(
    properties: Given | None = None,
    *,
    recipients: Sequence[Given] = (),
    attachments: Sequence[Attachment] = (),
    head: int = 32,
) -> Tree:
    """A message as a storage; ``head`` is 24 for one within another."""
    tree = storage(properties or {}, head)
    for number, given in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = storage(given, 8)
    for number, (given, held) in enumerate(attachments):
        inner = {} if held is None else {"__substg1.0_3701000D": held}
        tree[f"__attach_version1.0_#{number:08X}"] = {**storage(given, 8), **inner}
    return tree


def msg(
    properties: Given | None = None,
    *,
    recipients: Sequence[Given] = (),
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """A .msg file."""
    return compound(message(properties, recipients=recipients, attachments=attachments))


def attached(name: str, content: bytes, **more: Value) -> Attachment:
    """An attachment by value; other properties go by their names in :class:`Tag`."""
    given: dict[Tag, Value] = {Tag.ATTACH_METHOD: 1, Tag.ATTACH_LONG_FILENAME: name, Tag.ATTACH_DATA: content}
    return given | {Tag[key]: value for key, value in more.items()}, None


def embedded(name: str, properties: Given, attachments: Sequence[Attachment] = ()) -> Attachment:
    """A message attached to a message."""
    held = message(properties, attachments=attachments, head=24)
    return {Tag.ATTACH_METHOD: 5, Tag.DISPLAY_NAME: name}, held


def arrived(**more: Value) -> Given:
    """The properties of a message that the own server received; others go by their names in :class:`Tag`."""
    given: dict[Tag, Value] = {
        Tag.MESSAGE_CLASS: "IPM.Note",
        Tag.TRANSPORT_HEADERS: HEADERS,
        Tag.MESSAGE_DELIVERY_TIME: DELIVERED,
        Tag.MESSAGE_FLAGS: 1,
        Tag.BODY: "Beste,\r\n\r\nzie bijlage.",
    }
    return given | {Tag[key]: value for key, value in more.items()}


# winmail.dat

LEVEL_MESSAGE, LEVEL_ATTACHMENT = 1, 2


def attribute(level: int, name: int, content: bytes) -> bytes:
    """An attribute of a TNEF stream."""
    return (
        struct.pack("<BHHI", level, name, 6, len(content))
        + content
        + struct.pack("<H", sum(content) & 0xFFFF)
    )


def block(properties: Given) -> bytes:
    """Properties as TNEF writes them."""
    out = struct.pack("<I", len(properties))
    for tag, value in properties.items():
        kind, data = coded(value)
        if kind in (INTEGER32, BOOLEAN, TIME):
            out += struct.pack("<HH", kind, tag) + data.ljust(4, b"\0")
        else:
            out += struct.pack("<HHII", kind, tag, 1, len(data)) + data + bytes(-len(data) % 4)
    return out


def winmail(
    properties: Given | None = None,
    attachments: Sequence[tuple[str, bytes, Given]] = (),
    before: Sequence[tuple[int, bytes]] = (),
) -> bytes:
    """A winmail.dat: attributes of the message, its properties, and (title, content, properties) attached."""
    parts = [attribute(LEVEL_MESSAGE, 0x9007, struct.pack("<II", 1252, 0))]
    parts += [attribute(LEVEL_MESSAGE, name, content) for name, content in before]
    parts.append(attribute(LEVEL_MESSAGE, 0x9003, block(properties or {})))
    for title, content, more in attachments:
        parts.append(attribute(LEVEL_ATTACHMENT, 0x9002, bytes(14)))
        parts.append(attribute(LEVEL_ATTACHMENT, 0x8010, title.encode("cp1252") + b"\0"))
        if content:
            parts.append(attribute(LEVEL_ATTACHMENT, 0x800F, content))
        parts.append(attribute(LEVEL_ATTACHMENT, 0x9005, block(more)))
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(parts)


# RTF


def plain_rtf(rtf: str) -> bytes:
    """RTF as Outlook stores it without packing it."""
    data = rtf.encode("latin-1")
    return struct.pack("<II4sI", len(data) + 12, len(data), b"MELA", 0) + data


def packed_rtf(rtf: str) -> bytes:
    """RTF as Outlook packs it, with letters only and no references but the one that ends it."""
    data = rtf.encode("latin-1")
    out = b""
    for at in range(0, len(data), 8):
        out += b"\0" + data[at : at + 8]
    whole = len(data) % 8 == 0
    end = (207 + len(data)) % 4096 << 4
    if not whole:
        start = len(out) - len(data) % 8 - 1
        out = out[:start] + bytes([1 << len(data) % 8]) + out[start + 1 :] + struct.pack(">H", end)
    else:
        out += b"\x01" + struct.pack(">H", end)
    return struct.pack("<II4sI", len(out) + 12, len(data), b"LZFu", 0) + out
