"""Whether the database of a server has the tables of this program as it makes them, with the rules that guard
them: who owns a database stands above its rules, and can take them away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, text

from jury_desktop import resources
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage.schema_check import expected_parts, known_tables, otherwise
from jury_desktop.storage.server.protection import is_protected

_PARTS = text(
    "SELECT relname, relkind, relrowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace "
    "AND relkind IN ('r', 'p', 'v', 'm', 'f')"
)
_COLUMNS = text(
    "SELECT c.relname, a.attname, upper(format_type(a.atttypid, a.atttypmod)), a.attnotnull, a.attgenerated "
    "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
)
_TRIGGERS = text(
    "SELECT c.relname, t.tgname, t.tgenabled, p.pronamespace::regnamespace::text "
    "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
    "WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal ORDER BY 1, 2"
)
_RULES = text(
    "SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class "
    "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
)
_NAMED = re.compile(r"CREATE (?:OR REPLACE |CONSTRAINT )TRIGGER (\w+)")
_GUARDS = "jury_server"
"""The schema of the functions that guard (``resources/server``)."""
_ON = "O"


def rule_findings(connection: Connection) -> Iterator[Finding]:
    """What is there beside the tables of the program, what lacks or is otherwise; on a prepared server also
    the guards that are off."""
    there = {str(name): (kind, secured) for name, kind, secured in connection.execute(_PARTS)}
    tables = {name for kind, name in expected_parts() if kind == "table"}
    real = {name for name, (kind, _) in there.items() if kind == "r"}
    yield from (
        Finding(say("storage.foreign_part", name=name)) for name in sorted(set(there) - (tables & real))
    )
    yield from (Finding(say("storage.part_gone", name=name)) for name in sorted(tables - real))
    yield from _columns(connection, tables & real)
    yield from (Finding(say("storage.foreign_part", name=name)) for name in connection.scalars(_RULES))
    yield from _guards(connection)
    if is_protected(connection):
        open_ = sorted(name for name, (_, secured) in there.items() if name in tables and not secured)
        yield from (_altered(name, "ROW LEVEL SECURITY") for name in open_)


def _columns(connection: Connection, tables: set[str]) -> Iterator[Finding]:
    found: dict[str, set[tuple[str, object]]] = defaultdict(set)
    for table, name, kind, always, made in connection.execute(_COLUMNS):
        found[table].add((name, (kind, always, made)))
    for table in known_tables():
        if table.name in tables:
            should = {
                (str(c.name), (_kind(c.type.compile(connection.dialect)), not c.nullable, ""))
                for c in table.c
            }
            yield from otherwise(table, frozenset(found[table.name]), frozenset(should), set())


def _kind(written: str) -> str:
    """As the server itself writes the name of a type."""
    return written.replace("VARCHAR", "CHARACTER VARYING")


def _guards(connection: Connection) -> Iterator[Finding]:
    for table, name, state, schema in connection.execute(_TRIGGERS):
        if schema != _GUARDS or name not in _names():
            yield Finding(say("storage.foreign_part", name=name))
        elif state != _ON:
            yield _altered(table, name)


@cache
def _names() -> frozenset[str]:
    return frozenset(_NAMED.findall(resources.text("server", "6_guards.sql")))


def _altered(table: str, part: str) -> Finding:
    return Finding(say("storage.table_altered", name=table, parts=part))
