"""Seals: what every object was when the journal last spoke of it, so that no row changes behind its back.

The seal of an object is the SHA-256 of its row, its place in the order of creation included, and the rows
of its parts, as SQLite keeps them (PostgreSQL keeps the same texts and numbers). Every event covers the seals
of what was altered since the event before it, and its own hash covers those. A check makes the seals anew
from the tables: what anything but this program changed, put in or took out is found, with the event that it
contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Index, Integer, MetaData, Select, Table, bindparam, select

from jury_desktop.storage.many import Kept, binders, insert_rows, named
from jury_desktop.storage.rows import Row
from jury_desktop.storage.schema import metadata, text
from jury_desktop.storage.types import AnyText

seal = Table(
    "seal",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("kind", AnyText, primary_key=True),
    Column("key", AnyText, primary_key=True),
    text("sha256"),
    sqlite_with_rowid=False,
)
"""Which seals an event covers; "" for an object that was taken out. Only ever added to."""
Index("ix_seal_kind_key", seal.c.kind, seal.c.key)

_LAST = (
    select(seal.c.sha256)
    .where(seal.c.kind == bindparam("kind"), seal.c.key == bindparam("key"))
    .order_by(seal.c.sequence.desc())
    .limit(1)
)

ALONE = "alone"
"""In ``Table.info``: the columns that change without the rest of the row, and have a seal of their own."""
KEY = "key"
"""In ``Table.info``: the column that tells the rows apart, where that is not ``id``."""
OWN = "own"
"""In ``Table.info``: what makes the seals of its objects, where rows and parts are too large to be read."""

LEFT_OUT = "left out"
"""In ``Table.info``: columns that no seal covered in a dossier of an earlier version."""

Sealed = tuple[str, str, str]
"""Kind and key of an object, and its seal."""
Values = Sequence[Any]


class Seals:
    """The seals of one unit of work, until the next event covers them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[tuple[str, str], str] = {}
        self._doubted: set[tuple[str, str]] = set()

    def look(self, table: Table, key: str) -> None:
        """To be called before an object that is there is altered. One that something else changed behind the
        journal keeps the seal it has: else the next step on it would pass for what was done to it, and the
        check would find nothing any more. A server has guards of its own (``resources/server``)."""
        if self._connection.dialect.name != "sqlite" or (kind_of(table), key) in self._waiting:
            return
        for kind, name, made in seals_in(self._connection, table, key):
            of = {"kind": kind, "key": name}
            if (kind, name) not in self._waiting and made != self._connection.scalar(_LAST, of):
                self._doubted.add((kind, name))

    def put(self, sealed: Iterable[Sealed]) -> None:
        """These objects are what their seals say from now on."""
        made = {(kind, key): made for kind, key, made in sealed}
        self._waiting.update({of: made[of] for of in made.keys() - self._doubted})

    def take_out(self, table: Table, keys: Iterable[str]) -> None:
        """These objects are there no more."""
        kinds = (kind_of(table), alone(table)) if table.info.get(ALONE) else (kind_of(table),)
        self._waiting.update({(kind, key): "" for key in keys for kind in kinds})

    def put_all(self, but: Collection[tuple[str, str]] = ()) -> None:
        """Everything is what the tables say now, but for these kinds and keys."""
        self.put(each for each in stored_seals(self._connection) if each[:2] not in but)

    def cover(self, sequence: int) -> str:
        """Hands everything that waits over to the event with this number; gives what its hash has to cover.
        The first event covers all there is."""
        if sequence == 1:
            self.put_all()
        sealed = sorted((kind, key, made) for (kind, key), made in self._waiting.items())
        self._waiting.clear()
        rows = [{"sequence": sequence, "kind": k, "key": key, "sha256": made} for k, key, made in sealed]
        insert_rows(self._connection, seal, rows)
        return covering(sealed)


def covering(sealed: Iterable[Sealed]) -> str:
    """What an event says of the seals it covers; "" for none."""
    ordered = sorted(sealed)
    return digest(ordered) if ordered else ""


@cache
def kind_of(table: Table) -> str:
    """The kind of the objects in a table; SQLAlchemy's own name is a text that only looks like one."""
    return str(table.name)


def alone(table: Table) -> str:
    """The kind under which the columns that change alone are sealed."""
    return f"{table.name}.{ALONE}"


def seals_of(table: Table, row: Kept, parts: Mapping[Table, Sequence[Kept]]) -> Iterator[Sealed]:
    """The seals of an object that is about to be kept: of its row and, with their positions, its parts."""
    shape = _shape(table)
    key = row[shape.key]
    of_parts = [
        [kind_of(part), [_shape(part).own(made) for made in parts.get(part, ())]] for part in parts_of(table)
    ]
    yield kind_of(table), key, digest([shape.own(row), of_parts])
    if shape.alone is not None:
        yield alone(table), key, digest(shape.alone(row))


def seal_alone(table: Table, key: str, row: Row) -> Sealed:
    """The seal of the columns that change alone."""
    names = table.info[ALONE]
    values = [row[name] if bind is None else bind(row[name]) for name, bind in binders(table, names)]
    return alone(table), key, digest(values)


def stored_seals(connection: Connection, tables: MetaData = metadata) -> Iterator[Sealed]:
    """The seals of every object, made of what stands in the tables now."""
    for table in tables.sorted_tables:
        if (own := table.info.get(OWN)) is not None:
            yield from own(connection)
        elif table is not seal and key_column(table) in table.c:
            yield from seals_in(connection, table)


