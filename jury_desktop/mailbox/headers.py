"""The headers of a message as clean text, whatever the sender wrote into them."""

from __future__ import annotations

import base64
import binascii
import re
from email import utils
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from functools import lru_cache
from typing import Any

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean, decode

_LENIENTLY: dict[str, Any] = {"strict": False} if hasattr(utils, "supports_strict_parsing") else {}
"""Newer Pythons give nothing at all where one address is odd; here what is odd is mended or shown."""
_REMEMBERED = 200
"""Characters of a list of addresses up to which it may come again."""
_LONGEST = 100 * limits.HEADER_CHARACTERS
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_WORD = r"[^\s()<>@,:;\\\"\[\]]+"
_ONE = rf"(?:(?:\"([^\"\\]*)\" ?|({_WORD}(?: {_WORD})*) ?)?<({_EMAIL})>|({_EMAIL}))"
_USUAL = re.compile(_ONE)
_USUAL_ADDRESSES = re.compile(rf"{_ONE}(?:, ?{_ONE})*")
_NO_ADDRESS = re.compile(r"^[^@]+$|[\s\"<>]")
_ALONE = re.compile(rf"([^<>@]*?)(?:\s|\s?<)(?:mailto:)?({_EMAIL})>?", re.IGNORECASE)
_BRACKETED = re.compile(r"<[^<>]*>?")
_IDENTIFIER = re.compile(r"<([^<>\s]{1,400})>")


class Headers:
    """The headers of a message alone, each value unfolded when it is first asked for.

    :param by_name: every value in order, by the name in lower case.
    """

    __slots__ = ("_unfolded", "by_name")

    def __init__(self, by_name: dict[str, list[str]]) -> None:
        self.by_name = by_name
        self._unfolded: dict[str, list[str]] = {}

    def values(self, name: str) -> list[str]:
        """Every value of a header, topmost first, unfolded, not decoded, of bearable length."""
        found = self._unfolded.get(name)
        if found is None:
            raw = self.by_name.get(name.lower(), ())
            found = [_unfolded(value) for value in raw if len(value) <= _LONGEST] if raw else []
            self._unfolded[name] = found
        return found


Headed = Message | Headers
"""What headers are asked of."""


def of(message: Headed) -> Headers:
    """The headers of a message or part, looked through once: nobody changes them any more."""
    if isinstance(message, Headers):
        return message
    known: Headers | None = message.__dict__.get("_by_name")
    if known is None:
        by_name: dict[str, list[str]] = {}
        for key, value in message.raw_items():
            by_name.setdefault(key.lower(), []).append(str(value))
        known = message.__dict__["_by_name"] = Headers(by_name)
    return known


def values(message: Headed, name: str) -> list[str]:
    """Every value of a header, topmost first, unfolded, not decoded, of bearable length."""
    return of(message).values(name)


def value(message: Headed, name: str) -> str:
    """The first value of a header, not decoded; empty where there is none."""
    found = of(message).values(name)
    return found[0] if found else ""


def text(message: Headed, name: str) -> str:
    """The first value of a header, decoded for people."""
    return decoded(value(message, name))


def decoded(raw: str) -> str:
    """A header value with its encoded words (RFC 2047) made readable; broken ones stay as they are."""
    if "=?" not in raw:
        return raw if _is_one_line(raw) else " ".join(clean(raw).split())
    try:
        chunks = decode_header(raw)
    except (ValueError, LookupError, HeaderParseError):
        return " ".join(clean(raw).split())
    joined = "".join(
        decode(chunk, charset or "") if isinstance(chunk, bytes) else chunk for chunk, charset in chunks
    )
    return " ".join(clean(joined or raw).split())


def addresses(message: Headed, *names: str) -> list[tuple[str, str]]:
    """(display name, address) of every address in these headers."""
    return [pair for name in names for raw in values(message, name) for pair in _addresses(raw)]


def _addresses(raw: str) -> tuple[tuple[str, str], ...]:
    return _addresses_again(raw) if len(raw) <= _REMEMBERED else _addresses_in(raw)


def _addresses_in(raw: str) -> tuple[tuple[str, str], ...]:
    return tuple((decoded(name), clean(email).strip()) for name, email in _pairs(raw) if email or name)


_addresses_again = lru_cache(4096)(_addresses_in)
"""The same people write again and again, and nearly all to the same address."""


def _pairs(raw: str) -> list[tuple[str, str]]:
    """Name and address of each; the usual ones without ``getaddresses``, which is slow."""
    if _USUAL_ADDRESSES.fullmatch(raw):
        found = _USUAL.findall(raw)
        return [(quoted or plain, within or bare) for quoted, plain, within, bare in found]
    try:
        found = utils.getaddresses([raw], **_LENIENTLY)
    except (ValueError, IndexError, TypeError):
        return []
    return _mended(raw, found) if any(_NO_ADDRESS.search(email) for _, email in found) else found


def _mended(raw: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A name that nobody put between quotes ("Peeters, Jan <…>") put right: a part passed for an address."""
    if alone := _ALONE.fullmatch(raw):
        return [(alone[1].strip(" ,;\"'"), alone[2])]
    return found if "@" in raw else [(_BRACKETED.sub("", raw).strip(), "")]


def sender(message: Headed) -> tuple[str, str]:
    """Who wrote it: From, else Sender, else Return-Path; two empty strings where none says."""
    for name in ("From", "Sender", "Return-Path"):
        if found := addresses(message, name):
            return found[0]
    return "", ""


def identifiers(message: Headed, name: str) -> list[str]:
    """The Message-IDs in a header, without their brackets, in order and once each."""
    lines = values(message, name)
    if not lines:
        return []
    if len(lines) == 1 and (alone := _IDENTIFIER.fullmatch(lines[0])) and lines[0].isascii():
        return [alone[1]]
    found = (item for raw in lines for item in _IDENTIFIER.findall(raw))
    return [clean(item) for item in dict.fromkeys(found)][: limits.IDENTIFIERS]


def message_id(message: Headed) -> str:
    """Its own Message-ID without brackets; empty where it has none."""
    found = identifiers(message, "Message-ID")
    return found[0] if found else clean(value(message, "Message-ID")).strip(" <>")[:400]


def conversation(message: Headed) -> list[str]:
    """The key of Outlook's conversation, bytes 6 to 21 of Thread-Index, as one identifier; else nothing."""
    written = value(message, "Thread-Index")
    if not written:
        return []
    try:
        index = base64.b64decode(written, validate=True)
    except (ValueError, binascii.Error):
        return []
    return [f"thread-index:{index[6:22].hex()}"] if len(index) >= 22 else []


def _is_one_line(text: str) -> bool:
    """Whether nothing about its white space needs a change, as in nearly all headers."""
    return text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]


def _unfolded(raw: str) -> str:
    """One line; raw bytes above ASCII, which come as surrogates, become the letters they most likely are."""
    if len(raw) <= limits.HEADER_CHARACTERS and _is_one_line(stripped := raw.strip(" ")):
        return stripped
    line = " ".join(raw[: limits.HEADER_CHARACTERS].split())
    if line.isascii():
        return line
    return decode(line.encode("utf-8", "surrogateescape"))
