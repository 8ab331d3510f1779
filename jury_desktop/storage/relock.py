"""Gives a dossier file another lock, or none: all of it is written anew and takes its place at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.alone import hold_alone
from jury_desktop.storage.cipher import FileKey, connect, known_key, remember
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.engine import connect_file
from jury_desktop.storage.errors import explained
from jury_desktop.storage.header import APPLICATION_ID


def relock(path: Path, key: FileKey | None) -> None:
    """Writes the dossier with another key, or without one. Whatever happens meanwhile, at this path lies the
    dossier as it was or as it is asked, whole.

    What was there is deleted; on most disks its bytes can still be found for a while by who has the disk.

    :raises StorageError: another program has it open, the disk has no room for a second one, or what was
        written is not what was read.
    """
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with explained(path.name), _alone(path) as file:
            _make_room(path, unfinished)
            before = _copied(file, unfinished, key)
            if _account(unfinished, key) != before:
                raise StorageError(say("storage.copy_differs", name=path.name))
            flush(unfinished)
        unfinished.replace(path)
        if key is not None:
            remember(key)
        flush(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[Any]:
    """A connection that nobody else reads or writes beside, until the end."""
    with closing(connect(str(path), known_key(path))) as file:
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        hold_alone(file, path.name)
        file.execute("COMMIT")  # another file is joined outside of a transaction; the lock stays
        yield file


def _make_room(path: Path, unfinished: Path) -> None:
    """An empty file, readable by whom the dossier is.

    :raises StorageError: the disk has no room for a second dossier.
    """
    if shutil.disk_usage(path.parent).free < path.stat().st_size:
        raise StorageError(say("storage.disk_full", name=path.name))
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    shutil.copymode(path, unfinished)


def _copied(file: Any, target: Path, key: FileKey | None) -> dict[str, int]:
    """https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export; gives the account of
    what was read."""
    secret = key.pragma if key is not None else "''"
    file.execute(f"ATTACH DATABASE ? AS other KEY {secret}", (str(target),))
    file.execute(f"PRAGMA other.{'cipher_page_size' if key else 'page_size'} = {PAGE}")
    file.execute("SELECT sqlcipher_export('other')")
    file.execute(f"PRAGMA other.application_id = {APPLICATION_ID}")
    before = _rows(file)
    file.execute("DETACH DATABASE other")
    return before


def _account(path: Path, key: FileKey | None) -> dict[str, int]:
    """How many rows each table of a file has that the database itself finds whole."""
    with closing(connect_file(path, key=key)) as file:
        (finding,) = file.execute("PRAGMA integrity_check(1)").fetchone()
        return _rows(file) if finding == "ok" else {}


def _rows(file: Any) -> dict[str, int]:
    tables = [name for (name,) in file.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
    return {name: file.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0] for name in tables}


def flush(path: Path) -> None:
    """Has the disk keep a file or, where the system knows that, the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
