"""Where a bundle is written: a folder or a zip that appears whole or never, with the SHA-256 of each file."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jury_desktop.domain.errors import refuse
from jury_desktop.services.whole_files import fill_file, fill_folder

ABOUT = "bundel.json"
"""What the bundle is, and the anchor of the journal as it was then."""
SUMS = "SHA256SUMS"
"""The list of all other files with their SHA-256, as ``sha256sum --check`` reads it."""
_PACKED = frozenset({"pdf", "docx", "xlsx", "pptx", "png", "jpg", "jpeg", "zip", "odt"})
"""Endings of files that grow no smaller."""
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip knows: the files carry the moments that count inside."""
_SPARE = 32 * 1024 * 1024
"""Bytes of room that must be left, for what is written beside the contents."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of the bundle; ``path`` is relative to its folder, with slashes."""

    path: str
    bytes: int
    sha256: str


class Place(Protocol):
    """Takes files one at a time; what was put lies there before the next."""

    def put(self, path: str, content: bytes) -> None:
        """Keeps a file."""


class Listed:
    """Puts files in a place and keeps the list of them."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.files: list[ExportedFile] = []

    def put(self, path: str, content: bytes) -> None:
        """Keeps a file and its SHA-256."""
        self._place.put(path, content)
        self.files.append(ExportedFile(path, len(content), hashlib.sha256(content).hexdigest()))

    def close(self) -> str:
        """Adds the list itself; gives its SHA-256."""
        ordered = sorted(self.files, key=lambda each: each.path)
        self.put(SUMS, "".join(f"{each.sha256}  {each.path}\n" for each in ordered).encode())
        return self.files[-1].sha256


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, path: str, content: bytes) -> None:
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


class _Zip:
    def __init__(self, pack: ZipFile) -> None:
        self._pack = pack

    def put(self, path: str, content: bytes) -> None:
        entry = ZipInfo(path, _NEVER)
        entry.compress_type = ZIP_STORED if path.rpartition(".")[2] in _PACKED else ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        self._pack.writestr(entry, content)


def fill_place(out: Path, fill: Callable[[Listed], None], *, zipped: bool) -> None:
    """Lets ``fill`` write a new folder, or one zip; when it raises, nothing is left.

    :raises OSError: it cannot be written.
    """

    def into_zip(half: Path) -> None:
        with ZipFile(half, "w", allowZip64=True) as pack:
            fill(Listed(_Zip(pack)))

    def into_folder(half: Path) -> None:
        fill(Listed(_Folder(half)))
        if out.is_dir():
            out.rmdir()  # an empty one makes way

    if zipped:
        fill_file(out, into_zip)
    else:
        fill_folder(out, into_folder)


def refuse_taken(out: Path, *, zipped: bool) -> None:
    """Refuses a place where something lies; an empty folder may be filled.

    :raises JuryError: it holds something.
    :raises OSError: it cannot be looked at.
    """
    empty = not zipped and out.is_dir() and not any(out.iterdir())
    if out.exists() and not empty:
        raise refuse("audit.not_empty", folder=str(out))


def refuse_too_small(out: Path, needed: int) -> None:
    """Refuses a disk with less room than ``needed`` bytes, before anything is written.

    :raises JuryError: there is too little.
    """
    there = next(folder for folder in out.absolute().parents if folder.is_dir())
    free = shutil.disk_usage(there).free
    if free < needed + _SPARE:
        raise refuse("audit.no_room", needed=megabytes(needed + _SPARE), free=megabytes(free))


def megabytes(size: int) -> int:
    """Bytes in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
