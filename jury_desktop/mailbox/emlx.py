"""A message of Apple Mail (.emlx): a line with the length, the message, a property list with its arrival.

Apple Mail keeps the attachments of a large message apart and then calls it ``<number>.partial.emlx``: each as
a file under ``Attachments/<number>/<part>/`` beside the folder, or as it stood in the mail, still in base64,
in ``<number>.<part>.emlxpart`` in the same folder. What lies there is put back; what does not is said.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Part
from email.policy import compat32
from itertools import islice
from pathlib import PurePosixPath
from secrets import token_hex

from jury_desktop.domain.mail import CUT_OFF, Evidence, EvidenceKind
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.lift import mark
from jury_desktop.mailbox.pieces import Pieces
from jury_desktop.mailbox.places import Found, Place, Raw, refusal

FORM = "emlx"
"""What the reading process is asked for, to put attachments back."""

_LIST_BYTES = 64 * 1024
_LIST = b"<?xml"
_RECEIVED = re.compile(rb"<key>date-received</key>\s*<(?:integer|real)>(\d{9,10})(?:\.\d*)?</")
_FLAGS = re.compile(rb"<key>flags</key>\s*<integer>(\d{1,19})</")
_DRAFT = 1 << 6
"""Set for what the user of Apple Mail wrote, also once it is sent."""
_NAME = re.compile(r"(?P<number>\d+)\.(?:partial\.)?emlx$", re.IGNORECASE)
_ABSENT = re.compile(rb"^X-Apple-Content-Length:", re.IGNORECASE | re.MULTILINE)
_LENGTH = "X-Apple-Content-Length"
_SIDECAR = ".emlxpart"


def read(place: Place) -> Iterator[Found]:
    """The message of the file, with the moment that Apple Mail received it and its attachments beside it."""
    if place.size > limits.MESSAGE_BYTES:
        yield refusal(place, say("intake.too_large", megabytes=place.size // limits.MEBIBYTE))
        return
    with place.open() as stream:
        length, data = int(stream.readline(32)), stream.read(limits.MESSAGE_BYTES)
    message, listed = _parted(data, length)
    absent = len(_ABSENT.findall(message))
    files = tuple(_bearable(_beside(place))) if absent else ()
    missing = absent - len({name.removesuffix(_SIDECAR) for name, _ in files})
    notes = (
        *([say("intake.apple_partial", missing=missing)] if missing > 0 else []),
        *([say(CUT_OFF)] if length > len(data) else []),
    )
    yield Raw(place.name, message, tuple(_evidence(listed)), notes, FORM if files else "", files)


def _parted(data: bytes, length: int) -> tuple[bytes, bytes]:
    """The message and its property list; where the length is wrong, parted where the list begins."""
    if length <= len(data) and data[length:].lstrip().startswith((_LIST, b"<plist")):
        return data[:length], data[length : length + _LIST_BYTES]
    start = data.rfind(_LIST, max(len(data) - _LIST_BYTES, 0))
    return (data, b"") if start < 0 else (data[:start], data[start:])


def _evidence(listed: bytes) -> Iterator[Evidence]:
    if found := _RECEIVED.search(listed):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        yield Evidence(EvidenceKind.EMLX_RECEIVED, found[1].decode(), moment)
    if (flags := _FLAGS.search(listed)) and int(flags[1]) & _DRAFT:
        yield Evidence(EvidenceKind.SENT_COPY, f"emlx flags: {int(flags[1])}", None)


def _beside(place: Place) -> Iterator[tuple[str, bytes]]:
    """What Apple Mail keeps beside the message: (number of the part, file), or (``2.emlxpart``, what stood
    there in the mail).
    """
    found = _NAME.search(place.name)
    if found is None:
        return
    start = f"{found['number']}."
    for name, content in place.beside(".", start):
        if name.endswith(_SIDECAR):
            yield name.removeprefix(start), content
    for name, content in place.beside(f"../Attachments/{found['number']}"):
        yield PurePosixPath(name).parts[0], content


def _bearable(files: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """As many of the files as go into one mail; a zip may hold far more of them than memory does."""
    left = limits.MESSAGE_BYTES
    for name, content in islice(files, limits.PARTS):
        left -= len(content)
        if left < 0:
            return
        yield name, content


def put_back(raw: bytes, files: dict[str, bytes]) -> bytes:
    """The message with the attachments in their parts again. Runs in the reading process.

    :param files: content by the number of the part, such as ``2`` or ``1.3``; with ``.emlxpart`` after it, it
        goes back as it is.
    """
    message = message_from_bytes(raw, policy=compat32)
    token, bodies = token_hex(), list[Iterator[bytes]]()
    for number, part in _numbered(message, ""):
        if _LENGTH not in part or part.is_multipart():
            continue
        if (as_it_stood := files.get(f"{number}{_SIDECAR}")) is not None:
            del part[_LENGTH]
            bodies.append(iter((as_it_stood,)))
        elif number in files:
            del part[_LENGTH], part["Content-Transfer-Encoding"]
            part["Content-Transfer-Encoding"] = "base64"
            bodies.append(Pieces.of(files[number]).in_base64())
        else:
            continue
        part.set_payload(mark(token, len(bodies) - 1).decode())
    return _filled(message.as_bytes(policy=compat32), token, bodies)


def _filled(source: bytes, token: str, bodies: Sequence[Iterator[bytes]]) -> bytes:
    """The source with bodies instead of marks: large ones are copied once."""
    out = io.BytesIO()
    for at, piece in enumerate(re.split(rb"@%s-(\d+)@" % token.encode(), source)):
        out.writelines(bodies[int(piece)] if at % 2 else (piece,))
    return out.getvalue()


def _numbered(part: Part, number: str) -> Iterator[tuple[str, Part]]:
    """Every part with its number, as IMAP counts them."""
    yield number or "1", part
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for position, child in enumerate(part.get_payload(), start=1):
            if isinstance(child, Part):
                yield from _numbered(child, f"{number}.{position}" if number else str(position))
