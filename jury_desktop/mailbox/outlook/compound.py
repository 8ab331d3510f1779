"""Compound files (MS-CFB), the file system in which a .msg lies, opened within limits.

olefile follows no chain of sectors further than the size it claims, but believes that size, and lets any
number of streams claim the same sectors; so what is read is counted here. It also copies what it reads three
times over, so that large streams are followed here, to where they lie in the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import olefile

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox.pieces import Pieces

_ENTRIES = 20_000
_ENTRY_BYTES = 128
_SMALL = 4096
"""Shorter streams lie together in one stream of the file, the mini stream."""
_SECTORS = (512, 4096)
_STORAGE, _STREAM = 1, 2


class Storage:
    """A folder of a compound file: streams and storages by name, in any case."""

    def __init__(self, file: _File, entry: Any) -> None:
        self._file = file
        self._kids: dict[str, Any] = {kid.name.lower(): kid for kid in entry.kids}

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, or None.

        :raises JuryError: when it breaks off, or the streams together claim more than the file holds.
        """
        found = self.pieces(name)
        return None if found is None else bytes(found)

    def pieces(self, name: str) -> Pieces | None:
        """Where the bytes of a stream lie, or None.

        :raises JuryError: as :meth:`stream`.
        """
        kid = self._stream(name)
        return None if kid is None else self._file.pieces(kid.isectStart, kid.size)

    def size(self, name: str) -> int:
        """What a stream claims to hold, in bytes; 0 where there is none."""
        kid = self._stream(name)
        return 0 if kid is None else int(kid.size)

    def _stream(self, name: str) -> Any:
        kid = self._kids.get(name.lower())
        return kid if kid is not None and kid.entry_type == _STREAM else None

    def storage(self, name: str) -> Storage | None:
        """A folder within this one, or None."""
        kid = self._kids.get(name.lower())
        if kid is None or kid.entry_type != _STORAGE:
            return None
        return Storage(self._file, kid)

    def storages(self, prefix: str) -> Iterator[Storage]:
        """The folders whose name begins so, in the order of their names."""
        for name in sorted(self._kids):
            if name.startswith(prefix.lower()) and (found := self.storage(name)) is not None:
                yield found

    def streams(self) -> list[str]:
        """The names of the streams in it."""
        return [kid.name for kid in self._kids.values() if kid.entry_type == _STREAM]


def open_compound(data: bytes | memoryview) -> Storage:
    """The root of a compound file.

    :raises JuryError: when it is broken, or made to cost more than an honest file does.
    """
    try:
        file = _File(data)
    except (OSError, ValueError, IndexError, TypeError, AttributeError) as error:
        raise refuse("intake.outlook_broken") from error
    return Storage(file, file.root)


class _File(olefile.OleFileIO):  # type: ignore[misc]
    """A compound file in memory, with what its streams may still claim of it."""

    def __init__(self, data: bytes | memoryview) -> None:
        self._data = memoryview(data)
        self._left = len(data)
        super().__init__(io.BytesIO(data))
        if self.root.size > _ENTRIES * _SMALL:
            raise refuse("intake.outlook_broken")

    def loaddirectory(self, sect: int) -> None:
        """Loads the directory, after counting how long it is."""
        if self.sector_size not in _SECTORS:
            raise refuse("intake.outlook_broken")
        most = _ENTRIES * _ENTRY_BYTES // self.sector_size
        for _ in range(most + 1):
            if sect >= len(self.fat):
                super().loaddirectory(self.first_dir_sector)
                return
            sect = self.fat[sect]
        raise refuse("intake.outlook_broken")

    def pieces(self, start: int, size: int) -> Pieces:
        """Where a stream lies that begins in a sector and has so many bytes."""
        self._left -= size
        if self._left < 0:
            raise refuse("intake.outlook_broken")
        if size < _SMALL:
            return Pieces.of(self._small(start, size))
        return Pieces(tuple(self._runs(start, size)))

    def _small(self, start: int, size: int) -> bytes:
        try:
            with self._open(start, size) as stream:
                data: bytes = stream.read()
        except (OSError, ValueError, IndexError) as error:
            raise refuse("intake.outlook_broken") from error
        if len(data) != size:
            raise refuse("intake.outlook_broken")
        return data

    def _runs(self, sector: int, left: int) -> Iterator[memoryview]:
        """The stretches of the file that a chain of sectors makes, those that touch as one."""
        begin = end = (sector + 1) * self.sector_size
        while left:
            at = (sector + 1) * self.sector_size
            taken = min(self.sector_size, left)
            if sector >= len(self.fat) or at + taken > len(self._data):
                raise refuse("intake.outlook_broken")
            if at != end:
                yield self._data[begin:end]
                begin = at
            end = at + taken
            left -= taken
            sector = self.fat[sector]
        yield self._data[begin:end]
