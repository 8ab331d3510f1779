"""The proof of arrival: which mail servers are our own, and what the regisseur establishes by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jury_desktop.domain.arrival import Verdict, is_late, is_own, judge, stated
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.mail import Arrival
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.servers import Basis, last_hop, receiving_servers, reconsider
from jury_desktop.services.admission import needs
from jury_desktop.services.bring import proven_anew
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json, record_change

_CONFIRMED = "mail.own_servers"
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*")


class Trust(StrEnum):
    """Who says that these servers are our own: the regisseur, the call, the export, or nobody.

    ``last_hop``: nothing tells our own server apart, so each message's last server counts until confirmed.
    """

    CONFIRMED = "confirmed"
    CALL = "call"
    LEARNED = "learned"
    LAST_HOP = "last_hop"


_TRUST = {Basis.CALL: Trust.CALL, Basis.SHARED: Trust.LEARNED, Basis.LAST_HOP: Trust.LAST_HOP}


@dataclass(frozen=True, slots=True)
class MailServers:
    """The own mail servers of a dossier.

    :param seen: the hosts that wrote the topmost Received line, with how many messages, most first.
    """

    servers: tuple[str, ...]
    trust: Trust
    seen: tuple[tuple[str, int], ...]

    @property
    def to_confirm(self) -> bool:
        """Whether every arrival rests on servers that nobody has named yet."""
        return self.trust in {Trust.LEARNED, Trust.LAST_HOP} and bool(self.servers)


@dataclass(frozen=True, slots=True)
class ProofChange:
    """What another proof changed: messages and candidacies before and after; ``servers`` as they were."""

    servers: str
    before: tuple[Placed, ...]
    after: tuple[Placed, ...]
    homes_before: tuple[Candidacy, ...]
    homes_after: tuple[Candidacy, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What naming these servers as our own would do.

    :param silent: those that wrote the topmost line of no message at all.
    :param changed: of how many messages the verdict on the arrival would become another.
    :param unproven: of how many of those nothing would prove the arrival any more.
    """

    silent: tuple[str, ...]
    changed: int
    unproven: int


def confirmed_servers(uow: UnitOfWork) -> tuple[str, ...]:
    """The servers the regisseur confirmed; empty as long as nobody did."""
    return tuple(uow.settings.get(_CONFIRMED).split())


def servers_of(uow: UnitOfWork, placed: Iterable[Placed]) -> MailServers:
    """The own servers with what the messages show."""
    mails = [each.mail for each in placed]
    seen = tuple(Counter(host for mail in mails if (host := last_hop(mail))).most_common())
    if confirmed := confirmed_servers(uow):
        return MailServers(confirmed, Trust.CONFIRMED, seen)
    found = receiving_servers(mails, uow.call.own_servers, uow.call.submission_email)
    return MailServers(found.servers, _TRUST[found.basis], seen)


@needs(Right.SEE_MAIL)
def mail_servers(dossier: Dossier) -> MailServers:
    """The own servers of the dossier."""
    with dossier.read() as uow:
        return servers_of(uow, uow.mails.all())


@needs(Right.KEEP_INTAKE)
def weigh_servers(dossier: Dossier, servers: Sequence[str]) -> Weighed:
    """What :func:`confirm_servers` would do with these; nothing is kept."""
    named = _named(servers)
    with dossier.read() as uow:
        call, everything = uow.call, uow.mails.all()
    hosts = {last_hop(placed.mail) for placed in everything}
    silent = tuple(name for name in named if not any(is_own(host, (name,)) for host in hosts))
    moved = [(old.entry.verdict, new.entry.verdict) for old, new in _moved(call, everything, named)]
    changed = [after for before, after in moved if after is not before]
    return Weighed(silent, len(changed), changed.count(Verdict.UNKNOWN))


@needs(Right.KEEP_INTAKE)
def confirm_servers(dossier: Dossier, servers: Sequence[str]) -> ProofChange:
    """The regisseur says which servers are our own; every arrival is judged again by them."""
    named = _named(servers)
    with dossier.change() as uow:
        old, everything = uow.settings.get(_CONFIRMED), uow.mails.all()
        moved = _moved(uow.call, everything, named)
        was = servers_of(uow, everything).servers
        uow.settings.set(_CONFIRMED, "\n".join(named))
        _keep(uow, moved)
        told = {"servers": list(named), "judged_again": len(moved)}
        uow.journal.append(
            "mail.servers_confirmed", "settings", "mail", old=as_json({"servers": was}), new=as_json(told)
        )
        return _followed(uow, moved, old)


