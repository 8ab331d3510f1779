"""Zipped mailboxes: members read within limits, nothing unpacked to disk under a name the zip chose."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, olm
from jury_desktop.mailbox.archives import open_mailbox
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.folders import belongs_to_another, holds_messages, is_undelivered
from jury_desktop.mailbox.places import Allowance, Beside, Found, Place, Refused, refusal

_IN_MEMORY = 32 * limits.MEBIBYTE
_ENCRYPTED = 1
_SAYS_UTF8 = 1 << 11


def contents(place: Place) -> Iterator[Place | Found]:
    """The files of a zip that may hold messages, as places; or why it is not opened."""
    if place.nesting >= limits.ZIP_NESTING:
        yield refusal(place, say("intake.zip_nested"))
        return
    try:
        yield from _contents(place)
    except JuryError as error:
        yield refusal(place, error.message)
    except zipfile.BadZipFile:
        yield refusal(place, say("intake.zip_broken"))


def _contents(place: Place) -> Iterator[Place | Found]:
    with place.open() as stream, open_mailbox(stream) as archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        names = [member.filename for member in members]
        if "[Content_Types].xml" in names:
            yield refusal(place, say("intake.no_mail"))
        elif len(members) > 20 * limits.ZIP_MEMBERS:
            yield refusal(place, say("intake.zip_bomb"))
        else:
            yield from _bearable(place, archive, members)


def _bearable(
    place: Place, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]
) -> Iterator[Place | Found]:
    """The members, the smallest first, until the zip unpacks to more than an honest one: who packs a bomb
    beside mails loses the bomb alone, and it is named.
    """
    allowance = place.allowance or _allowance(place.size)
    borne: list[zipfile.ZipInfo] = []
    for member in sorted(members, key=lambda member: member.file_size):
        if allowance.allows(member.file_size):
            borne.append(member)
        elif holds_messages(_path(member)):
            yield Refused(f"{place.name} › {_path(member)}", b"", say("intake.zip_bomb"))
    if olm.is_archive([member.filename for member in members]):
        yield from olm.read(place, archive, borne)
        borne = [member for member in borne if not olm.owns(member.filename)]
    yield from _Zip(place, archive, borne, allowance).contents()


def _allowance(packed: int) -> Allowance:
    return Allowance(min(limits.ARCHIVE_BYTES, max(limits.ARCHIVE_FREE, packed * limits.ZIP_RATIO)))


class _Zip:
    """An open zip with its members by name, sorted; two may come under one name."""

    def __init__(
        self,
        place: Place,
        archive: zipfile.ZipFile,
        members: Sequence[zipfile.ZipInfo],
        allowance: Allowance,
    ) -> None:
        self._place = place
        self._archive = archive
        self._allowance = allowance
        self._members = sorted(
            ((_path(member), member) for member in members), key=lambda pair: pair[1].filename
        )

    def contents(self) -> Iterator[Place | Refused]:
        names = {path for path, _ in self._members}
        folders = {posixpath.dirname(path) for path in names}
        for path, member in self._members:
            if is_undelivered(path, folders.__contains__):
                yield Refused(f"{self._place.name} › {path}", b"", say("intake.undelivered"))
            elif holds_messages(path) and not belongs_to_another(path, names):
                yield self._content(path, member)

    def _content(self, path: str, member: zipfile.ZipInfo) -> Place | Refused:
        source = f"{self._place.name} › {path}"
        if member.flag_bits & _ENCRYPTED:
            return Refused(source, b"", say("intake.zip_encrypted"))

        def opened() -> AbstractContextManager[IO[bytes]]:
            return _seekable(self._archive, member)

        nesting, beside = self._place.nesting + 1, self._beside(path)
        return Place(source, opened, member.file_size, nesting, beside, allowance=self._allowance)

    def _beside(self, path: str) -> Beside:
        """How to look beside a member."""

        def look(folder: str, start: str = "") -> Iterator[tuple[str, bytes]]:
            home = posixpath.normpath(posixpath.join(posixpath.dirname(path), folder)) + "/"
            home = home.removeprefix("./")
            for name, member in self._members:
                inner = name.removeprefix(home)
                lies_there = name.startswith(home + start) and not (start and "/" in inner)
                if lies_there and member.file_size <= limits.MESSAGE_BYTES:
                    yield inner, self._archive.read(member)

        return look


def _path(member: zipfile.ZipInfo) -> str:
    """The name of a member, if any, with its folders, without steps upwards; only ever shown."""
    parts = clean(_name(member)).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "?"


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: macOS and others write UTF-8 without saying so, Windows its own letters."""
    if member.flag_bits & _SAYS_UTF8:
        return member.filename
    written = member.filename.encode("cp437", "replace")
    for codec in ("utf-8", "cp850"):
        with suppress(UnicodeDecodeError):
            return written.decode(codec)
    return member.filename


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
