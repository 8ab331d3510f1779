"""A dossier file that takes a passphrase to open."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.storage import cipher, create_store, open_store
from jury_desktop.storage.backup import copy_dossier
from jury_desktop.storage.store import SqlStore
from tests.storage.conftest import a_small_call

WORDS = "appel-fiets-lamp-wolk-trein-boter"
OTHER = "stoel-regen-tafel-kers-molen-brief"
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
SECRET = b"Alleen voor de jury bestemd"


def kept(store: SqlStore, content: bytes) -> str:
    with store.change("Regisseur", NOW) as uow:
        key = uow.blobs.put(content)
        uow.journal.append("test.kept", "dossier", "lier")
    return key


def refusal(file: Path, secret: str = "") -> str:
    with pytest.raises(StorageError) as refused:
        open_store(file, secret)
    return refused.value.message.key


@pytest.fixture
def locked(dossier_file: Path) -> Iterator[tuple[Path, str]]:
    """A dossier with a passphrase, closed, and its recovery key; nobody opened it yet."""
    with closing(open_store(dossier_file)) as store:
        kept(store, SECRET * 100)
        assert store.lock is not None
        recovery = store.lock.change(WORDS)
    cipher._known.clear()
    yield dossier_file, recovery
    cipher._known.clear()


def test_nothing_of_a_locked_dossier_can_be_read_in_the_file(locked: tuple[Path, str]) -> None:
    file, _ = locked
    content = file.read_bytes()
    assert [word for word in (SECRET, b"SQLite format", b"CREATE TABLE", b"journal") if word in content] == []
    assert sorted(each.name for each in file.parent.iterdir()) == [file.name]
    with closing(sqlite3.connect(file)) as bare, pytest.raises(sqlite3.DatabaseError):
        bare.execute("SELECT * FROM sqlite_master")


def test_it_opens_with_its_passphrase_and_with_its_recovery_key(locked: tuple[Path, str]) -> None:
    file, recovery = locked
    for secret in (WORDS, recovery, recovery.lower().replace("-", " ")):
        with closing(open_store(file, secret)) as store, store.read() as uow:
            assert [event.action for event in uow.journal.all()] == ["test.kept"]
            assert store.problems() == ()


def test_without_or_with_another_it_does_not_and_says_so(locked: tuple[Path, str]) -> None:
    file, recovery = locked
    assert refusal(file) == "storage.locked_away"
    assert refusal(file, OTHER) == "storage.wrong_passphrase"
    assert refusal(file, recovery[:-1] + ("A" if recovery[-1] != "A" else "B")) == "storage.recovery_mistyped"


def test_who_opens_it_again_is_asked_again(locked: tuple[Path, str]) -> None:
    file, _ = locked
    open_store(file, WORDS).close()
    assert refusal(file) == "storage.locked_away"


def test_work_goes_on_as_before(locked: tuple[Path, str]) -> None:
    file, _ = locked
    with closing(open_store(file, WORDS)) as store:
        key = kept(store, b"nog iets")
        with store.change("Regisseur", NOW, bulk=True) as uow:
            uow.blobs.put(b"veel" * 1_000_000)
            uow.journal.append("test.kept", "dossier", "lier")
    with closing(open_store(file, WORDS)) as store, store.read() as uow:
        assert uow.blobs.get(key) == b"nog iets"
        assert store.problems() == ()


def test_another_passphrase_makes_the_first_and_its_recovery_key_worthless(locked: tuple[Path, str]) -> None:
    file, recovery = locked
    with closing(open_store(file, WORDS)) as store:
        assert store.lock is not None
        assert (store.lock.opens_with(WORDS), store.lock.opens_with(recovery)) == (True, True)
        other = store.lock.change(OTHER)
        kept(store, b"daarna")
    assert [refusal(file, old) for old in (WORDS, recovery)] == ["storage.wrong_passphrase"] * 2
    with closing(open_store(file, other)) as store, store.read() as uow:
        assert len(uow.journal.all()) == 2


def test_taken_away_the_file_is_an_ordinary_one_again(locked: tuple[Path, str]) -> None:
    file, _ = locked
    with closing(open_store(file, WORDS)) as store:
        assert store.lock is not None
        assert store.lock.is_set
        assert store.lock.change("") == ""
        assert not store.lock.is_set
    with closing(open_store(file)) as store, store.read() as uow:
        assert [event.action for event in uow.journal.all()] == ["test.kept"]
        assert store.problems() == ()


def test_a_copy_has_the_same_lock(locked: tuple[Path, str]) -> None:
    file, recovery = locked
    copy = file.with_name("kopie.jury")
    with closing(open_store(file, WORDS)):
        copy_dossier(file, copy)
    assert SECRET not in copy.read_bytes()
    assert refusal(copy) == "storage.locked_away"
    for secret in (WORDS, recovery):
        with closing(open_store(copy, secret)) as store:
            assert store.problems() == ()


def test_while_another_program_has_it_open_nothing_changes(dossier_file: Path) -> None:
    with closing(open_store(dossier_file)) as store:
        reader = subprocess.Popen(
            [sys.executable, "-c", _READER, str(dossier_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert reader.stdout is not None
        assert reader.stdout.readline()
        try:
            assert store.lock is not None
            with pytest.raises(StorageError) as refused:
                store.lock.change(WORDS)
            assert refused.value.message.key == "storage.in_use"
        finally:
            reader.communicate()
        assert not store.lock.is_set
        kept(store, b"gaat gewoon door")
        assert sorted(each.name for each in dossier_file.parent.glob("*.part")) == []


_READER = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN")
file.execute("SELECT count(*) FROM journal").fetchone()
print("reads", flush=True)
sys.stdin.read()
"""


def test_a_new_dossier_is_not_made_over_a_locked_one(locked: tuple[Path, str]) -> None:
    file, _ = locked
    before = file.read_bytes()
    with pytest.raises(StorageError) as refused:
        create_store(file, a_small_call())
    assert refused.value.message.key == "storage.exists"
    assert file.read_bytes() == before


def test_a_file_of_whole_pages_that_is_none_says_that_it_may_be_none(tmp_path: Path) -> None:
    file = tmp_path / "foto.jury"
    file.write_bytes(b"\xff\xd8\xff\xe0" + bytes(16384 * 2 - 4))
    assert refusal(file, WORDS) == "storage.wrong_passphrase"
