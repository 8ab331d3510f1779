"""Mail that no person wrote to hand in a candidacy: told by its headers, never by guessing at its words."""

from __future__ import annotations

import re
from email.message import Message as Part

from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox import headers
from jury_desktop.mailbox.headers import Headed

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
_SIGNS = frozenset(
    {"auto-submitted", "x-autoreply", "x-autorespond", "content-class", "list-id", "list-unsubscribe"}
    | {"precedence"}
)
"""Headers of which one stands in nearly all such mail, and none in a letter."""
_SHORT = 20
_MEETING = frozenset({"request", "reply", "cancel", "counter"})


def automatic(message: Part) -> Message | None:
    """Why this cannot be a candidacy, or None: bounce, receipt, out of office, meeting, newsletter."""
    if message.get_content_type() == "multipart/report":
        receipt = "disposition" in headers.value(message, "Content-Type").lower()
        return say("intake.receipt" if receipt else "intake.bounce")
    return by_headers(message, invites=_meets(message))


def by_headers(found: Headed, *, invites: bool = False) -> Message | None:
    """The same by the headers alone; ``invites``: whether the message holds an invitation."""
    if _answers_nobody(found):
        return say("intake.bounce")
    if _AWAY.match(headers.text(found, "Subject")):
        return say("intake.automatic_reply")
    if invites or not _SIGNS.isdisjoint(headers.of(found).by_name):
        return _by_signs(found, invites)
    return None


def _by_signs(found: Headed, invites: bool) -> Message | None:
    submitted = headers.value(found, "Auto-Submitted").lower().partition(";")[0].strip()
    marked = headers.value(found, "X-Autoreply") or headers.value(found, "X-Autorespond")
    if marked or submitted not in ("", "no"):
        return say("intake.automatic_reply")
    kind = headers.value(found, "Content-Class").lower()
    if invites or "calendarmessage" in kind:
        return say("intake.meeting")
    if kind.startswith(_ITEMS):
        return say("intake.outlook_item")
    listed = headers.value(found, "List-Id") or headers.value(found, "List-Unsubscribe")
    if listed or headers.value(found, "Precedence").lower() in _BULK:
        return say("intake.newsletter")
    return None


def _answers_nobody(found: Headed) -> bool:
    """Delivery reports and receipts: an empty Return-Path, or a mail server as the writer."""
    path = headers.value(found, "Return-Path")
    nobody = len(path) < _SHORT and "".join(path.split()) == "<>"
    return nobody or _BOUNCE.match(headers.sender(found)[1]) is not None


def _meets(message: Part) -> bool:
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
