"""When did a message arrive, who says so, and was it in time?

The sender's word never decides: the Date header and the lower Received lines are shown and nothing more
(intake.md, "Did it arrive in time?"). A file shows consistency, not authenticity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from jury_desktop.domain.mail import Arrival, Evidence, EvidenceKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.moments import parse_moment

DECIDING = (
    EvidenceKind.STATED,
    EvidenceKind.MAPI_DELIVERY,
    EvidenceKind.EMLX_RECEIVED,
    EvidenceKind.MBOX_FROM,
    EvidenceKind.OWN_RECEIVED,
)
"""The evidence that may decide, strongest first."""
_STRENGTH = {kind: rank for rank, kind in enumerate(DECIDING)}
_WITH_ZONE = frozenset(DECIDING) - {EvidenceKind.MBOX_FROM}
"""What proves an arrival as soon as its moment has a zone; a From_ line seldom does (see from_mbox_line)."""
DISPUTE = timedelta(seconds=60)
"""Proofs that lie further apart than this contradict each other (intake.md)."""

_TAKEOUT = re.compile(
    r"^From \d{10,25}@xxx \w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<clock>\S+) (?P<zone>[+-]\d{4})"
    r" (?P<year>\d{4})$"
)
_BY = re.compile(r"^(?:from\s+\S+\s+)?by\s+([^\s;]+)|\sby\s+([^\s;]+)", re.IGNORECASE)
_SIMPLY_BY = re.compile(
    r"(?:from\s++[^\s();]++\s++(?:\((?:[^()]++|\([^()]*+\))*+\)\s++)*+)?by\s++([^\s();]++)(?=[\s;(])",
    re.IGNORECASE,
)
"""How nearly every Received line begins: who sent it, remarks between brackets, who received it."""
_BRACKET = re.compile(r"([()])")


class Verdict(StrEnum):
    """In time, late, inside the last minute or disputed, or without any proof."""

    IN_TIME = "in_time"
    LATE = "late"
    BORDERLINE = "borderline"
    UNKNOWN = "unknown"


def establish(evidence: Sequence[Evidence]) -> Arrival:
    """The arrival that the strongest usable evidence gives; of equals, the first (topmost) one.

    A message from Sent Items or Drafts proves nothing, whatever it carries: only the regisseur can say more.
    """
    proofs = [item for item in evidence if item.at is not None and item.kind in _STRENGTH]
    if proofs and is_sent_copy(evidence):
        proofs = [item for item in proofs if item.kind is EvidenceKind.STATED]
    decisive = min(proofs, key=_strength) if proofs else None
    return Arrival(decisive.at if decisive else None, decisive, tuple(evidence))


def _strength(proof: Evidence) -> int:
    return _STRENGTH[proof.kind]


def is_sent_copy(evidence: Sequence[Evidence]) -> bool:
    """Whether the message lay among what the mailbox itself sent, or had not sent yet."""
    return EvidenceKind.SENT_COPY in [item.kind for item in evidence]


def stated(arrival: Arrival, at: datetime, reason: str) -> Arrival:
    """The arrival as the regisseur establishes it (aware moment), with the reason; it decides from now on."""
    found = [item for item in arrival.evidence if item.kind is not EvidenceKind.STATED]
    return establish((Evidence(EvidenceKind.STATED, reason, at), *found))


def judge(arrival: Arrival, deadline: datetime) -> Verdict:
    """Whether it was in time: everything through the last second of the minute of the deadline is.

    Borderline is what arrived inside that minute, what two proofs contradict each other about, and what an
    own server received in time according to a line that the sender may have written himself.
    """
    if arrival.at is None:
        return Verdict.UNKNOWN
    if is_stated(arrival):
        return Verdict.LATE if is_late(arrival, deadline) else Verdict.IN_TIME
    if _disputed(arrival, deadline) or _in_last_minute(arrival.at, deadline) or _overtaken(arrival, deadline):
        return Verdict.BORDERLINE
    return Verdict.LATE if is_late(arrival, deadline) else Verdict.IN_TIME


def is_stated(arrival: Arrival) -> bool:
    """Whether the regisseur established the moment."""
    return arrival.decisive is not None and arrival.decisive.kind is EvidenceKind.STATED


def grounds(arrival: Arrival, deadline: datetime) -> Message:
    """Which rule gives the verdict, as a sentence for the regisseur."""
    if arrival.at is None:
        return _unproven(arrival)
    if is_stated(arrival):
        return say("intake.arrival_stated")
    if _disputed(arrival, deadline):
        proofs = _proofs(arrival)
        return say("intake.arrival_disputed", seconds=round((max(proofs) - min(proofs)).total_seconds()))
    if _in_last_minute(arrival.at, deadline):
        return say("intake.arrival_last_minute")
    if _overtaken(arrival, deadline):
        return say("intake.arrival_overtaken")
    return say("intake.arrival_late" if is_late(arrival, deadline) else "intake.arrival_in_time")


def _unproven(arrival: Arrival) -> Message:
    if is_sent_copy(arrival.evidence):
        return say("intake.arrival_sent_copy")
    if any(item.kind in _WITH_ZONE and item.at is None for item in arrival.evidence):
        return say("intake.arrival_zone_unknown")
    return say("intake.arrival_unproven")


def _proofs(arrival: Arrival) -> list[datetime]:
    return [item.at for item in arrival.evidence if item.kind in DECIDING and item.at is not None]


def _disputed(arrival: Arrival, deadline: datetime) -> bool:
    """Whether two proofs lie more than a minute apart, or on different sides of the deadline."""
    proofs, closes = [*_proofs(arrival), *([arrival.at] if arrival.at else [])], _closes(deadline)
    return max(proofs) - min(proofs) > DISPUTE or len({moment < closes for moment in proofs}) > 1


def _overtaken(arrival: Arrival, deadline: datetime) -> bool:
    """Whether another server received it too late after the own one had it in time.

    Honest mail may take that way, when it is handed on. But each server writes its line above all others, so
    the own line was in the message when the other came by it: a sender may have put it there.
    """
    if arrival.decisive is None or arrival.decisive.kind is not EvidenceKind.OWN_RECEIVED:
        return False
    above = takewhile(lambda item: item.kind is EvidenceKind.OTHER_RECEIVED, _hops(arrival))
    later = any(item.at is not None and item.at >= _closes(deadline) for item in above)
    return later and not is_late(arrival, deadline)


def _hops(arrival: Arrival) -> list[Evidence]:
    """The Received lines, topmost first."""
    hops = (EvidenceKind.OWN_RECEIVED, EvidenceKind.OTHER_RECEIVED)
    return [item for item in arrival.evidence if item.kind in hops]


def _in_last_minute(at: datetime, deadline: datetime) -> bool:
    closes = _closes(deadline)
    return closes - timedelta(minutes=1) <= at < closes


def is_late(arrival: Arrival, deadline: datetime) -> bool:
    """Whether the deciding evidence lies after the last second of the deadline; unproven is not late."""
    return arrival.at is not None and arrival.at >= _closes(deadline)


def received_by(arrival: Arrival) -> str:
    """The header or property that proved it, as found: "Received: from … by mx1.stad.example …"; or empty."""
    if arrival.decisive is None:
        return ""
    return f"{_PROPERTY[arrival.decisive.kind]}: {arrival.decisive.raw}"


STATED_BY = "regisseur"
"""What stands before the reason, where the proof is that the regisseur established the arrival."""
_PROPERTY = {
    EvidenceKind.STATED: STATED_BY,
    EvidenceKind.MAPI_DELIVERY: "PidTagMessageDeliveryTime (0x0E06)",
    EvidenceKind.EMLX_RECEIVED: "emlx date-received",
    EvidenceKind.MBOX_FROM: "mbox",
    EvidenceKind.OWN_RECEIVED: "Received",
}


def receiving_host(received: str) -> str:
    """The ``by`` host of a Received line in lower case; what stands in comments or in HELO does not count."""
    if simply := _SIMPLY_BY.match(received):
        return simply[1].rstrip(".").lower()
    found = _BY.search(" ".join(_without_comments(received).partition(";")[0].split()))
    return (found[1] or found[2]).rstrip(".").lower() if found else ""


@lru_cache(maxsize=16)
def _without_comments(header: str) -> str:
    """The header without what stands in brackets, at any depth; one that is never closed stays."""
    kept: list[str] = []
    opened: list[int] = []
    for piece in _BRACKET.split(header):
        if piece == ")" and opened:
            del kept[opened.pop() :]
            kept.append(" ")
            continue
        if piece == "(":
            opened.append(len(kept))
        kept.append(piece)
    return "".join(kept)


def from_received(lines: Sequence[str], own_servers: Sequence[str]) -> tuple[Evidence, ...]:
    """The Received lines, topmost first, as evidence: only the topmost one of an own server is a proof.

    Lines below it were in the message when it came in, so they are the sender's, whatever host they name.
    """
    evidence = []
    proven = False
    for line in lines:
        own = not proven and is_own(receiving_host(line), own_servers)
        proven = proven or own
        kind = EvidenceKind.OWN_RECEIVED if own else EvidenceKind.OTHER_RECEIVED
        evidence.append(Evidence(kind, line, parse_moment(_dated(line))))
    return tuple(evidence)


def _dated(received: str) -> str:
    """What stands behind the last semicolon that is in no remark."""
    last = received.rpartition(";")[2]
    if "(" in last or ")" in last:
        return _without_comments(received).rpartition(";")[2]
    return last


def is_own(host: str, own_servers: Sequence[str]) -> bool:
    """Whether the host is one of the own servers, or lies under the domain one of them names."""
    return _is_own(host, tuple(own_servers))


@lru_cache(maxsize=1024)
def _is_own(host: str, own_servers: tuple[str, ...]) -> bool:
    servers = [server.strip().lower().lstrip(".") for server in own_servers]
    return any(host == server or host.endswith("." + server) for server in servers if server)


def from_mbox_line(line: str) -> Evidence:
    """The From_ line of an mbox as evidence.

    Only Google Takeout is known to write the moment of arrival, with its zone. Others write a time without
    a zone, the moment of export, or the sender's date: shown, without a moment.
    """
    text = " ".join(line.split())
    found = _TAKEOUT.match(text)
    moment = found and parse_moment(
        f"{found['day']} {found['month']} {found['year']} {found['clock']} {found['zone']}"
    )
    return Evidence(EvidenceKind.MBOX_FROM, text, moment)


def _closes(deadline: datetime) -> datetime:
    """The first moment that is too late, in UTC, so that a change of the clock cannot bend the sum."""
    return deadline.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
