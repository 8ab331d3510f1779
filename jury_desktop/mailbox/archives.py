"""Zip files and Office files, opened within limits: a bomb is refused before it is unpacked."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import IO, Any

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits

_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_FREE = 10 * limits.MEBIBYTE
_DIRECTORY = 128 * limits.MEBIBYTE
"""How long the list of members of a mailbox may be."""

Unusable = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
)
"""What a broken zip file raises."""


def open_attachment(data: bytes) -> zipfile.ZipFile:
    """An attached zip or Office file, after checking what it claims to hold.

    Reading a member never gives more than its claimed size, so the claims are a safe bound.

    :raises JuryError: when it is encrypted, or would unpack to more than an honest file does.
    :raises zipfile.BadZipFile: when it is broken.
    """
    if _members(data) > limits.ZIP_MEMBERS:
        raise refuse("intake.attachment_bomb")
    archive = zipfile.ZipFile(io.BytesIO(data))
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > limits.ZIP_BYTES or unpacked > max(_FREE, len(data) * limits.ZIP_RATIO):
        raise refuse("intake.attachment_bomb")
    if any(member.flag_bits & 1 for member in archive.infolist()):
        raise refuse("intake.attachment_encrypted")
    return archive


def open_mailbox(stream: IO[bytes]) -> zipfile.ZipFile:
    """A zipped mailbox, which may be long but has a list of members that fits in memory.

    :raises JuryError: when it lists more members than an honest one.
    :raises zipfile.BadZipFile: when it is broken.
    """
    counting = _Counting(stream)
    archive = zipfile.ZipFile(counting)
    counting.lists = False
    return archive


class _Counting:
    """A file from which a zip reads the list of its members in one go, before it makes objects of them."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.lists = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        if self.lists and size > _DIRECTORY:
            raise refuse("intake.zip_bomb")
        data = self._stream.read(size)
        if self.lists and data.count(_ENTRY) > 20 * limits.ZIP_MEMBERS:
            raise refuse("intake.zip_bomb")
        return data


def _members(data: bytes) -> int:
    """How many members the zip lists, counted where its end says that they are listed."""
    end = data.rfind(_END)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    known = end >= 0 and size <= end and _END_64 not in data[max(end - 20, 0) : end]
    return data.count(_ENTRY, end - size, end) if known else data.count(_ENTRY)


def names_in(data: bytes) -> frozenset[str]:
    """The member names of an attached zip; empty when it cannot be opened safely."""
    if _members(data) > limits.ZIP_MEMBERS:
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except Unusable:
        return frozenset()
