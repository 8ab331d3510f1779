"""Whether every value is one that its column holds: a text, a number that means something, a row that is
there.

SQLite keeps whatever it is given, wherever: bytes where a text belongs, a text where a number does. A seal
may not tell them apart, and what reads them may stumble; so they are found and named here, row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    Numeric,
    Table,
)

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.storage.blobs import blob, chunk, stretch
from jury_desktop.storage.journal import end, journal
from jury_desktop.storage.many import KEPT_BY
from jury_desktop.storage.seals import key_column, rows_as_kept, seal

_EVENTS = (journal, end, seal)
_CONTENTS = (chunk, stretch)
_NO_BYTES = "SELECT sha256, typeof(content) FROM blob_chunk WHERE typeof(content) <> 'blob'"


def value_findings(table: Table, connection: Connection) -> Iterator[Finding]:
    """The rows of a table in which something stands that cannot be there. The bytes of contents are not read:
    whether they are bytes, the database knows."""
    holds = _holds(table)
    read = ", ".join(f'"{name}"' for name in holds)
    for values in rows_as_kept(connection, f'SELECT {read} FROM "{table.name}"'):
        wrong = next(filter(None, map(_wrong, holds.values(), values)), None)
        if wrong is not None:
            yield _finding(table, dict(zip(holds, values, strict=True)), wrong)
    if table is chunk and connection.dialect.name == "sqlite":
        for key, kind in rows_as_kept(connection, _NO_BYTES):
            yield _finding(chunk, {"sha256": key}, kind)


def link_findings(table: Table, connection: Connection) -> Iterator[Finding]:
    """The rows of a table that belong or refer to something that is not there."""
    for parent, query in _links(table):
        for row in rows_as_kept(connection, query):
            place = place_of(table, dict(zip(_keys(table), row, strict=True)))
            yield Finding(say("storage.row_missing", parent=parent), *place)


def place_of(table: Table, row: Mapping[str, Any]) -> tuple[str, str]:
    """Kind and key of what a row is, or is a part of."""
    if table in _EVENTS:
        return EVENT, str(row["sequence"])
    if table in _CONTENTS:
        return str(blob.name), str(row["sha256"])
    if "owner" in table.c:
        (whole,) = (link.column.table for link in table.c.owner.foreign_keys)
        return str(whole.name), str(row["owner"])
    return str(table.name), str(row[key_column(table)])


@dataclass(frozen=True, slots=True)
class _Holds:
    """What a column holds.

    :param kinds: the types of its values as SQLite keeps them.
    :param meaning: makes of a text what the program reads; raises StorageError where it means nothing.
    """

    kinds: tuple[type, ...]
    meaning: Callable[[Any], Any] | None


@cache
def _holds(table: Table) -> Mapping[str, _Holds]:
    """What the columns of a table hold that are read, by their names."""
    return {str(column.name): _of(column) for column in table.c if column is not chunk.c.content}


def _of(column: Column[Any]) -> _Holds:
    kept = column.type.dialect_impl(KEPT_BY)
    affinity = kept._type_affinity or type(kept)
    kind = next((kind for kind, of in _KINDS.items() if issubclass(affinity, of)), str)
    meaning = kept.result_processor(KEPT_BY, None) if kind is str else None
    return _Holds((kind, type(None)) if column.nullable else (kind,), meaning)


_KINDS: Mapping[type, tuple[type, ...]] = {
    int: (Integer, Boolean),
    float: (Float, Numeric),
    bytes: (LargeBinary,),
}


def _wrong(holds: _Holds, value: Any) -> str | None:
    """What is wrong with a value; None for nothing."""
    if type(value) not in holds.kinds:
        return "NULL" if value is None else f"{type(value).__name__}: {str(value)[:60]}"
    if holds.meaning is None or value is None:
        return None
    try:
        holds.meaning(value)
    except StorageError as error:
        return str(error.__cause__)[:200]
    return None


def _finding(table: Table, row: Mapping[str, Any], wrong: str) -> Finding:
    return Finding(say("storage.row_unreadable", problem=wrong), *place_of(table, row))


@cache
def _links(table: Table) -> list[tuple[str, str]]:
    """For each link of a table where it leads, and what finds the rows in which it leads nowhere. NULL leads
    nowhere on purpose."""
    links = sorted(table.foreign_key_constraints, key=lambda link: tuple(link.column_keys))
    return [(str(link.elements[0].column.table.name), _loose(table, link)) for link in links]


def _loose(table: Table, link: ForeignKeyConstraint) -> str:
    ends = [(element.parent.name, element.column.name) for element in link.elements]
    keys = ", ".join(f'own."{name}"' for name in _keys(table))
    given = " AND ".join(f'own."{own}" IS NOT NULL' for own, _ in ends)
    same = " AND ".join(f'there."{column}" = own."{own}"' for own, column in ends)
    parent = f'"{link.elements[0].column.table.name}" AS there'
    there = f"NOT EXISTS (SELECT 1 FROM {parent} WHERE {same})"
    return f'SELECT {keys} FROM "{table.name}" AS own WHERE {given} AND {there}'


def _keys(table: Table) -> list[str]:
    """The columns by which a row has a place."""
    return [name for name in ("owner", "sha256", "sequence", key_column(table)) if name in table.c]
