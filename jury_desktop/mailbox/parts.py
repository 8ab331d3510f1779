"""One part of a message: its content, its source, and what its headers say of it."""

from __future__ import annotations

import binascii
from collections.abc import Iterable
from email.errors import MessageError
from email.message import Message as Part
from email.policy import Compat32, compat32

from jury_desktop.mailbox import headers, limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.lift import Stretch, WholeError

_SOURCE = "_source"
"""Under this name a message within the message has its source with it."""


def content(part: Part) -> tuple[bytes, Stretch | None]:
    """The decoded content, or what is shown of it; where the encoding is broken, what can be decoded."""
    lifted: object = part.get_payload()
    if isinstance(lifted, Stretch):
        return lifted.shown, lifted
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b"", None


def whole(part: Part) -> bytes:
    """The decoded content, which must be seen whole.

    :raises WholeError: when it was lifted out of the message.
    """
    shown, lifted = content(part)
    if lifted is not None and len(shown) < lifted.size:
        raise WholeError
    return shown


def text(part: Part) -> bytes:
    """The decoded content of a text, or the lines at its beginning: as much as is read of a text.

    :raises WholeError: when less of it is shown.
    """
    shown, lifted = content(part)
    if lifted is None or len(shown) == lifted.size:
        return shown
    if len(shown) < limits.TEXT_BYTES:
        raise WholeError
    return shown[: shown.rfind(b"\n") + 1] or shown


def keep_sources(every: Iterable[Part]) -> None:
    """Writes the source of every message within the message, while the marks stand in it as text."""
    for part in every:
        payload = part.get_payload()
        if part.get_content_maintype() == "message" and isinstance(payload, list):
            for child in payload:
                assert isinstance(child, Part)
                child.__dict__[_SOURCE] = source(child)


class _AsTheyCame(Compat32):
    """Writes headers as they came, where ``email`` refuses to write them anew."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """The lines of a header."""
        return f"{name}: {value}\n".encode("utf-8", "surrogateescape")


def source(part: Part) -> bytes:
    """The source of a message within the message, written anew; as it came where that cannot be."""
    kept: bytes | None = part.__dict__.get(_SOURCE)
    if kept is not None:
        return kept
    try:
        return part.as_bytes(policy=compat32)
    except (MessageError, LookupError, TypeError, ValueError):
        return part.as_bytes(policy=_AsTheyCame())


def decoded(part: Part, child: Part) -> bytes | None:
    """What a message within a message stands for that came in base64, which none may (RFC 2046, 5.2.1).

    :return: None for one that is written as it should be.
    """
    letters = child.get_payload()
    coding = headers.value(part, "Content-Transfer-Encoding").lower()
    if coding != "base64" or child.keys() or not isinstance(letters, str):
        return None
    try:
        return binascii.a2b_base64(letters.encode("ascii", "replace"))
    except binascii.Error:
        return None


def filename(part: Part) -> str:
    """The name the sender gave, decoded; asked of clean copies of its headers, which may hold raw bytes."""
    said = {header: headers.value(part, header) for header in ("Content-Disposition", "Content-Type")}
    if not any("name" in value.lower() for value in said.values()):
        return ""
    copy = Part()
    for header, value in said.items():
        if value:
            copy[header] = value
    try:
        return headers.decoded(copy.get_filename("") or "")
    except (ValueError, TypeError, LookupError, AssertionError, binascii.Error):
        return ""


def disposition(part: Part) -> str:
    """How the sender meant it: "attachment", "inline" or anything else, in lower case."""
    return headers.value(part, "Content-Disposition").partition(";")[0].strip().lower()


def charset(part: Part) -> str:
    """The letters its text is said to be in; empty where that cannot be read."""
    try:
        return clean(part.get_content_charset("") or "")
    except (ValueError, LookupError, TypeError):
        return ""
