"""What the owner of a database does with a dossier in it: make it safe for many, let people in and out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect, select, text

from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Role
from jury_desktop.storage import migrate
from jury_desktop.storage.engine import commit, database_engine, for_changing
from jury_desktop.storage.errors import explained
from jury_desktop.storage.server import people
from jury_desktop.storage.server.address import address_of
from jury_desktop.storage.server.people import Login
from jury_desktop.storage.server.protection import is_protected, owns, protect, run
from jury_desktop.storage.settings import dossier

OLDEST = 16
"""The first PostgreSQL in which somebody without superuser rights keeps just the roles they made."""
_PATIENCE = 10.0


def is_empty(address: str) -> bool:
    """Whether a database has no tables yet, where they may be made.

    :raises StorageError: it cannot be reached, is of a version that is too old, or whoever connects may make
        no roles there.
    """
    with _owner(address) as connection:
        able = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = session_user"
        if not connection.scalar(text(able)):
            raise StorageError(say("server.no_roles", name=_name(address)))
        return not inspect(connection).get_table_names("public")


def make_safe(address: str) -> None:
    """Puts the rules of the server in place, or those of this program instead of an earlier one's; the
    tables are brought up to date on the way.

    :raises StorageError: whoever connects does not own the dossier, or may make no roles.
    """
    with _owner(address) as connection:
        if not inspect(connection).has_table(dossier.name, "public"):
            raise StorageError(say("server.no_dossier", name=_name(address)))
        _refuse_guest(connection, address)
        if migrate.is_outdated(connection, _name(address)):
            migrate.upgrade(connection)
        put_rules(connection)


def put_rules(connection: Connection) -> None:
    """Puts the rules of the server in place for a dossier, in the piece of work that makes its tables."""
    run(
        connection, "SET CONSTRAINTS ALL IMMEDIATE"
    )  # tables are not altered while any has still to be checked
    protect(connection, parse_call(str(connection.scalar(select(dossier.c.call))), "dossier"))


def let_in(address: str, name: str, role: Role, login: str = "", password: str = "") -> Login:
    """Lets somebody in; see :func:`people.add_person`."""
    with _safe(address) as connection:
        return people.add_person(connection, name, role, login=login, password=password)


def keep_out(address: str, who: str) -> Login:
    """Lets somebody in no more; see :func:`people.remove_person`."""
    with _safe(address) as connection:
        return people.remove_person(connection, who)


def let_in_already(address: str) -> tuple[Login, ...]:
    """Everybody who may connect, by name."""
    with _safe(address) as connection:
        return people.people(connection)


@contextmanager
def _safe(address: str) -> Iterator[Connection]:
    """A connection of the owner to a dossier whose rules are in place."""
    with _owner(address) as connection:
        if not is_protected(connection):
            raise StorageError(say("server.not_prepared", name=_name(address)))
        _refuse_guest(connection, address)
        yield connection


@contextmanager
def _owner(address: str) -> Iterator[Connection]:
    """A connection whose work is kept when the block ends."""
    engine = database_engine(address_of(address), _PATIENCE)
    try:
        with explained(_name(address)), for_changing(engine) as connection:
            version = int(str(connection.scalar(text("SHOW server_version_num")))) // 10_000
            if version < OLDEST:
                raise StorageError(say("server.too_old", version=version, oldest=OLDEST))
            yield connection
            commit(connection)
    finally:
        engine.dispose()


def _refuse_guest(connection: Connection, address: str) -> None:
    if not owns(connection):
        raise StorageError(say("server.not_owner", name=_name(address)))


def _name(address: str) -> str:
    url = address_of(address)
    return url.database or url.host or "postgresql"
