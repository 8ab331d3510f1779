"""Zipped mailboxes: members read within limits, nothing unpacked to disk under a name the zip chose."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO

from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, olm
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.folders import belongs_to_another, holds_messages
from jury_desktop.mailbox.places import Found, Place, Refused, refusal

_IN_MEMORY = 32 * limits.MEBIBYTE
_ENCRYPTED = 1


def contents(place: Place) -> Iterator[Place | Found]:
    """The files of a zip that may hold messages, as places; or why it is not opened."""
    if place.nesting >= limits.ZIP_NESTING:
        yield refusal(place, say("intake.zip_nested"))
        return
    with place.open() as stream, zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        names = [member.filename for member in members]
        if "[Content_Types].xml" in names:
            yield refusal(place, say("intake.no_mail"))
        elif not _is_honest(members, place.size):
            yield refusal(place, say("intake.zip_bomb"))
        elif olm.is_archive(names):
            yield from olm.read(place, archive, members)
        else:
            yield from _Zip(place, archive, members).contents()


def _is_honest(members: Sequence[zipfile.ZipInfo], packed: int) -> bool:
    unpacked = sum(member.file_size for member in members)
    bearable = max(10 * limits.MEBIBYTE, packed * limits.ZIP_RATIO)
    return len(members) <= 20 * limits.ZIP_MEMBERS and unpacked <= min(limits.ARCHIVE_BYTES, bearable)


class _Zip:
    """An open zip with its members by name, sorted; two may come under one name."""

    def __init__(self, place: Place, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> None:
        self._place = place
        self._archive = archive
        self._members = sorted(
            ((_path(member), member) for member in members), key=lambda pair: pair[1].filename
        )

    def contents(self) -> Iterator[Place | Refused]:
        names = {path for path, _ in self._members}
        for path, member in self._members:
            if holds_messages(path) and not belongs_to_another(path, names):
                yield self._content(path, member)

    def _content(self, path: str, member: zipfile.ZipInfo) -> Place | Refused:
        source = f"{self._place.name} › {path}"
        if member.flag_bits & _ENCRYPTED:
            return Refused(source, b"", say("intake.zip_encrypted"))

        def opened() -> AbstractContextManager[IO[bytes]]:
            return _seekable(self._archive, member)

        return Place(source, opened, member.file_size, self._place.nesting + 1, self._beside(path))

    def _beside(self, path: str) -> Callable[[str], Iterator[tuple[str, bytes]]]:
        """How to look beside a member: (name, content) of what lies in a folder given from there."""

        def look(folder: str) -> Iterator[tuple[str, bytes]]:
            home = posixpath.normpath(posixpath.join(posixpath.dirname(path), folder)) + "/"
            for name, member in self._members:
                if name.startswith(home):
                    with self._archive.open(member) as stream:
                        yield name.removeprefix(home), stream.read(limits.MESSAGE_BYTES)

        return look


def _path(member: zipfile.ZipInfo) -> str:
    """The name of a member, if any, with its folders, without steps upwards; only ever shown."""
    parts = clean(member.filename).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "?"


@contextmanager
def _seekable(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    """A member to read; a zip within the zip is first copied aside, because it is read from its end."""
    with archive.open(member) as probe:
        zipped = probe.read(4) == b"PK\x03\x04"
    with archive.open(member) as stream:
        if not zipped:
            yield stream
            return
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            copyfileobj(stream, copy)
            copy.seek(0)
            yield copy
