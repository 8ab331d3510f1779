"""What ``--json`` prints about the mail: plain values with exactly the fields of ``docs/cli.md``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from jury_desktop import wording
from jury_desktop.cli.views import moment
from jury_desktop.domain.arrival import received_by
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.mail import UnreadableMail, warnings
from jury_desktop.services.proof import MailServers, ProofChange
from jury_desktop.services.review import Review, ReviewRow
from jury_desktop.services.take_back import LastImport


def account_view(found: Review, last: LastImport | None, language: str) -> dict[str, Any]:
    """What became of every message that was ever read, and every message that was kept."""
    counts = asdict(found.account)
    return {
        "messages": counts.pop("read"),
        **counts,
        "servers": servers_view(found.servers),
        "last_import": None if last is None else last_import_view(last),
        "entries": [message_view(row, language) for row in found.rows],
    }


def servers_view(found: MailServers) -> dict[str, Any]:
    """The own mail servers, and who says so."""
    return {
        "servers": list(found.servers),
        "trust": found.trust.value,
        "to_confirm": found.to_confirm,
        "seen": [{"host": host, "messages": count} for host, count in found.seen],
    }


def message_view(row: ReviewRow, language: str) -> dict[str, Any]:
    """A message with its place, and what proves when it arrived."""
    placed = row.placed
    return {
        **judged_view(placed),
        "kind": placed.kind.value,
        "candidacy": row.home.reference if row.home else None,
        "sender": placed.mail.sender.email or placed.mail.sender.name,
        "subject": placed.mail.subject,
        "reason": wording.render(placed.entry.reason, language),
        "confirmed": placed.confirmed,
        "copies": list(row.copies),
        "warnings": [wording.render(note, language) for note in warnings(placed.mail)],
    }


def unreadable_view(row: ReviewRow, language: str) -> dict[str, Any]:
    """A message that nobody could read, with why; ``answer_by`` once its sender was asked for another."""
    mail = row.placed.mail
    why = mail.reason if isinstance(mail, UnreadableMail) else row.placed.entry.reason
    return {
        **message_view(row, language),
        "unreadable": wording.render(why, language),
        "answer_by": row.asked.isoformat() if row.asked else None,
    }


def judged_view(placed: Placed) -> dict[str, Any]:
    """A message with its arrival and the verdict on it."""
    arrival = placed.mail.arrival
    return {
        "sha256": placed.mail.sha256,
        "source": placed.mail.source,
        "received_at": moment(arrival.at),
        "received_by": received_by(arrival),
        "verdict": placed.entry.verdict.value,
        "late": placed.entry.late,
    }


def judged_again_view(change: ProofChange) -> list[dict[str, Any]]:
    """The messages about which another proof says something else now."""
    return [judged_view(placed) for placed in _turned(change)]


def last_import_view(last: LastImport) -> dict[str, Any]:
    """The import that can be taken back."""
    return {"names": last.names, "at": moment(last.at), "messages": last.read}


def _turned(change: ProofChange) -> Iterable[Placed]:
    pairs = zip(change.before, change.after, strict=True)
    return (new for old, new in pairs if old.entry.verdict is not new.entry.verdict)
