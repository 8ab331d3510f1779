"""Stores to test with: in memory, in a SQLite file, in a real PostgreSQL that lives as long as the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from jury_desktop.domain.call import Call
from jury_desktop.domain.call_file import parse_call
from jury_desktop.services.ports import Store
from jury_desktop.storage import create_store, memory_store, open_store
from jury_desktop.storage.schema import metadata
from tests.fakes import MemoryStore
from tests.postgres import ONE_SERVER, make_database

FILE = pytest.param("file", id="sqlite")
DATABASE = pytest.param("database", id="postgres", marks=ONE_SERVER)
MEMORY = pytest.param("memory", id="memory")
FLEETING = pytest.param("fleeting", id="sqlite-in-memory")


@cache
def a_small_call() -> Call:
    """A call that is read ten times faster than a real one: every opening of a dossier reads its call."""
    file = Path(__file__).parents[1] / "calls" / "small.toml"
    return parse_call(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture(scope="session")
def used_database(server: str) -> str:
    """The URL of a database with a dossier and what earlier tests left in it."""
    url = make_database(server, "dossier")
    create_store(url, a_small_call()).close()
    return url


@pytest.fixture
def dossier_database(used_database: str) -> str:
    """The URL of a database with an empty dossier."""
    return empty(used_database)


@pytest.fixture
def empty_database(server: str) -> Iterator[str]:
    """The URL of a database with nothing in it, gone after the test."""
    yield make_database(server, "nothing")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE nothing WITH (FORCE)")


def empty(url: str) -> str:
    """Takes everything but the call out of a dossier."""
    filled = [table.name for table in metadata.sorted_tables if table.name != "dossier"]
    statements = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in filled]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(sql.SQL("; ").join(statements))
    return url


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier file with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.jury"
    create_store(path, a_small_call()).close()
    return path


@pytest.fixture
def dossier_file(tmp_path: Path, empty_file: Path) -> Path:
    """A dossier file of this test's own."""
    return Path(shutil.copy(empty_file, tmp_path / "lier.jury"))


@pytest.fixture(params=[FILE, DATABASE])
def target(request: pytest.FixtureRequest) -> str | Path:
    """Where an empty dossier lies, on both kinds of database."""
    return _target(request)


@pytest.fixture(params=[MEMORY, FLEETING, FILE, DATABASE])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An opened dossier with nothing in it, of each kind."""
    store = _opened(request)
    yield store
    store.close()


def _opened(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore(a_small_call())
    if request.param == "fleeting":
        return memory_store(a_small_call(), "geheugen")
    return open_store(_target(request))


def _target(request: pytest.FixtureRequest) -> str | Path:
    if request.param == "file":
        path: Path = request.getfixturevalue("dossier_file")
        return path
    url: str = request.getfixturevalue("dossier_database")
    return url
