"""From a file of an export to its messages, whatever its format; opened for reading only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from jury_desktop.domain.arrival import from_mbox_line
from jury_desktop.domain.mail import DOUBTFUL_SPLIT, Evidence, EvidenceKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import emlx, limits, mbox, zips
from jury_desktop.mailbox.archives import Unusable
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.folders import is_undelivered
from jury_desktop.mailbox.formats import HEAD, Format, detect
from jury_desktop.mailbox.outlook import store
from jury_desktop.mailbox.places import Found, Place, Raw, Refused, beginning, refusal

_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:>From [^\n]*\n)?")
"""What a program may have put before the first header line: a mark, empty lines, the envelope of an mbox."""
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/(?P<seconds>\d{9,10})\.[^/]*$")


def messages(place: Place) -> Iterator[Found]:
    """Every message of a file, whatever its format; an unsupported file gives one refusal with advice."""
    if place.path is not None and is_undelivered(place.path.as_posix(), os.path.isdir):
        yield Refused(place.name, b"", say("intake.undelivered"))
        return
    try:
        with place.open() as stream:
            head = stream.read(HEAD)
        yield from _READERS[detect(head, place.name)](place)
    except (RuntimeError, *Unusable) as error:
        yield Refused(place.name, b"", _why(error))


def _mbox(place: Place) -> Iterator[Found]:
    with place.open() as stream:
        for number, piece in enumerate(mbox.split(stream), start=1):
            source = f"{place.name} · {number}"
            if piece.size > limits.MESSAGE_BYTES:
                reason = say("intake.too_large", megabytes=piece.size // limits.MEBIBYTE)
                yield beginning(source, piece.raw, reason, cut=True)
                continue
            evidence = (from_mbox_line(clean(piece.mark)),) if piece.mark else ()
            notes = (say(DOUBTFUL_SPLIT),) if piece.doubtful else ()
            yield Raw(source, piece.raw, evidence, notes)
            del piece


def _eml(place: Place) -> Iterator[Found]:
    if place.size > limits.MESSAGE_BYTES:
        yield refusal(place, say("intake.too_large", megabytes=place.size // limits.MEBIBYTE))
        return
    with place.open() as stream:
        data = stream.read(limits.MESSAGE_BYTES)
    named = _MAILDIR.search(place.name)
    evidence = (_maildir(named["seconds"]),) if named else ()
    before = _BEFORE.match(data)
    yield Raw(place.name, data[before.end() :] if before else data, evidence)


def _maildir(seconds: str) -> Evidence:
    return Evidence(EvidenceKind.MAILDIR_NAME, seconds, datetime.fromtimestamp(int(seconds), UTC))


def _zip(place: Place) -> Iterator[Found]:
    for found in zips.contents(place):
        if isinstance(found, Place):
            yield from messages(found)
        else:
            yield found


def _why(error: Exception) -> Message:
    """A file that the system does not give may be asked for again; one that is damaged stays so."""
    withheld = isinstance(error, OSError) and error.errno is not None
    return say("intake.cannot_open" if withheld else "intake.broken", detail=type(error).__name__)


def _refuse(key: str) -> Callable[[Place], Iterator[Found]]:
    def reader(place: Place) -> Iterator[Found]:
        yield refusal(place, say(key))

    return reader


_READERS: Mapping[Format, Callable[[Place], Iterator[Found]]] = {
    Format.MBOX: _mbox,
    Format.EML: _eml,
    Format.EMLX: emlx.read,
    Format.ZIP: _zip,
    Format.MSG: store.message_file,
    Format.TNEF: store.wrapping,
    Format.PST: store.data_file,
    Format.CSV: _refuse("intake.csv_refused"),
    Format.APPLE_PART: _refuse("intake.apple_part"),
    Format.EMPTY: _refuse("intake.empty_file"),
    Format.UNKNOWN: _refuse("intake.no_mail"),
}
"""One reader per format; a new format is one more reader here."""
