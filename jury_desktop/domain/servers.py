"""Which mail servers are the mailbox's own: learned from the export, confirmed by the regisseur.

Only the Received line that an own server wrote proves an arrival, so that everything about lateness rests on
these names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.arrival import establish, from_received, is_own, receiving_host
from jury_desktop.domain.mail import Arrival, EvidenceKind, Mail, UnreadableMail

_RECEIVED = frozenset({EvidenceKind.OWN_RECEIVED, EvidenceKind.OTHER_RECEIVED})


def reconsider(arrival: Arrival, own_servers: Sequence[str]) -> Arrival:
    """The arrival once the own servers are known, or have changed; all other evidence stays as it was."""
    lines = [item.raw for item in arrival.evidence if item.kind in _RECEIVED]
    others = [item for item in arrival.evidence if item.kind not in _RECEIVED]
    return establish((*from_received(lines, own_servers), *others))


def suggest_own_servers(mails: Iterable[Mail | UnreadableMail]) -> tuple[str, ...]:
    """The receiving domain that nearly all topmost Received lines share, for the regisseur to confirm.

    A sender decides about one message, never about the last hop of most of a mailbox. Empty when fewer than
    three messages, or less than three quarters of those with a Received line, agree.
    """
    hosts = [host for mail in mails if (host := last_hop(mail))]
    if not hosts:
        return ()
    domain, count = Counter(".".join(host.split(".")[-2:]) for host in hosts).most_common(1)[0]
    if count < 3 or count * 4 < len(hosts) * 3:
        return ()
    return (_shared_suffix([host for host in hosts if is_own(host, (domain,))]),)


class Basis(StrEnum):
    """Why servers count as the mailbox's own."""

    CALL = "call"
    """The call names them."""
    SHARED = "shared"
    """They lie under the address that candidacies are sent to, or received nearly all messages."""
    LAST_HOP = "last_hop"
    """Nothing tells them apart: for each message the last server it passed is taken for an own one."""


@dataclass(frozen=True, slots=True)
class Receiving:
    """The servers whose Received line proves arrival, and why these."""

    servers: tuple[str, ...]
    basis: Basis


def receiving_servers(
    mails: Sequence[Mail | UnreadableMail], configured: Sequence[str], address: str
) -> Receiving:
    """The servers whose Received line proves arrival in this mailbox.

    The configured ones, as soon as one of them received anything here. A mailbox of which they received
    nothing came in elsewhere: then the servers of the address that candidacies are sent to, else what nearly
    all messages share, else the last hop of each message. What is learned so is for the regisseur to confirm.
    """
    hosts = {host for mail in mails if (host := last_hop(mail))}
    if not hosts or any(is_own(host, configured) for host in hosts):
        return Receiving(tuple(configured), Basis.CALL)
    domain = address.rpartition("@")[2]
    if domain and any(is_own(host, (domain,)) for host in hosts):
        return Receiving((domain,), Basis.SHARED)
    if shared := suggest_own_servers(mails):
        return Receiving(shared, Basis.SHARED)
    return Receiving(tuple(sorted(hosts)), Basis.LAST_HOP)


def last_hop(mail: Mail | UnreadableMail) -> str:
    """The host that wrote the topmost Received line, in lower case; empty where there is none."""
    top = next((item for item in mail.arrival.evidence if item.kind in _RECEIVED), None)
    host = receiving_host(top.raw) if top else ""
    return host if "." in host else ""


def _shared_suffix(hosts: Sequence[str]) -> str:
    shared = hosts[0].split(".")
    for host in hosts:
        labels = host.split(".")
        while labels[-len(shared) :] != shared:
            shared = shared[1:]
    return ".".join(shared)
