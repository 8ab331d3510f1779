"""The dossiers of the other rooms, which are made without running the migrations, are no different."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from jury_desktop.storage import create_store
from tests.storage.conftest import a_small_call
from tests.tables import made_at_once


def everything(path: Path) -> list[list[str]]:
    """Each statement by its lines: in which order a table names its constraints differs from time to time."""
    create_store(path, a_small_call()).close()
    with closing(sqlite3.connect(path)) as connection:
        made = list(connection.iterdump())
    return sorted(sorted(line.strip(" \t,") for line in each.splitlines()) for each in made)


def test_tables_that_were_made_at_once_are_those_of_the_migrations(tmp_path: Path) -> None:
    by_migrations = everything(tmp_path / "a.jury")
    with made_at_once():
        at_once = everything(tmp_path / "b.jury")

    assert len(at_once) > 40
    assert at_once == by_migrations
