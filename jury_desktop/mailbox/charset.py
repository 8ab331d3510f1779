"""Bytes of unknown make into clean text: the declared charset, else UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, declared: str = "") -> str:
    """The text of the bytes; a wrong or unknown charset costs at most some letters, never an error."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return clean(data.decode(name, "replace"))
    for name in (declared, "utf-8"):
        if _is_text_codec(name):
            try:
                return clean(data.decode(name))
            except (UnicodeError, ValueError):
                continue
    return clean(data.decode("cp1252", "replace"))


def clean(text: str) -> str:
    """The text without NUL and lone surrogates, which no database keeps, and with single line ends."""
    if "\0" in text or not text.isascii():
        text = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_text_codec(name: str) -> bool:
    try:
        return bool(name) and getattr(codecs.lookup(name), "_is_text_encoding", False)
    except (LookupError, ValueError, UnicodeError):
        return False
