"""A dossier from file to server and back is the same to the last byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from jury_desktop import bootstrap_server
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.storage import create_store, open_store
from jury_desktop.storage.moving import copy_store
from jury_desktop.storage.seals import stored_seals
from jury_desktop.storage.store import SqlStore
from tests.builders import a_call, a_candidacy
from tests.postgres import ONE_SERVER, drop_database, make_database, owned_database
from tests.storage.anything import TEXTS
from tests.storage.server.scene import now, whole

pytestmark = ONE_SERVER


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
    assert empty.value.message == say("storage.not_a_dossier", name="moved")


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
