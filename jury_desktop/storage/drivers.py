"""The two drivers of a dossier file: Python's own, and SQLCipher's for one with a lock. They behave alike and
share no class."""

from __future__ import annotations

import sqlite3
from typing import cast

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlcipher

PAGE = 16 * 1024
"""Bytes in a page of a new file: contents of megabytes are written in half the time of pages of 4 KiB."""
DATABASE_ERRORS: tuple[type[Exception], ...] = (sqlite3.DatabaseError, sqlcipher.DatabaseError)
OPERATIONAL_ERRORS: tuple[type[Exception], ...] = (sqlite3.OperationalError, sqlcipher.OperationalError)


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The connection of the driver below one to a dossier file; either driver's does the same."""
    found = connection.connection.driver_connection
    if not isinstance(found, (sqlite3.Connection, sqlcipher.Connection)):
        raise TypeError(f"no connection to a file: {found!r}")
    return cast(sqlite3.Connection, found)
