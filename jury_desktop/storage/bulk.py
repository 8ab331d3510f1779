"""Work that moves much of a dossier file: a mailbox of gigabytes comes in, or goes out again.

Through the write-ahead log every page is written twice, and the log grows as large as the mailbox: of 1 GB
of mail the commit alone took 7 s. So such work takes SQLite's older way. What is new goes straight to the
end of the file; of what is overwritten, the page as it was lies in ``<name>-journal`` until the commit. After
a power cut SQLite puts it back when the dossier is opened next, and work that is rolled back leaves the file
as long as it was (https://www.sqlite.org/atomiccommit.html).

Meanwhile no other program can read. Where one has the dossier open, the log stays in use: as safe, slower.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine

from jury_desktop.storage.drivers import DATABASE_ERRORS, OPERATIONAL_ERRORS, driver_of

_CACHE = 32 * 1024
"""Kibibytes of pages in memory: keys are hashes, so every row goes to another page of an index."""
_WORTH = 8
"""When one page in so many is free, the file is written anew: the room won is worth the copying."""


@contextmanager
def straight(engine: Engine) -> Iterator[Connection]:
    """A connection that writes straight into the file; at its end much free room goes back to the disk."""
    engine.dispose()  # a connection at rest in the pool would be another reader
    with engine.connect() as connection:
        file = driver_of(connection)
        before = _value(file, "journal_mode")
        _leave_log(file)
        try:
            yield connection
            _shrink(file)
        finally:
            connection.rollback()
            _return(file, before)
    engine.dispose()


def _leave_log(file: sqlite3.Connection) -> None:
    """Unless somebody else has the file open."""
    file.execute(f"PRAGMA cache_size = -{_CACHE}")
    with suppress(*OPERATIONAL_ERRORS):
        file.execute("PRAGMA journal_mode = DELETE")


def _return(file: sqlite3.Connection, before: str) -> None:
    """To the log, where there was one. When somebody reads at this very moment, the next who opens the
    dossier does it."""
    with suppress(*OPERATIONAL_ERRORS):
        file.execute(f"PRAGMA journal_mode = {before}")


def _shrink(file: sqlite3.Connection) -> None:
    """The work is kept already: where the disk has no room for a copy, the next import uses what is free."""
    free, pages, mode = (_value(file, name) for name in ("freelist_count", "page_count", "journal_mode"))
    if mode == "delete" and free * _WORTH >= pages:
        with suppress(*DATABASE_ERRORS):
            file.execute("VACUUM")


def _value(file: sqlite3.Connection, name: str) -> Any:
    return file.execute(f"PRAGMA {name}").fetchone()[0]
