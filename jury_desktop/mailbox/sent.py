"""What lies in Sent Items or Drafts: it carries times like any message, but it never came in."""

from __future__ import annotations

import re
from base64 import b64decode
from functools import lru_cache

from jury_desktop.mailbox import headers
from jury_desktop.mailbox.headers import Headed

_FOLDERS = frozenset(
    {
        "concepten",
        "drafts",
        "outbox",
        "postvak uit",
        "sent",
        "sent items",
        "sent mail",
        "sent messages",
        "unsent messages",
        "verstuurd",
        "verzonden",
        "verzonden berichten",
        "verzonden e-mail",
        "verzonden items",
        "brouillons",
        "messages envoyés",
        "éléments envoyés",
    }
)
"""How Outlook, Thunderbird, Gmail and Apple Mail call these folders in Dutch, English and French."""
_SIGNS = frozenset({"x-unsent", "x-mozilla-draft-info", "x-gmail-labels"})
_PARTS = re.compile(r"[/\\›]")
_ENDING = re.compile(r"(?:-\d+)?\.(?:mbox|mbx|sbd|zip)$|-\d+$")
_IMAP = re.compile(r"&([A-Za-z0-9+,]{0,200})-")
_LABEL = re.compile(r"\s*,\s*")


def by_place(source: str) -> str:
    """The folder in a source ("pst/Verzonden items · 12") that holds sent mail or drafts; else empty."""
    place, numbered, number = source.rpartition(" · ")
    return _folder(place if numbered and number.isdecimal() else source)


@lru_cache(256)
def _folder(place: str) -> str:
    parts = (part.strip() for part in _PARTS.split(place))
    return next((part for part in parts if _is_sent(part)), "")


def _is_sent(folder: str) -> bool:
    """By its name, or by one of those that a Maildir joins with dots, as in ".INBOX.Sent.2023"."""
    named = _ENDING.sub("", _spelled(folder).casefold())
    return not _FOLDERS.isdisjoint(named.split(".") if named.startswith(".") else (named,))


def _spelled(folder: str) -> str:
    """The name of a folder as people read it: IMAP writes an é as ``&AOk-`` (RFC 3501, 5.1.3)."""

    def letters(found: re.Match[str]) -> str:
        coded = found[1].replace(",", "/")
        try:
            return b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-16-be") if coded else "&"
        except ValueError:
            return found[0]

    return _IMAP.sub(letters, folder)


def by_headers(message: Headed) -> str:
    """The header that says a mail program kept it as sent or as a draft; else empty."""
    if _SIGNS.isdisjoint(headers.of(message).by_name):
        return ""
    for name in ("X-Unsent", "X-Mozilla-Draft-Info"):
        if found := headers.value(message, name):
            return f"{name}: {found}"
    labels = headers.text(message, "X-Gmail-Labels")
    kept = any(label.casefold() in _FOLDERS for label in _LABEL.split(labels))
    return f"X-Gmail-Labels: {labels}" if kept else ""
