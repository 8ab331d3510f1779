"""Who has a dossier file open to work in it: a note beside the file, as long as that program lives.

The note (``<name>.open``) is locked by the program that wrote it. The system lets go of that lock with the
program, however it ends, so that a note without a lock is one of a program that is gone, on whatever computer
it ran.
"""

from __future__ import annotations

import getpass
import os
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from jury_desktop.codec import dump, load_foreign

NOTE = ".open"
LOCKED = 1 << 30
"""The byte of the note that is locked (nothing lies there): the words before it can be read by all."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a dossier open.

    :param who: as the journal names them, or as the computer does; ``since`` when (aware).
    """

    who: str
    host: str
    pid: int
    since: datetime


class Presence:
    """That this program has a dossier open to work in it; others are told so until it is let go."""

    def __init__(self, file: Path, note: BinaryIO) -> None:
        self._file = file
        self._note = note
        self.count = 1

    def let_go(self) -> None:
        """Others may work in it now."""
        with _LOCK:
            self.count -= 1
            if self.count:
                return
            _MINE.pop(self._file, None)
            with suppress(OSError):  # first, so that nobody takes a note that is about to go
                note_of(self._file).unlink(missing_ok=True)
            with suppress(OSError):
                self._note.close()


_MINE: dict[Path, Presence] = {}
"""What this program has open: it does not stand in its own way."""
_LOCK = threading.RLock()


def note_of(file: Path) -> Path:
    """The note of a dossier file."""
    return file.with_name(file.name + NOTE)


def take(file: Path, who: str, since: datetime) -> Presence | Holder:
    """Notes that this program works in a dossier; or who does, when another one has it open.

    :raises OSError: no note can be written here.
    """
    file = file.resolve()
    with _LOCK:
        if (mine := _MINE.get(file)) is not None:
            mine.count += 1
            return mine
        note = note_of(file).open("a+b")
        if not _locked(note):
            note.close()
            return holder_of(file) or Holder("", "", 0, since)
        made = Presence(file, note)
        try:
            _write(note, Holder(who or _user(), socket.gethostname(), os.getpid(), since))
        except OSError:  # a full disk
            made.let_go()
            raise
        _MINE[file] = made
        return made


def holder_of(file: Path) -> Holder | None:
    """Who has a dossier open, as the note says; None where there is none, or where it cannot be read."""
    try:
        found: Holder = load_foreign(note_of(file).read_text(encoding="utf-8"), Holder)
    except (OSError, ValueError):
        return None
    return found


def is_held(file: Path) -> bool:
    """Whether a program that lives, this one or another, has a dossier open to work in it."""
    try:
        with note_of(file.resolve()).open("r+b") as note:
            return not _locked(note)
    except OSError:
        return False


def _write(note: BinaryIO, holder: Holder) -> None:
    note.seek(0)
    note.truncate()
    note.write(dump(holder, Holder).encode())
    note.flush()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _locked(note: BinaryIO) -> bool:
        """Locks the note for as long as it is open; False when somebody else has."""
        note.seek(LOCKED)
        try:
            msvcrt.locking(note.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(note: BinaryIO) -> bool:
        """Locks the note for as long as it is open; False when somebody else has. Where the disk knows no
        locks, a note is nobody's: SQLite cannot work there either."""
        try:
            fcntl.flock(note.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
