"""Files that are read within bounds, and written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jury_desktop.domain.disk import cause
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
        raise refuse("disk.not_read", file=file.name, detail=cause(error)) from error


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
