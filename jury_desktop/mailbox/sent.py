"""What lies in Sent Items or Drafts: it carries times like any message, but it never came in."""

from __future__ import annotations

import re
from email.message import Message

from jury_desktop.mailbox import headers

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
_PARTS = re.compile(r"[/\\›]|\s·\s\d+$")
_ENDING = re.compile(r"(?:-\d+)?\.(?:mbox|mbx|sbd|zip)$|-\d+$")
_LABEL = re.compile(r"\s*,\s*")


def by_place(source: str) -> str:
    """The folder in a source ("pst/Verzonden items · 12") that holds sent mail or drafts; else empty."""
    parts = (part.strip() for part in _PARTS.split(source))
    return next((part for part in parts if _ENDING.sub("", part.casefold()) in _FOLDERS), "")


def by_headers(message: Message) -> str:
    """The header that says a mail program kept it as sent or as a draft; else empty."""
    for name in ("X-Unsent", "X-Mozilla-Draft-Info"):
        if found := headers.value(message, name):
            return f"{name}: {found}"
    labels = headers.text(message, "X-Gmail-Labels")
    kept = any(label.casefold() in _FOLDERS for label in _LABEL.split(labels))
    return f"X-Gmail-Labels: {labels}" if kept else ""
