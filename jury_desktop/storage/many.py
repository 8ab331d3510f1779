"""Many rows at once.

SQLAlchemy would work out the parameters of each row anew: with a mailbox of 60,000 messages, which is half a
million rows, that took longer than the database itself. Here it is done once for the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Boolean, Connection, Dialect, Table, func, insert, select, text
from sqlalchemy.dialects.sqlite import dialect as sqlite

from jury_desktop.storage.rows import Row

_NAMED = 500
KEPT_BY = sqlite()
"""By whose types values are as they are kept."""

Kept = list[Any]
"""The values of a row as SQLite keeps them: texts, numbers and None. PostgreSQL keeps the same."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds the rows, which all name the same columns."""
    if rows:
        adding = _adding(connection.dialect, table, tuple(rows[0]))
        connection.exec_driver_sql(adding.statement, [adding.given(row) for row in rows])


def kept(table: Table, row: Row) -> Kept:
    """The values of a row as SQLite keeps them, in the order of the columns."""
    return [
        row.get(name) if bind is None else bind(row.get(name)) for name, bind in binders(table, named(table))
    ]


def insert_kept(connection: Connection, table: Table, rows: Sequence[Kept]) -> None:
    """Adds rows whose values :func:`kept` gave."""
    if rows:
        adding = _adding(connection.dialect, table, named(table))
        connection.exec_driver_sql(adding.statement, adding.given_kept(rows))


@cache
def named(table: Table) -> tuple[str, ...]:
    """The columns of a table, in their order."""
    return tuple(str(column.name) for column in table.c)


def next_numbers(connection: Connection, table: Table, count: int) -> Sequence[int]:
    """So many free values of ``nr``, in the order of creation. Writers wait for each other, but in
    PostgreSQL not everybody sees every row: there the sequence of the table gives them out."""
    if connection.dialect.name == "sqlite":
        first = (connection.scalar(select(func.max(table.c.nr))) or 0) + 1
        return range(first, first + count)
    free = text("SELECT nextval(pg_get_serial_sequence(:of, 'nr')) FROM generate_series(1, :count)")
    return connection.scalars(free, {"of": str(table.name), "count": count}).all()


@cache
def binders(table: Table, names: tuple[str, ...]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """For each of these columns what makes of a value what SQLite keeps."""
    kinds = ((name, table.c[name].type.dialect_impl(KEPT_BY)) for name in names)
    return tuple((name, kind.bind_processor(KEPT_BY)) for name, kind in kinds)


def slices(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys, so many at a time as one statement may name."""
    return (keys[start : start + _NAMED] for start in range(0, len(keys), _NAMED))


@dataclass(frozen=True, slots=True)
class _Adding:
    """A statement in the words of the driver.

    :param columns: in the order of the statement: the name, and what the column makes of a value.
    :param by_name: whether the driver takes values by name, or else by their place.
    :param truths: the columns that hold truth values, which SQLite keeps as numbers.
    """

    statement: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    by_name: bool
    truths: frozenset[str]

    def given(self, row: Row) -> Any:
        """The values of a row as the driver takes them."""
        values = [row[name] if bind is None else bind(row[name]) for name, bind in self.columns]
        return self._handed_over(values) if self.by_name else tuple(values)

    def given_kept(self, rows: Sequence[Kept]) -> list[Any]:
        """Values that are as SQLite keeps them, as the driver takes them."""
        return [self._handed_over(values) for values in rows] if self.by_name else [*map(tuple, rows)]

    def _handed_over(self, values: Kept) -> dict[str, Any]:
        return {
            name: bool(value) if name in self.truths and value is not None else value
            for (name, _), value in zip(self.columns, values, strict=True)
        }


@lru_cache(maxsize=64)
def _adding(dialect: Dialect, table: Table, names: tuple[str, ...]) -> _Adding:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup or names
    kinds = ((name, table.c[name].type.dialect_impl(dialect)) for name in order)
    columns = tuple((name, kind.bind_processor(dialect)) for name, kind in kinds)
    truths = frozenset(name for name in names if isinstance(table.c[name].type, Boolean))
    return _Adding(str(compiled), columns, not compiled.positional, truths)
