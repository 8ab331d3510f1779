"""The first hundred bytes of a dossier file, without which SQLite takes it for no database at all
(https://www.sqlite.org/fileformat.html, section 1.3), and a file that lost them: a program that wrote over
its beginning leaves all the rest.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jury_desktop.storage.drivers import PAGE

PLAIN = b"SQLite format 3\x00"
"""What a file begins with that has no lock."""
APPLICATION_ID = 0x4A555259
"""Marks a SQLite file as a dossier ("JURY", offset 68)."""
LENGTH = 100
_LOOKED_THROUGH = 4 * 1024 * 1024
"""Bytes in which the words are looked for: the tables of a dossier are made before anything is kept."""
_TABLE = re.compile(rb'CREATE TABLE "?\w')
_OURS = re.compile(rb'CREATE TABLE "?journal_end\b')


def is_ours(header: bytes) -> bool:
    """Whether these are the first bytes of a dossier without a lock."""
    return header.startswith(PLAIN) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def is_in_the_clear(path: Path) -> bool:
    """Whether something can be read in a file: with a lock on it, all of it looks like chance."""
    return _has(path, _TABLE)


def lost_its_header(path: Path) -> bool:
    """Whether this is a dossier without a lock of which the beginning was written over. Not to be asked of a
    file that is open here."""
    with path.open("rb") as file:
        return not is_ours(file.read(LENGTH)) and _has(path, _OURS)


@contextmanager
def mended(path: Path, copy: Path) -> Iterator[Path]:
    """A dossier that can be opened: the file itself, or where its header is lost a copy with a new one, which
    is gone afterwards."""
    if not lost_its_header(path):
        yield path
        return
    log, log_of_copy = (file.with_name(f"{file.name}-wal") for file in (path, copy))
    try:
        shutil.copyfile(path, copy)
        if log.exists():
            shutil.copyfile(log, log_of_copy)
        with copy.open("r+b") as file:
            file.write(_header(pages=copy.stat().st_size // PAGE, logged=log.exists()))
        yield copy
    finally:
        for file_ in (copy, log_of_copy, copy.with_name(f"{copy.name}-shm")):
            file_.unlink(missing_ok=True)


def _header(*, pages: int, logged: bool) -> bytes:
    """Of a dossier of so many pages, none of them free as far as one knows.

    :param logged: whether a write-ahead log belongs to it.
    """
    version, counter = bytes([2 if logged else 1] * 2), 1
    numbers = (counter, pages, 0, 0, 1, 4, 0, 0, 1, 0, 0, APPLICATION_ID, *[0] * 5, counter, 0)
    first = PLAIN + PAGE.to_bytes(2, "big") + version + bytes([0, 64, 32, 32])
    return first + b"".join(number.to_bytes(4, "big") for number in numbers)


def _has(path: Path, words: re.Pattern[bytes]) -> bool:
    with path.open("rb") as file:
        return words.search(file.read(_LOOKED_THROUGH)) is not None
