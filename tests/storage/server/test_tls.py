"""Nothing goes over a network before the server has proven who it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Person, Role
from tests.postgres import ONE_SERVER
from tests.storage.server.scene import ELS, Hosted, refusal
from tests.storage.server.tls import NAME, Authority, front

pytestmark = ONE_SERVER


class Door:
    """A server that is reached over TLS, as juror Els reaches it."""

    def __init__(self, hosted: Hosted, port: int, spoken: list[str]) -> None:
        self._hosted = Hosted("")
        self._database = hosted.owner.partition("?")[0].rpartition("/")[2]
        self._port = port
        self.spoken = spoken

    def person(self, authority: Authority | None, name: str = NAME, more: str = "") -> Person | None:
        """Who is let in, by who trusts this authority (None: those of the system)."""
        root = f"&sslrootcert={authority.file}" if authority is not None else ""
        place = f"postgresql://els@{name}:{self._port}/{self._database}?hostaddr=127.0.0.1{root}{more}"
        self._hosted.owner = place
        store = self._hosted.store()
        found = store.person
        store.close()
        return found


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "Eigen autoriteit")


@pytest.fixture
def door(standing: Hosted, ours: Authority, request: pytest.FixtureRequest) -> Iterator[Door]:
    """With a certificate that lasts for so many days; none for a server without TLS."""
    days = getattr(request, "param", 30)
    folder = standing.owner.rpartition("host=")[2]
    certificate = ours.certificate(NAME, days) if days is not None else None
    with front(f"{folder}/.s.PGSQL.5432", certificate) as (port, spoken):
        yield Door(standing, port, spoken)


def test_with_an_authority_of_ones_own_name_and_certificate_are_checked(door: Door, ours: Authority) -> None:
    assert door.person(ours) == Person(ELS.name, Role.JUROR, ELS.id)
    assert set(door.spoken) == {"TLSv1.3"}


@pytest.mark.parametrize("mode", ["verify-ca", "require"])
def test_who_asks_for_less_is_still_encrypted(door: Door, ours: Authority, mode: str) -> None:
    person = door.person(ours if mode == "verify-ca" else None, "ander.example", f"&sslmode={mode}")

    assert (person is not None, set(door.spoken)) == (True, {"TLSv1.3"})


def test_another_name_is_refused(door: Door, ours: Authority) -> None:
    message = refusal(lambda: door.person(ours, "ander.example"))

    assert (message.key, NAME in str(message.values["answer"])) == ("server.other_name", True)
    assert door.spoken == []


@pytest.mark.parametrize("whose", ["of the system", "of somebody else"])
def test_an_authority_that_is_not_trusted_is_refused(door: Door, tmp_path: Path, whose: str) -> None:
    other = Authority(tmp_path, "Andere autoriteit") if whose == "of somebody else" else None

    assert refusal(lambda: door.person(other)).key == "server.not_trusted"


@pytest.mark.parametrize("door", [-1], indirect=True)
def test_a_certificate_that_has_expired_is_refused(door: Door, ours: Authority) -> None:
    assert refusal(lambda: door.person(ours)).key == "server.not_trusted"


@pytest.mark.parametrize("door", [None], indirect=True)
@pytest.mark.parametrize("mode", ["verify-full", "verify-ca", "require"])
def test_a_server_without_tls_is_refused(door: Door, ours: Authority, mode: str) -> None:
    assert refusal(lambda: door.person(ours, more=f"&sslmode={mode}")).key == "server.no_tls"


def test_a_certificate_that_is_not_there_is_told(door: Door, ours: Authority) -> None:
    ours.file.unlink()

    message = refusal(lambda: door.person(ours))

    assert (message.key, ours.file.name in str(message.values["answer"])) == ("server.no_authority", True)


def test_who_wants_no_encryption_hears_so_before_anything_is_sent(door: Door) -> None:
    message = refusal(lambda: door.person(None, more="&sslmode=prefer"))

    assert message == say("server.in_the_clear", host=NAME, mode="prefer")
