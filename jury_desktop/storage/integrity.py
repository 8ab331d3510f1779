"""Everything that can be told about the soundness of a dossier, the database itself first.

Each look stands by itself: what breaks one off, as a damaged page does, is told, and the others go on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage.blobs import blob, changed_contents, chunk, stretch
from jury_desktop.storage.drivers import DATABASE_ERRORS, driver_of
from jury_desktop.storage.journal_check import journal_findings
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.schema_check import schema_findings
from jury_desktop.storage.seal_check import broken_seals

_FAILURES: tuple[type[Exception], ...] = (DBAPIError, *DATABASE_ERRORS)
_AT_ONCE = 200
"""Rows that are in memory at a time."""


def problems(connection: Connection, tell: Tell = untold) -> Iterator[Finding]:
    """What the database finds, where the chain of the journal does not hold, which rows are not what it says
    or cannot be read, and which contents changed.

    :param tell: hears how many contents were read, which takes nearly all of the time.
    """
    on_file = connection.dialect.name == "sqlite"
    looks = (
        *((_file, _links, schema_findings) if on_file else (_database,)),
        *_LOOKS,
        partial(_contents, tell),
    )
    with _any_text(connection):
        for look in looks:
            yield from _each(look, connection)


def _each(look: Callable[[Connection], Iterator[Finding]], connection: Connection) -> Iterator[Finding]:
    """What one look finds, up to where it is broken off; who asks the database to stop stops them all."""
    try:
        yield from look(connection)
    except _FAILURES as error:
        cause = getattr(error, "orig", error)
        if getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        yield Finding(say("storage.reported", problem=str(cause)))


@contextmanager
def _any_text(connection: Connection) -> Iterator[None]:
    """What is no text in a file can be read all the same, as something that was never kept there."""
    if connection.dialect.name != "sqlite":
        yield
        return
    file = driver_of(connection)
    file.text_factory = _as_text
    try:
        yield
    finally:
        file.text_factory = str


def _as_text(kept: bytes) -> str:
    try:
        return kept.decode()
    except UnicodeDecodeError:
        return f"\ufffe{kept.hex()}"


def _file(connection: Connection) -> Iterator[Finding]:
    """https://www.sqlite.org/pragma.html#pragma_integrity_check"""
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if finding != "ok":
            yield Finding(say("storage.reported", problem=str(finding)))


def _links(connection: Connection) -> Iterator[Finding]:
    """https://www.sqlite.org/pragma.html#pragma_foreign_key_check"""
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Finding(say("storage.row_missing", row=row, parent=parent), table)


def _database(connection: Connection) -> Iterator[Finding]:
    """PostgreSQL checks its pages as they are read, which happens next; what it does not check are foreign
    keys that were added unchecked (https://www.postgresql.org/docs/18/catalog-pg-constraint.html)."""
    unchecked = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated"
    for table, name in connection.exec_driver_sql(unchecked).all():
        yield Finding(say("storage.never_checked", name=name), table)


def _unreadable(connection: Connection) -> Iterator[Finding]:
    """Reads every row as the program would, contents apart: those are read with their hash."""
    for table in metadata.sorted_tables:
        if table in (blob, chunk, stretch):
            continue
        try:
            with connection.execute(select(table), execution_options={"yield_per": _AT_ONCE}) as rows:
                for _ in rows:
                    pass
        except StorageError as error:
            yield Finding(say("storage.row_unreadable", problem=str(error.__cause__)), table.name)


def _contents(tell: Tell, connection: Connection) -> Iterator[Finding]:
    for key in changed_contents(connection, tell):
        yield Finding(say("storage.content_changed", sha256=key), blob.name, key)


_LOOKS = (journal_findings, broken_seals, _unreadable)
