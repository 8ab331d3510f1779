"""Where a dossier lies: a file or a database. Makes the tables there, and brings older ones up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.backup import Reason
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Person
from jury_desktop.storage import migrate
from jury_desktop.storage.backup import Snapshot
from jury_desktop.storage.cipher import (
    FileKey,
    Identity,
    LockedError,
    WrongPassphraseError,
    hold,
    is_held,
    is_locked,
    key_by,
    known_key,
    let_go,
    remember,
)
from jury_desktop.storage.copies import folders_of, keep_copy
from jury_desktop.storage.drivers import DATABASE_ERRORS, PAGE
from jury_desktop.storage.earlier_seals import note_doubtful
from jury_desktop.storage.engine import (
    commit,
    connect_file,
    database_engine,
    file_engine,
    for_changing,
    for_reading,
    look_through,
)
from jury_desktop.storage.errors import why_not_made
from jury_desktop.storage.header import APPLICATION_ID, PLAIN, is_ours, lost_its_header
from jury_desktop.storage.server.address import SCHEMES, address_of
from jury_desktop.storage.server.people import who_is_connected
from jury_desktop.storage.server.protection import VIEWS, is_protected, owns
from jury_desktop.storage.settings import COPIES, dossier, setting

LEFT_BESIDE = ("", "-wal", "-shm")
"""The endings of a file and of what SQLite keeps beside it."""
Filling = Callable[[Connection], object]
"""Puts something into tables that are empty."""


class Place(Protocol):
    """A file or database that is, or will be, a dossier. Everything may raise StorageError."""

    name: str
    file: Path | None
    held: Identity | None
    """What :func:`~jury_desktop.storage.cipher.hold` gave of its file, once that is open."""

    def unlock(self, secret: str) -> None:
        """Opens the lock that there may be, with a passphrase or a recovery key."""

    def why_read_only(self) -> Message | None:
        """Why nothing can be changed here, whoever works; None where it can."""

    def hold(self) -> None:
        """From now on the file is open; to be called before an engine is made, after :meth:`unlock`."""

    def engine(self, *, read_only: bool = False) -> Engine:
        """The engine to work with."""

    def create(self, engine: Engine, filling: Filling) -> None:
        """Makes the tables with what ``filling`` puts in; refuses where there is something already."""

    def prepare(self, engine: Engine) -> Person | None:
        """Checks that it is a dossier and brings it up to date; gives who is at work in it, where the place
        itself knows."""


def place_of(target: str | Path, patience: float) -> Place:
    """The place that a path or a ``postgresql://`` URL names; ``patience`` in seconds for other writers."""
    if str(target).startswith(SCHEMES):
        return DatabasePlace(str(target), patience)
    return FilePlace(Path(target), patience)


