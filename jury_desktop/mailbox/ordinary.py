"""The short way for an ordinary letter: one text, alone or with the same as HTML.

Most messages of a mailbox are such letters. Whatever is the least unusual about one (an attachment, a broken
line, a doubtful encoding) leaves it to :mod:`~jury_desktop.mailbox.mime`; tests hold both ways to the same
outcome. Runs in the reading process.
"""

from __future__ import annotations

import binascii
import re
from email.message import Message as Part
from functools import lru_cache
from typing import NamedTuple

from jury_desktop.mailbox.automatic import by_headers
from jury_desktop.mailbox.charset import decode
from jury_desktop.mailbox.headers import Headers
from jury_desktop.mailbox.mime import Opened, is_locked, is_said

_LARGEST = 64 * 1024
_PLAIN, _HTML, _ALTERNATIVE = "text/plain", "text/html", "multipart/alternative"
_BOUNDARY = re.compile(
    rf"{_ALTERNATIVE};\s*boundary=(?:\"([^\"\\;]*[^\"\\;\s])\"|([^\"\\;=()<>@,/?\s]+))\s*", re.IGNORECASE
)
_AS_IT_STANDS = frozenset({"", "7bit", "8bit", "binary"})
_UNICODE = frozenset({"", "utf-8", "us-ascii"})
_BEYOND_ASCII = frozenset({"iso-8859-1", "iso-8859-15", "windows-1252", "cp1252"})
_MARK = "\ufeff"

Values = dict[str, list[str]]
"""The values of headers by the name in lower case."""


class _Kind(NamedTuple):
    """What a header says of the text below it."""

    media_type: str
    charset: str


def read(raw: bytes) -> Opened | None:
    """The letter, or None when it must be read the long way."""
    if len(raw) > _LARGEST or b"\0" in raw:
        return None
    try:
        letter = raw.decode()
    except UnicodeDecodeError:
        return None
    found, body = _parted(letter.replace("\r\n", "\n"))
    text = None if found is None else _text(found, body)
    if found is None or text is None or is_locked(text):
        return None
    heading = Headers(found)
    return Opened(heading, by_headers(heading), [text])


def _parted(letter: str) -> tuple[Values | None, str]:
    """The headers, None where one is unusual, and what stands below them."""
    head, blank, body = letter.partition("\n\n")
    if not (blank and head.isascii()) or "\r" in letter:
        return None, ""
    found: Values = {}
    for line in head.replace("\n\t", " ").replace("\n ", " ").split("\n"):
        name, _, value = line.partition(":")
        key = _key(name)
        if not key or len(name) == len(line):
            return None, ""
        if key in found:
            found[key].append(value)
        else:
            found[key] = [value]
    return (None if "content-disposition" in found else found), body


@lru_cache(1024)
def _key(name: str) -> str:
    """The name in lower case; empty for what is no name."""
    return name.lower() if name.isascii() and name.isprintable() and " " not in name else ""


def _text(found: Values, body: str) -> str | None:
    """What the letter says; None where that cannot be told at a glance."""
    encoding, said = _encoding(found), found.get("content-type")
    if said and (boundary := _BOUNDARY.fullmatch(said[0].strip())):
        usual = encoding in _AS_IT_STANDS and len(said) == 1
        return _plainest(f"\n{body}".split(f"\n--{boundary[1] or boundary[2]}")) if usual else None
    return _single(found, body, _PLAIN)


def _plainest(pieces: list[str]) -> str | None:
    """The plain one of two wordings, when the other says no more."""
    if len(pieces) != 4 or not (pieces[3] == "--" or pieces[3].startswith("--\n")):
        return None
    if not (pieces[1].startswith("\n") and pieces[2].startswith("\n")):
        return None
    (first, plain), (second, html) = _parted(pieces[1][1:]), _parted(pieces[2][1:])
    if first is None or second is None:
        return None
    text, markup = _single(first, plain, _PLAIN), _single(second, html, _HTML)
    return text if text is not None and markup is not None and is_said(markup, [text]) else None


def _single(found: Values, body: str, media_type: str) -> str | None:
    """The text below these headers, if it is of this type."""
    said = found.get("content-type", [_PLAIN])
    kind = _kind(said[0]) if len(said) == 1 else None
    if kind is None or kind.media_type != media_type:
        return None
    encoding = _encoding(found)
    if encoding in _AS_IT_STANDS:
        as_it_stands = kind.charset in _UNICODE and not body.startswith(_MARK)
        return body if as_it_stands or body.isascii() else None
    content = _content(body, encoding)
    return None if content is None else decode(content, kind.charset)


@lru_cache(256)
def _kind(said: str) -> _Kind | None:
    """The type of a text and its charset; None for a file, and where the letters of ASCII may be others."""
    part = Part()
    part["Content-Type"] = " ".join(said.split())
    try:
        charset, name = part.get_content_charset("") or "", part.get_filename()
    except (ValueError, LookupError, TypeError):
        return None
    known = charset in _UNICODE or charset in _BEYOND_ASCII
    return _Kind(part.get_content_type(), charset) if known and not name else None


def _encoding(found: Values) -> str:
    """How the content is written; a word that nothing knows where that is said twice."""
    said = found.get("content-transfer-encoding", ("",))
    return said[0].strip().lower() if len(said) == 1 else "twice"


def _content(body: str, encoding: str) -> bytes | None:
    """The bytes of the text; None where the encoding is broken or unknown."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body.encode())
    if encoding == "base64" and body.isascii():
        try:
            return binascii.a2b_base64(body.replace("\n", ""), strict_mode=True)
        except binascii.Error:
            return None
    return None
