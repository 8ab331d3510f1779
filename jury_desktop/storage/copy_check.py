"""Reads a copy of a dossier again, in full, without touching a byte of it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.storage import migrate
from jury_desktop.storage.drivers import DATABASE_ERRORS
from jury_desktop.storage.engine import connect_file, file_engine, for_reading
from jury_desktop.storage.errors import explained
from jury_desktop.storage.integrity import problems
from jury_desktop.storage.stopping import stoppable

CHUNK = 8 * 1024 * 1024
_ENDS = "SELECT hash FROM journal ORDER BY sequence {} LIMIT 1"


class Ends(NamedTuple):
    """How long a journal is, and the hashes of its last and first event."""

    events: int
    head: str
    origin: str


class Found(NamedTuple):
    """What a copy holds; see :class:`~jury_desktop.domain.backup.Backup`."""

    events: int
    head: str
    origin: str
    problems: int


def check_copy(file: Path, tell: Tell = untold) -> Found:
    """What a copy holds, and how much is wrong with it: all that ``verify`` looks at. Of one that an earlier
    version of the program made, whose tables are not those of now, the database alone is checked."""
    try:
        with closing(connect_file(file, read_only=True)) as bare:
            events, head, origin = _ends(bare)
            (revision,) = bare.execute(f"SELECT version_num FROM {migrate.VERSION_TABLE}").fetchone()
            wrong = 0 if revision == migrate.HEAD else _wrong_pages(bare)
    except DATABASE_ERRORS:
        return Found(0, "", "", 1)
    return Found(events, head, origin, wrong or (_wrong(file, tell) if revision == migrate.HEAD else 0))


def fingerprint(file: Path, tell: Tell = untold) -> str:
    """The SHA-256 of a file of any size."""
    total, done, digest = file.stat().st_size, 0, hashlib.sha256()
    with file.open("rb") as content:
        while part := content.read(CHUNK):
            digest.update(part)
            done += len(part)
            tell(done, total)
    return digest.hexdigest()


def journal_ends(file: Path) -> Ends:
    """How long the journal of a dossier file is and where it ends and begins.

    :raises StorageError: it cannot be read.
    """
    with explained(file.name, file=file), closing(connect_file(file, read_only=True)) as bare:
        return _ends(bare)


def _ends(bare: sqlite3.Connection) -> Ends:
    (events,) = bare.execute("SELECT count(*) FROM journal").fetchone()
    head, origin = ((bare.execute(_ENDS.format(way)).fetchone() or ("",))[0] for way in ("DESC", "ASC"))
    return Ends(events, head, origin)


def _wrong_pages(bare: sqlite3.Connection) -> int:
    return sum(finding != "ok" for (finding,) in bare.execute("PRAGMA integrity_check"))


def _wrong(file: Path, tell: Tell) -> int:
    engine = file_engine(file, 0, read_only=True)
    try:
        with for_reading(engine) as connection, stoppable(connection, tell):
            return sum(1 for _ in problems(connection))
    finally:
        engine.dispose()
