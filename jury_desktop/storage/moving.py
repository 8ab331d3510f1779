"""A dossier as it is from one place to another, file or server: every row and every content, byte for byte.

The rows are read as they are kept and never as objects: what only this program can read is not what counts,
but that nothing is different. Both sides are compared before anything is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, select, text

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.blobs import chunk
from jury_desktop.storage.cipher import FileKey, let_go, new_key, remember
from jury_desktop.storage.errors import explained
from jury_desktop.storage.many import Kept, insert_kept, named
from jury_desktop.storage.place import LEFT_BESIDE, DatabasePlace, FilePlace
from jury_desktop.storage.relock import flush
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.server.address import SCHEMES
from jury_desktop.storage.server.hosting import put_rules
from jury_desktop.storage.store import PATIENCE, SqlStore

_AT_ONCE, _LARGE = 500, 4
"""Rows that are added with one statement; of pieces of contents, which may be megabytes, fewer."""


def copy_store(source: SqlStore, target: str | Path, passphrase: str = "") -> str:
    """Makes a dossier at another place that is the same to the last byte; the source stays as it is. Until it
    is whole and compared there is none: a file gets its name at the end, and a database its tables, with the
    rules of the server, in one piece of work.

    :param passphrase: with which a new file is encrypted from its first byte; "" leaves it readable.
    :returns: the recovery key of the file; "" where it has none.
    :raises StorageError: there is something already, it cannot be written, or a side is not read as it was
        written; nothing is left behind.
    """
    if str(target).startswith(SCHEMES):
        place = DatabasePlace(str(target), PATIENCE)
        _fill(place, source, then=put_rules)
        return ""
    key = new_key(passphrase) if passphrase else None
    _to_file(source, Path(target), key)
    return key.recovery if key is not None else ""


def _to_file(source: SqlStore, path: Path, key: FileKey | None) -> None:
    if path.exists():
        raise StorageError(say("storage.exists", name=path.name))
    unfinished = path.with_name(f"{path.name}.part")
    for suffix in LEFT_BESIDE:  # of a copy that was broken off
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
    place = FilePlace(unfinished, PATIENCE, key)
    place.name = path.name
    try:
        _fill(place, source)
        _name_it(place, unfinished, path)
    finally:
        if place.held is not None:
            let_go(place.held)
    if key is not None:
        remember(key)


def _name_it(place: FilePlace, unfinished: Path, path: Path) -> None:
    """Gives the finished copy its name, unless somebody else took that, or the copy, meanwhile."""
    found = unfinished.stat()
    if path.exists() or (found.st_dev, found.st_ino) != place.held:
        raise StorageError(say("storage.exists", name=path.name))
    unfinished.rename(path)
    flush(path.parent)


def _fill(
    place: FilePlace | DatabasePlace, source: SqlStore, then: Callable[[Connection], object] = bool
) -> None:
    """Makes the tables of a place with everything the source holds, and does ``then`` in the same piece of
    work."""

    def filling(made: Connection) -> None:
        _copy(found, made, place.name)
        then(made)

    engine = place.engine()
    try:
        with source.snapshot() as found, explained(place.name):
            place.create(engine, filling)
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
    query = str(wanted.compile(dialect=connection.dialect))
    streaming = {"stream_results": True, "yield_per": _at_once(table)}
    for row in connection.exec_driver_sql(query, execution_options=streaming):
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
