"""Tells what a person can do something about (disk, lock, network) from our own mistakes."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.storage.drivers import DATABASE_ERRORS, OPERATIONAL_ERRORS
from jury_desktop.storage.server.answers import why_not_reached

_FAILURES: tuple[type[Exception], ...] = (DBAPIError, *DATABASE_ERRORS)
_SQLITE = {
    sqlite3.SQLITE_BUSY: "storage.locked",
    sqlite3.SQLITE_LOCKED: "storage.locked",
    sqlite3.SQLITE_READONLY: "storage.read_only",
    sqlite3.SQLITE_PERM: "storage.read_only",
    sqlite3.SQLITE_FULL: "storage.disk_full",
    sqlite3.SQLITE_IOERR: "storage.disk_failed",
    sqlite3.SQLITE_CANTOPEN: "storage.cannot_open",
    sqlite3.SQLITE_CORRUPT: "storage.damaged",
    sqlite3.SQLITE_NOTADB: "storage.damaged",
}
_POSTGRES = {
    "42501": "storage.no_rights",
    "53100": "storage.disk_full",
    "55P03": "storage.locked",
    "40P01": "storage.locked",
    "25006": "storage.read_only",
    "42P01": "storage.damaged",
    "42703": "storage.damaged",
    "XX001": "storage.damaged",
    "XX002": "storage.damaged",
    "JD001": "server.clock_off",
    "JD002": "server.crossed",
}
FULL = 256 * 1024
"""Bytes below which a disk is full: no change takes less, with its log."""
_GONE = ("08", "28", "3D", "57P")
"""Classes of SQLSTATE in which the server lets nobody in (PostgreSQL manual, appendix A)."""


class BrokenRuleError(RuntimeError):
    """What was to be kept breaks a rule of the tables: a key twice, or one that is not there. Our mistake."""


_NOT_THERE = ("no such table", "no such column", "no such view")
"""What SQLite says of a table or column that somebody took away."""
_NO_TABLE = "42P01"
"""What a server says to who was connected and is let in no more: there are no tables for them."""


@contextmanager
def explained(name: str, *, by_name: bool = False, file: Path | None = None) -> Iterator[None]:
    """Turns what the database ``name`` complains of into a StorageError, where it is not our mistake.

    :param by_name: whether a server let whoever works in by name, and may do so no more.
    :param file: where it lies, when it is a file.
    """
    try:
        yield
    except IntegrityError as error:
        raise BrokenRuleError(str(error.orig)) from error
    except _FAILURES as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        message = _message(cause, name)
        if by_name and getattr(cause, "sqlstate", None) == _NO_TABLE:
            message = say("server.not_let_in", name=name)
        if message is None:
            raise
        if message.key == "storage.disk_failed" and file is not None and _is_full(file):
            message = say("storage.disk_full", name=name)
        raise StorageError(message) from error


def _is_full(file: Path) -> bool:
    """Whether there is no room left for a file. Where SQLite cannot write what it keeps beside the file, it
    speaks of a failure of the disk."""
    try:
        return shutil.disk_usage(file.absolute().parent).free < FULL
    except OSError:
        return False


def _message(error: BaseException | None, name: str) -> Message | None:
    """What to say about an error of the driver, None where it is our own mistake."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        gone = code == sqlite3.SQLITE_ERROR and str(error).startswith(_NOT_THERE)
        return _said("storage.damaged" if gone else _SQLITE.get(code & 0xFF), name)
    if isinstance(error, OPERATIONAL_ERRORS):
        return say("storage.damaged", name=name)  # the driver could not decode a text
    state = getattr(error, "sqlstate", None)
    if state is None:
        lost = type(error).__module__.startswith("psycopg") and type(error).__name__ == "OperationalError"
        return why_not_reached(error, name) if lost else None
    if state.startswith(_GONE):
        return why_not_reached(error, name)
    return _said(next((key for prefix, key in _POSTGRES.items() if state.startswith(prefix)), None), name)


def _said(key: str | None, name: str) -> Message | None:
    return None if key is None else say(key, name=name)


def why_not_made(error: OSError) -> str:
    """The key of what to say when the disk makes no file; nothing has been made then."""
    reasons = {
        errno.EEXIST: "storage.exists",
        errno.ENOENT: "storage.no_folder",
        errno.ENOTDIR: "storage.no_folder",
        errno.EACCES: "storage.folder_read_only",
        errno.EPERM: "storage.folder_read_only",
        errno.EROFS: "storage.folder_read_only",
        errno.ENOSPC: "storage.disk_full",
    }
    return reasons.get(error.errno or 0, "storage.disk_failed")
