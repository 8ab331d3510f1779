"""A document and files in one: a zip file in which nothing is compressed, so that nothing can unfold.

It is only ever read in memory, and a file goes by the SHA-256 of what is in it: no name leads anywhere.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

DOCUMENT = "packet.json"
LARGEST_DOCUMENT = 50_000_000
"""Bytes; a packet of a hundred candidacies takes a few million."""
MOST_FILES = 10_000
_FILE = re.compile(r"files/([0-9a-f]{64})")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_BROKEN = (
    BadZipFile,
    ValueError,
    OSError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
"""What reading a damaged zip file may raise."""


class BoxError(ValueError):
    """It is nothing that :func:`pack` made, or something in it was changed."""


def pack(document: bytes, files: Mapping[str, bytes]) -> bytes:
    """One file of a document and files by their SHA-256."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as box:
        box.writestr(ZipInfo(DOCUMENT, _LONG_AGO), document)
        for key, content in files.items():
            box.writestr(ZipInfo(f"files/{key}", _LONG_AGO), content)
    return made.getvalue()


def unpack(content: bytes) -> tuple[bytes, Mapping[str, bytes]]:
    """The document and the files.

    :raises BoxError: it is no box, or something in it was changed.
    """
    try:
        with ZipFile(BytesIO(content)) as box:
            entries = box.infolist()
            _check(entries)
            parts = {entry.filename: box.read(entry) for entry in entries}
    except _BROKEN as error:
        raise BoxError("no box") from error
    document = parts.pop(DOCUMENT)
    files = {name.removeprefix("files/"): content for name, content in parts.items()}
    if any(hashlib.sha256(content).hexdigest() != key for key, content in files.items()):
        raise BoxError("a file is not what its name says")
    return document, files


def _check(entries: list[ZipInfo]) -> None:
    """Refuses whatever :func:`pack` does not make, before anything of it is read."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES or len(set(names)) < len(names) or DOCUMENT not in names:
        raise BoxError("not the right entries")
    for entry in entries:
        if entry.filename != DOCUMENT and not _FILE.fullmatch(entry.filename):
            raise BoxError("a strange name")
        if entry.compress_type != ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits & 1:
            raise BoxError("packed otherwise")
        if entry.filename == DOCUMENT and entry.file_size > LARGEST_DOCUMENT:
            raise BoxError("too large")
