"""A copy of a dossier is one state of it, whole, whoever is working on it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import Cancelled, StorageError
from jury_desktop.domain.journal import broken_links
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Store
from jury_desktop.storage import open_store
from jury_desktop.storage.backup import Snapshot, copy_dossier
from tests.builders import NOW, a_juror


def add_juror(store: Store, number: int) -> None:
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(a_juror(number))
        uow.journal.append("juror.added", "juror", f"j{number}")


def test_a_file_without_a_log_is_copied_as_well(dossier_file: Path, tmp_path: Path) -> None:
    """As on a network drive, and as every copy is until it was opened."""
    with closing(sqlite3.connect(dossier_file)) as plain:
        assert plain.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    copy_dossier(dossier_file, tmp_path / "kopie.jury")
    copied = open_store(tmp_path / "kopie.jury")
    assert copied.problems() == ()
    copied.close()


def test_the_copy_holds_what_was_kept_and_not_what_is_being_done(dossier_file: Path, tmp_path: Path) -> None:
    store = open_store(dossier_file)
    add_juror(store, 1)
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(a_juror(2))
        copy_dossier(dossier_file, tmp_path / "kopie.jury")
        uow.journal.append("juror.added", "juror", "j2")
    store.close()

    copied = open_store(tmp_path / "kopie.jury")
    with copied.read() as uow:
        assert uow.jurors.find() == (a_juror(1),)
    assert copied.problems() == ()
    copied.close()


def test_a_copy_made_while_others_write_is_whole(dossier_file: Path, tmp_path: Path) -> None:
    store = open_store(dossier_file)
    stop = threading.Event()

    def work() -> None:
        number = 0
        while not stop.is_set():
            add_juror(store, number := number + 1)

    writer = threading.Thread(target=work)
    writer.start()
    copies = [tmp_path / f"kopie {number}.jury" for number in range(5)]
    for path in copies:
        copy_dossier(dossier_file, path)
    stop.set()
    writer.join()
    store.close()

    for path in copies:
        copied = open_store(path)
        with copied.read() as uow:
            events = uow.journal.all()
            assert [event.subject for event in events] == [juror.id for juror in uow.jurors.find()]
        assert (broken_links(events), copied.problems()) == ((), ())
        copied.close()


def test_a_copy_overwrites_nothing(dossier_file: Path, tmp_path: Path) -> None:
    there = tmp_path / "kopie.jury"
    there.write_bytes(b"belangrijk")

    with pytest.raises(StorageError) as caught:
        copy_dossier(dossier_file, there)

    assert caught.value.message == say("storage.exists", name="kopie.jury")
    assert there.read_bytes() == b"belangrijk"


def test_a_copy_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = tmp_path / "stuk.jury"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)

    with pytest.raises(StorageError):
        copy_dossier(broken, tmp_path / "kopie.jury")

    assert list(tmp_path.iterdir()) == [broken]


def test_a_state_that_is_held_stays_what_it_was_while_others_go_on(
    dossier_file: Path, tmp_path: Path
) -> None:
    store = open_store(dossier_file)
    add_juror(store, 1)
    state = Snapshot(dossier_file)
    add_juror(store, 2)
    state.copy(tmp_path / "kopie.jury")
    state.close()
    add_juror(store, 3)
    store.close()

    copied = open_store(tmp_path / "kopie.jury")
    with copied.read() as uow:
        assert [juror.id for juror in uow.jurors.find()] == ["j1"]
    copied.close()


def test_who_may_not_read_the_dossier_may_not_read_its_copy(dossier_file: Path, tmp_path: Path) -> None:
    dossier_file.chmod(0o600)

    copy_dossier(dossier_file, tmp_path / "kopie.jury")

    assert (tmp_path / "kopie.jury").stat().st_mode & 0o777 == 0o600


def test_a_copy_that_is_stopped_leaves_nothing_behind(dossier_file: Path, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_dossier(dossier_file, tmp_path / "kopie.jury", stop)

    assert list(tmp_path.iterdir()) == [dossier_file]
