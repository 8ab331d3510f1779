"""Taking a dossier file away for good, with the files that SQLite keeps beside it and the copies of it.

A file is overwritten before it is taken away. How far that goes is up to the disk: a solid-state disk, a
network drive, a synchronised folder and a file system that never writes in place may keep what was there.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage import presence, restore
from jury_desktop.storage.cipher import is_locked
from jury_desktop.storage.copies import ACCOUNT
from jury_desktop.storage.copy_check import journal_ends
from jury_desktop.storage.drivers import DATABASE_ERRORS
from jury_desktop.storage.engine import connect_file
from jury_desktop.storage.errors import explained
from jury_desktop.storage.header import PLAIN
from jury_desktop.storage.presence import is_held

BESIDE = ("-wal", "-shm", "-journal", presence.NOTE, restore.NOTE, restore.FRESH)
"""How the names end of the files that SQLite and the program keep beside a dossier."""
_AT_ONCE = 1024 * 1024
_MOST = 5_000
"""Files of a folder that are looked at: who keeps a dossier among more finds its copies by hand."""


@dataclass(frozen=True, slots=True)
class Remains:
    """A file that holds a dossier, or something of it.

    :param copy: it is a copy of the dossier beside it, recognised by the first event of its journal.
    """

    file: Path
    bytes: int
    copy: bool = False


def remains_of(file: Path, folders: Iterable[Path] = ()) -> tuple[Remains, ...]:
    """The dossier file, what SQLite keeps beside it, and every copy of it in its folder, those below and
    ``folders``, each with its account.

    :raises OSError: it is not there.
    """
    file.stat()
    found = [Remains(each, each.stat().st_size) for each in _with_beside(file)]
    if first := _origin(file):
        for other in _files_near(file, folders):
            if other != file and _origin(other) == first:
                parts = (*_with_beside(other), other.with_name(other.name + ACCOUNT))
                found += [Remains(each, each.stat().st_size, copy=True) for each in parts if each.is_file()]
    return tuple(found)


def refuse_in_use(file: Path) -> None:
    """Refuses when another program works in the dossier, before anything of it is touched.

    :raises StorageError: it does, or the file cannot be written.
    """
    if is_held(file):
        raise StorageError(say("storage.in_use", name=file.name))
    with explained(file.name), closing(connect_file(file, patience=0)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise StorageError(say("storage.locked", name=file.name))


def erase(file: Path) -> None:
    """Overwrites a file, has the disk write that, and takes the file away under another name.

    :raises OSError: it cannot be written or taken away; what is left of it is overwritten as far as it went.
    """
    size = file.stat().st_size
    with file.open("r+b", buffering=0) as content:
        for start in range(0, size, _AT_ONCE):
            content.write(bytes(min(_AT_ONCE, size - start)))
        os.fsync(content.fileno())
        content.truncate(0)
        os.fsync(content.fileno())
    nameless = file.with_name(secrets.token_hex(8))
    file.rename(nameless).unlink()


def _with_beside(file: Path) -> Iterator[Path]:
    """The files beside it come first: while they are there, what they hold could come back."""
    beside = (file.with_name(file.name + suffix) for suffix in BESIDE)
    yield from (each for each in (*beside, file) if each.is_file())


def _files_near(file: Path, folders: Iterable[Path]) -> Iterator[Path]:
    folder = file.absolute().parent
    below = (each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())
    count = 0
    for place in dict.fromkeys((folder, *sorted(below), *folders)):
        with suppress(OSError):
            for each in sorted(place.iterdir()):
                count += 1
                if count > _MOST:
                    return
                if each.is_file() and not each.is_symlink():
                    yield each


def _origin(file: Path) -> str:
    """The hash of the first event, which no two dossiers share; "" of what is none, or does not open."""
    with suppress(StorageError), suppress(*DATABASE_ERRORS):
        return journal_ends(file).origin if _may_be_one(file) else ""
    return ""


def _may_be_one(file: Path) -> bool:
    """Whether it begins as a database does, or has a lock."""
    try:
        with file.open("rb") as content:
            return content.read(len(PLAIN)) == PLAIN or is_locked(file)
    except OSError:
        return False
