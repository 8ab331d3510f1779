"""An address of a server: nothing goes over a network in the clear, and nothing shows a password."""

from __future__ import annotations

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.server.address import address_of, with_password

LOCAL = (
    "postgresql:///lier",
    "postgresql://an@localhost/lier",
    "postgresql://an@127.0.0.1:5433/lier",
    "postgresql://an@[::1]/lier",
    "postgresql://an@/lier?host=/run/postgresql",
)
ABROAD = (
    "postgresql://an@db.example/lier",
    "postgres://an@db.example/lier",
    "postgresql://an@/lier?host=db.example",
    "postgresql://an@localhost/lier?host=db.example",
    "postgresql://an@localhost/lier?hostaddr=192.0.2.1",
    "postgresql://an@/lier?host=localhost,db.example",
    "postgresql://an@/lier?service=lier",
)


@pytest.fixture(autouse=True)
def no_settings_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("address", LOCAL)
def test_on_this_computer_an_address_stays_as_it_is(address: str) -> None:
    assert "sslmode" not in address_of(address).query


@pytest.mark.parametrize("address", ABROAD)
def test_over_a_network_name_and_certificate_have_to_agree(address: str) -> None:
    query = address_of(address).query

    assert (query["sslmode"], query["sslrootcert"], query["gssencmode"]) == (
        "verify-full",
        "system",
        "disable",
    )


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "", "iets"])
def test_what_allows_the_clear_is_refused(mode: str) -> None:
    with pytest.raises(StorageError) as caught:
        address_of(f"postgresql://an@db.example/lier?sslmode={mode or '%20'}")

    assert caught.value.message == say("server.in_the_clear", host="db.example", mode=mode or " ")


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_what_is_encrypted_may_be_chosen(mode: str) -> None:
    address = f"postgresql://an@db.example/lier?sslmode={mode}&sslrootcert=ca.pem"

    assert (address_of(address).query["sslmode"], address_of(address).query["sslrootcert"]) == (
        mode,
        "ca.pem",
    )


def test_a_machine_that_the_system_names_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "db.example")

    assert address_of("postgresql:///lier").query["sslmode"] == "verify-full"


def test_a_password_is_put_in_and_never_shown() -> None:
    whole = address_of(with_password("postgresql://an@localhost/lier", "ge:heim/@"))

    assert (whole.password, "heim" in str(whole)) == ("ge:heim/@", False)


def test_without_a_password_the_one_in_the_address_stays() -> None:
    assert address_of(with_password("postgresql://an:eigen@localhost/lier", "")).password == "eigen"


@pytest.mark.parametrize("address", ["", "lier", "sqlite:///lier.jury", "http://db.example/lier"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(StorageError) as caught:
        with_password(address, "geheim")

    assert caught.value.message == say("storage.bad_address", address=address)
