"""Preparing a database and letting people in, as its owner does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest

from jury_desktop import bootstrap, bootstrap_server
from jury_desktop.domain.errors import JuryError, StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role
from jury_desktop.services.accounts import begin_accounts
from jury_desktop.storage.server import hosting
from jury_desktop.storage.server.people import login_for
from jury_desktop.storage.server.protection import group_of
from tests.postgres import ONE_SERVER, as_login, drop_database, make_database, owned_database
from tests.storage.server.scene import BART, ELS, Hosted, now, refusal

pytestmark = ONE_SERVER


def test_a_database_can_be_prepared_again_and_again(hosted: Hosted) -> None:
    before = hosting.let_in_already(hosted.owner)

    bootstrap_server.prepare_server(hosted.owner, "", now)

    assert hosting.let_in_already(hosted.owner) == before
    assert [(each.login, each.person.name) for each in before] == [
        ("bart", "Bart Claes"),
        ("els", "Els Maes"),
        ("ria", "Ria Regisseur"),
        ("tom", "Tom Tweede"),
        ("wim", "Wim Waarnemer"),
    ]


def test_an_empty_database_needs_a_call(server: str) -> None:
    address = owned_database(server, "empty_one")

    with pytest.raises(JuryError) as caught:
        bootstrap_server.prepare_server(address, "")

    drop_database(server, "empty_one")
    assert caught.value.message == say("server.which_call")


def test_who_is_let_out_sees_nothing_any_more(hosted: Hosted) -> None:
    els = hosted.opened("els")

    def looks() -> None:
        with els.read() as uow:
            uow.candidacies.find()

    looks()
    hosting.keep_out(hosted.owner, "Els Maes")

    assert refusal(looks) == say("server.not_let_in", name="hosted")
    assert [each.login for each in hosting.let_in_already(hosted.owner)] == ["bart", "ria", "tom", "wim"]


def test_a_login_that_was_made_here_goes_with_its_person(hosted: Hosted, server: str) -> None:
    hosting.let_in(hosted.owner, "Nele Nieuw", Role.REGISSEUR)
    known = "SELECT count(*) FROM pg_roles WHERE rolname = 'nele.nieuw'"
    with psycopg.connect(server, autocommit=True) as connection:
        there = connection.execute(known).fetchone()
        hosting.keep_out(hosted.owner, "nele.nieuw")
        gone = connection.execute(known).fetchone()

    assert (there, gone) == ((1,), (0,))


@pytest.mark.parametrize(
    ("name", "role", "login", "told"),
    [
        ("Niemand", Role.JUROR, "", say("server.not_listed", name="Niemand")),
        (ELS.name, Role.OBSERVER, "", say("server.not_listed", name=ELS.name)),
        (BART.email, Role.JUROR, "x", say("server.in_already", name=BART.name, login="bart")),
        ("Iemand", Role.REGISSEUR, "els", say("server.in_already", name=ELS.name, login="els")),
        ("!!!", Role.REGISSEUR, "", say("server.no_login", name="!!!")),
        ("Iemand", Role.REGISSEUR, "postgres", say("server.mighty", login="postgres")),
    ],
)
def test_nobody_is_let_in_by_mistake(
    standing: Hosted, name: str, role: Role, login: str, told: Message
) -> None:
    before = hosting.let_in_already(standing.owner)

    assert refusal(lambda: hosting.let_in(standing.owner, name, role, login)) == told
    assert hosting.let_in_already(standing.owner) == before


def test_only_the_owner_lets_people_in(standing: Hosted) -> None:
    message = refusal(lambda: hosting.let_in(standing.address("ria"), "Iemand", Role.REGISSEUR))

    assert message == say("server.not_owner", name="standing")


def test_a_login_without_a_place_in_the_dossier_is_told_so(standing: Hosted, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE ROLE vreemde LOGIN")
        connection.execute("GRANT CONNECT ON DATABASE standing TO vreemde")
        connection.execute("GRANT standing_juror TO vreemde")

    message = refusal(partial(standing.store, "vreemde"))

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("REVOKE CONNECT ON DATABASE standing FROM vreemde")
        connection.execute("DROP ROLE vreemde")
    assert message == say("server.not_let_in", name="standing")


def test_on_a_server_nobody_signs_in_a_second_time(standing: Hosted) -> None:
    ria = standing.signed_in("ria")

    with pytest.raises(JuryError) as caught:
        begin_accounts(ria, "Ria Regisseur", "drie woorden en een vierde")

    assert caught.value.message == say("sign_in.on_server")


@pytest.fixture
def asking(server: str) -> Iterator[str]:
    """The address of a database whose server asks everybody but its owner for a password."""
    rules = Path(server.partition("host=")[2], "pg_hba.conf")
    before = rules.read_text()
    address = owned_database(server, "asking")
    bootstrap_server.prepare_server(address, "lier-2023", now)
    rules.write_text(f"local asking nele.nieuw scram-sha-256\n{before}")
    _reload(server)
    yield address
    rules.write_text(before)
    _reload(server)
    drop_database(server, "asking")


def _reload(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_reload_conf()")


def test_a_password_lets_in_and_another_does_not(asking: str) -> None:
    login, password = bootstrap_server.let_in(asking, "Nele Nieuw", Role.REGISSEUR)
    address = as_login(asking, login.login)

    bootstrap.open_dossier(address.replace("@", f":{password}@", 1)).store.close()
    with pytest.raises(StorageError) as wrong:
        bootstrap.open_dossier(address.replace("@", ":iets-anders@", 1))
    with pytest.raises(StorageError) as none:
        bootstrap.open_dossier(address)
    bootstrap_server.keep_out(asking, login.login)

    assert wrong.value.message == say("server.password_wrong", name="asking")
    assert none.value.message == say("server.password_needed", name="asking")
    assert password.count("-") > 3


def test_the_server_gets_a_password_as_scram_alone(asking: str, server: str) -> None:
    bootstrap_server.let_in(asking, "Nele Nieuw", Role.REGISSEUR)
    with psycopg.connect(server) as connection:
        kept = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'nele.nieuw'").fetchone()
    bootstrap_server.keep_out(asking, "nele.nieuw")

    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(
    ("name", "login"),
    [("Els Maes", "els.maes"), ("  Zoë D'Hondt-Ünal ", "zoe.d.hondt.unal"), ("李", "")],
)
def test_a_login_is_made_of_the_name(name: str, login: str) -> None:
    assert login_for(name) == login


def test_roles_of_databases_with_long_names_differ_and_fit() -> None:
    names = {group_of("é" * 30 + end, role) for end in "ab" for role in Role}

    assert len(names) == 2 * len(Role)
    assert all(len(name.encode()) <= 63 for name in names)


def test_a_database_that_was_not_prepared_keeps_nobody_apart(server: str) -> None:
    address = make_database(server, "plain")
    bootstrap.create_dossier(address, "lier-2023").store.close()

    message = refusal(lambda: hosting.let_in(address, "Iemand", Role.REGISSEUR))

    drop_database(server, "plain")
    assert message == say("server.not_prepared", name="plain")
