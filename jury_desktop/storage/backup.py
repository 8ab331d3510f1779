"""A consistent copy of a dossier file, also while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.errors import explained


def copy_dossier(source: Path, target: Path) -> None:
    """Copies a dossier file through SQLite's own backup, so that the copy is one state of it, whole.

    :raises StorageError: ``target`` exists, or the disk does not allow it; then nothing is left behind.
    """
    if target.exists():
        raise StorageError(say("storage.exists", name=target.name))
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with explained(target.name):
            _copy(source, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def free_name(path: Path, mark: str) -> Path:
    """A name beside ``path`` that is still free: ``lier (mark).jury``, ``lier (mark 2).jury`` …"""
    count = 1
    while True:
        shown = mark if count == 1 else f"{mark} {count}"
        candidate = path.with_name(f"{path.stem} ({shown}){path.suffix}")
        if not candidate.exists():
            return candidate
        count += 1


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as write:
        read.backup(write)
        write.execute("PRAGMA journal_mode = DELETE")
