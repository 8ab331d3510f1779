"""Signatures around a message (CMS, RFC 5652), written for the tests."""

from __future__ import annotations

from collections.abc import Callable

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DATA = bytes.fromhex("2a864886f70d010701")


def der(tag: int, *parts: bytes) -> bytes:
    """An element with its length before it."""
    inner = b"".join(parts)
    size = (len(inner).bit_length() + 7) // 8
    length = (
        bytes([len(inner)]) if len(inner) < 128 else bytes([128 + size]) + len(inner).to_bytes(size, "big")
    )
    return bytes([tag]) + length + inner


def open_ended(tag: int, *parts: bytes) -> bytes:
    """An element that goes on until its end mark."""
    return bytes([tag, 128]) + b"".join(parts) + b"\0\0"


def signed(message: bytes) -> bytes:
    """A signature, without signers, around a message."""
    return around(der(0x04, message))


def around(element: bytes, kind: bytes = SIGNED_DATA, wrap: Callable[..., bytes] = der) -> bytes:
    """A signature around an element.

    :param wrap: how what lies around it is written.
    """
    encapsulated = wrap(0x30, der(0x06, _DATA), wrap(0xA0, element))
    data = wrap(0x30, der(0x02, b"\1"), der(0x31), encapsulated, der(0x31))
    return wrap(0x30, der(0x06, kind), wrap(0xA0, data))
