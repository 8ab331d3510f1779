"""Files that are read within bounds, and written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from jury_desktop.domain.disk import cause, why_unread
from jury_desktop.domain.errors import JuryError, refuse


def read_whole(file: Path, too_large: JuryError, largest: int) -> bytes:
    """The content of a file.

    :raises JuryError: it cannot be read; ``too_large`` when it has more than ``largest`` bytes.
    """
    try:
        if file.stat().st_size > largest:
            raise too_large
        return file.read_bytes()
    except OSError as error:
        raise refuse("disk.not_read", file=file.name, detail=why_unread(error)) from error


def write_whole(file: Path, content: bytes) -> None:
    """Puts a file in the place of what was there; when that fails, what was there stays.

    :raises JuryError: it cannot be written.
    """
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        half.write_bytes(content)
        half.replace(file)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise refuse("disk.not_written", file=file.name, detail=cause(error)) from error


def put_beside(file: Path, content: bytes) -> Path:
    """Puts a file where none is: under its name, or else under the first that is free, "name (2).pdf".

    What is there with the very same content is taken for it.

    :raises OSError: it cannot be written; then nothing of it is left.
    """
    place = next(each for each in _numbered(file) if not each.exists() or _holds(each, content))
    if place.exists():
        return place
    with place.open("xb") as out:
        try:
            out.write(content)
        except OSError:
            out.close()
            place.unlink(missing_ok=True)
            raise
    return place


def fill_folder(folder: Path, fill: Callable[[Path], object]) -> Path:
    """A folder that appears with all that is in it once it is filled, or never; under its name, or else under
    the first that is free.

    :raises OSError: it cannot be made or filled. Then, and when ``fill`` raises anything, nothing is left.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = folder.with_name(f".{folder.name}.{os.getpid()}")
    half.mkdir()
    try:
        fill(half)
        return half.rename(free_place(folder))
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def fill_file(file: Path, fill: Callable[[Path], object]) -> None:
    """A file that appears once ``fill`` has written all of it, or never; where none is.

    :raises OSError: it cannot be written. Then, and when ``fill`` raises anything, nothing is left.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fill(half)
        half.rename(file)
    except BaseException:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def free_place(path: Path) -> Path:
    """The path itself, or else the first that is free, "bundel (2)"."""
    return next(each for each in _numbered(path) if not each.exists())


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content
