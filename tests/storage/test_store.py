"""Making and opening dossiers: what works, and what is said when it does not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from jury_desktop import wording
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.journal import broken_links
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.ports import Store, UnitOfWork
from jury_desktop.storage import cipher, create_store, open_store
from jury_desktop.storage.backup import copy_dossier
from tests.builders import NOW, a_call, a_juror
from tests.storage.conftest import a_small_call

IMPATIENT = 0.05
"""Seconds to wait for another writer, where the test wants to see what happens afterwards."""


def refusal(work: Callable[[], object]) -> Message:
    """What is said when the work cannot be done; it must have words in both languages."""
    with pytest.raises(StorageError) as caught:
        work()
    message = caught.value.message
    assert all(wording.render(message, language) != message.key for language in wording.LANGUAGES)
    return message


def add_juror(store: Store, number: int) -> None:
    with store.change(f"regisseur {number}", NOW) as uow:
        uow.jurors.save(a_juror(number))
        uow.journal.append("juror.added", "juror", f"j{number}")


def jurors(store: Store) -> list[str]:
    with store.read() as uow:
        return [juror.id for juror in uow.jurors.find()]


# Making


def test_a_new_dossier_is_one_file_that_can_be_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "lier.jury"
    store = create_store(path, a_call())
    add_juror(store, 1)
    store.close()

    again = open_store(str(path))
    with again.read() as uow:
        assert uow.call == a_call()
    assert (again.name, jurors(again)) == ("lier.jury", ["j1"])
    again.close()

    assert [file.name for file in tmp_path.iterdir()] == ["lier.jury"]


def test_a_new_dossier_in_a_database_can_be_opened_again(empty_database: str) -> None:
    create_store(empty_database, a_call()).close()

    store = open_store(empty_database)
    with store.read() as uow:
        assert uow.call == a_call()
    assert store.name == "nothing"
    store.close()


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(b"belangrijk")

    assert refusal(lambda: create_store(path, a_small_call())) == say("storage.exists", name="brief.docx")
    assert path.read_bytes() == b"belangrijk"


def test_a_database_in_use_is_not_overwritten(empty_database: str) -> None:
    with psycopg.connect(empty_database, autocommit=True) as connection:
        connection.execute("CREATE TABLE boekhouding (nr integer)")

    assert refusal(lambda: create_store(empty_database, a_small_call())) == say(
        "storage.exists", name="nothing"
    )


def test_a_folder_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nergens" / "lier.jury"

    assert refusal(lambda: create_store(path, a_small_call())) == say("storage.no_folder", name="lier.jury")


def test_a_dossier_that_cannot_be_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    with pages(20):
        message = refusal(lambda: create_store(tmp_path / "lier.jury", a_small_call()))

    assert message == say("storage.disk_full", name="lier.jury")
    assert list(tmp_path.iterdir()) == []


# Opening what is no dossier


def a_spreadsheet(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 geen dossier")


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recept (naam TEXT)")


@pytest.mark.parametrize("make", [a_spreadsheet, another_database, Path.touch, Path.mkdir])
def test_what_is_no_dossier_is_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "lijst.xlsx"
    make(path)
    before = path.read_bytes() if path.is_file() else b""

    assert refusal(lambda: open_store(path)) == say("storage.not_a_dossier", name="lijst.xlsx")
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [file.name for file in tmp_path.iterdir()] == ["lijst.xlsx"]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "weg.jury"

    assert refusal(lambda: open_store(path)) == say("storage.missing", name=str(path))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_no_dossier(empty_database: str) -> None:
    assert refusal(lambda: open_store(empty_database)) == say("server.no_dossier", name="nothing")


def test_a_database_that_is_not_there(server: str) -> None:
    url = server.replace("/postgres?", "/nergens?")

    assert refusal(lambda: open_store(url)) == say(
        "server.no_database", name="nergens", answer='database "nergens" does not exist'
    )


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    message = refusal(lambda: open_store(f"postgresql://an:geheim@/lier?host={tmp_path}"))

    assert (message.key, message.values["name"]) == ("server.no_answer", "lier")
    assert "geheim" not in wording.render(message)


def test_an_address_with_a_slip_shows_no_password() -> None:
    message = refusal(lambda: open_store("postgresql://an:geheim@localhost:poort/lier"))

    assert message == say("storage.bad_address", address="localhost:poort/lier")


# Opening what cannot be used


def scratch(path: Path) -> None:
    """Damages every page but the first, as a bad disk does."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def cut(path: Path) -> None:
    """Keeps the first page and a bit, as a copy that was broken off."""
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [scratch, cut])
def test_a_damaged_dossier_says_so(dossier_file: Path, damage: Callable[[Path], None]) -> None:
    damage(dossier_file)

    assert refusal(lambda: open_store(dossier_file)) == say("storage.damaged", name="lier.jury")


