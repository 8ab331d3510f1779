"""Mail that no person wrote to hand in a candidacy: told by its headers, never by guessing at its words."""

from __future__ import annotations

import re
from email.message import Message as Part

from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import headers

_AWAY = re.compile(
    r"^\s*(?:automatisch antwoord|automatic reply|out of office|afwezig|afwezigheidsbericht|niet op kantoor|"
    r"réponse automatique|automatische antwort)\b",
    re.IGNORECASE,
)
_BOUNCE = re.compile(r"^(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]+)@", re.IGNORECASE)
_BULK = frozenset({"bulk", "list", "junk"})
_ITEMS = tuple(
    f"urn:content-classes:{kind}" for kind in ("appointment", "person", "task", "note", "activity", "object")
)
"""What Exchange calls things that are no messages."""
_MEETING = frozenset({"request", "reply", "cancel", "counter"})


def automatic(message: Part) -> Message | None:
    """Why this cannot be a candidacy, or None: bounce, receipt, out of office, meeting, newsletter."""
    if reason := _report(message):
        return say(reason)
    submitted = headers.value(message, "Auto-Submitted").lower().partition(";")[0].strip()
    away = _AWAY.match(headers.text(message, "Subject"))
    marked = headers.value(message, "X-Autoreply") or headers.value(message, "X-Autorespond")
    if away or marked or submitted not in ("", "no"):
        return say("intake.automatic_reply")
    if _meets(message):
        return say("intake.meeting")
    if headers.value(message, "Content-Class").lower().startswith(_ITEMS):
        return say("intake.outlook_item")
    listed = headers.value(message, "List-Id") or headers.value(message, "List-Unsubscribe")
    if listed or headers.value(message, "Precedence").lower() in _BULK:
        return say("intake.newsletter")
    return None


def _report(message: Part) -> str | None:
    """Delivery reports and receipts: multipart/report, or nobody to answer to (an empty Return-Path)."""
    if message.get_content_type() == "multipart/report":
        receipt = "disposition" in headers.value(message, "Content-Type").lower()
        return "intake.receipt" if receipt else "intake.bounce"
    nobody = "".join(headers.value(message, "Return-Path").split()) == "<>"
    if nobody or _BOUNCE.match(headers.sender(message)[1]):
        return "intake.bounce"
    return None


def _meets(message: Part) -> bool:
    if "calendarmessage" in headers.value(message, "Content-Class").lower():
        return True
    parts = message.get_payload() if message.is_multipart() else [message]
    return any(_invites(part) for part in parts if isinstance(part, Part)) or any(
        _invites(inner)
        for part in parts
        if isinstance(part, Part)
        and part.get_content_type() == "multipart/alternative"
        and part.is_multipart()
        for inner in part.get_payload()
        if isinstance(inner, Part)
    )


def _invites(part: Part) -> bool:
    if part.get_content_type() != "text/calendar":
        return False
    found = re.search(r"method\s*=\s*\"?(\w+)", headers.value(part, "Content-Type"), re.IGNORECASE)
    return bool(found) and found is not None and found[1].lower() in _MEETING