@needs(Right.KEEP_INTAKE)
def state_arrival(dossier: Dossier, sha256: str, at: datetime, reason: str) -> ProofChange:
    """The regisseur establishes when a message arrived (aware moment), and says on what ground."""
    if not reason.strip():
        raise refuse("import.arrival_needs_reason")
    with dossier.change() as uow:
        old = uow.mails.get(sha256)
        new = _judged(uow.call, old, stated(old.mail.arrival, at, reason.strip()))
        _keep(uow, [(old, new)])
        subject = ("mail", old.mail.source)
        record_change(uow, "mail.arrival_stated", subject, _told(old), _told(new), reason.strip())
        return _followed(uow, [(old, new)], uow.settings.get(_CONFIRMED))


@needs(Right.KEEP_INTAKE)
def undo_proof(dossier: Dossier, change: ProofChange) -> None:
    """Puts the proof back as it was; refused when something changed in it since."""
    with dossier.change() as uow:
        kept = {placed.mail.sha256: placed for placed in uow.mails.all()}
        now = tuple(kept.get(placed.mail.sha256) for placed in change.after)
        homes = {candidacy.id: candidacy for candidacy in uow.candidacies.find()}
        if now != change.after or any(homes.get(home.id) != home for home in change.homes_after):
            raise RuleError(say("import.changed_since"))
        uow.settings.set(_CONFIRMED, change.servers)
        for placed in change.before:
            uow.mails.save(placed)
        for home, after in zip(change.homes_before, change.homes_after, strict=True):
            uow.candidacies.save(home)
            record_change(uow, "candidacy.restored", ("candidacy", home.reference), after, home)
        one = change.before[0].mail.source if len(change.before) == 1 else str(len(change.before))
        uow.journal.append("mail.proof_restored", "mail", one)


def _named(servers: Sequence[str]) -> tuple[str, ...]:
    """The names in lower case, each once.

    :raises JuryError: there is none, or one cannot be a server.
    """
    names = tuple(dict.fromkeys(name.strip().strip(".").lower() for name in servers if name.strip()))
    if not names:
        raise refuse("import.no_server")
    for name in names:
        if not _HOST.fullmatch(name):
            raise refuse("import.bad_server", name=name)
    return names


def _moved(call: Call, everything: Iterable[Placed], servers: Sequence[str]) -> list[tuple[Placed, Placed]]:
    """The messages about which these servers say something else, with what that becomes: a Received line
    may contradict the proof that decides."""
    moved = []
    for placed in everything:
        arrival = reconsider(placed.mail.arrival, servers)
        if arrival != placed.mail.arrival:
            moved.append((placed, _judged(call, placed, arrival)))
    return moved


def _judged(call: Call, placed: Placed, arrival: Arrival) -> Placed:
    verdict, late = judge(arrival, call.deadline), is_late(arrival, call.deadline)
    entry = replace(placed.entry, verdict=verdict, late=late)
    return replace(placed, mail=replace(placed.mail, arrival=arrival), entry=entry)


def _keep(uow: UnitOfWork, moved: Sequence[tuple[Placed, Placed]]) -> None:
    """Keeps the messages as they are judged now."""
    for _, placed in moved:
        uow.mails.save(placed)


def _followed(uow: UnitOfWork, moved: Sequence[tuple[Placed, Placed]], servers: str) -> ProofChange:
    """Lets the versions that the messages brought follow."""
    proofs = {new.mail.sha256: new for _, new in moved}
    homes = []
    for home in uow.candidacies.find():
        if (new := proven_anew(uow.call, home, proofs)) != home:
            uow.candidacies.save(new)
            record_change(uow, "candidacy.rejudged", ("candidacy", home.reference), home, new)
            homes.append((home, new))
    before, after = tuple(old for old, _ in moved), tuple(new for _, new in moved)
    return ProofChange(servers, before, after, tuple(old for old, _ in homes), tuple(new for _, new in homes))


def _told(placed: Placed) -> dict[str, object]:
    return {"received_at": placed.mail.arrival.at, "verdict": placed.entry.verdict}
