"""What laptops do to a dossier: each fault gives one clear message, and harms nothing that was kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.ports import Store
from jury_desktop.storage import copies, open_store
from jury_desktop.storage.backup import copy_dossier
from tests.builders import NOW, a_juror
from tests.storage.test_copies import keep
from tests.storage.test_crash import ROOT
from tests.storage.test_store import refusal

MB = 1_000_000
A_DISK = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0 or shutil.which("mount") is None,
    reason="needs a disk of its own, which only root can connect",
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB, connected as a folder."""
    place = tmp_path / "schijf"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place], check=False)
    if done.returncode:
        pytest.skip("no disk can be connected here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def dossier(disk: Path, empty_file: Path) -> Path:
    """A dossier on that disk, with one juror."""
    file = Path(shutil.copy(empty_file, disk / "lier.jury"))
    with closing(open_store(file)) as store:
        add(store, 1)
    return file


def add(store: Store, number: int, size: int = 0, *, bulk: bool = False) -> None:
    with store.change("regisseur", NOW, bulk=bulk) as uow:
        uow.jurors.save(a_juror(number))
        if size:
            uow.blobs.put(os.urandom(size))
        uow.journal.append("juror.added", "juror", f"j{number}")


def whole(file: Path, *jurors: int) -> None:
    with closing(open_store(file)) as store:
        with store.read() as uow:
            assert [juror.id for juror in uow.jurors.find()] == [f"j{number}" for number in jurors]
        assert store.problems() == ()


# A disk that is full


@A_DISK
@pytest.mark.parametrize("bulk", [False, True], ids=["little", "much"])
def test_on_a_full_disk_nothing_is_half_kept_and_work_goes_on_once_there_is_room(
    dossier: Path, bulk: bool
) -> None:
    ballast = dossier.with_name("foto's")
    with closing(open_store(dossier)) as store:
        _fill(ballast)
        for number in (2, 3):
            message = refusal(lambda number=number: add(store, number, MB, bulk=bulk))
            assert message == say("storage.disk_full", name="lier.jury")
        ballast.unlink()
        add(store, 4, bulk=bulk)
    whole(dossier, 1, 4)


def _fill(file: Path) -> None:
    """Takes all the room there is."""
    with file.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(bytes(4096))
        except OSError:
            return


@A_DISK
def test_a_full_disk_takes_no_copy_and_keeps_its_room(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "SPARE", 6 * MB)

    with pytest.raises(StorageError) as caught:
        keep(dossier)
    assert caught.value.message.key == "backup.no_room"

    monkeypatch.setattr(copies, "SPARE", -9 * MB)  # as if the disk filled up while it is copied
    _fill(dossier.with_name("foto's"))
    with pytest.raises(StorageError) as caught:
        keep(dossier)
    assert caught.value.message.key == "storage.disk_full"
    assert [file.name for file in dossier.with_name("lier (kopieën)").iterdir()] == []
    dossier.with_name("foto's").unlink()
    whole(dossier, 1)


# A disk that can only be read


@A_DISK
def test_on_a_disk_that_can_only_be_read_a_dossier_is_read(dossier: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", dossier.parent], check=True)
    try:
        with closing(open_store(dossier, alone="An")) as store:
            with store.read() as uow:
                assert len(uow.jurors.find()) == 1
            assert store.problems() == ()
            assert refusal(lambda: add(store, 2)) == store.read_only
            assert store.read_only is not None
            assert store.read_only.key in {"storage.file_read_only", "storage.place_read_only"}
    finally:
        subprocess.run(["mount", "-o", "remount,rw", dossier.parent], check=True)
    whole(dossier, 1)


# A disk that is pulled out, a file that is taken away


@A_DISK
def test_a_disk_that_was_pulled_out_is_told_and_what_was_kept_is_on_it(disk: Path, dossier: Path) -> None:
    with closing(open_store(dossier)) as store:
        subprocess.run(["umount", "-l", disk], check=True)
        assert refusal(lambda: add(store, 2)) == say("storage.gone", name="lier.jury")
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=True)  # for who takes it away at the end


def taken_away(file: Path) -> None:
    file.unlink()


def renamed(file: Path) -> None:
    file.rename(file.with_name("oud.jury"))


def replaced(file: Path) -> None:
    """As a program that keeps folders alike does."""
    copy_dossier(file, file.with_name("nieuw"))
    file.with_name("nieuw").replace(file)


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open stays in its place")
@pytest.mark.parametrize("happen", [taken_away, renamed, replaced])
def test_nothing_is_kept_in_a_file_that_nobody_will_find(
    dossier_file: Path, happen: Callable[[Path], object]
) -> None:
    with closing(open_store(dossier_file)) as store:
        add(store, 1)
        happen(dossier_file)

        assert refusal(lambda: add(store, 2)) == say("storage.gone", name="lier.jury")


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open stays in its place")
def test_a_file_that_goes_in_the_midst_of_a_change_does_not_get_it(dossier_file: Path) -> None:
    def work(store: Store) -> None:
        with store.change("regisseur", NOW) as uow:
            uow.jurors.save(a_juror(1))
            uow.journal.append("juror.added", "juror", "j1")
            dossier_file.rename(dossier_file.with_name("oud.jury"))

    with closing(open_store(dossier_file)) as store:
        assert refusal(lambda: work(store)) == say("storage.gone", name="lier.jury")
    whole(dossier_file.with_name("oud.jury"))


# A disk that answers with errors

LIMITED = """
import resource, signal, sys
from pathlib import Path
from jury_desktop.domain.errors import StorageError
from jury_desktop.storage import open_store
from tests.storage.test_faults import add

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(sys.argv[1])
add(store, 1)
size = Path(sys.argv[1]).stat().st_size + 500_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    add(store, 2, 9_000_000)
except StorageError as error:
    print(error.message.key)
add(store, 3)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_a_disk_that_refuses_to_write_is_told_and_work_goes_on(dossier_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(dossier_file)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )

    assert done.stdout.split() == ["storage.disk_failed"]
    whole(dossier_file, 1, 3)


def test_every_message_of_a_fault_says_what_to_do(tmp_path: Path) -> None:
    """What happened, what was kept, what to do: three parts at least."""
    from jury_desktop.wording import render

    keys = [
        "disk_full",
        "disk_failed",
        "gone",
        "damaged",
        "newer",
        "file_read_only",
        "place_read_only",
        "locked",
        "in_use",
    ]
    for key in keys:
        said = Message(f"storage.{key}", {"name": "lier.jury"})
        for language in ("nl", "en"):
            assert render(said, language).count(". ") >= 2, (key, language)
