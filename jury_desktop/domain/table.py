"""A table to be written out: the same for a workbook, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

Cell = str | int | float | bool | datetime | date | time | None
"""Moments are aware; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its stable name. ``width`` is in characters.

    :param personal: what it holds says something about a person, or is a comment of one: it stays out of what
        is made public.
    """

    key: str
    width: int = 14
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its stable name; each row has a cell for each column.

    :param fixed: columns at the left that stay in sight.
    :param personal: the table as a whole stays out of what is made public.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int = 1
    personal: bool = False

    def public(self) -> Table:
        """The table without its personal columns."""
        kept = [at for at, column in enumerate(self.columns) if not column.personal]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[at] for at in kept), rows=rows)

    def records(self) -> list[Mapping[str, Cell]]:
        """The rows by the names of the columns."""
        names = [column.key for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def table(
    key: str,
    columns: Iterable[Column],
    rows: Iterable[Iterable[Cell]],
    *,
    fixed: int = 1,
    personal: bool = False,
) -> Table:
    """A table of whatever gives columns and rows."""
    return Table(key, tuple(columns), tuple(tuple(row) for row in rows), fixed, personal)
