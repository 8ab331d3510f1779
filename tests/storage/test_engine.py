"""How the databases are set: what cannot be seen until the power fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from jury_desktop.storage.engine import database_engine, file_engine, for_changing, for_reading

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 3,
    "secure_delete": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
}


def test_a_file_is_safe_against_a_power_cut_and_checks_its_keys(dossier_file: Path) -> None:
    engine = file_engine(dossier_file, patience=1)
    with for_reading(engine) as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
        patience = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    engine.dispose()

    assert (found, patience) == (PRAGMAS, 1000)


def test_a_database_refuses_to_change_in_work_that_reads(dossier_database: str) -> None:
    engine = database_engine(make_url(dossier_database).set(drivername="postgresql+psycopg"), patience=1)
    with for_reading(engine) as connection, pytest.raises(DBAPIError, match="read-only transaction"):
        connection.exec_driver_sql("DELETE FROM setting")
    engine.dispose()


def test_a_connection_that_read_can_change_afterwards(dossier_database: str) -> None:
    engine = database_engine(make_url(dossier_database).set(drivername="postgresql+psycopg"), patience=1)
    with for_reading(engine) as connection:
        level = connection.exec_driver_sql("SHOW transaction_isolation").scalar()
    with for_changing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM setting")
        levels = (level, connection.exec_driver_sql("SHOW transaction_isolation").scalar())
    engine.dispose()

    assert levels == ("repeatable read", "read committed")
