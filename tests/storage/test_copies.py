"""Copies in their folder: whole, read again, each with an account that says what it is."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE

import pytest

from jury_desktop.domain.backup import Keeping, KeptCopy, Reason, Tell, untold
from jury_desktop.domain.errors import Cancelled, StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage import backup, copies, open_store, stopping
from jury_desktop.storage.backup import Snapshot, copy_dossier
from jury_desktop.storage.copies import copies_in, folders_of, is_as_kept, keep_copy, let_go
from tests.builders import NOW, a_juror
from tests.storage.test_crash import ROOT

AT = datetime(2026, 11, 26, 12, 25, 40, tzinfo=UTC)


@pytest.fixture
def dossier(dossier_file: Path) -> Path:
    """A dossier with two events."""
    with closing(open_store(dossier_file)) as store:
        for number in (1, 2):
            with store.change("regisseur", NOW) as uow:
                uow.jurors.save(a_juror(number))
                uow.blobs.put(bytes(1_000_000) + bytes([number]))
                uow.journal.append("juror.added", "juror", f"j{number}")
    return dossier_file


def keep(dossier: Path, at: datetime = AT, tell: Tell = untold) -> KeptCopy:
    with closing(Snapshot(dossier)) as state:
        return keep_copy(state, folders_of(dossier, "")[0], Reason.ASKED, at, tell)


def damage(file: Path, wanted: bytes, other: bytes) -> None:
    content = file.read_bytes()
    assert wanted in content
    file.write_bytes(content.replace(wanted, other))


def test_a_copy_lies_beside_the_dossier_with_its_account(dossier: Path) -> None:
    made = keep(dossier)

    with closing(open_store(dossier)) as store, store.read() as uow:
        first, last = uow.journal.all()
    content = made.file.read_bytes()
    assert made.file.relative_to(dossier.parent).as_posix() == "lier (kopieën)/lier 2026-11-26 132540.jury"
    assert made.told.sha256 == hashlib.sha256(content).hexdigest()
    assert (made.told.at, made.told.reason, made.told.size) == (AT, Reason.ASKED, len(content))
    assert (made.told.events, made.told.head, made.told.origin) == (2, last.hash, first.hash)
    assert made.told.is_sound
    assert copies_in(made.file.parent) == (made,)
    assert is_as_kept(made)


def test_two_copies_of_one_second_have_names_of_their_own(dossier: Path) -> None:
    assert [keep(dossier).file.name for _ in range(2)] == [
        "lier 2026-11-26 132540.jury",
        "lier 2026-11-26 132540 (2).jury",
    ]


def test_a_copy_that_was_touched_is_not_as_kept(dossier: Path) -> None:
    made = keep(dossier)
    damage(made.file, b"Jurylid 1", b"Jurylid 7")

    assert not is_as_kept(made)


def test_a_copy_of_a_dossier_that_was_tampered_with_says_so(dossier: Path) -> None:
    damage(dossier, b"Jurylid 1", b"Jurylid 7")

    assert keep(dossier).told.problems > 0


def test_a_dossier_of_which_pages_are_gone_gives_a_copy_that_is_not_sound(dossier: Path) -> None:
    content = bytearray(dossier.read_bytes())
    content[-200_000:] = bytes(200_000)
    dossier.write_bytes(content)

    assert keep(dossier).told.problems > 0


@pytest.mark.parametrize("times", [1, 3, 20])
def test_a_copy_that_is_stopped_anywhere_leaves_nothing_behind(
    dossier: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is copied, read again, or reckoned."""
    monkeypatch.setattr(backup, "STEP", 16)
    monkeypatch.setattr(stopping, "OFTEN", 20)
    told = []

    def stop(_done: int, _total: int) -> None:
        told.append(1)
        if len(told) == times:
            raise Cancelled

    with pytest.raises(Cancelled):
        keep(dossier, tell=stop)

    assert list(folders_of(dossier, "")[0].iterdir()) == []


