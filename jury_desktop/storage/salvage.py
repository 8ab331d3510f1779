"""Carries whatever can still be read of a damaged dossier into a new file, row by row.

A page that is damaged takes the rows on it, and may keep SQLite from going on past it. So each table is read
from its beginning, then from its end, and what lies between is asked for one by one. Where the parent of a
row is lost, a stub takes its place (``stubs.py``); a row goes with it only where no stub can be made. The
damaged file is only read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.errors import CallFileError, StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage import migrate
from jury_desktop.storage.engine import connect_file
from jury_desktop.storage.errors import explained
from jury_desktop.storage.header import mended
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.store import create_store
from jury_desktop.storage.stubs import put_stubs

BETWEEN = 20_000
"""Rows that are asked for one by one, between what can be read from both ends of a table."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of a table.

    :param lost: rows that are not there any more; None where not even their number can be read.
    :param stubs: what people know rows by that are lost, and that others need: empty ones stand there now.
    """

    table: str
    kept: int
    lost: int | None
    stubs: tuple[str, ...] = ()


_UNCOVERED = "DELETE FROM seal WHERE sequence NOT IN (SELECT sequence FROM journal)"
"""Seals whose event is lost: the events to come bear those numbers again."""


def salvage(source: Path, target: Path) -> tuple[Carried, ...]:
    """Makes a new dossier of what can be read of a damaged one; gives the tables with something in them.

    :raises StorageError: not even its call can be read, it is of another version, or ``target`` cannot be
        made; then nothing is left behind.
    """
    with mended(source, target.with_name(f"{target.name}.mended")) as readable:
        return _salvage(readable, source.name, target)


def _salvage(source: Path, name: str, target: Path) -> tuple[Carried, ...]:
    with explained(name), closing(connect_file(source, read_only=True)) as damaged:
        damaged.text_factory = _as_text
        damaged.execute("PRAGMA writable_schema = ON")  # reads a file that was cut off as far as it goes
        create_store(target, parse_call(_call(damaged, name), name)).close()
        try:
            with closing(connect_file(target)) as whole:
                found = _carry(damaged, whole)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return tuple(each for each in found if each.kept or each.lost != 0 or each.stubs)


def _call(damaged: sqlite3.Connection, name: str) -> str:
    """The text of the call, without which a dossier says nothing."""
    try:
        (revision,) = damaged.execute(f"SELECT version_num FROM {migrate.VERSION_TABLE}").fetchone()
        (text,) = damaged.execute("SELECT call FROM dossier").fetchone()
        parse_call(text, name)
    except (sqlite3.DatabaseError, TypeError, CallFileError) as error:
        raise StorageError(say("storage.beyond_saving", name=name)) from error
    if revision != migrate.HEAD:
        raise StorageError(say("storage.beyond_saving", name=name))
    return str(text)


def _carry(damaged: sqlite3.Connection, whole: sqlite3.Connection) -> list[Carried]:
    """All tables, in one piece of work."""
    whole.isolation_level = None
    whole.execute("PRAGMA foreign_keys = OFF")
    whole.execute("BEGIN IMMEDIATE")
    kept = {table.name: _carry_table(damaged, whole, table) for table in metadata.sorted_tables}
    stubs = put_stubs(whole)
    for name, orphans in _orphans(whole):
        kept[name] -= orphans
    kept["seal"] -= whole.execute(_UNCOVERED).rowcount
    whole.execute("COMMIT")
    return [
        Carried(name, count, _lost(damaged, name, count), tuple(stubs.get(name, ())))
        for name, count in kept.items()
    ]


def _carry_table(damaged: sqlite3.Connection, whole: sqlite3.Connection, table: Table) -> int:
    columns = [f'"{column.name}"' for column in table.columns]
    whole.execute(f'DELETE FROM "{table.name}"')
    put = (
        f'INSERT OR IGNORE INTO "{table.name}" ({", ".join(columns)}) '
        f"VALUES ({', '.join('?' * len(columns))})"
    )
    count = 0
    for row in _readable(damaged, table, ", ".join(columns)):
        with suppress(sqlite3.IntegrityError):
            count += whole.execute(put, row).rowcount
    return count


def _readable(damaged: sqlite3.Connection, table: Table, columns: str) -> Iterator[Sequence[object]]:
    """Every row that can be read: from the beginning, from the end, and what lies between."""
    numbered = bool(table.dialect_options["sqlite"]["with_rowid"])
    keys = ["rowid"] if numbered else [f'"{column.name}"' for column in table.primary_key]
    query = f'SELECT {", ".join(keys)}, {columns} FROM "{table.name}"'
    seen: set[tuple[object, ...]] = set()
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{key} {way}" for key in keys)
        with suppress(sqlite3.DatabaseError):
            for row in damaged.execute(f"{query} ORDER BY {order}"):
                key = tuple(row[: len(keys)])
                if key in seen:
                    break
                seen.add(key)
                yield row[len(keys) :]
            else:
                return
    for number in _between({key[0] for key in seen}) if numbered else ():
        with suppress(sqlite3.DatabaseError):
            for row in damaged.execute(f"{query} WHERE rowid = ?", (number,)):
                yield row[1:]


def _between(seen: set[Any]) -> Iterator[int]:
    """The numbers of rows that may lie where neither way came."""
    missing = (number for number in range(1, max(seen, default=0) + BETWEEN) if number not in seen)
    yield from islice(missing, BETWEEN)


def _orphans(whole: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Takes away rows whose parent is lost, until none is left; gives how many of which table."""
    while loose := {(table, row) for table, row, *_ in whole.execute("PRAGMA foreign_key_check")}:
        for table, row in loose:
            yield table, whole.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,)).rowcount


def _lost(damaged: sqlite3.Connection, table: str, kept: int) -> int | None:
    try:
        (count,) = damaged.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    except sqlite3.DatabaseError:
        return None
    return max(0, int(count) - kept)


def _as_text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")
