"""A dossier from file to server and back is the same to the last byte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from jury_desktop import bootstrap_server
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Person, Role
from jury_desktop.services.ports import Dossier
from jury_desktop.storage import create_store, open_store
from jury_desktop.storage.cipher import LockedError, WrongPassphraseError
from jury_desktop.storage.moving import copy_store
from jury_desktop.storage.seals import stored_seals
from jury_desktop.storage.server import hosting
from jury_desktop.storage.store import SqlStore
from tests.builders import a_call, a_candidacy, an_account
from tests.postgres import ONE_SERVER, as_login, drop_database, make_database, owned_database
from tests.storage.anything import TEXTS
from tests.storage.server.scene import ELS, SECRET, now, whole

pytestmark = ONE_SERVER
ACCOUNTS = (
    an_account(),
    an_account(ELS),
    an_account(id="a-bo", name="Bo Claes", role=Role.SECOND_READER),
    an_account(id="a-an", name="an  MAES", role=Role.SECOND_READER),
)
"""Who signs in; the last is the first once more, written otherwise."""


@pytest.fixture
def address(server: str) -> Iterator[str]:
    """The address of an empty database, for its owner."""
    yield owned_database(server, "moved")
    drop_database(server, "moved")


def filled(file: Path) -> Path:
    """A file with something in every table."""
    with closing(create_store(file, a_call())) as store:
        dossier = Dossier(store, "Regisseur", now)
        whole(dossier)
        with dossier.change() as uow:
            large = bytes(range(256)) * 40_000
            uow.blobs.put(large)
            uow.journal.append("mail.imported", "mail", "groot")
    return file


def said(store: SqlStore) -> tuple[object, ...]:
    """All that a dossier says of itself: its events, the seals of every object as it stands, its mail and
    what its check finds."""
    with store.read() as uow, store.snapshot() as connection:
        return (uow.journal.all(), sorted(stored_seals(connection)), uow.mails.all(), store.problems())


def test_there_and_back_nothing_is_different(tmp_path: Path, address: str) -> None:
    file = filled(tmp_path / "lier.jury")
    there = bootstrap_server.copy_dossier(str(file), address)
    back = bootstrap_server.copy_dossier(address, str(tmp_path / "terug.jury"))

    with (
        closing(open_store(file)) as first,
        closing(open_store(address)) as server,
        closing(open_store(tmp_path / "terug.jury")) as last,
    ):
        assert said(first) == said(server) == said(last)
        assert said(first)[-1] == ()
    assert (there.events, there.hash, there.problems) == (back.events, back.hash, back.problems)


def test_on_the_server_work_goes_on_where_it_was(tmp_path: Path, address: str) -> None:
    bootstrap_server.copy_dossier(str(filled(tmp_path / "lier.jury")), address)

    with closing(open_store(address)) as store:
        with store.change("Regisseur", now()) as uow:
            uow.candidacies.save(a_candidacy(9))
            uow.journal.append("candidacy.added", "candidacy", "K-09")
        with store.read() as uow:
            assert [each.reference for each in uow.candidacies.find()][-1] == "K-09"
        assert store.problems() == ()


def test_what_is_there_already_stays(tmp_path: Path, address: str) -> None:
    file = filled(tmp_path / "lier.jury")
    bootstrap_server.copy_dossier(str(file), address)

    for target in (address, str(file)):
        with pytest.raises(Exception, match=r"storage\.exists"):
            bootstrap_server.copy_dossier(str(file), target)


def test_a_copy_that_fails_leaves_nothing_behind(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = filled(tmp_path / "lier.jury")
    digests = iter(range(10_000))
    monkeypatch.setattr("jury_desktop.storage.moving._digest", lambda *_: str(next(digests)))

    with closing(open_store(file)) as store:
        for target in (address, tmp_path / "kopie.jury"):
            with pytest.raises(StorageError) as caught:
                copy_store(store, target)
            assert caught.value.message.key == "storage.copied_otherwise"

    assert [each.name for each in tmp_path.glob("*.jury")] == ["lier.jury"]
    with pytest.raises(StorageError) as empty:
        open_store(address)
    assert empty.value.message == say("server.no_dossier", name="moved")


def test_from_a_file_with_a_passphrase_and_back_to_one(tmp_path: Path, address: str) -> None:
    file, back = filled(tmp_path / "lier.jury"), tmp_path / "terug.jury"
    with closing(open_store(file)) as store:
        assert store.lock is not None
        store.lock.change("een goed geheim")
    with pytest.raises(LockedError):
        bootstrap_server.copy_dossier(str(file), address)  # nothing opens it here but its passphrase

    there = bootstrap_server.copy_dossier(str(file), address, secret="een goed geheim")
    made = bootstrap_server.copy_dossier(address, str(back), passphrase="een ander geheim")

    assert (there.events, there.hash, there.problems) == (made.events, made.hash, made.problems)
    assert (made.problems, SECRET.encode() in back.read_bytes()) == (0, False)
    assert list(tmp_path.glob("terug*")) == [back]
    for secret in ("een ander geheim", made.recovery):
        with closing(open_store(back, secret)) as last, closing(open_store(address)) as server:
            assert said(last) == said(server)
    with pytest.raises(WrongPassphraseError):
        open_store(back, "een goed geheim")


HALF_WAY = """
import sys, time
from jury_desktop import bootstrap_server
from jury_desktop.storage import moving
def wait(*_):
    print("all rows are there", flush=True)
    time.sleep(600)
