"""A dossier as it is from one place to another, file or server: every row and every content, byte for byte.

The rows are read as they are kept and never as objects: what only this program can read is not what counts,
but that nothing is different. Both sides are compared before anything is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, select, text

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.blobs import chunk
from jury_desktop.storage.errors import explained
from jury_desktop.storage.many import Kept, insert_kept, named
from jury_desktop.storage.place import place_of
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.store import PATIENCE, SqlStore

_AT_ONCE, _LARGE = 500, 4
"""Rows that are added with one statement; of pieces of contents, which may be megabytes, fewer."""


def copy_store(source: SqlStore, target: str | Path) -> None:
    """Makes a dossier at another place that is the same to the last byte; the source stays as it is.

    :raises StorageError: there is something already, it cannot be written, or a side is not read as it was
        written; nothing is left behind.
    """
    place = place_of(target, PATIENCE)
    engine = place.engine()
    try:
        with source.snapshot() as found, explained(place.name):
            place.create(engine, lambda made: _copy(found, made, place.name))
    finally:
        engine.dispose()


def _copy(source: Connection, target: Connection, name: str) -> None:
    for table in metadata.sorted_tables:
        rows = _rows(source, table)
        while some := list(islice(rows, _at_once(table))):
            insert_kept(target, table, some)
        _go_on_counting(target, table)
    unlike = [each.name for each in metadata.sorted_tables if _digest(source, each) != _digest(target, each)]
    if unlike:
        raise StorageError(say("storage.copied_otherwise", name=name, tables=", ".join(unlike)))


def _rows(connection: Connection, table: Table) -> Iterator[Kept]:
    """Every row as SQLite keeps it, in the order of the key, without holding them all."""
    wanted = select(*(table.c[name] for name in named(table))).order_by(*table.primary_key.columns)
    reading = connection.execution_options(stream_results=True, yield_per=_at_once(table))
    for row in reading.exec_driver_sql(str(wanted.compile(dialect=connection.dialect))):
        yield [int(value) if isinstance(value, bool) else value for value in row]


def _at_once(table: Table) -> int:
    return _LARGE if table is chunk else _AT_ONCE


def _digest(connection: Connection, table: Table) -> str:
    """SHA-256 of all rows; texts sort otherwise on a server, so the hashes of the rows are sorted instead."""
    rows = sorted(sha256(msgspec.msgpack.encode(row)).digest() for row in _rows(connection, table))
    return sha256(b"".join(rows)).hexdigest()


def _go_on_counting(connection: Connection, table: Table) -> None:
    """On a server the numbers of new rows come from a sequence, which goes on after those that are there."""
    if connection.dialect.name == "sqlite" or "nr" not in table.c:
        return
    sequence = f"pg_get_serial_sequence('{table.name}', 'nr')"
    last = f"SELECT setval({sequence}, max(nr)) FROM {table.name} HAVING max(nr) > 0"
    connection.execute(text(last))
