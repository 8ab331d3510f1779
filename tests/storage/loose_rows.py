"""The rows of a dossier as they lie there, for whoever changes them without the program."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Protocol

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlalchemy import Table as Known

from jury_desktop.storage.migrate import VERSION_TABLE
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.types import Whole

Place = tuple[str, str]
"""Kind and key of a part of the dossier, as a finding names it; an empty key stands for any."""
Row = dict[str, Any]


class NothingDoneError(Exception):
    """This draw changed nothing."""


class Bare(Protocol):
    """A connection of a driver, with ``?`` for values."""

    def execute(self, query: str, values: Sequence[object] = (), /) -> Any:
        """Runs a statement; gives what can be fetched from."""

    def executemany(self, query: str, values: Iterable[Sequence[object]], /) -> Any:
        """Runs a statement for each of many values."""


class Table:
    """A table of the dossier, and rows in it."""

    def __init__(self, file: Bare, name: str) -> None:
        self.file = file
        self.name = name
        self.known: Known | None = metadata.tables.get(name)
        self.columns = [str(column.name) for column in self.known.c] if self.known is not None else _VERSION
        keys = self.known.primary_key if self.known is not None else ()
        self.keys = [str(column.name) for column in keys] or _VERSION

    @cached_property
    def links(self) -> dict[str, str]:
        """The columns that name a row of another table, with that table."""
        found = self.known.foreign_key_constraints if self.known is not None else set[ForeignKeyConstraint]()
        ends = (element for link in found for element in link.elements)
        return {str(end.parent.name): str(end.column.table.name) for end in ends}

    @property
    def whole(self) -> str:
        """The table that its rows are parts of."""
        return self.links.get("owner", "")

    @cached_property
    def unique(self) -> set[str]:
        """The columns that no two rows may share, alone or with others."""
        if self.known is None:
            return set(_VERSION)
        ruled = [rule.columns for rule in self.known.constraints if isinstance(rule, UniqueConstraint)]
        single = [[column] for column in self.known.c if column.unique]
        return {str(column.name) for columns in (*ruled, *single) for column in columns} | set(self.keys)

    @property
    def others(self) -> list[str]:
        """The columns by which its rows are not told apart."""
        return [name for name in self.columns if name not in self.unique]

    @property
    def wholes(self) -> list[str]:
        """The columns that hold a whole value as JSON."""
        columns = self.known.c if self.known is not None else ()
        return [str(each.name) for each in columns if isinstance(each.type, Whole)]

    def count(self) -> int:
        return int(self.file.execute(f'SELECT count(*) FROM "{self.name}"').fetchone()[0])

    def rows(self, choose: str = "", *values: object) -> list[Row]:
        """Rows by the names of their columns, in the order of their keys."""
        order = ", ".join(f'"{key}"' for key in self.keys)
        columns = ", ".join(f'"{name}"' for name in self.columns)
        query = f'SELECT {columns} FROM "{self.name}" {choose or f"ORDER BY {order}"}'
        return [dict(zip(self.columns, row, strict=True)) for row in self.file.execute(query, values)]

    def any_row(self, chance: random.Random) -> Row:
        """One of its rows."""
        if not (count := self.count()):
            raise NothingDoneError
        order = ", ".join(f'"{key}"' for key in self.keys)
        return self.rows(f"ORDER BY {order} LIMIT 1 OFFSET ?", chance.randrange(count))[0]

    def remove(self, row: Row) -> None:
        self.file.execute(f'DELETE FROM "{self.name}" WHERE {self._where}', self._keys_of(row))

    def add(self, row: Row) -> None:
        gaps = ", ".join("?" * len(self.columns))
        columns = ", ".join(f'"{name}"' for name in self.columns)
        values = [row[name] for name in self.columns]
        self.file.execute(f'INSERT INTO "{self.name}" ({columns}) VALUES ({gaps})', values)

    def set(self, row: Row, column: str, value: object, kind: str = "") -> None:
        """Gives a value another one.

        :param kind: what SQLite makes of it first.
        """
        cast = f"CAST(? AS {kind})" if kind else "?"
        query = f'UPDATE "{self.name}" SET "{column}" = {cast} WHERE {self._where}'
        self.file.execute(query, [value, *self._keys_of(row)])

    @property
    def _where(self) -> str:
        return " AND ".join(f'"{key}" = ?' for key in self.keys)

    def _keys_of(self, row: Row) -> list[object]:
        return [row[key] for key in self.keys]

    def place(self, row: Row) -> tuple[Place, ...]:
        """What of the dossier a row is a part of, as a finding may name it."""
        if self.name in (VERSION_TABLE, "journal_end"):
            return (("journal" if self.name == "journal_end" else "", ""),)
        if self.name == "journal":
            return (("journal", str(row["sequence"])),)
        if self.name == "seal":
            return (
                ("journal", str(row["sequence"])),
                (str(row["kind"]).removesuffix(".alone"), str(row["key"])),
            )
        if self.name.startswith("blob"):
            return (("blob", str(row["sha256"])),)
        if self.whole:
            return ((self.whole, str(row["owner"])),)
        key = {"setting": "key", "dossier": "nr"}.get(self.name, "id")
        return ((self.name, str(row[key])),)


_VERSION = ["version_num"]


def tables(file: Bare) -> list[Table]:
    """Every table that holds something."""
    found = (Table(file, name) for name in sorted({*metadata.tables, VERSION_TABLE}))
    return [table for table in found if table.count()]


def on_sqlite(file: Bare) -> sqlite3.Connection:
    """The same, where it is a file."""
    assert isinstance(file, sqlite3.Connection)
    return file
