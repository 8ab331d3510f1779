"""The blocks of MAPI properties within a TNEF stream (MS-OXTNEF 2.1.3.4)."""

from __future__ import annotations

import struct
from typing import Any

from jury_desktop.mailbox.outlook.properties import BINARY, LONGEST, OBJECT, STRING8, TYPES, UNICODE, Tag

Values = dict[int, tuple[int, bytes]]
"""(type, bytes) by the number of the property."""
Seen = dict[int, tuple[int, memoryview]]
"""The same, as they lie in the file."""

_VARIABLE = frozenset((STRING8, UNICODE, OBJECT, BINARY))
_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_MULTIPLE = 0x1000
_NAMED = 0x8000
_ROWS = 500
_TAGS = frozenset(map(int, Tag))


class CutError(Exception):
    """The bytes end, or mean nothing, before the structure does."""


class Reader:
    """Bytes, taken from front to back; what is taken is no copy."""

    def __init__(self, data: bytes | memoryview, at: int = 0) -> None:
        self._data = memoryview(data)
        self._at = at

    @property
    def left(self) -> int:
        """How many bytes are left."""
        return len(self._data) - self._at

    @property
    def rest(self) -> bytes:
        """The next bytes, at most sixteen, without going past them."""
        return bytes(self._data[self._at : self._at + 16])

    def take(self, length: int) -> memoryview:
        """The next bytes.

        :raises CutError: when there are fewer.
        """
        if not 0 <= length <= self.left:
            raise CutError
        piece = self._data[self._at : self._at + length]
        self._at += length
        return piece

    def unpack(self, form: str) -> tuple[Any, ...]:
        """The next values."""
        return struct.unpack(form, self.take(struct.calcsize(form)))

    def number(self) -> int:
        """The next four bytes as a number."""
        return int.from_bytes(self.take(4), "little")

    def padded(self, length: int) -> memoryview:
        """The next bytes, and past what fills them up to a multiple of four."""
        piece = self.take(length)
        self.take(min(-length % 4, self.left))
        return piece


def block(reader: Reader) -> Seen:
    """The known properties of a block; each the first of its values."""
    found: Seen = {}
    for _ in range(reader.number()):
        kind, tag = reader.unpack("<HH")
        if tag >= _NAMED:
            _pass_name(reader)
        value = _value(reader, kind & ~_MULTIPLE, bool(kind & _MULTIPLE))
        if tag in _TAGS and kind in TYPES:
            found.setdefault(tag, (kind, value))
    return found


def rows(reader: Reader) -> list[Seen]:
    """A table: a block for each of its rows, at most 500 of them."""
    return [block(reader) for _ in range(min(reader.number(), _ROWS))]


def values(seen: Seen) -> Values:
    """The properties themselves, strings without the zeros at their end; but not what is attached, which may
    be large and stays where it lies.
    """
    return {
        tag: (kind, _ended(kind, bytes(data[: LONGEST + 1])))
        for tag, (kind, data) in seen.items()
        if tag != Tag.ATTACH_DATA
    }


def _pass_name(reader: Reader) -> None:
    reader.take(16)
    if reader.number() == 0:
        reader.take(4)
    else:
        reader.padded(reader.number())


def _value(reader: Reader, kind: int, multiple: bool) -> memoryview:
    """The first value; every one takes bytes, so that a false count ends with the block."""
    count = reader.number() if multiple or kind in _VARIABLE else 1
    first = memoryview(b"")
    for number in range(count):
        value = _one(reader, kind)
        first = first if number else value
    return first


def _one(reader: Reader, kind: int) -> memoryview:
    if kind in _VARIABLE:
        return reader.padded(reader.number())
    if kind not in _SIZES:
        raise CutError
    return reader.take(_SIZES[kind])


def _ended(kind: int, value: bytes) -> bytes:
    if kind == STRING8:
        return value.rstrip(b"\0")
    if kind == UNICODE:
        text = value[: len(value) - len(value) % 2].decode("utf-16-le", "replace")
        return text.rstrip("\0").encode("utf-16-le")
    return value
