"""Everything that can be told about the soundness of a dossier, the database itself first.

Each look stands by itself: what breaks one off, as a damaged page does, is told, and the others go on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage.blobs import blob, changed_contents
from jury_desktop.storage.drivers import DATABASE_ERRORS, driver_of
from jury_desktop.storage.journal_check import journal_findings
from jury_desktop.storage.rows_told import told
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.schema_check import schema_findings
from jury_desktop.storage.seal_check import broken_seals
from jury_desktop.storage.server.rules_check import rule_findings
from jury_desktop.storage.types import UNFIT, MeaninglessError
from jury_desktop.storage.value_check import link_findings, value_findings

_FAILURES: tuple[type[Exception], ...] = (DBAPIError, *DATABASE_ERRORS)


def problems(connection: Connection, tell: Tell = untold) -> Iterator[Finding]:
    """What the database finds, where the chain of the journal does not hold, which rows are not what it says
    or cannot be read, and which contents changed.

    :param tell: hears how many contents were read, which takes nearly all of the time.
    """
    with _any_text(connection):
        for look in _looks(connection, tell):
            for finding in _each(look, connection):
                yield told(connection, finding)


Look = Callable[[Connection], Iterator[Finding]]


def _looks(connection: Connection, tell: Tell) -> Iterator[Look]:
    yield from (_file, schema_findings) if connection.dialect.name == "sqlite" else (_database, rule_findings)
    for table in metadata.sorted_tables:
        yield partial(value_findings, table)
        yield partial(link_findings, table)
    yield from (journal_findings, broken_seals, partial(_contents, tell))


def _each(look: Look, connection: Connection) -> Iterator[Finding]:
    """What one look finds, up to where it is broken off; who asks the database to stop stops them all."""
    on_server = connection.dialect.name != "sqlite"
    try:
        with (
            connection.begin_nested() if on_server else nullcontext()
        ):  # a failure ends its whole piece of work
            yield from look(connection)
    except _FAILURES as error:
        cause = getattr(error, "orig", error)
        if getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        yield Finding(say("storage.reported", problem=str(cause)))
    except UNFIT as error:
        yield Finding(say("storage.broken_off", problem=f"{type(error).__name__}: {error}"))
    except MeaninglessError as error:
        yield Finding(error.message)


def _apart(connection: Connection) -> AbstractContextManager[object]:
    """On a server a failure would end the whole piece of work, and every look after it."""
    return nullcontext() if connection.dialect.name == "sqlite" else connection.begin_nested()


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


def _database(connection: Connection) -> Iterator[Finding]:
    """PostgreSQL checks its pages as they are read, which happens next; what it does not check are foreign
    keys that were added unchecked (https://www.postgresql.org/docs/18/catalog-pg-constraint.html)."""
    unchecked = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated"
    for table, name in connection.exec_driver_sql(unchecked).all():
        yield Finding(say("storage.never_checked", name=name), table)


def _contents(tell: Tell, connection: Connection) -> Iterator[Finding]:
    for key in changed_contents(connection, tell):
        yield Finding(say("storage.content_changed", sha256=key), blob.name, key)
