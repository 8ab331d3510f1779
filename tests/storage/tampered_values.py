"""What no program of ours would ever write: values of another kind, rows that belong to nothing.

Foreign keys are off, and a rule of the tables that stands in the way is taken away and put back.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.storage.loose_rows import NothingDoneError, Row, Table, on_sqlite, tables
from tests.storage.tampering import Desk, Kind, Tampering

HUGE = (2**63 - 1, -(2**63), float("inf"), float("-inf"), 1e308, 0.5, "NaN", "veel", "9" * 400)
"""Numbers that fit nowhere; SQLite keeps no NaN, so somebody who tries leaves a text."""
BROKEN = (
    "",
    "{",
    "null",
    "[]",
    "{}",
    "NaN",
    "-Infinity",
    '"tekst"',
    "9" * 5000,
    "[" * 100_000,
    '{"key":1,"values":2}',
    '{"key":"geen.zin","values":{}}',
    "\ufeff{}",
)
"""What stands where JSON of the program belongs."""


def mistype(at: Desk) -> Tampering:
    """A value gets another kind: bytes for a text, a text for bytes or a number, a number that fits
    nowhere."""
    table = at.chance.choice(tables(at.file))
    row, column = table.any_row(at.chance), at.chance.choice(table.columns)
    kept = row[column]
    other = at.chance.choice(list(_of_another_kind(kept)))
    if other == kept and type(other) is type(kept):
        raise NothingDoneError
    table.set(row, column, other)
    if _value(table, row, column) == kept:
        raise NothingDoneError  # the database made of it what was there
    return Tampering(f"{table.name}.{column} made {str(other)[:40]!r}", table.place(row))


def _of_another_kind(kept: object) -> Iterator[object]:
    if isinstance(kept, str):
        yield from (kept.encode(), b"", bytes(range(256)), None)
        yield from _as_seen_in_json(kept)
    elif isinstance(kept, bytes):
        yield from (kept.decode("latin-1"), kept.hex(), None, "")
    else:
        yield from (*HUGE, str(kept).encode(), b"\x00\xff", None)


def _as_seen_in_json(kept: str) -> Iterator[bytes]:
    """The bytes that a writer of JSON would write as that very text."""
    try:
        made = base64.b64decode(kept, validate=True)
    except (binascii.Error, ValueError):
        return
    if base64.b64encode(made).decode() == kept:
        yield made


def _value(table: Table, row: Row, column: str) -> Any:
    where = " AND ".join(f'"{key}" = ?' for key in table.keys)
    query = f'SELECT "{column}" FROM "{table.name}" WHERE {where}'
    found = table.file.execute(query, [row[key] for key in table.keys]).fetchone()
    return found[0] if found else None


def empty_out(at: Desk) -> Tampering:
    """A value is made NULL, whatever the table says of it."""
    table = at.chance.choice([each for each in tables(at.file) if set(each.columns) - set(each.keys)])
    column = at.chance.choice([name for name in table.columns if name not in table.keys])
    row = table.any_row(at.chance)
    if row[column] is None:
        raise NothingDoneError
    with unruled(at, table.name, "NOT NULL"):
        table.set(row, column, None)
    return Tampering(f"{table.name}.{column} made NULL", table.place(row))


def break_json(at: Desk) -> Tampering:
    """Where a whole value stands as JSON, something else stands."""
    found = [table for table in tables(at.file) if table.wholes]
    table = at.chance.choice(found)
    row, column = table.any_row(at.chance), at.chance.choice(table.wholes)
    kept = row[column] or ""
    other = at.chance.choice((*BROKEN, kept[: len(kept) // 2], kept + "}", kept.swapcase()))
    if other == row[column]:
        raise NothingDoneError
    table.set(row, column, other)
    return Tampering(f"{table.name}.{column} made {other[:30]!r}", table.place(row))


def lose_parent(at: Desk) -> Tampering:
    """A row is taken out to which others belong or refer; those stay."""
    parents = {parent for table in tables(at.file) for parent in table.links.values()}
    table = Table(at.file, at.chance.choice(sorted(parents)))
    row = table.any_row(at.chance)
    table.remove(row)
    return Tampering(f"a row of {table.name} taken out from under others", table.place(row))


def lead_astray(at: Desk) -> Tampering:
    """A row belongs or refers to something that is not there."""
    found = [table for table in tables(at.file) if table.links]
    table = at.chance.choice(found)
    row, column = table.any_row(at.chance), at.chance.choice(sorted(table.links))
    moved = {column: "nergens"}
    table.set(row, column, moved[column])
    return Tampering(f"{table.name}.{column} leads nowhere", (*table.place(row), *table.place(row | moved)))


def bring_over(at: Desk) -> Tampering:
    """A row of another dossier is put in, in the place of one of this dossier when they have the same
    key."""
    name = at.chance.choice([name for name, rows in sorted(at.strange.items()) if rows])
    table, row = Table(at.file, name), dict(at.chance.choice(at.strange[name]))
    if "nr" in row and name not in ("dossier", "journal_end"):
        row["nr"] = row["nr"] + 100_000
    same = table.rows(f"WHERE {' AND '.join(f'{key} = ?' for key in table.keys)}", *_keys(table, row))
    if same == [row]:
        raise NothingDoneError
    for each in same:
        table.remove(each)
    table.add(row)
    return Tampering(f"a row of {name} of another dossier", table.place(row))


def _keys(table: Table, row: Row) -> list[object]:
    return [row[key] for key in table.keys]


@contextmanager
def unruled(at: Desk, name: str, rule: str) -> Iterator[None]:
    """Takes a rule away from a table, for as long as something is done to it.

    ``writable_schema = RESET`` has SQLite read the tables anew
    (https://www.sqlite.org/pragma.html#pragma_writable_schema).
    """
    file = on_sqlite(at.file)
    (made,) = file.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    for sql in (made.replace(rule, ""), made):
        file.execute("PRAGMA writable_schema = ON")
        file.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, name))
        file.execute("PRAGMA writable_schema = RESET")
        if sql != made:
            yield


VALUES: tuple[Kind, ...] = (mistype, empty_out, break_json, lose_parent, lead_astray, bring_over)
