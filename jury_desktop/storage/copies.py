"""The folder in which the copies of a dossier lie, each with its account beside it.

A copy gets its name last: what bears the name of a copy is whole, has been read again, and has its SHA-256 in
the account (``<name>.json``). What a broken-off copy leaves behind goes with the next one.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from jury_desktop.codec import dump, load_foreign
from jury_desktop.domain.backup import Backup, Keeping, KeptCopy, Reason, Tell, kept, untold
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.backup import UNFINISHED, Snapshot, sweep, unfinished
from jury_desktop.storage.copy_check import check_copy, fingerprint
from jury_desktop.storage.errors import why_not_made
from jury_desktop.storage.presence import is_held

ACCOUNT = ".json"
SPARE = 64 * 1024 * 1024
"""Bytes that stay free on the disk of the copies: a full disk would hurt the dossier itself."""
ABANDONED = 24 * 3600
"""Seconds after which nobody is at work any more on a copy without its name."""


def folders_of(dossier: Path, chosen: str) -> tuple[Path, ...]:
    """Where copies of a dossier may lie: in the folder that was chosen, when it is there, then beside it."""
    name = f"{dossier.stem} (kopieën)"
    beside = dossier.absolute().with_name(name)
    return (Path(chosen) / name, beside) if chosen and Path(chosen).is_dir() else (beside,)


def copies_in(folder: Path) -> tuple[KeptCopy, ...]:
    """The copies in a folder, newest first; what has no account that can be read is none of ours."""
    found = filter(None, map(_told, _accounts(folder)))
    return tuple(sorted(found, key=lambda copy: (copy.told.at, copy.told.name), reverse=True))


def keep_copy(state: Snapshot, folder: Path, reason: Reason, at: datetime, tell: Tell = untold) -> KeptCopy:
    """Copies a state of a dossier into a folder, reads it again in full, and writes its account.

    :param at: the moment of the state (aware).
    :raises StorageError: the disk has no room or does not allow it; then nothing is left behind.
    """
    _make_ready(folder, state)
    place = _free_place(folder, state.source, at)
    account = place.with_name(place.name + ACCOUNT)
    try:
        with unfinished(place) as part:
            state.copy(part, tell)
            found = check_copy(part, tell)
            told = Backup(place.name, at, reason, part.stat().st_size, fingerprint(part, tell), *found)
            _write(account, dump(told, Backup))
            part.replace(place)
    except BaseException as error:
        with suppress(OSError):
            account.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(say(why_not_made(error), name=place.name)) from error
        raise
    return KeptCopy(place, told)


def is_as_kept(copy: KeptCopy, tell: Tell = untold) -> bool:
    """Whether the file is, byte for byte, what its account says."""
    return copy.file.stat().st_size == copy.told.size and fingerprint(copy.file, tell) == copy.told.sha256


def let_go(copies: tuple[KeptCopy, ...], keeping: Keeping, now: datetime) -> tuple[KeptCopy, ...]:
    """Takes away the copies that need not stay, and gives those that do; one that is held stays too."""
    names = kept([copy.told for copy in copies], keeping, now)
    for copy in copies:
        if copy.told.name not in names:
            with suppress(OSError):
                copy.file.unlink(missing_ok=True)
                _account_of(copy.file).unlink(missing_ok=True)
    return tuple(copy for copy in copies if copy.file.exists())


def _accounts(folder: Path) -> Iterator[Path]:
    with suppress(OSError):  # a disk that was taken away
        yield from sorted(folder.glob(f"*{ACCOUNT}"))


def _account_of(file: Path) -> Path:
    return file.with_name(file.name + ACCOUNT)


def _told(account: Path) -> KeptCopy | None:
    file = account.with_name(account.name.removesuffix(ACCOUNT))
    try:
        told = load_foreign(account.read_text(encoding="utf-8"), Backup)
    except (OSError, ValueError):
        return None
    return KeptCopy(file, told) if told.name == file.name and file.is_file() else None


def _make_ready(folder: Path, state: Snapshot) -> None:
    """A folder with room, without what a copy that was broken off left there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StorageError(say("backup.no_folder", folder=str(folder))) from error
    if free < state.size + SPARE:
        need, have = ((size + 999_999) // 1_000_000 for size in (state.size + SPARE, free))
        raise StorageError(say("backup.no_room", folder=str(folder), need=need, have=have))


def _sweep(folder: Path) -> None:
    """Takes away what copies that were broken off left. On what is recent and bears no note, a program of an
    earlier version may be at work."""
    for left in folder.glob(f"*{UNFINISHED}"):
        with suppress(OSError):
            if not sweep(left):
                if is_held(left) or time.time() - left.stat().st_mtime <= ABANDONED:
                    continue
                left.unlink()
            left.with_name(left.name.removesuffix(UNFINISHED) + ACCOUNT).unlink(missing_ok=True)


def _free_place(folder: Path, dossier: Path, at: datetime) -> Path:
    stem = f"{dossier.stem} {at.astimezone(BRUSSELS):%Y-%m-%d %H%M%S}"
    names = (f"{stem}{mark}{dossier.suffix}" for mark in ("", *(f" ({number})" for number in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _write(account: Path, text: str) -> None:
    with closing(account.open("x", encoding="utf-8")) as out:
        out.write(text)
