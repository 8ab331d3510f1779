"""Where messages come from: files, folders, Maildirs, mboxes and zips, opened for reading only."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO

from jury_desktop.domain.arrival import from_mbox_line
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, mbox
from jury_desktop.mailbox.archives import Unusable
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.formats import HEAD, Format, detect
from jury_desktop.mailbox.places import Found, Place, Raw, Refused, refusal

_NO_MESSAGES = re.compile(
    r"(?:thumbs\.db|desktop\.ini|\.ds_store|.*\.msf|dovecot.*|maildirfolder|maildirsize|table_of_contents|subscriptions|popstate\.dat|"
    r"courierimapkeywords|courierimapuiddb|__macosx|filterlog\.html|msgfilterrules\.dat)",
    re.IGNORECASE,
)
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/(?P<seconds>\d{9,10})\.[^/]*$")
_IN_MEMORY = 32 * limits.MEBIBYTE


def files(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Every file under the paths with its name for people, in order; what holds no messages is left out.

    :raises JuryError: when a path does not exist.
    """
    found: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            found.extend((file, f"{path.name}/{file.relative_to(path).as_posix()}") for file in _within(path))
        elif path.is_file():
            found.append((path, path.name))
        else:
            raise refuse("intake.no_such_file", path=str(path))
    return [(path, clean(name)) for path, name in found]


def _within(folder: Path) -> Iterator[Path]:
    """The regular files of a folder and its subfolders; no links to elsewhere, no pipes, no hidden files."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        folders[:] = [name for name in folders if not _NO_MESSAGES.fullmatch(name)]
        for name in sorted(names):
            file = Path(place, name)
            if (
                file.is_file()
                and not file.is_symlink()
                and not name.startswith(".")
                and not _NO_MESSAGES.fullmatch(name)
            ):
                yield file


def messages(place: Place) -> Iterator[Found]:
    """Every message of a file, whatever its format; an unsupported file gives one refusal with advice."""
    try:
        with place.open() as stream:
            head = stream.read(HEAD)
        yield from _READERS[detect(head, place.name)](place)
    except (OSError, RuntimeError, *Unusable) as error:
        yield Refused(place.name, b"", say("intake.cannot_open", detail=type(error).__name__))


def _mbox(place: Place) -> Iterator[Found]:
    with place.open() as stream:
        for number, piece in enumerate(mbox.split(stream), start=1):
            source = f"{place.name} · {number}"
            if piece.size > limits.MESSAGE_BYTES:
                reason = say("intake.too_large", megabytes=piece.size // limits.MEBIBYTE)
                yield Refused(source, piece.raw[: limits.KEPT_BYTES], reason)
                continue
            evidence = (from_mbox_line(clean(piece.mark)),) if piece.mark else ()
            notes = (say("intake.doubtful_split"),) if piece.doubtful else ()
            yield Raw(source, piece.raw, evidence, notes)


def _eml(place: Place) -> Iterator[Found]:
    if place.size > limits.MESSAGE_BYTES:
        yield refusal(place, say("intake.too_large", megabytes=place.size // limits.MEBIBYTE))
        return
    with place.open() as stream:
        data = stream.read(limits.MESSAGE_BYTES)
    named = _MAILDIR.search(place.name)
    evidence = (_maildir(named["seconds"]),) if named else ()
    yield Raw(place.name, data.removeprefix(b"\xef\xbb\xbf"), evidence)


def _maildir(seconds: str) -> Evidence:
    return Evidence(EvidenceKind.MAILDIR_NAME, seconds, datetime.fromtimestamp(int(seconds), UTC))


def _zip(place: Place) -> Iterator[Found]:
    """The messages of a zipped mailbox; nothing is unpacked to disk under a name of the zip's choosing."""
    if place.nesting >= limits.ZIP_NESTING:
        yield refusal(place, say("intake.zip_nested"))
        return
    with place.open() as stream, zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if any(member.filename == "[Content_Types].xml" for member in members):
            yield refusal(place, say("intake.no_mail"))
            return
        if not _is_honest(members, place.size):
            yield refusal(place, say("intake.zip_bomb"))
            return
        for member in sorted(members, key=lambda item: item.filename):
            yield from _member(place, archive, member)


def _is_honest(members: Sequence[zipfile.ZipInfo], packed: int) -> bool:
    unpacked = sum(member.file_size for member in members)
    bearable = max(10 * limits.MEBIBYTE, packed * limits.ZIP_RATIO)
    return len(members) <= 20 * limits.ZIP_MEMBERS and unpacked <= min(limits.ARCHIVE_BYTES, bearable)


def _member(place: Place, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Found]:
    name = clean(member.filename).replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    if not parts or any(part.startswith(".") or _NO_MESSAGES.fullmatch(part) for part in parts):
        return
    source = f"{place.name} › {'/'.join(parts)}"
    if member.flag_bits & 1:
        yield Refused(source, b"", say("intake.zip_encrypted"))
        return

    def opened() -> AbstractContextManager[IO[bytes]]:
        return _seekable(archive, member)

    yield from messages(Place(source, opened, member.file_size, place.nesting + 1))


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


def _refuse(key: str) -> Callable[[Place], Iterator[Found]]:
    def reader(place: Place) -> Iterator[Found]:
        yield refusal(place, say(key))

    return reader


_READERS: Mapping[Format, Callable[[Place], Iterator[Found]]] = {
    Format.MBOX: _mbox,
    Format.EML: _eml,
    Format.ZIP: _zip,
    Format.MSG: _refuse("intake.msg_unsupported"),
    Format.PST: _refuse("intake.pst_unsupported"),
    Format.EMLX: _refuse("intake.emlx_unsupported"),
    Format.OLM: _refuse("intake.olm_unsupported"),
    Format.CSV: _refuse("intake.csv_refused"),
    Format.EMPTY: _refuse("intake.empty_file"),
    Format.UNKNOWN: _refuse("intake.no_mail"),
}
"""One reader per format; a new format is one more reader here."""
