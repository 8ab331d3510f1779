"""Objects embedded with OLE: the file inside, where an object holds one."""

from __future__ import annotations

import struct

from jury_desktop.mailbox.outlook.compound import Storage
from jury_desktop.mailbox.pieces import NOTHING, Pieces

_WHOLE = ("CONTENTS", "Package")
_NATIVE = "\x01Ole10Native"


def unpacked(storage: Storage) -> Pieces:
    """The file in an OLE object: its contents, that of a package, or its largest stream, the picture."""
    for name in _WHOLE:
        if storage.size(name):
            return storage.pieces(name) or NOTHING
    if (native := storage.stream(_NATIVE)) is not None:
        return Pieces.of(_packaged(native) or native)
    names = sorted(storage.streams(), key=storage.size)
    largest = storage.pieces(names[-1]) if names else None
    return largest or NOTHING


def _packaged(native: bytes) -> memoryview | None:
    """The file in an Ole10Native stream: size, flags, label, path, reserved, path, then length and bytes."""
    at = 6
    for _ in range(2):
        at = native.find(b"\0", at) + 1
        if not at:
            return None
    at += 4
    if at + 4 > len(native):
        return None
    at += 4 + struct.unpack_from("<I", native, at)[0]
    if at + 4 > len(native):
        return None
    length = struct.unpack_from("<I", native, at)[0]
    return memoryview(native)[at + 4 : at + 4 + length]
