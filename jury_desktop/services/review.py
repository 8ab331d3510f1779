"""Going through the places that an import proposed: every message, what asks for attention first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from jury_desktop.domain import signs
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import BRINGS, Confidence, EntryKind, Placed
from jury_desktop.domain.mail import Mail, UnreadableMail
from jury_desktop.domain.rights import Right
from jury_desktop.services.account import Account, account_of
from jury_desktop.services.admission import needs
from jury_desktop.services.copies import copies
from jury_desktop.services.copy_request import copies_asked
from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import MailServers, servers_of

_CARE = {Confidence.DOUBTFUL: 0, Confidence.LIKELY: 1, Confidence.CERTAIN: 2}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A message with its place.

    :param home: the candidacy it belongs to, or None.
    :param original: file and place of the message that a duplicate repeats, or empty.
    :param likely: the one other candidacy of the same sender, or else with the same subject, for who thinks
        that the message belongs to it.
    :param copies: where else the very same message was read.
    :param asked: the day by which its sender was asked for a message that can be read, or None.
    """

    placed: Placed
    home: Candidacy | None
    original: str
    likely: Candidacy | None = None
    copies: tuple[str, ...] = ()
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Every message of the dossier, what asks for attention first; and the candidacies it can belong to."""

    call: Call
    rows: tuple[ReviewRow, ...]
    candidacies: tuple[Candidacy, ...]
    account: Account
    servers: MailServers


@needs(Right.SEE_MAIL)
def review(dossier: Dossier) -> Review:
    """All that is needed to go through the places of the messages."""
    with dossier.read() as uow:
        mails, candidacies = uow.mails.all(), uow.candidacies.find()
        counted, call, servers = account_of(uow), uow.call, servers_of(uow, mails)
        repeated, asked = copies(uow), copies_asked(uow)
    homes = {candidacy.id: candidacy for candidacy in candidacies}
    sources = {placed.mail.sha256: placed.mail.source for placed in mails}
    houses = _houses(mails, homes)
    rows = tuple(
        ReviewRow(
            placed,
            homes.get(placed.candidacy or ""),
            sources.get(placed.entry.original or "", ""),
            _likely(placed, houses),
            repeated.get(placed.mail.sha256, ()),
            asked.get(placed.mail.sha256),
        )
        for placed in sorted(mails, key=lambda placed: (care(placed), _arrived(placed)))
    )
    return Review(call, rows, tuple(sorted(candidacies, key=lambda c: c.reference)), counted, servers)


def _houses(mails: Iterable[Placed], homes: Mapping[str, Candidacy]) -> Mapping[str, list[Candidacy]]:
    """The candidacies that each sender's house has brought, and those that each subject speaks of."""
    houses: dict[str, list[Candidacy]] = defaultdict(list)
    for placed in mails:
        home = homes.get(placed.candidacy or "")
        if home is not None and placed.kind in BRINGS:
            for sign in _signs(placed.mail):
                if home not in houses[sign]:
                    houses[sign].append(home)
    return houses


def _likely(placed: Placed, houses: Mapping[str, list[Candidacy]]) -> Candidacy | None:
    for sign in _signs(placed.mail):
        others = [home for home in houses.get(sign, ()) if home.id != placed.mail.sha256]
        if len(others) == 1:
            return others[0]
    return None


def _signs(mail: Mail | UnreadableMail) -> list[str]:
    """By what a person would look for the candidacy of a message: the sender, then the subject."""
    said = mail if isinstance(mail, Mail) else mail.known
    house, topic = signs.house(said), signs.topic(said)
    return [*([f"house {house}"] if house else []), *([f"topic {topic}"] if topic else [])]


def care(placed: Placed) -> int:
    """How much a place asks for care: 0 doubtful or unreadable, 1 likely or no clear arrival, 2 sure."""
    if placed.kind is EntryKind.UNREADABLE:
        return 0
    unclear = placed.kind in BRINGS and placed.entry.verdict is not Verdict.IN_TIME
    return min(_CARE[placed.entry.confidence], 1 if unclear else 2)


def _arrived(placed: Placed) -> datetime:
    return placed.mail.arrival.at or datetime.max.replace(tzinfo=UTC)