def test_a_dossier_of_a_newer_version_is_left_alone(dossier_file: Path) -> None:
    with closing(sqlite3.connect(dossier_file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = dossier_file.read_bytes()

    assert refusal(lambda: open_store(dossier_file)) == say("storage.newer", name="lier.jury")
    assert dossier_file.read_bytes() == before


def test_a_newer_dossier_in_a_database_is_left_alone(empty_database: str) -> None:
    create_store(empty_database, a_small_call()).close()
    with psycopg.connect(empty_database, autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    assert refusal(lambda: open_store(empty_database)) == say("storage.newer", name="nothing")


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs another user to be")
def test_a_dossier_that_may_only_be_read_is_read_and_says_so(dossier_file: Path) -> None:
    """As somebody else than root, for whom no file is read-only."""
    for folder in (dossier_file.parent, *dossier_file.parent.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    dossier_file.chmod(0o444)
    code = """
import os, sys
from jury_desktop.domain.errors import StorageError
from jury_desktop.storage import open_store
from tests.builders import NOW
if os.getuid() == 0:
    os.setuid(65534)
store = open_store(sys.argv[1])
with store.read() as uow:
    assert uow.call.title
try:
    with store.change("regisseur", NOW):
        raise AssertionError("changed")
except StorageError as error:
    print(error.message)
store.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(dossier_file)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == str(say("storage.file_read_only", name="lier.jury"))


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs another user to be")
def test_a_folder_that_cannot_be_written_in_is_told_as_such(dossier_file: Path) -> None:
    shut = dossier_file.parent / "op slot"
    shut.mkdir()
    for folder in (shut, *dossier_file.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    shut.chmod(0o555)
    code = """
import os, sys
from jury_desktop.domain.errors import StorageError
from jury_desktop.storage import create_store
from tests.storage.conftest import a_small_call
if os.getuid() == 0:
    os.setuid(65534)
try:
    create_store(sys.argv[1], a_small_call())
except StorageError as error:
    print(error.message)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(shut / "nieuw.jury")], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == str(say("storage.folder_read_only", name="nieuw.jury"))


# Two at once


def test_two_openers_see_what_the_other_kept(target: str | Path) -> None:
    mine, theirs = open_store(target), open_store(target)
    add_juror(mine, 1)

    with theirs.read() as uow:
        before = uow.jurors.find()
        add_juror(mine, 2)
        assert uow.jurors.find() == before == (a_juror(1),)
    assert jurors(theirs) == ["j1", "j2"]
    add_juror(theirs, 3)
    assert jurors(mine) == ["j1", "j2", "j3"]
    mine.close()
    theirs.close()


def test_who_waits_in_vain_hears_that_the_dossier_is_in_use(target: str | Path) -> None:
    mine, theirs = open_store(target), open_store(target, patience=IMPATIENT)

    with mine.change("regisseur", NOW):
        message = refusal(lambda: add_juror(theirs, 1))

    assert message == say("storage.locked", name=theirs.name)
    add_juror(theirs, 2)
    assert jurors(mine) == ["j2"]
    mine.close()
    theirs.close()


def test_many_writers_keep_one_chain(target: str | Path) -> None:
    """Four threads, each with its own opening, ten changes each."""

    def work(first: int) -> None:
        store = open_store(target)
        for number in range(first, first + 10):
            add_juror(store, number)
        store.close()

    threads = [threading.Thread(target=work, args=(start,)) for start in (1, 11, 21, 31)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    store = open_store(target)
    with store.read() as uow:
        events = uow.journal.all()
        assert broken_links(events) == ()
        assert [event.sequence for event in events] == list(range(1, 41))
        assert {juror.id for juror in uow.jurors.find()} == {f"j{number}" for number in range(1, 41)}
    store.close()


def test_a_store_made_in_one_thread_works_and_closes_in_others(target: str | Path) -> None:
    store = open_store(target)
    add_juror(store, 1)
    found: list[list[str]] = []

    for work in (lambda: add_juror(store, 2), lambda: found.append(jurors(store)), store.close):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    assert found == [["j1", "j2"]]


# While working


class pages:  # noqa: N801 - reads as a sentence
    """A disk on which a dossier may have so many pages of 4 KiB: SQLite reports a full disk beyond."""

    def __init__(self, limit: int) -> None:
        self._limit = limit

    def _restrict(self, connection: sqlite3.Connection, _: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {self._limit}")

    def __enter__(self) -> None:
        event.listen(Engine, "connect", self._restrict)

    def __exit__(self, *_: object) -> None:
        event.remove(Engine, "connect", self._restrict)


def test_a_full_disk_loses_only_what_was_not_kept(dossier_file: Path) -> None:
    def put_much(uow: UnitOfWork) -> None:
        uow.blobs.put(os.urandom(4_000_000))
        uow.journal.append("blob.put", "blob", "1")

    with pages(300):
        store = open_store(dossier_file)
        add_juror(store, 1)

        def work() -> None:
            with store.change("regisseur", NOW) as uow:
                put_much(uow)

        assert refusal(work) == say("storage.disk_full", name="lier.jury")
        add_juror(store, 2)
        store.close()

    again = open_store(dossier_file)
    assert (jurors(again), again.problems()) == (["j1", "j2"], ())
    again.close()


def test_a_server_that_goes_away_is_one_clear_message(empty_database: str, server: str) -> None:
    store = create_store(empty_database, a_small_call())

    def work() -> None:
        with store.change("regisseur", NOW) as uow:
            uow.jurors.save(a_juror(1))
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'nothing'"
                )
            uow.journal.append("juror.added", "juror", "j1")

    message = refusal(work)
    assert (message.key, message.values["name"]) == ("storage.connection_lost", "nothing")
    store.close()

    again = open_store(empty_database)
    assert jurors(again) == []
    again.close()


def test_a_copy_of_a_dossier_is_a_dossier(dossier_file: Path, tmp_path: Path) -> None:
    store = open_store(dossier_file)
    add_juror(store, 1)
    store.close()

    copied = open_store(shutil.copy(dossier_file, tmp_path / "kopie met spaties en ë.jury"))

    assert (copied.name, jurors(copied)) == ("kopie met spaties en ë.jury", ["j1"])
    copied.close()


# One file and two programs

SEES_THE_LOG = """
import sys
from pathlib import Path
from jury_desktop.storage import open_store
store = open_store(Path(sys.argv[1]))
with store.read() as uow:
    print(len(uow.journal.all()))
store.close()
"""


def test_no_look_at_an_open_dossier_takes_its_locks_away(dossier_file: Path) -> None:
    """A process that closes a file loses the locks that SQLite has on it. Another program would then take
    itself for the last, and delete the log in which the first goes on writing."""
    store = open_store(dossier_file)
    for _ in range(2):
        with store.change("Regisseur", NOW) as uow:
            uow.journal.append("test.kept", "dossier", "lier")
        copy_dossier(dossier_file, dossier_file.with_name("kopie.jury"))
        dossier_file.with_name("kopie.jury").unlink()
        open_store(dossier_file).close()
        subprocess.run([sys.executable, "-c", SEES_THE_LOG, str(dossier_file)], check=True)
    with store.change("Regisseur", NOW) as uow:
        uow.journal.append("test.kept", "dossier", "lier")

    told = subprocess.run(
        [sys.executable, "-c", SEES_THE_LOG, str(dossier_file)], check=True, capture_output=True, text=True
    )
    store.close()
    assert told.stdout == "3\n"


def test_a_dossier_is_let_go_of_as_often_as_it_was_opened(dossier_file: Path) -> None:
    one, other = open_store(dossier_file), open_store(dossier_file)
    one.close()
    one.close()
    assert cipher.is_held(dossier_file)
    other.close()
    assert not cipher.is_held(dossier_file)
