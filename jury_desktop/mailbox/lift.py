"""Attachments are lifted out of a message before it goes to the reading process, which need not see them all.

A stretch of base64 that fills the body of a part holds nothing that means anything to a parser: no hyphen,
so no boundary, and it follows an empty line, so no header. It is decoded here, which is safe (a table and a
length), and a mark takes its place. The reading process says which mark stands for which attachment; where a
mark stands anywhere else than alone in a part in base64, it asks for the message as it was. A message within
the message is an attachment too, with the marks in it, which give way here to what stood there.
"""

from __future__ import annotations

import binascii
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.message import Message as Part
from hashlib import sha256

import pybase64

TOKEN = secrets.token_hex(16)
"""Different in every program that runs, so that no message can contain it."""
LONG = 4096
"""Shorter stretches stay where they are."""
SHOWN = 33 * 1024
"""Enough of a content to tell what it is; of what is opened there (zip, OLE, TNEF) all is shown."""

_START = re.compile(rb"\n\r?\n(?=[A-Za-z0-9+/]{60,76}(?:\r?\n|[A-Za-z0-9+/]{900}))")
_HEADERS = 2048
_MARK = re.compile(rb"@%s-(\d{1,9})@" % TOKEN.encode())
_TOLD_WHOLE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x78\x9f\x3e\x22")


class WholeError(Exception):
    """The message must be read as it was."""


@dataclass(frozen=True, slots=True)
class Content:
    """A decoded attachment with its SHA-256 in hex."""

    sha256: str
    data: bytes

    def shown(self, most: int = SHOWN) -> bytes:
        """What the reading process sees of it: so much, or all of what is opened there."""
        return self.data if self.data.startswith(_TOLD_WHOLE) else self.data[:most]


@dataclass(frozen=True, slots=True)
class Lifted:
    """A message with marks instead of stretches of base64, and what these decode to."""

    skeleton: bytes
    contents: tuple[Content, ...] = ()
    places: tuple[slice, ...] = ()

    def refilled(self, source: bytes, raw: bytes) -> bytes:
        """The source of a message within the message ``raw``, as it is without marks.

        :raises ValueError: when a mark stands in it twice, or never stood in the message.
        """
        if not self.places or TOKEN.encode() not in source:
            return source
        pieces: list[bytes] = _MARK.split(source)
        numbers = [int(number) for number in pieces[1::2]]
        if len(set(numbers)) < len(numbers) or max(numbers, default=0) >= len(self.places):
            raise ValueError("marks")
        pieces[1::2] = [raw[self.places[number]].replace(b"\r\n", b"\n") for number in numbers]
        return b"".join(pieces)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a mark stands for, as far as the reading process sees it.

    :param number: of the content that the program has already; None for one that it has not.
    """

    number: int | None
    shown: bytes
    size: int


def lift(raw: bytes) -> Lifted:
    """The message without its long attachments in base64, and these."""
    pieces: list[bytes] = []
    contents: list[Content] = []
    places: list[slice] = []
    copied = at = 0
    while len(raw) - at >= LONG and (found := _START.search(raw, at)):
        begin, at = found.end(), _end(raw, found.end())
        if at - begin < LONG or b"base64" not in raw[max(begin - _HEADERS, 0) : begin].lower():
            continue
        data = _decoded(raw, begin, at)
        if data is not None:
            pieces += (raw[copied:begin], mark(TOKEN, len(contents)))
            contents.append(Content(sha256(data).hexdigest(), data))
            places.append(slice(begin, at))
            copied = at
    if not contents:
        return Lifted(raw)
    return Lifted(b"".join([*pieces, raw[copied:]]), tuple(contents), tuple(places))


def mark(token: str, number: int) -> bytes:
    """What stands for a content."""
    return b"@%s-%d@" % (token.encode(), number)


def _end(raw: bytes, begin: int) -> int:
    """Where the stretch ends: at the line end before the next hyphen, which every boundary begins with."""
    hyphen = raw.find(b"-", begin)
    end = len(raw) if hyphen < 0 else raw.rfind(b"\n", begin, hyphen)
    while raw[end - 1] in b"\r\n":
        end -= 1
    return end


def _decoded(raw: bytes, begin: int, end: int) -> bytes | None:
    """What the stretch decodes to; None where padding stands within it or is wrong."""
    padding = raw.find(b"=", begin, end)
    if padding >= 0 and raw[padding:end] not in (b"=", b"=="):
        return None
    try:
        return pybase64.b64decode(memoryview(raw)[begin:end])
    except binascii.Error:
        return None


def put_back(parts: Iterable[Part], stretches: Sequence[Stretch], token: str) -> None:
    """Gives every part its stretch as payload. Runs in the reading process.

    :raises WholeError: when a mark stands where it stands for more than the content of its part.
    """
    if not stretches:
        return
    pattern = re.compile(rf"@{re.escape(token)}-(\d+)@[\r\n]*")
    for part in parts:
        payload = part.get_payload()
        if isinstance(payload, str) and token in payload:
            found = pattern.fullmatch(payload)
            if found is None or not _is_base64(part):
                raise WholeError
            part.set_payload(stretches[int(found[1])])  # type: ignore[call-overload]


def _is_base64(part: Part) -> bool:
    """Whether its content is its payload decoded; a multipart or message without parts is only its text."""
    encoding = str(part.get("Content-Transfer-Encoding", "")).lower()
    return encoding == "base64" and part.get_content_maintype() not in ("multipart", "message")
