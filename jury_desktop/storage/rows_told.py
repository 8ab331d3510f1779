"""What of a row can be told to people when the program cannot read it: as it lies there, without meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.soundness import Finding
from jury_desktop.storage.drivers import DATABASE_ERRORS
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.seals import key_column

_NAMES = ("reference", "name", "subject", "source", "organisation")
"""Columns by which people know a row."""
_LINKS = {"candidacy": ("candidacy", "reference"), "juror": ("juror", "name")}
"""Columns that name another row, with the table of that and the column by which people know it."""
_LONGEST = 80
_FAILURES: tuple[type[Exception], ...] = (DBAPIError, *DATABASE_ERRORS)


def told(connection: Connection, finding: Finding) -> Finding:
    """The finding, with what can be told of its row."""
    table = metadata.tables.get(finding.kind)
    if table is None or not finding.key or key_column(table) not in table.c:
        return finding
    try:
        return replace(finding, about=", ".join(_told(connection, table, finding.key)))
    except _FAILURES:
        return finding  # a column of it is gone


def _told(connection: Connection, table: Table, key: str) -> Iterator[str]:
    links = [name for name in _LINKS if name in table.c and name != table.name]
    names = [name for name in _NAMES if name in table.c][:1]
    for name in (*links, *names):
        if not isinstance(found := _value(connection, table, key, name), str) or not found:
            continue
        if name in links:
            other, known_by = _LINKS[name]
            found = str(_value(connection, metadata.tables[other], found, known_by) or found[:8])
        yield found[:_LONGEST]
    if not links and not names and "nr" in table.c:
        yield f"nr. {_value(connection, table, key, 'nr')}"


def _value(connection: Connection, table: Table, key: str, name: str) -> object:
    """One value of a row as it lies there."""
    gap = "?" if connection.dialect.name == "sqlite" else "%s"
    query = f'SELECT "{name}" FROM "{table.name}" WHERE "{key_column(table)}" = {gap}'
    found = connection.exec_driver_sql(query, (key,)).first()
    return found[0] if found else None
