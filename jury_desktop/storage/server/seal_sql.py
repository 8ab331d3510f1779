"""The seals of what jurors and second readers alter, as the server makes them for itself.

A seal that the server did not check would let somebody who connects with SQL alter a row and seal another
one. The SQL is made of the tables, as the seals of the program are (:mod:`jury_desktop.storage.seals`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Boolean, Column, Table

from jury_desktop.storage.blobs import blob, chunk, stretch
from jury_desktop.storage.decisions import decision
from jury_desktop.storage.jurors import conflict, juror
from jury_desktop.storage.practice import practice_sheet
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.seals import key_column, kind_of, parts_of, seal, sealed_columns
from jury_desktop.storage.settings import dossier, setting
from jury_desktop.storage.sheets import sheet
from jury_desktop.storage.windows import session_window

SEALED_HERE = (sheet, conflict, practice_sheet, setting, decision, juror, session_window)
"""The tables in which somebody but the regisseur may alter something."""


def seal_function() -> str:
    """The SQL of ``jury_server.seal_of(kind, key)``: the seal of an object as it stands in the tables, "" for
    one that is not there, and nothing for a kind that only the regisseur alters."""
    cases = "\n".join(
        f"            WHEN '{table.name}' THEN coalesce(({_seal(table)}), '')" for table in SEALED_HERE
    )
    return f"""
CREATE OR REPLACE FUNCTION jury_server.seal_of(kind text, key text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT CASE $1
{cases}
        END
    $$;
"""


def sealed_rows() -> Iterator[tuple[str, str, str]]:
    """Every table whose rows a seal covers, with the kind of object they are or are part of, and the column
    with its key."""
    whole = {chunk: blob, stretch: blob}
    whole |= {part: table for table in metadata.tables.values() for part in parts_of(table)}
    for table in metadata.sorted_tables:
        of = whole.get(table, table)
        key = "owner" if "owner" in table.c else key_column(of)
        if table not in (dossier, seal) and key in table.c:
            yield kind_of(table), kind_of(of), key


def _seal(table: Table) -> str:
    parts = ", ',', ".join(_part(part) for part in parts_of(table)) or "''"
    whole = f"concat('[', {_row(table, 'own')}, ',[', {parts}, ']]')"
    wanted = f"FROM public.{table.name} AS own WHERE own.{key_column(table)} = $2"
    return f"SELECT encode(sha256(convert_to({whole}, 'UTF8')), 'hex') {wanted}"


def _part(part: Table) -> str:
    rows = f"string_agg({_row(part, 'part')}, ',' ORDER BY part.position)"
    found = f"(SELECT {rows} FROM public.{part.name} AS part WHERE part.owner = own.id)"
    return f"concat('[\"{part.name}\",[', {found}, ']]')"


def _row(table: Table, alias: str) -> str:
    return f"concat('[', {_joined(_value(table.c[name], alias) for name in sealed_columns(table))}, ']')"


def _joined(values: Iterable[str]) -> str:
    return f"concat_ws(',', {', '.join(values)})"


def _value(column: Column[object], alias: str) -> str:
    """As JSON; truth values are the numbers that SQLite keeps."""
    name = f'{alias}."{column.name}"'
    plain = f"{name}::int" if isinstance(column.type, Boolean) else name
    return f"coalesce(to_json({plain})::text, 'null')"
