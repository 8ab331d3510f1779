"""Seals of a dossier that an earlier version of the program made, before its tables become others.

Every object is sealed anew afterwards, but for those that were not what the journal last said of them: what
was changed behind its back before the program was renewed, is found after it as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, MetaData, Table, inspect, text

from jury_desktop.storage.schema import metadata
from jury_desktop.storage.seals import ALONE, KEY, LEFT_OUT, OWN, last_seals, stored_seals

DOUBTFUL = "seals.doubtful"
"""The setting that keeps which objects those are."""
_SINCE = "0009"
"""The revision that brought seals."""
_WHOLE_SINCE = "0013"
"""The revision since which seals cover the order of creation, and contents have one."""

Named = tuple[str, str]
"""Kind and key of an object."""


def note_doubtful(connection: Connection, revision: str) -> None:
    """Keeps which objects are not what their seal says, as the version of this revision made it."""
    found = sorted(_doubtful(connection, revision)) if revision >= _SINCE else []
    values = {"key": DOUBTFUL, "value": json.dumps(found)}
    kept = connection.execute(text("UPDATE setting SET value = :value WHERE key = :key"), values).rowcount
    if found and not kept:
        connection.execute(text("INSERT INTO setting (key, value) VALUES (:key, :value)"), values)


def doubtful(kept: str) -> frozenset[Named]:
    """What the setting says."""
    return frozenset((kind, key) for kind, key in json.loads(kept or "[]"))


def _doubtful(connection: Connection, revision: str) -> Iterator[Named]:
    last = last_seals(connection)
    for kind, key, made in stored_seals(connection, _tables(connection, revision)) if last else ():
        if last.get((kind, key), (0, ""))[1] != made:
            yield kind, key


def _tables(connection: Connection, revision: str) -> MetaData:
    """The tables as they are now, with what the seals of that revision go by."""
    there = [name for name in inspect(connection).get_table_names() if name in metadata.tables]
    found = MetaData()
    found.reflect(connection, only=there)
    for name, table in found.tables.items():
        table.info = dict(_info(table, metadata.tables[name], revision))
    return found


def _info(table: Table, now: Table, revision: str) -> Iterator[tuple[str, object]]:
    if revision >= _WHOLE_SINCE or OWN not in now.info:
        yield from ((name, now.info[name]) for name in (KEY, OWN) if name in now.info)
    if ALONE in now.info:
        yield ALONE, tuple(column for column in now.info[ALONE] if column in table.c)
    if revision < _WHOLE_SINCE:
        yield LEFT_OUT, ("nr",)
