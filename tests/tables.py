"""A new dossier file gets its tables from one that the migrations made, for they run a tenth of a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from sqlalchemy import Connection, inspect

from jury_desktop.storage import migrate
from jury_desktop.storage.engine import for_changing, memory_engine

upgrade = migrate.upgrade


@cache
def statements() -> tuple[str, ...]:
    """What makes the tables and what the migrations put in them, of SQLite."""
    engine = memory_engine()
    with for_changing(engine) as connection:
        upgrade(connection)
        dumped = tuple(connection.connection.driver_connection.iterdump())  # type: ignore[union-attr]
    engine.dispose()
    return tuple(each for each in dumped if each not in {"BEGIN TRANSACTION;", "COMMIT;"})


def upgrade_at_once(connection: Connection) -> None:
    """As the migrations do, which still bring every older dossier up to date."""
    if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
        upgrade(connection)
        return
    for statement in statements():
        connection.exec_driver_sql(statement)


@contextmanager
def made_at_once() -> Iterator[None]:
    """In which new dossiers get their tables so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "upgrade", upgrade_at_once)
        yield


@pytest.fixture(autouse=True)
def tables_at_once() -> Iterator[None]:
    """For every test of a room that is not about the tables themselves."""
    with made_at_once():
        yield
