"""What the dossier is, and its named values: two small tables."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, Integer, Table, insert, select, update

from jury_desktop.storage.many import kept
from jury_desktop.storage.schema import metadata, text
from jury_desktop.storage.seals import KEY, Seals, seals_of
from jury_desktop.storage.types import AnyText

dossier = Table(
    "dossier",
    metadata,
    Column("nr", Integer, primary_key=True),
    text("call"),
    text("sealed"),
    info={KEY: "nr"},
)
"""One row: the text of the call file, and the revision of the tables for which every object has its seal."""

setting = Table(
    "setting", metadata, Column("key", AnyText, primary_key=True), text("value"), info={KEY: "key"}
)

COPIES = "backup.folder"
"""The setting with the folder that was chosen for copies of the dossier; empty: beside it."""


class SqlSettings:
    """Named values of the dossier; see ``services.ports.Settings``."""

    def __init__(self, connection: Connection, altering: Callable[[], None], seals: Seals) -> None:
        self._connection = connection
        self._altering = altering
        self._seals = seals

    def get(self, key: str, default: str = "") -> str:
        found = self._connection.scalar(select(setting.c.value).where(setting.c.key == key))
        return default if found is None else found

    def set(self, key: str, value: str) -> None:
        self._altering()
        self._seals.look(setting, key)
        change = update(setting).where(setting.c.key == key).values(value=value)
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(insert(setting).values(key=key, value=value))
        self._seals.put(seals_of(setting, kept(setting, {"key": key, "value": value}), {}))
