"""What kind of file an export is: told by its content, never by its extension alone."""

from __future__ import annotations

import re
from enum import StrEnum

from jury_desktop.mailbox.mbox import is_mark
from jury_desktop.mailbox.names import extension

HEAD = 64 * 1024
"""How much of a file is needed to tell."""

_BOM = b"\xef\xbb\xbf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TNEF = b"\x78\x9f\x3e\x22"
_HEADER = re.compile(rb"^[!-9;-~]{1,80}[ \t]*:")
_FOLDED = re.compile(rb"^[ \t]")
_MAIL_HEADER = re.compile(
    rb"^(?:from|to|cc|sender|date|subject|received|return-path|message-id|mime-version|content-type|delivered-to|"
    rb"content-transfer-encoding|in-reply-to|references|x-[\w-]+|dkim-signature|arc-[\w-]+)[ \t]*:",
    re.IGNORECASE,
)
_CSV_HEADS = (b"onderwerp", b"subject", b"hoofdtekst", b"body", b"van: (naam)", b"from: (name)")


class Format(StrEnum):
    """The files an officer may pick."""

    MBOX = "mbox"
    EML = "eml"
    ZIP = "zip"
    MSG = "msg"
    """A compound file; whether it holds a message shows deep within it."""
    TNEF = "tnef"
    PST = "pst"
    EMLX = "emlx"
    APPLE_PART = "emlxpart"
    """An attachment that Apple Mail keeps beside its message, and that came without it."""
    CSV = "csv"
    EMPTY = "empty"
    UNKNOWN = "unknown"


def detect(head: bytes, name: str) -> Format:
    """The format of a file from its first :data:`HEAD` bytes; the name only breaks a tie."""
    if not head.strip():
        return Format.EMPTY
    if extension(name) == Format.APPLE_PART:
        return Format.APPLE_PART
    if head.startswith(b"!BDN"):
        return Format.PST
    if head.startswith(_OLE):
        return Format.MSG
    if head.startswith(_TNEF):
        return Format.TNEF
    if head.startswith(b"PK\x03\x04"):
        return Format.ZIP
    return _detect_text(head.removeprefix(_BOM), name)


def _detect_text(head: bytes, name: str) -> Format:
    text = head.lstrip(b"\r\n")
    if text.startswith(b"From ") and is_mark(text, after_blank=True):
        return Format.MBOX
    first, _, rest = text.partition(b"\n")
    if first.strip().isdigit() and _is_mail(rest):
        return Format.EMLX
    if _is_csv(first, name):
        return Format.CSV
    if _is_mail(text) or (extension(name) == "eml" and b"\0" not in head[:1024]):
        return Format.EML
    return Format.UNKNOWN


def _is_mail(text: bytes) -> bool:
    """Whether it opens with header lines, at least one of which only mail has; no calendar does."""
    if text[:6].upper() == b"BEGIN:":
        return False
    known = False
    for number, line in enumerate(text.splitlines()[:200]):
        if not line.strip():
            break
        folded = _FOLDED.match(line)
        if not folded and not _HEADER.match(line):
            return known and number > 2
        known = known or _MAIL_HEADER.match(line) is not None
    return known


def _is_csv(first: bytes, name: str) -> bool:
    line = first.lower()
    separated = max(line.count(b","), line.count(b";"), line.count(b"\t")) >= 3
    return extension(name) == "csv" or (separated and sum(head in line for head in _CSV_HEADS) >= 2)
