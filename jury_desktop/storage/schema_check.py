"""Whether a dossier file has the tables of this program, as the program makes them, and nothing else: a
trigger that somebody put in could alter a score whenever something else is kept, a view could hide one.

Left out is what stands in a column by itself when a row says nothing of it: the program always does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from sqlalchemy import Column, Connection, MetaData, String, Table, UniqueConstraint, text
from sqlalchemy.schema import CreateTable

from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage import migrate
from jury_desktop.storage.many import KEPT_BY
from jury_desktop.storage.schema import metadata

_VERSION = Table(migrate.VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))
_PARTS = text("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'")
"""Tables, indexes, views and triggers, but for those that SQLite makes by itself."""
_COLUMNS = """
    SELECT made.name, found.name, upper(found.type), found."notnull", found.pk, found.hidden
    FROM sqlite_master AS made, pragma_table_xinfo(made.name) AS found WHERE made.type = 'table'"""
_LINKS = """
    SELECT made.name, found.id, found."table", found."from", found."to", found.on_delete
    FROM sqlite_master AS made, pragma_foreign_key_list(made.name) AS found WHERE made.type = 'table'
    ORDER BY 1, 2, found.seq"""
_INDEXES = """
    SELECT made.name, found.name, found."unique", found.origin, found.partial, part.name
    FROM sqlite_master AS made, pragma_index_list(made.name) AS found, pragma_index_info(found.name) AS part
    WHERE made.type = 'table' ORDER BY 1, 2, part.seqno"""
_RULES = re.compile(r"\b(?:CHECK|COLLATE|CONFLICT|STRICT|AUTOINCREMENT|WITHOUT|DEFERRED)\b", re.IGNORECASE)
"""What may be said of a table that those do not tell."""
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")

Shape = frozenset[tuple[str, object]]
"""Of a table: the name of everything about it, and how it is. Rules go without their names, which earlier
versions chose otherwise."""


def schema_findings(connection: Connection) -> Iterator[Finding]:
    """What is there beside tables and indexes of the program, what lacks or is otherwise, and a version that
    is not so."""
    made = {(str(kind), str(name)): str(sql) for kind, name, sql in connection.execute(_PARTS)}
    there, expected = set(made), set(expected_parts())
    yield from (Finding(say("storage.foreign_part", name=name)) for _, name in sorted(there - expected))
    yield from (Finding(say("storage.part_gone", name=name)) for _, name in sorted(expected - there))
    shapes = _shapes(connection)
    for table in known_tables():
        if ("table", table.name) in there:
            is_so = shapes[table.name] | _rules(made["table", str(table.name)])
            yield from otherwise(table, is_so, _expected_shape(table), {name for _, name in expected - there})
    versions = connection.scalars(text(f"SELECT version_num FROM {migrate.VERSION_TABLE}")).all()
    if versions != [migrate.HEAD]:
        yield Finding(say("storage.version_changed"))


def known_tables() -> list[Table]:
    """The tables of the program, and the one that says which version they are of."""
    return [_VERSION, *metadata.sorted_tables]


def expected_parts() -> Iterator[tuple[str, str]]:
    """The tables and indexes of the program: what each is, and its name."""
    for table in known_tables():
        yield "table", str(table.name)
        yield from (("index", str(index.name)) for index in table.indexes)


def otherwise(table: Table, is_so: Shape, should: Shape, told: set[str]) -> Iterator[Finding]:
    """That a table is not as the program makes it, where that is so.

    :param told: names of what was told already.
    """
    parts = sorted({name for name, _ in is_so ^ should} - told)
    if parts:
        yield Finding(say("storage.table_altered", name=str(table.name), parts=", ".join(parts)))


def _shapes(connection: Connection) -> Mapping[str, Shape]:
    """How the tables are, by their names."""
    found: dict[str, set[tuple[str, object]]] = defaultdict(set)
    for table, name, *rest in connection.exec_driver_sql(_COLUMNS):
        found[table].add((name, tuple(rest)))
    links = groupby(connection.exec_driver_sql(_LINKS).all(), key=lambda row: tuple(row[:3]))
    for (table, _, to), ends in links:
        found[table].add(_link(to, [(row[3], row[4], row[5]) for row in ends]))
    indexes = groupby(connection.exec_driver_sql(_INDEXES).all(), key=lambda row: tuple(row[:5]))
    for (table, name, unique, origin, partial), parts in indexes:
        columns = [str(row[5]) for row in parts]
        if origin == "c":
            found[table].add((name, (unique, partial, tuple(columns))))
        elif origin == "u":
            found[table].add(_unique(columns))
    return {str(table.name): frozenset(found[str(table.name)]) for table in known_tables()}


@cache
def _expected_shape(table: Table) -> Shape:
    """As the program makes it."""
    keys = [column.name for column in table.primary_key]
    columns = {
        (
            str(column.name),
            (
                column.type.compile(KEPT_BY).upper(),
                int(not column.nullable),
                keys.index(column.name) + 1 if column.name in keys else 0,
                0,
            ),
        )
        for column in table.c
    }
    links = {
        _link(
            str(rule.elements[0].column.table.name),
            [(e.parent.name, e.column.name, rule.ondelete or "NO ACTION") for e in rule.elements],
        )
        for rule in table.foreign_key_constraints
    }
    indexes = {
        (str(index.name), (int(bool(index.unique)), 0, tuple(str(column.name) for column in index.columns)))
        for index in table.indexes
    }
    unique = {
        _unique(column.name for column in rule.columns)
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    }
    return frozenset(columns | links | indexes | unique) | _rules(
        str(CreateTable(table).compile(dialect=KEPT_BY))
    )


def _link(to: str, ends: Iterable[object]) -> tuple[str, object]:
    return to, tuple(ends)


def _unique(columns: Iterable[str]) -> tuple[str, object]:
    return "UNIQUE", tuple(columns)


def _rules(sql: str) -> Shape:
    words = Counter(word.upper() for word in _RULES.findall(_QUOTED.sub("''", sql)))
    return frozenset(words.items())