def last_seals(connection: Connection) -> dict[tuple[str, str], tuple[int, str]]:
    """The newest seal of every object that ever was, with the event that covers it."""
    columns = (seal.c.sequence, seal.c.kind, seal.c.key, seal.c.sha256)
    rows = raw(connection, select(*columns).order_by(seal.c.sequence))
    return {(kind, key): (sequence, made) for sequence, kind, key, made in rows}


def key_column(table: Table) -> str:
    """The column that tells the objects in a table apart."""
    return str(table.info.get(KEY, "id"))


def seals_in(connection: Connection, table: Table, only: str | None = None) -> Iterator[Sealed]:
    """The seals of the objects in one table with their parts, made of what stands there now.

    :param only: the key of the one object that is asked about, in a file; None for all.
    """
    key, names, lonely = key_column(table), sealed_columns(table), tuple(table.info.get(ALONE, ()))
    order = table.c.get("nr", table.c[key])
    wanted = select(table.c[key], *(table.c[name] for name in (*names, *lonely))).order_by(order)
    parts = [(kind_of(part), Along(_rows_of(connection, part, table, only))) for part in parts_of(table)]
    for found, *values in _asked(connection, wanted, table.c[key], only):
        own, alone_values = values[: len(names)], values[len(names) :]
        yield kind_of(table), str(found), digest([own, [(name, part.of(found)) for name, part in parts]])
        if lonely:
            yield alone(table), str(found), digest(alone_values)


def _rows_of(connection: Connection, part: Table, whole: Table, only: str | None) -> Iterator[list[Any]]:
    """The rows of one kind of part, whose they are first, in the order of the objects they belong to."""
    columns = (part.c[name] for name in sealed_columns(part))
    wanted = select(part.c.owner, *columns).join(whole, whole.c.id == part.c.owner)
    return _asked(connection, wanted.order_by(whole.c.nr, part.c.position), part.c.owner, only)


def _asked(
    connection: Connection, wanted: Select[Any], key: Column[Any], only: str | None
) -> Iterator[list[Any]]:
    """The rows as they are kept; those with one key, if only that is asked."""
    if only is None:
        return raw(connection, wanted)
    ((_, bind),) = binders(key.table, (key.name,))
    query = str(wanted.where(key == bindparam("only")).compile(dialect=connection.dialect))
    return rows_as_kept(connection, query, only if bind is None else bind(only))


class Along:
    """Rows of parts, read along with the objects they belong to.

    :param rows: whose they are first, in the order of the objects.
    """

    def __init__(self, rows: Iterable[list[Any]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, owner: str) -> list[Values]:
        """Those of the next object, asked in the order of the objects."""
        if self._next is None or self._next[0] != owner:
            return []
        own: list[Values] = [row[1:] for row in self._next[1]]
        self._next = next(self._groups, None)
        return own


def raw(connection: Connection, wanted: Select[Any]) -> Iterator[list[Any]]:
    """Rows as the database keeps them, which knows truth values only in PostgreSQL."""
    return rows_as_kept(connection, str(wanted.compile(dialect=connection.dialect)))


def rows_as_kept(connection: Connection, query: str, *values: object) -> Iterator[list[Any]]:
    """The same of a query in the words of the database, with the values for its gaps."""
    rows = connection.exec_driver_sql(query, values) if values else connection.exec_driver_sql(query)
    if connection.dialect.name == "sqlite" and rows.cursor is not None:
        return map(list, iter(rows.cursor.fetchone, None))
    return ([int(value) if isinstance(value, bool) else value for value in row] for row in rows)


@cache
def parts_of(table: Table) -> tuple[Table, ...]:
    """The tables whose rows belong to objects of this one, by name."""
    owned = (part for part in table.metadata.sorted_tables if "owner" in part.c and "position" in part.c)
    of = [part for part in owned if any(link.column.table is table for link in part.c.owner.foreign_keys)]
    return tuple(sorted(of, key=lambda part: part.name))


@cache
def sealed_columns(table: Table) -> tuple[str, ...]:
    """The columns that a seal covers, by name: another order of the columns is no other object."""
    left_out = {"owner", *table.info.get(ALONE, ()), *table.info.get(LEFT_OUT, ()), key_column(table)}
    return tuple(sorted(column.name for column in table.c if column.name not in left_out))


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where in a row that is about to be kept the values of its seals stand.

    :param alone: gives those that change alone; None where there are none.
    """

    key: int
    own: Callable[[Kept], Values]
    alone: Callable[[Kept], Values] | None


@cache
def _shape(table: Table) -> _Shape:
    places = {name: place for place, name in enumerate(named(table))}
    lonely = tuple(table.info.get(ALONE, ()))
    key = places.get(key_column(table), places.get("owner", 0))
    return _Shape(key, _picker(places, sealed_columns(table)), _picker(places, lonely) if lonely else None)


def _picker(places: Mapping[str, int], names: Iterable[str]) -> Callable[[Kept], Values]:
    picked = [places[name] for name in names]
    return itemgetter(*picked) if len(picked) > 1 else lambda row: tuple(row[place] for place in picked)


def digest(values: object) -> str:
    """SHA-256 of the values as JSON without spaces, in UTF-8."""
    return sha256(msgspec.json.encode(values)).hexdigest()
