"""The rows of a dossier file as they lie there, for whoever changes them without the program."""

from __future__ import annotations

import random
import sqlite3
from functools import cached_property
from typing import Any

Place = tuple[str, str]
"""Kind and key of a part of the dossier, as a finding names it; an empty key stands for any."""
Row = dict[str, Any]


class NothingDoneError(Exception):
    """This draw changed nothing."""


class Table:
    """A table of the file, and rows in it."""

    def __init__(self, file: sqlite3.Connection, name: str) -> None:
        self.file = file
        self.name = name
        info = file.execute(f'PRAGMA table_info("{name}")').fetchall()
        self.columns = [str(row[1]) for row in info]
        self.keys = [str(row[1]) for row in sorted(info, key=lambda row: int(row[5])) if row[5]]
        links = file.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        self.whole = next((str(link[2]) for link in links if link[3] == "owner"), "")

    @cached_property
    def unique(self) -> set[str]:
        """The columns that no two rows may share, alone or with others."""
        indexes = self.file.execute(f'PRAGMA index_list("{self.name}")').fetchall()
        names = (self.file.execute(f'PRAGMA index_info("{row[1]}")').fetchall() for row in indexes if row[2])
        return {str(column[2]) for columns in names for column in columns} | set(self.keys)

    @property
    def others(self) -> list[str]:
        """The columns by which its rows are not told apart."""
        return [name for name in self.columns if name not in self.unique]

    def count(self) -> int:
        return int(self.file.execute(f'SELECT count(*) FROM "{self.name}"').fetchone()[0])

    def rows(self, choose: str = "", *values: object) -> list[Row]:
        """Rows by the names of their columns, in the order of their keys."""
        order = ", ".join(f'"{key}"' for key in self.keys)
        found = self.file.execute(f'SELECT * FROM "{self.name}" {choose or f"ORDER BY {order}"}', values)
        return [dict(zip(self.columns, row, strict=True)) for row in found]

    def any_row(self, chance: random.Random) -> Row:
        """One of its rows."""
        if not (count := self.count()):
            raise NothingDoneError
        return self.rows("LIMIT 1 OFFSET ?", chance.randrange(count))[0]

    def raw(self, row: Row, column: str) -> tuple[str, bytes]:
        """How a value is kept, and its bytes."""
        where = " AND ".join(f'"{key}" = ?' for key in self.keys)
        query = f'SELECT typeof("{column}"), CAST("{column}" AS BLOB) FROM "{self.name}" WHERE {where}'
        kind, kept = self.file.execute(query, [row[key] for key in self.keys]).fetchone()
        return str(kind), bytes(kept or b"")

    def remove(self, row: Row) -> None:
        where = " AND ".join(f'"{key}" = ?' for key in self.keys)
        self.file.execute(f'DELETE FROM "{self.name}" WHERE {where}', [row[key] for key in self.keys])

    def add(self, row: Row) -> None:
        gaps = ", ".join("?" * len(self.columns))
        self.file.execute(f'INSERT INTO "{self.name}" VALUES ({gaps})', [row[name] for name in self.columns])

    def set(self, row: Row, column: str, value: object, kind: str = "") -> None:
        where = " AND ".join(f'"{key}" = ?' for key in self.keys)
        cast = f"CAST(? AS {kind})" if kind else "?"
        keys = [row[key] for key in self.keys]
        self.file.execute(f'UPDATE "{self.name}" SET "{column}" = {cast} WHERE {where}', [value, *keys])

    def place(self, row: Row) -> tuple[Place, ...]:
        """What of the dossier a row is a part of, as a finding may name it."""
        if self.name in ("alembic_version", "journal_end"):
            return (("journal" if self.name == "journal_end" else "", ""),)
        if self.name == "journal":
            return (("journal", str(row["sequence"])),)
        if self.name == "seal":
            return (("journal", str(row["sequence"])), (str(row["kind"]).removesuffix(".alone"), row["key"]))
        if self.name.startswith("blob"):
            return (("blob", row["sha256"]),)
        if self.whole:
            return ((self.whole, row["owner"]),)
        key = {"setting": "key", "dossier": "nr"}.get(self.name, "id")
        return ((self.name, str(row[key])),)


def tables(file: sqlite3.Connection) -> list[Table]:
    """Every table that holds something."""
    names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    found = (Table(file, str(name)) for (name,) in names)
    return [table for table in found if table.count()]
