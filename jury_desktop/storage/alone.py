"""A dossier file that nobody else has open, with all of it in the one file."""

from __future__ import annotations

import sqlite3

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.drivers import OPERATIONAL_ERRORS


def hold_alone(bare: sqlite3.Connection, name: str) -> None:
    """Takes the file for oneself: without a log, which would stay behind, and kept from every writer.

    :raises StorageError: somebody else has it open; the log stays as it is.
    """
    bare.isolation_level = None
    try:
        if bare.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",):
            bare.execute("BEGIN IMMEDIATE")
            return
    except OPERATIONAL_ERRORS as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    raise StorageError(say("storage.in_use", name=name))
