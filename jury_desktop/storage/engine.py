"""Engines for both databases, set so that a unit of work means the same on each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from jury_desktop.storage import cipher
from jury_desktop.storage.bulk import straight
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.remote import is_remote

_LOG = 64 * 1024 * 1024
"""Bytes that the write-ahead log may keep on disk once what it held is in the file."""

QUIET: Final = {"hide_parameters": True}
"""A fault may end in a report that is mailed: it names the statement, never a score or a comment in it."""

_ALIVE: Final[dict[str, Any]] = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""A server that went away without a word is noticed within half a minute (libpq; milliseconds for the
last)."""

_WRITER_LOCK = 0x4A555259
"""The PostgreSQL advisory lock that whoever changes the dossier holds."""


def connect_file(
    path: Path, patience: float = 5.0, *, read_only: bool = False, key: cipher.FileKey | None = None
) -> sqlite3.Connection:
    """A bare connection to a dossier file. Every connection to one is opened here.

    :param patience: how many seconds it waits for another writer.
    :param read_only: nothing of the file is touched, not even what SQLite keeps in it for itself.
    :param key: of a file with a lock; None: as it was opened before, or it has none.
    :raises LockedError: it has a lock and was not opened before.
    """
    place = f"{path.absolute().as_uri()}?mode=ro{_at_rest(path)}" if read_only else str(path)
    key = key or cipher.known_key(path)
    if key is None:
        return sqlite3.connect(place, timeout=patience, check_same_thread=False, uri=read_only)
    options = {"timeout": patience, "check_same_thread": False, "uri": read_only}
    return cast(sqlite3.Connection, cipher.connect(place, key, **options))


def _at_rest(path: Path) -> str:
    """A file without a log is nobody's at this moment; SQLite would make one, which a reader cannot clear."""
    return "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"


def file_engine(
    path: Path,
    patience: float,
    *,
    foreign_keys: bool = True,
    read_only: bool = False,
    key: cipher.FileKey | None = None,
) -> Engine:
    """An engine on a dossier file; ``patience`` is how many seconds it waits for another writer, ``key`` the
    lock of a file that has still to be made."""
    key = key or cipher.known_key(path)
    driver: Any = sqlite3 if key is None else sqlcipher
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=driver,
        creator=lambda: connect_file(path, patience, read_only=read_only, key=key),
        **QUIET,
    )
    log = "DELETE" if is_remote(path) else "WAL"
    prepare = _prepare_reading if read_only else partial(_prepare_file, foreign_keys, log)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin_on_file)
    return engine


def memory_engine() -> Engine:
    """An engine on a dossier that is gone when it is let go of: one connection, for one thread at a time."""
    arguments = {"check_same_thread": False}
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args=arguments, **QUIET)
    event.listen(engine, "connect", partial(_prepare_file, True, "WAL"))
    event.listen(engine, "begin", _begin_on_file)
    return engine


def database_engine(url: URL, patience: float) -> Engine:
    """An engine on a PostgreSQL database, through psycopg 3."""
    wait = f"-c lock_timeout={int(patience * 1000)}"
    arguments = {"connect_timeout": 10, "options": wait, **_ALIVE}
    return create_engine(url, connect_args=arguments, pool_pre_ping=True, **QUIET)


def driver_connection(engine: Engine) -> Any:
    """A connection of psycopg itself, beside those of a PostgreSQL engine."""
    import psycopg

    _, named = engine.dialect.create_connect_args(engine.url)
    return psycopg.connect(**named, connect_timeout=10, **_ALIVE)


def look_through(engine: Engine, views: str) -> None:
    """From now on the connections of an engine read the views in a schema before the tables they are of."""

    def connect(_dialect: Any, _record: Any, _arguments: Any, named: dict[str, Any]) -> None:
        named["options"] = f"{named['options']} -c search_path={views},public"

    engine.dispose()
    event.listen(engine, "do_connect", connect)


@contextmanager
def for_reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state throughout and cannot change it."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            yield connection.execution_options(jury_begin="BEGIN")
        else:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def for_changing(engine: Engine, *, bulk: bool = False) -> Iterator[Connection]:
    """A connection whose work nobody else's change can cross: writers wait for each other from the start.

    :param bulk: it moves much; see :mod:`jury_desktop.storage.bulk`. What lives in memory has no log to pass.
    """
    on_file = engine.dialect.name == "sqlite"
    with straight(engine) if bulk and on_file and engine.url.database else engine.connect() as connection:
        if on_file:
            connection.execution_options(jury_begin="BEGIN IMMEDIATE").begin()
        else:
            connection.execution_options(isolation_level="READ COMMITTED")
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield connection


def commit(connection: Connection) -> None:
    """Keeps the work. SQLite leaves the transaction open when a key turns out to lead nowhere, while
    SQLAlchemy takes it for ended: so it is rolled back here."""
    try:
        connection.commit()
    except DBAPIError:
        connection.connection.rollback()
        raise


def _prepare_file(foreign_keys: bool, log: str, connection: sqlite3.Connection, _: Any) -> None:
    """WAL, so that reading never waits for writing; not on a disk of another computer. EXTRA, so that a sheet
    a juror saw as submitted survives a power cut, and so does an import, which goes without the log: less may
    lose the last commits (https://www.sqlite.org/pragma.html#pragma_synchronous); the price is one fsync a
    commit, 0.3 ms where it was measured. What is deleted is wiped where that costs nothing, on every system
    alike."""
    connection.isolation_level = None
    links = f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"
    for pragma in (
        f"page_size = {PAGE}",
        f"journal_mode = {log}",
        f"journal_size_limit = {_LOG}",
        "synchronous = EXTRA",
        "secure_delete = FAST",
        links,
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _prepare_reading(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema = OFF").close()


def _begin_on_file(connection: Connection) -> None:
    """The driver opens no transaction of its own; ours says at once whether it will write."""
    begin = connection.get_execution_options().get("jury_begin", "BEGIN")
    connection.exec_driver_sql(begin)
