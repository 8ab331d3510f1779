"""A consistent copy of a dossier file, also while it is in use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.cipher import known_key
from jury_desktop.storage.engine import connect_file
from jury_desktop.storage.errors import explained, why_not_made
from jury_desktop.storage.presence import Presence, is_held, note_of, take

UNFINISHED = ".part"
STEP = 512
"""Pages between two words on how far it is: 8 MB."""


class Snapshot:
    """The state of a dossier file at this moment, held until it has been copied; meanwhile others go on.

    In the log that a file on a disk of this computer has, a reader keeps seeing what was there when it began
    (https://www.sqlite.org/wal.html), so that a copy can be made of what was there before a step while that
    step is taken. In a file without that log nobody can finish a change as long as it is copied.

    :raises StorageError: the file cannot be read, or somebody else is changing it (without a log).
    """

    def __init__(self, source: Path) -> None:
        self.source = source
        with explained(source.name, file=source):
            self._read = connect_file(source)
            try:
                self._hold()
            except BaseException:
                self._read.close()
                raise

    def _hold(self) -> None:
        """As a reader: SQLite copies nothing out of a file that the same connection may write."""
        self._read.isolation_level = None
        self._read.execute("BEGIN")
        self._read.execute("SELECT count(*) FROM sqlite_master").fetchone()

    @property
    def size(self) -> int:
        """How many bytes the copy will have."""
        (pages,), (size,) = (
            self._read.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
        )
        return int(pages) * int(size)

    def copy(self, target: Path, tell: Tell = untold) -> None:
        """Writes the state to a file that is not there yet, readable by whom the dossier is."""
        with explained(target.name, file=target):
            _make_alike(target, self.source)
            with closing(connect_file(target, key=known_key(self.source))) as write:
                self._read.backup(write, pages=STEP, progress=lambda _, left, all_: tell(all_ - left, all_))
                write.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Lets go of the state."""
        self._read.close()


def copy_dossier(source: Path, target: Path, tell: Tell = untold) -> None:
    """Copies a dossier file through SQLite's own backup, so that the copy is one state of it, whole.

    :raises StorageError: ``target`` exists, or the disk does not allow it; then nothing is left behind.
    """
    if target.exists():
        raise StorageError(say("storage.exists", name=target.name))
    with unfinished(target) as part:
        with closing(Snapshot(source)) as state:
            state.copy(part, tell)
        part.replace(target)


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """The file in which a copy grows until it is whole and gets its name; at the end it is gone. What a
    program that died left there goes first.

    :raises StorageError: another program is at work on it, or the disk does not allow it.
    """
    part = target.with_name(target.name + UNFINISHED)
    if is_held(part):
        raise StorageError(say("storage.in_use", name=target.name))
    sweep(part)
    presence = _noted(part)
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if presence is not None:
            presence.let_go()


def sweep(part: Path) -> bool:
    """Takes away what a program that died left of a copy; gives whether there was such a thing. The note
    beside it says that it was a program of ours, and its lock whether that still lives."""
    if not note_of(part).exists() or is_held(part):
        return False
    for file in (part, part.with_name(f"{part.name}-journal"), note_of(part)):
        file.unlink(missing_ok=True)
    return True


def _noted(part: Path) -> Presence | None:
    """That this program works on it; None where no note can be written, or no copy either."""
    try:
        found = take(part, "", datetime.now(UTC))
    except OSError:
        return None
    if isinstance(found, Presence):
        return found
    raise StorageError(say("storage.in_use", name=part.name))


def _make_alike(target: Path, source: Path) -> None:
    """An empty file that nobody may read who may not read the other."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copymode(source, target)
    except OSError as error:
        raise StorageError(say(why_not_made(error), name=target.name)) from error
