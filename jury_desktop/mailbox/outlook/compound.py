"""Compound files (MS-CFB), the file system in which a .msg lies, opened within limits.

olefile follows no chain of sectors further than the size it claims, but believes that size, and lets any
number of streams claim the same sectors; so what is read is counted here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import olefile

from jury_desktop.domain.errors import refuse

_ENTRIES = 20_000
_ENTRY_BYTES = 128
_STORAGE, _STREAM = 1, 2


class Storage:
    """A folder of a compound file: streams and storages by name, in any case."""

    def __init__(self, file: Any, entry: Any, budget: list[int]) -> None:
        self._file = file
        self._kids: dict[str, Any] = {kid.name.lower(): kid for kid in entry.kids}
        self._budget = budget

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, or None.

        :raises JuryError: when it breaks off, or the streams together claim far more than the file holds.
        """
        kid = self._kids.get(name.lower())
        if kid is None or kid.entry_type != _STREAM:
            return None
        self._budget[0] -= kid.size
        data = self._read(kid) if self._budget[0] >= 0 else b""
        if len(data) != kid.size:
            raise refuse("intake.outlook_broken")
        return data

    def _read(self, kid: Any) -> bytes:
        try:
            with self._file._open(kid.isectStart, kid.size) as stream:
                data: bytes = stream.read()
        except (OSError, ValueError, IndexError) as error:
            raise refuse("intake.outlook_broken") from error
        return data

    def size(self, name: str) -> int:
        """What a stream claims to hold, in bytes; 0 where there is none."""
        kid = self._kids.get(name.lower())
        return int(kid.size) if kid is not None and kid.entry_type == _STREAM else 0

    def storage(self, name: str) -> Storage | None:
        """A folder within this one, or None."""
        kid = self._kids.get(name.lower())
        if kid is None or kid.entry_type != _STORAGE:
            return None
        return Storage(self._file, kid, self._budget)

    def storages(self, prefix: str) -> Iterator[Storage]:
        """The folders whose name begins so, in the order of their names."""
        for name in sorted(self._kids):
            if name.startswith(prefix.lower()) and (found := self.storage(name)) is not None:
                yield found

    def streams(self) -> list[str]:
        """The names of the streams in it."""
        return [kid.name for kid in self._kids.values() if kid.entry_type == _STREAM]


def open_compound(data: bytes) -> Storage:
    """The root of a compound file.

    :raises JuryError: when it is broken, or made to cost more than an honest file does.
    """
    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError, TypeError, AttributeError) as error:
        raise refuse("intake.outlook_broken") from error
    if len(file.direntries) > _ENTRIES:
        raise refuse("intake.outlook_broken")
    return Storage(file, file.root, [2 * len(data)])
