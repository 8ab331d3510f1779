"""Going through the places that an import proposed: every message, what asks for attention first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import BRINGS, Confidence, EntryKind, Placed
from jury_desktop.domain.mail import Mail
from jury_desktop.services.account import Account, account_of
from jury_desktop.services.ports import Dossier

_CARE = {Confidence.DOUBTFUL: 0, Confidence.LIKELY: 1, Confidence.CERTAIN: 2}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A message with its place.

    :param home: the candidacy it belongs to, or None.
    :param original: file and place of the message that a duplicate repeats, or empty.
    """

    placed: Placed
    home: Candidacy | None
    original: str


@dataclass(frozen=True, slots=True)
class Review:
    """Every message of the dossier, what asks for attention first; and the candidacies it can belong to."""

    call: Call
    rows: tuple[ReviewRow, ...]
    candidacies: tuple[Candidacy, ...]
    account: Account


def review(dossier: Dossier) -> Review:
    """All that is needed to go through the places of the messages."""
    with dossier.read() as uow:
        mails, candidacies = uow.mails.all(), uow.candidacies.find()
        counted, call = account_of(uow), uow.call
    homes = {candidacy.id: candidacy for candidacy in candidacies}
    sources = {placed.mail.sha256: placed.mail.source for placed in mails}
    rows = tuple(
        ReviewRow(placed, homes.get(placed.candidacy or ""), sources.get(placed.entry.original or "", ""))
        for placed in sorted(mails, key=lambda placed: (care(placed), _arrived(placed)))
    )
    return Review(call, rows, tuple(sorted(candidacies, key=lambda c: c.reference)), counted)


def care(placed: Placed) -> int:
    """How much a place asks for care: 0 doubtful or unreadable, 1 likely or no clear arrival, 2 sure."""
    if placed.kind is EntryKind.UNREADABLE:
        return 0
    unclear = placed.kind in BRINGS and placed.entry.verdict is not Verdict.IN_TIME
    return min(_CARE[placed.entry.confidence], 1 if unclear else 2)


def _arrived(placed: Placed) -> datetime:
    arrived = placed.mail.arrival.at if isinstance(placed.mail, Mail) else None
    return arrived or datetime.max.replace(tzinfo=UTC)
