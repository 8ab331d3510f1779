"""What a signature wraps whole: the S/MIME message that a mail program shows, and Outlook calls opaque.

Nothing is verified here; the content is as readable as that of any mail. What is encrypted stays closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

_SEQUENCE, _SET, _NUMBER, _KIND, _EXPLICIT = 0x30, 0x31, 0x02, 0x06, 0xA0
_BYTES, _PIECES = 0x04, 0x24
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_OPEN_ENDED = 0x80
_END = b"\0\0"
_DEPTH = 16


def content(data: bytes) -> bytes | None:
    """The message in the SignedData of CMS (RFC 5652); None where it is encrypted or breaks off."""
    try:
        (info,) = _of(memoryview(data), _SEQUENCE)
        kind, explicit = _of(info, _KIND, _EXPLICIT)
        if kind != _SIGNED_DATA:
            return None
        (signed,) = _of(explicit, _SEQUENCE)
        *_, encapsulated = _of(signed, _NUMBER, _SET, _SEQUENCE)
        _, held = _of(encapsulated, _KIND, _EXPLICIT)
        return b"".join(_letters(held, 0))
    except (IndexError, ValueError):
        return None


def _of(data: memoryview, *tags: int) -> list[memoryview]:
    """The contents of the first elements.

    :raises ValueError: when they have other tags.
    """
    found = list(islice(_elements(data, 0), len(tags)))
    if [tag for tag, _ in found] != list(tags):
        raise ValueError
    return [inner for _, inner in found]


def _elements(data: memoryview, depth: int) -> Iterator[tuple[int, memoryview]]:
    """(tag, content) of every element (X.690)."""
    at = 0
    while at < len(data):
        tag = data[at]
        start, end, at = _extent(data, at, depth)
        yield tag, data[start:end]


def _extent(data: memoryview, at: int, depth: int) -> tuple[int, int, int]:
    """Where the content of an element begins and ends, and where the next element begins.

    :raises ValueError: when it ends behind the data, or lies too deep.
    """
    length, start = data[at + 1], at + 2
    if length == _OPEN_ENDED:
        end = start
        while data[end : end + 2] != _END:
            if depth >= _DEPTH:
                raise ValueError
            end = _extent(data, end, depth + 1)[2]
        return start, end, end + 2
    if length > _OPEN_ENDED:
        size = length - _OPEN_ENDED
        length, start = int.from_bytes(data[start : start + size], "big"), start + size
    if start + length > len(data):
        raise ValueError
    return start, start + length, start + length


def _letters(data: memoryview, depth: int) -> Iterator[memoryview]:
    """The bytes of a string of octets, which may come in pieces."""
    for tag, inner in _elements(data, depth):
        if tag == _BYTES:
            yield inner
        elif tag == _PIECES and depth < _DEPTH:
            yield from _letters(inner, depth + 1)
        else:
            raise ValueError
