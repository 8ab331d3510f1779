"""The headers of a message as clean text, whatever the sender wrote into them."""

from __future__ import annotations

import base64
import binascii
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean, decode

_LONGEST = 100 * limits.HEADER_CHARACTERS
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_WORD = r"[^\s()<>@,:;\\\"\[\]]+"
_ONE = rf"(?:(?:\"([^\"\\]*)\" ?|({_WORD}(?: {_WORD})*) ?)?<({_EMAIL})>|({_EMAIL}))"
_USUAL = re.compile(_ONE)
_USUAL_ADDRESSES = re.compile(rf"{_ONE}(?:, ?{_ONE})*")
_IDENTIFIER = re.compile(r"<([^<>\s]{1,400})>")


def values(message: Message, name: str) -> list[str]:
    """Every value of a header, topmost first, unfolded, not decoded, of bearable length."""
    found = by_name(message).get(name.lower())
    return [_unfolded(raw) for raw in found if len(raw) <= _LONGEST] if found else []


def value(message: Message, name: str) -> str:
    """The first value of a header, not decoded; empty where there is none."""
    found = values(message, name)
    return found[0] if found else ""


def by_name(message: Message) -> dict[str, list[str]]:
    """The values by the name of the header, made once for each message, which nobody changes any more."""
    index: dict[str, list[str]] | None = message.__dict__.get("_values_by_name")
    if index is None:
        index = message.__dict__["_values_by_name"] = {}
        for key, found in message.raw_items():
            index.setdefault(key.lower(), []).append(str(found))
    return index


def text(message: Message, name: str) -> str:
    """The first value of a header, decoded for people."""
    return decoded(value(message, name))


def decoded(raw: str) -> str:
    """A header value with its encoded words (RFC 2047) made readable; broken ones stay as they are."""
    if "=?" not in raw:
        return " ".join(clean(raw).split())
    try:
        chunks = decode_header(raw)
    except (ValueError, LookupError, HeaderParseError):
        return " ".join(clean(raw).split())
    joined = "".join(
        decode(chunk, charset or "") if isinstance(chunk, bytes) else chunk for chunk, charset in chunks
    )
    return " ".join(clean(joined or raw).split())


def addresses(message: Message, *names: str) -> list[tuple[str, str]]:
    """(display name, address) of every address in these headers."""
    pairs = (pair for name in names for raw in values(message, name) for pair in _pairs(raw))
    return [(decoded(name), clean(email).strip()) for name, email in pairs if email or name]


def _pairs(raw: str) -> list[tuple[str, str]]:
    """Name and address of each; the usual ones without ``getaddresses``, which is slow."""
    if _USUAL_ADDRESSES.fullmatch(raw):
        found = _USUAL.findall(raw)
        return [(quoted or plain, within or bare) for quoted, plain, within, bare in found]
    try:
        return getaddresses([raw])
    except (ValueError, IndexError, TypeError):
        return []


def sender(message: Message) -> tuple[str, str]:
    """Who wrote it: From, else Sender, else Return-Path; two empty strings where none says."""
    for name in ("From", "Sender", "Return-Path"):
        if found := addresses(message, name):
            return found[0]
    return "", ""


def identifiers(message: Message, name: str) -> list[str]:
    """The Message-IDs in a header, without their brackets, in order and once each."""
    found = (item for raw in values(message, name) for item in _IDENTIFIER.findall(raw))
    return [clean(item) for item in dict.fromkeys(found)][: limits.IDENTIFIERS]


def message_id(message: Message) -> str:
    """Its own Message-ID without brackets; empty where it has none."""
    found = identifiers(message, "Message-ID")
    return found[0] if found else clean(value(message, "Message-ID")).strip(" <>")[:400]


def conversation(message: Message) -> list[str]:
    """The key of Outlook's conversation, bytes 6 to 21 of Thread-Index, as one identifier; else nothing."""
    try:
        index = base64.b64decode(value(message, "Thread-Index"), validate=True)
    except (ValueError, binascii.Error):
        return []
    return [f"thread-index:{index[6:22].hex()}"] if len(index) >= 22 else []


def _unfolded(raw: str) -> str:
    """One line; raw bytes above ASCII, which come as surrogates, become the letters they most likely are."""
    line = " ".join(raw[: limits.HEADER_CHARACTERS].split())
    if line.isascii():
        return line
    return decode(line.encode("utf-8", "surrogateescape"))