moving._digest = wait
bootstrap_server.copy_dossier(sys.argv[1], sys.argv[2], passphrase=sys.argv[3])
"""
"""A copy that stops when every row is written and nothing is compared yet."""


@pytest.mark.parametrize("passphrase", ["", "een goed geheim"])
def test_a_copy_to_a_file_that_is_killed_is_no_copy(tmp_path: Path, passphrase: str) -> None:
    file, target = filled(tmp_path / "lier.jury"), tmp_path / "kopie.jury"
    killed_half_way(str(file), str(target), passphrase)

    before = target.exists()
    left = b"".join(each.read_bytes() for each in tmp_path.glob("kopie.jury.part*"))
    made = bootstrap_server.copy_dossier(str(file), str(target), passphrase=passphrase)

    assert (before, SECRET.encode() in left) == (False, not passphrase)
    assert sorted(each.name for each in tmp_path.glob("kopie*")) == ["kopie.jury"]
    assert made.problems == 0


def test_a_copy_to_a_server_that_is_killed_leaves_the_database_empty(tmp_path: Path, address: str) -> None:
    file = str(filled(tmp_path / "lier.jury"))
    killed_half_way(file, address, "")

    assert hosting.is_empty(address)
    assert bootstrap_server.copy_dossier(file, address).problems == 0


def killed_half_way(*words: str) -> None:
    """Ends a copy at the moment that all rows are written, as a power cut does."""
    with subprocess.Popen(
        [sys.executable, "-c", HALF_WAY, *words], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "all rows are there\n"
        running.kill()


def test_who_signed_in_to_the_file_gets_a_login_in_the_same_role(tmp_path: Path, address: str) -> None:
    file, back = filled(tmp_path / "lier.jury"), str(tmp_path / "terug.jury")
    with closing(open_store(file)) as store, store.change("Regisseur", now()) as uow:
        for account in ACCOUNTS:
            uow.accounts.save(account)
        uow.journal.append("account.made", "account", "de vier")

    copied = bootstrap_server.copy_dossier(str(file), address)
    people, refused = bootstrap_server.let_in_accounts(address, copied)
    found = [(login.login, login.person) for login, _ in people]
    with closing(open_store(as_login(address, "els.maes"))) as els:
        at_work = els.person
    returned = bootstrap_server.copy_dossier(address, back)
    for login, _ in people:
        bootstrap_server.keep_out(address, login.login)

    assert found == [
        ("an.maes", Person("An Maes", Role.REGISSEUR)),
        ("els.maes", Person("Els Maes", Role.JUROR, "j1")),
        ("bo.claes", Person("Bo Claes", Role.SECOND_READER)),
    ]
    assert at_work == Person("Els Maes", Role.JUROR, "j1")
    assert refused == (
        say("server.in_already", name="An Maes", login="an.maes"),
    )  # once more, written otherwise
    assert returned.accounts == copied.accounts
    with closing(open_store(back)) as store, store.read() as uow:
        assert uow.accounts.find() == ACCOUNTS


@pytest.fixture(scope="module")
def plain(server: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A server with room for databases, and a folder."""
    return server, tmp_path_factory.mktemp("moving")


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_whatever_text_mail_held_comes_along(plain: tuple[str, Path], text: str) -> None:
    server, folder = plain
    names = iter(f"{kind}{len(list(folder.iterdir()))}" for kind in ("a", "b"))
    file, back = folder / f"{next(names)}.jury", folder / f"{next(names)}.jury"
    with closing(create_store(file, a_call())) as store, store.change("Regisseur", now()) as uow:
        uow.candidacies.save(a_candidacy(1, organisation=text, address=text))
        uow.journal.append("candidacy.added", "candidacy", text, new=text)
    address = make_database(server, "texts")
    with closing(open_store(file)) as store:
        copy_store(store, address)
    with closing(open_store(address)) as store:
        copy_store(store, back)

    with closing(open_store(file)) as first, closing(open_store(back)) as last:
        assert said(first) == said(last)
    drop_database(server, "texts")
