"""On a disk of another computer a dossier works without the log that cannot be shared there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.storage import engine, open_store
from jury_desktop.storage.remote import is_remote
from tests.builders import NOW, a_juror

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//server/regie /mnt/regie cifs rw 0 0
server:/huis /srv/huis nfs4 rw 0 0
/dev/sdb1 /srv/stick vfat rw 0 0
an@server:/ /media/Stad\\040Lier fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/srv/lier.jury", False),
        ("/mnt/regie/lier.jury", True),
        ("/mnt/regie2/lier.jury", False),
        ("/srv/huis/lier.jury", True),
        ("/srv/stick/lier.jury", False),
        ("/media/Stad Lier/lier.jury", True),
    ],
)
def test_where_a_file_lies_is_asked_of_the_system(tmp_path: Path, path: str, remote: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")

    assert is_remote(Path(path), mounts) is remote


def test_where_the_system_does_not_tell_a_disk_is_our_own(tmp_path: Path) -> None:
    assert not is_remote(tmp_path / "lier.jury", tmp_path / "weg")


@pytest.mark.parametrize("bulk", [False, True])
def test_there_two_programs_work_in_turn_without_a_log(
    dossier_file: Path, monkeypatch: pytest.MonkeyPatch, bulk: bool
) -> None:
    monkeypatch.setattr(engine, "is_remote", lambda _path: True)
    with closing(open_store(dossier_file)) as one, closing(open_store(dossier_file)) as other:
        for number, store in enumerate((one, other, one), 1):
            with store.change("An", NOW, bulk=bulk) as uow:
                uow.jurors.save(a_juror(number))
                uow.journal.append("juror.added", "juror", f"j{number}")
        with other.read() as uow:
            assert len(uow.jurors.find()) == 3
        assert not dossier_file.with_name("lier.jury-wal").exists()
    with closing(sqlite3.connect(dossier_file)) as bare:
        assert bare.execute("PRAGMA journal_mode").fetchone() == ("delete",)
