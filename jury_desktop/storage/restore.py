"""Puts a copy in the place of a dossier file: byte for byte what was kept, with what was there put aside.

Whatever moment the program dies at, the dossier is what it was or what the copy holds, whole. A note beside
the file (``<name>.restored``) tells the next who opens it, so that it gets into the journal without a byte of
the copy being other than it was.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from jury_desktop.codec import dump, load_foreign
from jury_desktop.domain.backup import KeptCopy, Reason, Restored, Tell, untold
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.alone import hold_alone
from jury_desktop.storage.backup import Snapshot
from jury_desktop.storage.cipher import LockedError, holding
from jury_desktop.storage.copies import SPARE, is_as_kept, keep_copy
from jury_desktop.storage.copy_check import fingerprint, journal_ends
from jury_desktop.storage.engine import connect_file
from jury_desktop.storage.errors import explained, why_not_made
from jury_desktop.storage.presence import is_held

NOTE, FRESH = ".restored", ".restoring"
BESIDE = ("-wal", "-journal", "-shm")
"""What SQLite may keep beside a file, and what belongs to that file alone."""


def put_back(
    file: Path, copy: KeptCopy, folder: Path, who: str, at: datetime, tell: Tell = untold
) -> Restored:
    """Puts a copy in the place of a dossier that nobody has open.

    :param folder: where what is there now is kept as a copy; what is too damaged for that is kept, as it is,
        beside the dossier.
    :raises StorageError: the copy is no longer what was kept, somebody has the dossier open, or the disk does
        not allow it; then the dossier is as it was.
    """
    if is_held(file):
        raise StorageError(say("storage.in_use", name=file.name))
    fresh = file.with_name(file.name + FRESH)
    try:
        _bring(copy, fresh, tell)
        aside = _set_aside(file, folder, at, tell) if file.exists() else None
        told = Restored(copy.told.name, copy.told.events, copy.told.head, str(aside or ""), who)
        file.with_name(file.name + NOTE).write_text(dump(told, Restored), encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        raise StorageError(say(why_not_made(error), name=file.name)) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return told


def note_of(file: Path) -> Restored | None:
    """What was put back and does not stand in the journal yet."""
    try:
        found: Restored = load_foreign(file.with_name(file.name + NOTE).read_text(encoding="utf-8"), Restored)
    except (OSError, ValueError):
        return None
    return found


def forget_note(file: Path) -> None:
    """It stands in the journal now."""
    with suppress(OSError):
        file.with_name(file.name + NOTE).unlink(missing_ok=True)


def _bring(copy: KeptCopy, fresh: Path, tell: Tell) -> None:
    """The bytes of the copy beside the dossier, on the disk for certain."""
    if not is_as_kept(copy, tell):
        raise StorageError(say("backup.not_as_kept", name=copy.file.name))
    free = shutil.disk_usage(fresh.parent).free
    if free < copy.told.size + SPARE:
        need, have = (size // 1_000_000 for size in (copy.told.size + SPARE, free))
        raise StorageError(say("backup.no_room", folder=str(fresh.parent), need=need, have=have))
    shutil.copy(copy.file, fresh)
    with fresh.open("rb+") as written:
        os.fsync(written.fileno())
    if fingerprint(fresh, tell) != copy.told.sha256:
        raise StorageError(say("storage.disk_failed", name=fresh.name))


def _set_aside(file: Path, folder: Path, at: datetime, tell: Tell) -> Path:
    """A copy of what is there, after which nothing of it lies outside its file any more."""
    if not _can_be_read(file):
        return _move_aside(file, at)
    with holding(file), closing(_alone(file)), closing(Snapshot(file)) as state:
        return keep_copy(state, folder, Reason.RESTORE, at, tell).file


def _can_be_read(file: Path) -> bool:
    """Whether it is a database at all; asked without touching it. One whose passphrase nobody gave may be
    one, or damaged: it is kept as it lies there."""
    try:
        journal_ends(file)
    except LockedError:
        return False
    except StorageError as error:
        if error.message.key == "storage.damaged":
            return False
        raise
    return True


def _alone(file: Path) -> sqlite3.Connection:
    with explained(file.name):
        bare = connect_file(file)
        try:
            hold_alone(bare, file.name)
        except BaseException:
            bare.close()
            raise
    return bare


def _move_aside(file: Path, at: datetime) -> Path:
    """What cannot be read as a dossier is kept to the byte, with what lay beside it."""
    stem = f"{file.stem} (beschadigd {at.astimezone(BRUSSELS):%Y-%m-%d %H%M%S})"
    aside = file.with_name(stem + file.suffix)
    shutil.copy2(file, aside)
    for suffix in BESIDE:
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            if suffix != "-shm":
                shutil.copy2(beside, aside.with_name(aside.name + suffix))
            beside.unlink()
    return aside
