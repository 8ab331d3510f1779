"""Whether a dossier file has the tables of this program and nothing else: a trigger that somebody put in
could alter a score whenever something else is kept."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage import migrate
from jury_desktop.storage.schema import metadata

_PARTS = text("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'")
"""Tables, indexes, views and triggers, but for those that SQLite makes by itself."""


def schema_findings(connection: Connection) -> Iterator[Finding]:
    """What is there beside tables and indexes of the program, what lacks, and a version that is not so."""
    there, expected = set(map(str, connection.scalars(_PARTS))), set(_expected())
    yield from (Finding(say("storage.foreign_part", name=name)) for name in sorted(there - expected))
    yield from (Finding(say("storage.part_gone", name=name)) for name in sorted(expected - there))
    versions = connection.scalars(text(f"SELECT version_num FROM {migrate.VERSION_TABLE}")).all()
    if versions != [migrate.HEAD]:
        yield Finding(say("storage.version_changed"))


def _expected() -> Iterator[str]:
    yield migrate.VERSION_TABLE
    for table in metadata.sorted_tables:
        yield str(table.name)
        yield from (str(index.name) for index in table.indexes)
