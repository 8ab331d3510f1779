"""What the database itself can tell about its soundness."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.storage.blobs import changed_contents, chunk
from jury_desktop.storage.journal import lost_end
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.seal_check import broken_seals


def problems(connection: Connection) -> Iterator[Message]:
    """The findings of the database, rows that cannot be read, and changed contents."""
    if connection.dialect.name == "sqlite":
        yield from _file_problems(connection)
    else:
        yield from _database_problems(connection)
    for table in metadata.sorted_tables:
        yield from _unreadable(connection, table)
    yield from lost_end(connection)
    yield from broken_seals(connection)
    yield from (say("storage.content_changed", sha256=key) for key in changed_contents(connection))


def _file_problems(connection: Connection) -> Iterator[Message]:
    """https://www.sqlite.org/pragma.html#pragma_integrity_check and #pragma_foreign_key_check."""
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if finding != "ok":
            yield say("storage.reported", problem=str(finding))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield say("storage.row_missing", table=table, row=row, parent=parent)


def _database_problems(connection: Connection) -> Iterator[Message]:
    """PostgreSQL checks its pages as they are read, which happens next; what it does not check are foreign
    keys that were added unchecked (https://www.postgresql.org/docs/18/catalog-pg-constraint.html)."""
    unchecked = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated"
    for table, name in connection.exec_driver_sql(unchecked).all():
        yield say("storage.never_checked", table=table, name=name)


def _unreadable(connection: Connection, table: Table) -> Iterator[Message]:
    """Reads every row as the program would (chunks of contents are read with their hash)."""
    if table is not chunk:
        try:
            connection.execute(select(table)).all()
        except StorageError as error:
            yield say("storage.row_unreadable", table=table.name, problem=str(error.__cause__))
