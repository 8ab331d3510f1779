"""An opened dossier: a file or a database, and the two ways to work on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call
from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.errors import CallFileError, StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Person, Role
from jury_desktop.domain.soundness import Finding
from jury_desktop.storage.cipher import Identity, LockedError, hold, key_by, known_key, let_go, new_key
from jury_desktop.storage.drivers import DATABASE_ERRORS
from jury_desktop.storage.engine import (
    commit,
    driver_connection,
    file_engine,
    for_changing,
    for_reading,
    memory_engine,
)
from jury_desktop.storage.errors import explained
from jury_desktop.storage.guard import Guard, Hand
from jury_desktop.storage.integrity import problems
from jury_desktop.storage.journal_check import journal_findings
from jury_desktop.storage.place import beginning, fill, place_of
from jury_desktop.storage.presence import Presence, is_held, take
from jury_desktop.storage.relock import relock
from jury_desktop.storage.server.chain import told_findings
from jury_desktop.storage.settings import dossier
from jury_desktop.storage.stopping import stoppable
from jury_desktop.storage.unit_of_work import SqlUnitOfWork

_FAILURES: tuple[type[Exception], ...] = (DBAPIError, *DATABASE_ERRORS)
HELD = "storage.held"
"""What is said where another program works in a dossier file."""
PATIENCE = 10.0
"""Seconds to wait for another writer before saying that the dossier is in use."""


def create_store(target: str | Path, call: Call, *, patience: float = PATIENCE) -> SqlStore:
    """Makes a dossier for a call in a new file or an empty database, and opens it.

    :raises StorageError: there is something already, or the place cannot be written; nothing is left behind.
    """
    place = place_of(target, patience)
    try:
        engine = place.engine()
    except LockedError as error:
        raise StorageError(say("storage.exists", name=place.name)) from error
    try:
        with explained(place.name):
            place.create(engine, beginning(call.text))
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, place.name, call, place.file, held=place.held)


def memory_store(call: Call, name: str) -> SqlStore:
    """A dossier that never reaches the disk: whoever made it keeps elsewhere what must outlive it."""
    engine = memory_engine()
    fill(engine, beginning(call.text))
    return SqlStore(engine, name, call)


def open_store(
    target: str | Path,
    secret: str = "",
    *,
    patience: float = PATIENCE,
    alone: str | None = None,
    since: datetime | None = None,
) -> SqlStore:
    """Opens a dossier; one of an earlier version of the program is brought up to date, a file after a copy.

    What cannot be changed where it lies is opened to read.

    :param secret: the passphrase or recovery key of a file that has one.
    :param alone: who works in it for longer (empty: whoever the computer says), from ``since`` on: others who
        ask so read until it is closed. None joins for a moment, whoever works in it.
    :raises LockedError: it has a passphrase, and none was given.
    :raises WrongPassphraseError: it has another one.
    :raises StorageError: no such file or database, not a dossier, damaged, made by a newer version, in use,
        disk full.
    """
    place = place_of(target, patience)
    with explained(place.name):
        place.unlock(secret)
    reason = place.why_read_only()
    place.hold()
    engine = place.engine(read_only=reason is not None)
    presence = None
    if reason is None and alone is not None and place.file is not None:
        presence, reason = _present(place.file, alone, since or datetime.now(UTC))
    try:
        with explained(place.name, file=place.file):
            person = place.prepare(engine)
            call = _kept_call(engine, place.name)
            store = SqlStore(engine, place.name, call, place.file, person, held=place.held)
    except BaseException:
        engine.dispose()
        if place.held is not None:
            let_go(place.held)
        if presence is not None:
            presence.let_go()
        raise
    store.read_only, store.presence = reason, presence
    return store


def _present(file: Path, who: str, since: datetime) -> tuple[Presence | None, Message | None]:
    """That this program has the file open; or why it cannot be changed here, as another has."""
    try:
        found = take(file, who, since)
    except OSError:
        return None, None  # where no note can be written, SQLite keeps the peace alone
    if isinstance(found, Presence):
        return found, None
    return None, say(HELD, name=file.name, who=found.who, host=found.host, since=found.since)


class SqlStore:
    """See ``services.ports.Store``. Made in one thread, it may be used in another; one works at a time."""

    def __init__(
        self,
        engine: Engine,
        name: str,
        call: Call,
        file: Path | None = None,
        person: Person | None = None,
        *,
        held: Identity | None = None,
    ) -> None:
        """
        :param person: who is at work here, where a server vouches for it.
        :param held: see :func:`~jury_desktop.storage.cipher.hold`.
        """
        self.name = name
        self.file = file
        self.person = person
        self._held = held
        self.read_only: Message | None = None
        self.presence: Presence | None = None
        self.lock = SqlFileLock(self, file) if file is not None else None
        self._engine = engine
        self._call = call
        self._identity = _identity(file)
        self._thread = threading.local()

    def is_free(self) -> bool:
        by_another = self.read_only is not None and self.read_only.key == HELD
        return by_another and self.file is not None and not is_held(self.file)

    @contextmanager
    def read(self) -> Iterator[SqlUnitOfWork]:
        with self._explained(), for_reading(self._engine) as connection:
            yield SqlUnitOfWork(connection, self._call, Guard())

    @contextmanager
    def change(self, actor: str, now: datetime, *, bulk: bool = False) -> Iterator[SqlUnitOfWork]:
        if self.read_only is not None:
            raise StorageError(self.read_only)
        self._refuse_when_gone()
        guard = Guard(Hand(actor, now))
        with self._only_writer(), self._explained(), for_changing(self._engine, bulk=bulk) as connection:
            yield SqlUnitOfWork(connection, self._call, guard)
            guard.finish()
            self._refuse_when_gone()
            commit(connection)

    @property
    def _in_part(self) -> bool:
        """Whether a server shows whoever is connected only a part of the dossier."""
        return self.person is not None and self.person.role is not Role.REGISSEUR

    def problems(self, tell: Tell = untold) -> tuple[Finding, ...]:
        """:raises StorageError: on a server somebody who does not see everything cannot check it."""
        if self._in_part:
            raise StorageError(say("server.checks_a_part", name=self.name))
        return self._found(lambda connection: problems(connection, tell), tell)

    def journal_problems(self) -> tuple[Finding, ...]:
        return self._found(told_findings if self._in_part else journal_findings)

    def _found(
        self, look: Callable[[Connection], Iterable[Finding]], tell: Tell = untold
    ) -> tuple[Finding, ...]:
        try:
            with for_reading(self._engine) as connection, stoppable(connection, tell):
                return tuple(look(connection))
        except _FAILURES as error:
            return (Finding(say("storage.reported", problem=str(getattr(error, "orig", error)))),)

    def seal_anew(self, actor: str, now: datetime) -> None:
        """Seals every object of a dossier that an earlier version of the program made, with an event that
        says so; nothing is done where that is not needed or cannot be, or where somebody only
        made it look so."""
        if self.read_only is not None:
            return
        with self.read() as uow:
            if not uow.wants_seals:
                return
        with self.change(actor, now) as uow:
            uow.seal_all()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees the whole dossier at one moment, for who makes a copy of it.

        :raises StorageError: whoever is connected to a server does not see all of it.
        """
        if self._in_part:
            raise StorageError(say("server.sees_a_part", name=self.name))
        with self._explained(), for_reading(self._engine) as connection:
            yield connection

    def listen(
        self, heard: Callable[[], object], lost: Callable[[bool], object]
    ) -> Callable[[], object] | None:
        """Calls ``heard`` from another thread when somebody may have changed something, and ``lost`` when
        the server is gone (True) or back (False); gives what ends that. None where nothing tells: a file."""
        if self._engine.dialect.name == "sqlite":
            return None
        from jury_desktop.storage.server.listening import Listener

        return Listener(lambda: driver_connection(self._engine), heard, lost).stop

    def reopen(self, file: Path, work: Callable[[], object]) -> None:
        """Lets go of the file while something is done to it as a whole."""
        self._engine.dispose()
        before = self._held
        work()
        self._held = hold(file)
        if before is not None:
            let_go(before)
        self._engine = file_engine(file, PATIENCE)
        self._identity = _identity(file)

    def close(self) -> None:
        self._engine.dispose()
        if self._held is not None:
            let_go(self._held)
            self._held = None
        if self.presence is not None:
            self.presence.let_go()
            self.presence = None

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self.name, by_name=self.person is not None, file=self.file)

    def _refuse_when_gone(self) -> None:
        """A file that was taken away, or replaced by another one, can still be written in by whoever has it
        open; nobody would ever see that again."""
        if _identity(self.file) != self._identity:
            raise StorageError(say("storage.gone", name=self.name))

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        """A change within a change would wait for itself."""
        if getattr(self._thread, "changes", False):
            raise RuntimeError("a change has begun within another change of the same dossier")
        self._thread.changes = True
        try:
            yield
        finally:
            self._thread.changes = False


class SqlFileLock:
    """See ``services.ports.FileLock``."""

    def __init__(self, store: SqlStore, file: Path) -> None:
        self._store = store
        self._file = file

    @property
    def is_set(self) -> bool:
        return known_key(self._file) is not None

    def opens_with(self, secret: str) -> bool:
        key = known_key(self._file)
        return key is not None and key_by(self._file, secret) == key

    def change(self, passphrase: str) -> str:
        key = new_key(passphrase) if passphrase else None
        self._store.reopen(self._file, partial(relock, self._file, key))
        if key is None:
            return ""
        return key.recovery


def _identity(file: Path | None) -> tuple[int, int] | None:
    """By which one sees that a file is still the same one; None where there is none."""
    if file is None:
        return None
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _kept_call(engine: Engine, name: str) -> Call:
    with for_reading(engine) as connection:
        text = connection.scalar(select(dossier.c.call))
    if text is None:
        raise StorageError(say("storage.damaged", name=name))
    try:
        return parse_call(text, name)
    except CallFileError as error:
        raise StorageError(say("storage.damaged", name=name)) from error