def test_without_room_nothing_is_made(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "SPARE", 2**60)

    with pytest.raises(StorageError) as caught:
        keep(dossier)

    assert caught.value.message.key == "backup.no_room"
    assert list(folders_of(dossier, "")[0].iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(dossier: Path) -> None:
    folder = folders_of(dossier, "")[0]
    folder.write_text("een bestand", encoding="utf-8")

    with pytest.raises(StorageError) as caught:
        keep(dossier)

    assert caught.value.message == say("backup.no_folder", folder=str(folder))


def test_copies_go_to_the_folder_that_was_chosen_as_long_as_it_is_there(
    dossier: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    beside = tmp_path / "lier (kopieën)"

    assert folders_of(dossier, str(stick)) == (stick / "lier (kopieën)", beside)
    stick.rmdir()
    assert folders_of(dossier, str(stick)) == (beside,)


def a_stranger(folder: Path) -> None:
    (folder / "brief.json").write_text('{"at": 3}', encoding="utf-8")


def an_account_alone(folder: Path) -> None:
    (folder / "lier 2026-11-26 132540.jury").unlink()


def an_account_in_shreds(folder: Path) -> None:
    (folder / "lier 2026-11-26 132540.jury.json").write_bytes(b"\xff\xfe{")


@pytest.mark.parametrize("happen", [an_account_alone, an_account_in_shreds])
def test_what_has_no_account_or_no_file_is_not_listed(dossier: Path, happen: Callable[[Path], None]) -> None:
    made, other = keep(dossier), keep(dossier, AT + timedelta(days=1))
    happen(made.file.parent)
    a_stranger(made.file.parent)

    assert copies_in(made.file.parent) == (other,)


def test_what_a_broken_off_copy_left_goes_after_a_day(dossier: Path) -> None:
    folder = folders_of(dossier, "")[0]
    folder.mkdir()
    old, recent = folder / "a.jury.part", folder / "b.jury.part"
    for file in (old, recent, folder / "a.jury.json"):
        file.touch()
    os.utime(old, (0, 0))

    made = keep(dossier)

    assert sorted(folder.iterdir()) == sorted(
        [recent, made.file, made.file.with_name(made.file.name + ".json")]
    )


KILLED = """
import os, signal, sys
from pathlib import Path
from jury_desktop.storage.backup import copy_dossier

def told(done, total):
    print(flush=True)
    os.kill(os.getpid(), signal.SIGKILL) if sys.argv[3] == "die" else sys.stdin.readline()

copy_dossier(Path(sys.argv[1]), Path(sys.argv[2]), told)
"""


def copier(dossier: Path, target: Path, then: str) -> subprocess.Popen[bytes]:
    """Another program that copies the dossier and has begun."""
    made = subprocess.Popen(
        [sys.executable, "-c", KILLED, dossier, target, then], cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    assert made.stdout is not None
    assert made.stdout.readline() == b"\n"
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_what_a_killed_copy_left_is_in_nobodys_way(dossier: Path, tmp_path: Path) -> None:
    """In the folder of copies, and where somebody chose; not what only has such a name."""
    target = folders_of(dossier, "")[0] / "lier.jury"
    target.parent.mkdir()
    copier(dossier, target, "die").communicate()
    (target.parent / "foto.part").touch()
    assert target.with_name("lier.jury.part").exists()

    copy_dossier(dossier, target)

    assert sorted(file.name for file in target.parent.iterdir()) == ["foto.part", "lier.jury"]
    copier(dossier, target.with_name("ander.jury"), "die").communicate()
    made = keep(dossier)
    assert sorted(file.name for file in target.parent.iterdir()) == sorted(
        ["foto.part", "lier.jury", made.file.name, f"{made.file.name}.json"]
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_copy_that_another_program_is_making_is_left_to_it(dossier: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopie.jury"
    other = copier(dossier, target, "wait")

    with pytest.raises(StorageError) as caught:
        copy_dossier(dossier, target)

    assert caught.value.message == say("storage.in_use", name="kopie.jury")
    other.communicate(b"\n" * 1000)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("kopie")] == ["kopie.jury"]


def test_copies_that_need_not_stay_go_with_their_accounts(dossier: Path) -> None:
    made = tuple(keep(dossier, AT + timedelta(minutes=number)) for number in range(4))

    stay = let_go(made, Keeping(newest=2, days=0, weeks=0), AT)

    assert stay == made[2:]
    assert len(list(made[0].file.parent.iterdir())) == 4
