"""Collections of domain objects over tables: one query for the objects, one for each kind of part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from jury_desktop.storage.many import Kept, insert_kept, kept, next_numbers, slices
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.seals import Seals, seals_of
from jury_desktop.storage.types import Reference, Whole

T = TypeVar("T")
Parts = Mapping[Table, list[Row]]
"""The rows of one object's parts, in order."""
PartRows = Mapping[Table, Iterable[Row]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rows of one object and of its parts, as they are kept."""

    row: Kept
    parts: Mapping[Table, list[Kept]]


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How one kind of object lies in tables: its own row and rows of parts, and back."""

    table: Table
    parts: tuple[Table, ...]
    row: Callable[[T], Row]
    part_rows: Callable[[T], PartRows]
    build: Callable[[Row, Parts], T]


def plain(table: Table, made_of: type[T]) -> Kind[T]:
    """A kind whose every field is a column of the same name."""
    return Kind(
        table,
        (),
        row=as_row,
        part_rows=lambda item: {},
        build=lambda row, parts: from_row(made_of, row),
    )


class SqlCollection(Generic[T]):
    """All objects of one kind; see ``services.ports.Collection``."""

    def __init__(
        self, connection: Connection, kind: Kind[T], altering: Callable[[], None], seals: Seals
    ) -> None:
        """``altering`` is called before anything is written; it raises where that is not allowed."""
        self._connection = connection
        self._kind = kind
        self._allowed = altering
        self._seals = seals
        self._found: dict[str, tuple[T, ...]] = {}

    def get(self, key: str) -> T:
        found = self.find(id=key)
        if not found:
            raise KeyError(key)
        return found[0]

    def find(self, **equal: object) -> tuple[T, ...]:
        """One object that is asked for by its id is read once: a piece of work sees one state, and the way
        to a server is long."""
        key = equal.get("id") if len(equal) == 1 else None
        if not isinstance(key, str):
            return self._read(**equal)
        if key not in self._found:
            self._found[key] = self._read(id=key)
        return self._found[key]

    def _read(self, **equal: object) -> tuple[T, ...]:
        table = self._kind.table
        wanted = [_equals(table, name, value) for name, value in equal.items()]
        rows = self._connection.execute(select(table).where(*wanted).order_by(table.c.nr)).mappings().all()
        parts = [self._parts_by_owner(part, wanted, len(rows)) for part in self._kind.parts]
        return tuple(self._build(row, parts) for row in rows)

    def save(self, item: T) -> None:
        self._altering()
        row = self._kind.row(item)
        number = self._connection.scalar(_numbered(self._kind.table), {"key": row["id"]})
        if number is None:
            self._insert([(row, item)])
            return
        self._seals.look(self._kind.table, row["id"])
        kept = self._kept(number, row, item)
        self._connection.execute(_replacing(self._kind.table), {**row, "key": row["id"]})
        for part, rows in kept.parts.items():
            self._connection.execute(_without_parts(part), {"key": row["id"]})
            insert_kept(self._connection, part, rows)

    def add(self, *items: T) -> None:
        """Adds objects that are not there yet, with one statement for all and one for each kind of part."""
        self._altering()
        self._insert([(self._kind.row(item), item) for item in items])

    def remove(self, *keys: str) -> None:
        self._altering()
        table = self._kind.table
        for some in slices(keys):
            gone = self._connection.execute(delete(table).where(table.c.id.in_(some))).rowcount
            if gone != len(some):
                raise KeyError(*some)
        self._seals.take_out(table, keys)

    def forget(self) -> None:
        """What was read may be otherwise now."""
        self._found.clear()

    def _altering(self) -> None:
        self._allowed()
        self.forget()

    def _kept(self, number: int, row: Row, item: T) -> _Kept:
        """All that is kept of an object with its place in the order of creation, sealed."""
        table, own = self._kind.table, self._kind.part_rows(item)
        parts = {part: _owned(row["id"], part, own.get(part, ())) for part in self._kind.parts}
        made = _Kept(kept(table, {**row, "nr": number}), parts)
        self._seals.put(seals_of(table, made.row, parts))
        return made

    def _insert(self, fresh: Sequence[tuple[Row, T]]) -> None:
        numbers = next_numbers(self._connection, self._kind.table, len(fresh))
        items = [self._kept(number, row, item) for number, (row, item) in zip(numbers, fresh, strict=True)]
        insert_kept(self._connection, self._kind.table, [item.row for item in items])
        for part in self._kind.parts:
            insert_kept(self._connection, part, [row for item in items for row in item.parts[part]])

    def _parts_by_owner(
        self, part: Table, wanted: list[ColumnElement[bool]], owners: int
    ) -> tuple[Table, dict[str, list[Row]]]:
        grouped: dict[str, list[Row]] = defaultdict(list)
        if owners:
            chosen = select(self._kind.table.c.id).where(*wanted)
            query = select(part).order_by(part.c.owner, part.c.position)
            query = query.where(part.c.owner.in_(chosen)) if wanted else query
            for row in self._connection.execute(query).mappings():
                grouped[row["owner"]].append(row)
        return part, grouped

    def _build(self, row: Row, parts: list[tuple[Table, dict[str, list[Row]]]]) -> T:
        return self._kind.build(row, {part: grouped.get(row["id"], []) for part, grouped in parts})


def _owned(owner: str, part: Table, rows: Iterable[Row]) -> list[Kept]:
    """The rows of an object's parts with whose they are and the place they have."""
    return [kept(part, {**row, "owner": owner, "position": position}) for position, row in enumerate(rows)]


@cache
def _numbered(table: Table) -> Select[Any]:
    """The place of the row with id ``:key`` in the order of creation."""
    return select(table.c.nr).where(table.c.id == bindparam("key"))


@cache
def _replacing(table: Table) -> Update:
    """Gives the row with id ``:key`` new values."""
    return update(table).where(table.c.id == bindparam("key"))


@cache
def _without_parts(part: Table) -> Delete:
    """Takes the parts of the owner ``:key`` away."""
    return delete(part).where(part.c.owner == bindparam("key"))


def _equals(table: Table, name: str, value: object) -> ColumnElement[bool]:
    column = table.c.get(name)
    if column is None or isinstance(column.type, Whole):
        raise TypeError(f"{table.name} cannot be found by {name}")
    return column.is_(None) if _means_none(column.type, value) else column == value


def _means_none(kind: TypeEngine[Any], value: object) -> bool:
    return value is None or (isinstance(kind, Reference) and value == "")