class FilePlace:
    """A dossier file; ``key`` is the lock that a new one gets."""

    def __init__(self, path: Path, patience: float, key: FileKey | None = None) -> None:
        self.name = path.name
        self.file: Path | None = path
        self.held: Identity | None = None
        self._path = path
        self._patience = patience
        self._key = key

    def unlock(self, secret: str) -> None:
        if not is_locked(self._path):
            return
        if not secret:
            raise LockedError(say("storage.locked_away", name=self.name))
        key = key_by(self._path, secret)
        if not _opens(self._path, key):
            raise WrongPassphraseError(say("storage.wrong_passphrase", name=self.name))
        remember(key)

    def why_read_only(self) -> Message | None:
        _check_file(self._path)
        if not os.access(self._path, os.W_OK):
            return say("storage.file_read_only", name=self.name)
        if not os.access(self._path.parent, os.W_OK):
            return say("storage.place_read_only", name=self.name)
        return None

    def hold(self) -> None:
        self.held = hold(self._path)

    def engine(self, *, read_only: bool = False) -> Engine:
        return file_engine(self._path, self._patience, read_only=read_only, key=self._key)

    def create(self, engine: Engine, filling: Filling) -> None:
        try:
            self._path.touch(exist_ok=False)
        except OSError as error:
            raise StorageError(say(why_not_made(error), name=self.name)) from error
        self.held = hold(self._path, self._key.salt if self._key is not None else PLAIN)
        try:
            with closing(connect_file(self._path, key=self._key)) as connection:
                connection.execute(f"PRAGMA page_size = {PAGE}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            fill(engine, filling)
        except BaseException:
            engine.dispose()
            let_go(self.held)
            self.held = None
            for suffix in LEFT_BESIDE:
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            raise

    def prepare(self, engine: Engine) -> Person | None:
        with for_reading(engine) as connection:
            outdated = migrate.is_outdated(connection, self.name)
        if outdated:
            if self.why_read_only() is not None:
                raise StorageError(say("storage.read_only", name=self.name))
            self._upgrade()
        return None

    def _upgrade(self) -> None:
        """With the write lock held, so that the copy is the state before. Foreign keys rest meanwhile:
        SQLite changes a table by making it anew (https://www.sqlite.org/lang_altertable.html#otheralter)."""
        engine = file_engine(self._path, self._patience, foreign_keys=False)
        try:
            with for_changing(engine) as connection:
                if migrate.is_outdated(connection, self.name):
                    self._keep_copy(connection)
                    bring_up_to_date(connection, self.name)
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise StorageError(say("storage.upgrade_failed", name=self.name))
                    commit(connection)
        finally:
            engine.dispose()

    def _keep_copy(self, connection: Connection) -> None:
        """A copy of what is there before the tables become others, in the folder of copies."""
        chosen = connection.scalar(select(setting.c.value).where(setting.c.key == COPIES))
        with closing(Snapshot(self._path)) as state:
            folder = folders_of(self._path, chosen or "")[0]
            keep_copy(state, folder, Reason.UPGRADE, datetime.now(UTC))


class DatabasePlace:
    """A PostgreSQL database; its copies are the business of who runs the server."""

    def __init__(self, address: str, patience: float) -> None:
        self._url = address_of(address)
        self.file: Path | None = None
        self.held: Identity | None = None
        self.name = self._url.database or self._url.host or "postgresql"
        self._patience = patience

    def unlock(self, secret: str) -> None:
        """Who may come in is the server's business."""

    def why_read_only(self) -> Message | None:
        return None

    def hold(self) -> None:
        """The server holds its own files."""

    def engine(self, *, read_only: bool = False) -> Engine:
        return database_engine(self._url, self._patience)

    def create(self, engine: Engine, filling: Filling) -> None:
        with for_reading(engine) as connection:
            if inspect(connection).get_table_names():
                raise StorageError(say("storage.exists", name=self.name))
        fill(engine, filling)

    def prepare(self, engine: Engine) -> Person | None:
        with for_reading(engine) as connection:
            tables = {migrate.VERSION_TABLE, dossier.name}
            if not tables <= set(inspect(connection).get_table_names()):
                raise StorageError(say("server.no_dossier", name=self.name))
            person = self._admitted(connection)
            outdated = migrate.is_outdated(connection, self.name)
        if outdated:
            self._upgrade(engine)
        if person is not None and person.role in VIEWS:
            look_through(engine, VIEWS[person.role])
        return person

    def _admitted(self, connection: Connection) -> Person | None:
        """Who is connected, where the server keeps people apart; None for its owner, and where it does
        not."""
        if not is_protected(connection):
            return None
        if owns(connection):
            return None
        person = who_is_connected(connection)
        if person is None:
            raise StorageError(say("server.not_let_in", name=self.name))
        return person

    def _upgrade(self, engine: Engine) -> None:
        with for_changing(engine) as connection:
            if is_protected(connection):
                raise StorageError(say("server.outdated", name=self.name))
            bring_up_to_date(connection, self.name)
            commit(connection)


def fill(engine: Engine, filling: Filling) -> None:
    """The tables and what is in them at first in one transaction: a dossier is whole or not there."""
    with for_changing(engine) as connection:
        migrate.upgrade(connection)
        filling(connection)
        commit(connection)


def beginning(call: str) -> Filling:
    """What is in a new dossier: the text of the call."""
    row = insert(dossier).values(nr=1, call=call, sealed=migrate.HEAD)
    return lambda connection: connection.execute(row)


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Every missing revision, once it is noted what something else changed before.

    :raises StorageError: the tables are not those of the revision that the dossier names.
    """
    note_doubtful(connection, migrate.revision(connection))
    try:
        migrate.upgrade(connection)
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise StorageError(say("storage.version_wrong", name=name)) from error
        raise


def _check_file(path: Path) -> None:
    """Says what is wrong with a file before the database stumbles over it."""
    if not os.path.exists(path):  # False as well for a name that no file can have
        raise StorageError(say("storage.missing", name=str(path)))
    if not path.is_file() or not _is_dossier(path):
        damaged = path.is_file() and lost_its_header(path)
        raise StorageError(say("storage.damaged" if damaged else "storage.not_a_dossier", name=path.name))


def _opens(path: Path, key: FileKey) -> bool:
    """Whether this is the key of the file: nothing of it can be read with another."""
    with closing(connect_file(path, read_only=True, key=key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except DATABASE_ERRORS as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
                return False
            raise
    return True


def _is_dossier(path: Path) -> bool:
    if is_held(path):
        return True
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StorageError(say("storage.cannot_open", name=path.name)) from error
    if is_locked(path):
        return known_key(path) is not None
    return is_ours(header)
