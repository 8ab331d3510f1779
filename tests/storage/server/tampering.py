"""The same on a server, as who owns the database: guards are off, and nothing of it is kept."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine

from jury_desktop.storage.engine import database_engine, for_changing
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.server.address import address_of
from tests.storage.tampered_rows import ROWS
from tests.storage.tampered_tables import (
    add_column,
    add_table,
    drop_column,
    loosen,
    rename_column,
    rename_table,
    view_instead,
)
from tests.storage.tampered_values import break_json, lead_astray, lose_parent
from tests.storage.tampering import Bench, Desk, Kind

ON_SERVER: tuple[Kind, ...] = (
    *ROWS,
    break_json,
    lead_astray,
    lose_parent,
    add_column,
    add_table,
    drop_column,
    loosen,
    rename_column,
    rename_table,
    view_instead,
)


class OnServer:
    """A connection of psycopg that takes what one of ``sqlite3`` takes."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def execute(self, query: str, values: Sequence[object] = (), /) -> Any:
        return self._connection.execute(_translated(query), values or None)

    def executemany(self, query: str, values: Iterable[Sequence[object]], /) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_translated(query), values)


def _translated(query: str) -> bytes:
    return query.replace("?", "%s").replace("AS BLOB", "AS BYTEA").encode()


class ServerBench(Bench):
    """A dossier on a server to tamper with, at the address of its owner."""

    def __init__(self, address: str, other: Path | None = None) -> None:
        super().__init__(address, other)
        with self.opened(0) as desk:
            self.usual = frozenset(self.looked(desk.connection))

    def engine(self, path: Path | str) -> Engine:
        return database_engine(address_of(str(path)), 10)

    @contextmanager
    def opened(self, seed: int) -> Iterator[Desk]:
        with for_changing(self._engine) as connection:
            bare = connection.connection.driver_connection
            assert isinstance(bare, psycopg.Connection)
            file = OnServer(bare)
            try:
                for name in metadata.tables:
                    file.execute(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
                yield Desk(connection, file, random.Random(seed), self._strange)
            finally:
                connection.rollback()
