"""Work that moves much goes straight into the file, gives room back, and is as safe as any other."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.storage import open_store
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.store import SqlStore
from tests.builders import NOW
from tests.storage.test_store import pages

MEBIBYTE = 1024 * 1024
MUCH = 48
"""Mebibytes: more than is kept in memory, so that a part lies in the file before the commit."""


@pytest.fixture
def store(dossier_file: Path) -> Iterator[SqlStore]:
    opened = open_store(dossier_file)
    yield opened
    opened.close()


def put(uow: UnitOfWork, mebibytes: int, seed: int = 0) -> list[str]:
    """Contents of a mebibyte each; gives their keys."""
    chance = random.Random(seed)
    keys = [uow.blobs.put(chance.randbytes(MEBIBYTE)) for _ in range(mebibytes)]
    uow.journal.append("test.put", "test", str(mebibytes))
    return keys


def size(path: Path) -> int:
    """Mebibytes of the dossier and of what lies beside it."""
    return sum(file.stat().st_size for file in path.parent.iterdir()) // MEBIBYTE


def value(path: Path, pragma: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def test_what_is_new_is_written_once(dossier_file: Path, store: SqlStore) -> None:
    with store.change("regisseur", NOW, bulk=True) as uow:
        put(uow, MUCH)
        assert not dossier_file.with_name("lier.jury-wal").exists()
    largest = size(dossier_file)

    assert largest <= MUCH + 4
    assert value(dossier_file, "journal_mode") == "wal"
    assert store.problems() == ()


def test_work_that_is_undone_leaves_the_file_as_long_as_it_was(dossier_file: Path, store: SqlStore) -> None:
    before = dossier_file.stat().st_size

    def work() -> None:
        with store.change("regisseur", NOW, bulk=True) as uow:
            put(uow, MUCH)
            assert size(dossier_file) > 8
            raise InterruptedError

    with pytest.raises(InterruptedError):
        work()

    assert dossier_file.stat().st_size == before
    assert store.problems() == ()


def test_what_a_power_cut_leaves_is_the_dossier_as_it_was(
    dossier_file: Path, store: SqlStore, tmp_path: Path
) -> None:
    """The file and what lies beside it, in the midst of the work, opened elsewhere."""
    with store.change("regisseur", NOW) as uow:
        keys = put(uow, 1)
    (tmp_path / "later").mkdir()
    with store.change("regisseur", NOW, bulk=True) as uow:
        uow.blobs.remove(*keys)
        put(uow, MUCH, seed=1)
        for file in dossier_file.parent.glob("lier.jury*"):
            shutil.copy(file, tmp_path / "later" / file.name)
    assert (tmp_path / "later" / "lier.jury-journal").exists()

    found = open_store(tmp_path / "later" / "lier.jury")
    with found.read() as uow:
        assert [event.subject for event in uow.journal.all()] == ["1"]
        assert len(uow.blobs.get(keys[0])) == MEBIBYTE
    assert found.problems() == ()
    found.close()


def test_room_that_came_free_goes_back_to_the_disk(dossier_file: Path, store: SqlStore) -> None:
    with store.change("regisseur", NOW, bulk=True) as uow:
        stays, *goes = put(uow, 12)

    with store.change("regisseur", NOW, bulk=True) as uow:
        uow.blobs.remove(*goes)
        uow.journal.append("test.removed", "test", "11")

    assert size(dossier_file) <= 4
    with store.read() as uow:
        assert len(uow.blobs.get(stays)) == MEBIBYTE
    assert store.problems() == ()


def test_little_room_in_a_large_file_waits_for_the_next_import(dossier_file: Path, store: SqlStore) -> None:
    with store.change("regisseur", NOW, bulk=True) as uow:
        keys = put(uow, 24)
    before = dossier_file.stat().st_size

    with store.change("regisseur", NOW, bulk=True) as uow:
        uow.blobs.remove(keys[0])
        uow.journal.append("test.removed", "test", "1")
    assert dossier_file.stat().st_size == before

    with store.change("regisseur", NOW, bulk=True) as uow:
        put(uow, 1, seed=1)
    assert dossier_file.stat().st_size < before + MEBIBYTE // 2


def test_while_another_reads_it_sees_what_was_and_the_work_goes_on(
    dossier_file: Path, store: SqlStore
) -> None:
    other = open_store(dossier_file)

    with other.read() as seen:
        before = seen.journal.all()
        with store.change("regisseur", NOW, bulk=True) as uow:
            keys = put(uow, MUCH)
        assert seen.journal.all() == before == ()

    with other.read() as uow:
        assert all(uow.blobs.get(key) for key in keys)
    other.close()
    assert store.problems() == ()


def test_another_can_open_and_change_it_afterwards(dossier_file: Path, store: SqlStore) -> None:
    with store.change("regisseur", NOW, bulk=True) as uow:
        put(uow, 1)

    other = open_store(dossier_file)
    with store.read() as uow, other.change("ander", NOW) as changing:
        put(changing, 1, seed=1)
        assert len(uow.journal.all()) == 1
    other.close()


def test_a_file_of_small_pages_gets_large_ones_when_it_is_written_anew(
    dossier_file: Path,
) -> None:
    """A dossier that an earlier version of the program made."""
    with closing(sqlite3.connect(dossier_file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM")
    old = open_store(dossier_file)
    with old.change("regisseur", NOW, bulk=True) as uow:
        keys = put(uow, 4)
    assert value(dossier_file, "page_size") == 4096

    with old.change("regisseur", NOW, bulk=True) as uow:
        uow.blobs.remove(*keys)
        uow.journal.append("test.removed", "test", "4")

    assert value(dossier_file, "page_size") == PAGE
    assert old.problems() == ()
    old.close()


def test_a_full_disk_in_the_midst_of_it_leaves_the_dossier_as_it_was(
    dossier_file: Path, store: SqlStore
) -> None:
    before = dossier_file.stat().st_size

    def work() -> None:
        with store.change("regisseur", NOW, bulk=True) as uow:
            put(uow, MUCH)

    with pages(1000), pytest.raises(StorageError) as caught:
        work()

    assert caught.value.message == say("storage.disk_full", name="lier.jury")
    assert dossier_file.stat().st_size == before
    assert store.problems() == ()
