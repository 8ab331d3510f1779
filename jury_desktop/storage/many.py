"""Many rows at once.

SQLAlchemy would work out the parameters of each row anew: with a mailbox of 60,000 messages, which is half a
million rows, that took longer than the database itself. Here it is done once for the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from jury_desktop.storage.rows import Row

_NAMED = 500


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds the rows, which all name the same columns."""
    if rows:
        adding = _adding(connection.dialect, table, tuple(rows[0]))
        connection.exec_driver_sql(adding.statement, [adding.given(row) for row in rows])


def slices(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys, so many at a time as one statement may name."""
    return (keys[start : start + _NAMED] for start in range(0, len(keys), _NAMED))


@dataclass(frozen=True, slots=True)
class _Adding:
    """A statement in the words of the driver.

    :param columns: in the order of the statement: the name, and what the column makes of a value.
    :param by_name: whether the driver takes values by name, or else by their place.
    """

    statement: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    by_name: bool

    def given(self, row: Row) -> Any:
        """The values of a row as the driver takes them."""
        values = [row[name] if bind is None else bind(row[name]) for name, bind in self.columns]
        if not self.by_name:
            return tuple(values)
        return {name: value for (name, _), value in zip(self.columns, values, strict=True)}


@lru_cache(maxsize=64)
def _adding(dialect: Dialect, table: Table, names: tuple[str, ...]) -> _Adding:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup or names
    kinds = ((name, table.c[name].type.dialect_impl(dialect)) for name in order)
    columns = tuple((name, kind.bind_processor(dialect)) for name, kind in kinds)
    return _Adding(str(compiled), columns, not compiled.positional)
