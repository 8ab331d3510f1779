"""The people of a dossier on a server: each their own login, with one role; needs the owner of the
database."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, text

from jury_desktop.domain.account import same_name
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Person, Role
from jury_desktop.storage.server.protection import group_of, quoted, run

_SCRAM = b"scram-sha-256"


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody who may connect.

    :param login: the role on the server.
    :param connected: how many connections that role has now.
    """

    login: str
    person: Person
    connected: int = 0


def login_for(name: str) -> str:
    """The login that a name gets until somebody chooses another: ``els.maes``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return ".".join(re.findall("[a-z0-9]+", plain))


def add_person(
    connection: Connection, name: str, role: Role, *, login: str = "", password: str = ""
) -> Login:
    """Lets somebody in. A login that the server knows already keeps what proves it (LDAP, a certificate).

    :param name: as the journal notes it; of who is on the list of the jury the name or address there.
    :param password: kept by the server as SCRAM; it leaves this computer in that form. "" leaves it to the
        server how the login is proven.
    :raises StorageError: the name is not on the list, or there twice; the login or person is in already, or
        would see everything whatever the rules say.
    """
    person = _person(connection, name, role)
    login = login or login_for(person.name)
    _refuse_known(connection, login, person)
    made = _make_login(connection, login)
    if password:
        verifier = _driver(connection).pgconn.encrypt_password(password.encode(), login.encode(), _SCRAM)
        run(connection, f"ALTER ROLE {quoted(login)} PASSWORD {sql.Literal(verifier.decode()).as_string()}")
    run(connection, f"GRANT {quoted(_group(connection, role))} TO {quoted(login)}")
    connection.execute(
        text("INSERT INTO jury_server.person VALUES (:login, :name, :role, :juror, :made)"),
        {"login": login, "name": person.name, "role": role.value, "juror": person.juror, "made": made},
    )
    return Login(login, person)


def people(connection: Connection) -> tuple[Login, ...]:
    """Everybody who may connect, by name."""
    rows = connection.execute(
        text(
            "SELECT login, coalesce(listed.name, person.name) AS name, person.role, juror,"
            " (SELECT count(*) FROM pg_stat_activity WHERE usename = login AND datname = current_database())"
            " AS connected FROM jury_server.person LEFT JOIN public.juror AS listed ON listed.id = juror"
            " ORDER BY name, login"
        )
    )
    return tuple(Login(row.login, Person(row.name, Role(row.role), row.juror), row.connected) for row in rows)


def remove_person(connection: Connection, who: str) -> Login:
    """Lets somebody in no more; what they did stays. A login that was made here goes with it, unless it is
    used in another database of the server.

    :param who: the name or the login.
    :raises StorageError: nobody is called so.
    """
    found = next((each for each in people(connection) if who in (each.login, each.person.name)), None)
    if found is None or found.person.role is None:
        raise StorageError(say("server.nobody", name=who))
    known = {"login": found.login}
    made = connection.scalar(text("SELECT made FROM jury_server.person WHERE login = :login"), known)
    connection.execute(text("DELETE FROM jury_server.person WHERE login = :login"), known)
    run(connection, f"REVOKE {quoted(_group(connection, found.person.role))} FROM {quoted(found.login)}")
    if made and not _has_other_roles(connection, found.login):
        run(connection, f"DROP ROLE {quoted(found.login)}")
    return found


def who_is_connected(connection: Connection) -> Person | None:
    """Whoever this connection is of, as the server knows them; None for who was not let in by name."""
    row = connection.execute(
        text(
            "SELECT jury_server.my_name() AS name, jury_server.my_role() AS role, jury_server.my_juror() AS j"
        )
    ).one()
    return None if row.role is None else Person(row.name, Role(row.role), row.j)


def has_role(connection: Connection, role: Role) -> bool:
    """Whether a server lets anybody in with a role; nobody where its rules are not those of this program."""
    known = connection.scalar(text("SELECT to_regprocedure('jury_server.has_role(text)') IS NOT NULL"))
    return bool(known and connection.scalar(text("SELECT jury_server.has_role(:role)"), {"role": role.value}))


def _person(connection: Connection, name: str, role: Role) -> Person:
    if not role.listed:
        return Person(name.strip(), role)
    wanted = "active AND observer = :observer AND :name IN (name, email)"
    found = connection.execute(
        text(f"SELECT id, name FROM public.juror WHERE {wanted}"),
        {"name": name.strip(), "observer": role is Role.OBSERVER},
    ).all()
    if len(found) != 1:
        raise StorageError(say("server.not_listed" if not found else "server.listed_twice", name=name))
    return Person(found[0].name, role, found[0].id)


def _refuse_known(connection: Connection, login: str, person: Person) -> None:
    if not login or not person.name:
        raise StorageError(say("server.no_login", name=person.name))
    for each in people(connection):
        if login == each.login or same_name(person.name, each.person.name):
            raise StorageError(say("server.in_already", name=each.person.name, login=each.login))


def _make_login(connection: Connection, login: str) -> bool:
    """Makes the login, and gives whether it was not there yet."""
    known = connection.execute(
        text("SELECT rolsuper OR rolbypassrls AS mighty FROM pg_roles WHERE rolname = :login"),
        {"login": login},
    ).one_or_none()
    if known is None:
        run(connection, f"CREATE ROLE {quoted(login)} LOGIN CONNECTION LIMIT 10")
    elif known.mighty:
        raise StorageError(say("server.mighty", login=login))
    return known is None


def _has_other_roles(connection: Connection, login: str) -> bool:
    return bool(
        connection.scalar(
            text(
                "SELECT EXISTS (SELECT FROM pg_auth_members WHERE member = to_regrole(quote_ident(:login)))"
            ),
            {"login": login},
        )
    )


def _group(connection: Connection, role: Role) -> str:
    return group_of(str(connection.scalar(text("SELECT current_database()"))), role)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
