"""The mail in which candidates answer a decision: found among all mail, matched to its candidate, set aside.

What an export brings after a decision was told changes no candidacy: it waits here until the regisseur has
registered it as a rebuttal or said that it is none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from jury_desktop.domain import signs
from jury_desktop.domain.arrival import is_sent_copy
from jury_desktop.domain.call import Call
from jury_desktop.domain.entry import BRINGS, Confidence, Entry, EntryKind, Intake, Placed
from jury_desktop.domain.mail import EvidenceKind, Mail, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal_match import Known, Match, from_mail, match
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json

DISMISSED, RECALLED = "rebuttal.mail_dismissed", "rebuttal.mail_recalled"
_SAME_FILES = "intake.same_attachments"
"""Why a message with other words counts as a duplicate: it carries files that came before."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A message that may be a rebuttal.

    :param moment: when it arrived, proven, or else when it says that it was sent (``proven`` tells which).
    :param match: which candidate it may be from; people decide.
    :param registered: the candidacies (ids) of which it was registered as a rebuttal already.
    """

    placed: Placed
    moment: datetime
    proven: bool
    match: Match
    registered: frozenset[str] = frozenset()

    @property
    def mail(self) -> Mail:
        """The message; of one that nobody could read, what its headers say."""
        return _readable(self.placed.mail)

    @property
    def readable(self) -> bool:
        """Whether its text is known."""
        return isinstance(self.placed.mail, Mail)

    def left(self, told: Container[str]) -> tuple[str, ...]:
        """The candidacies it speaks of that were ``told`` something and for which it is not registered."""
        others = (key for key in self.match.candidates if key not in self.registered)
        return tuple(key for key in others if key in told)


@needs(Right.SEE_MAIL)
def replies(dossier: Dossier) -> tuple[Reply, ...]:
    """What arrived after the first decision was told and nobody has looked at as a rebuttal, oldest first.

    What was registered for one candidate and speaks of another too is there until that has been looked at.

    All mail is read for it, so it is kept until the journal has grown.
    """
    return known(dossier).once("replies", lambda _selection: _read(dossier))


def _read(dossier: Dossier) -> tuple[Reply, ...]:
    with dossier.read() as uow:
        told = _told(uow)
        if not told:
            return ()
        mails = uow.mails.all()
        everybody, own = _everybody(uow, mails), _own(mails, uow.call)
        registered, set_aside = _registered(uow), dismissed(uow)
    first, found = min(told.values()), []
    for placed in mails:
        moment, key = _moment(placed.mail), placed.mail.sha256
        if moment >= first and key not in set_aside and _may_answer(placed, own):
            of = match(_readable(placed.mail), everybody)
            reply = Reply(placed, moment, placed.mail.arrival.at is not None, of, registered[key])
            if not reply.registered or reply.left(told):
                found.append(reply)
    return tuple(sorted(found, key=lambda reply: reply.moment))


@needs(Right.ANSWER)
def dismiss_mail(dossier: Dossier, sha256: str) -> None:
    """Says that a message is no rebuttal: it stays with the mail and is no longer asked about."""
    _note(dossier, DISMISSED, sha256)


@needs(Right.ANSWER)
def recall_mail(dossier: Dossier, sha256: str) -> None:
    """Asks about a message again that was said to be no rebuttal."""
    _note(dossier, RECALLED, sha256)


def spare_decided(uow: UnitOfWork, mails: Sequence[Mail | UnreadableMail], intake: Intake) -> Intake:
    """The places of an import, without new versions of candidacies that were told a decision before: what
    they send then is other mail, which may be a rebuttal."""
    told = _told(uow)
    if not told:
        return intake
    everybody = _everybody(uow, uow.mails.all())
    entries = tuple(
        _spared(entry) if _after(entry, mail, told, everybody) else entry
        for mail, entry in zip(mails, intake.entries, strict=True)
    )
    return Intake(entries)


def answered_letter(letters: Iterable[Letter], candidacy: str, moment: datetime) -> Letter | None:
    """The letter that a candidate answers at a moment: the last one with a term that had left by then."""
    sent = [x for x in letters if x.candidacy == candidacy and x.sent_at is not None and x.opens_term]
    before = [x for x in sent if x.sent_at is not None and x.sent_at <= moment]
    return max(before or sent, key=lambda x: x.sent_at or x.created_at, default=None)


def _told(uow: UnitOfWork) -> dict[str, datetime]:
    """Since when each candidacy knows a decision that it may answer."""
    told: dict[str, datetime] = {}
    for letter in uow.letters.find(state=LetterState.SENT):
        if letter.opens_term and letter.sent_at is not None:
            told[letter.candidacy] = min(letter.sent_at, told.get(letter.candidacy, letter.sent_at))
    return told


def _everybody(uow: UnitOfWork, mails: Sequence[Placed]) -> tuple[Known, ...]:
    """The candidates by their form, by what they brought, and by what was written to them from here."""
    brought: dict[str, list[Mail]] = defaultdict(list)
    written: dict[str, set[str]] = defaultdict(set)
    own = _own(mails, uow.call)
    for placed in mails:
        mail = _readable(placed.mail)
        if placed.kind in BRINGS and placed.candidacy:
            brought[placed.candidacy].append(mail)
        elif mail.sender.email.lower() in own:
            for to in mail.recipients:
                written[to.email.strip().lower()].add(mail.message_id)
    found = []
    for c in uow.candidacies.find():
        one = from_mail(c.id, c.reference, (c.email,), brought[c.id])
        ours = frozenset().union(*(written[address] for address in one.addresses)) - {""}
        found.append(replace(one, identifiers=one.identifiers | ours))
    return tuple(found)


def _own(mails: Iterable[Placed], call: Call) -> frozenset[str]:
    return signs.own_addresses([each.mail for each in mails if isinstance(each.mail, Mail)], call)


def _after(
    entry: Entry, mail: Mail | UnreadableMail, told: dict[str, datetime], everybody: Sequence[Known]
) -> bool:
    """Whether it would change a candidacy, or make one, for somebody who was told a decision before."""
    repeats = entry.kind is EntryKind.DUPLICATE and entry.reason.key == _SAME_FILES
    if entry.kind not in BRINGS and not repeats:
        return False
    opens = entry.kind is EntryKind.CANDIDACY
    of = match(_readable(mail), everybody).candidates if opens else (entry.candidacy,)
    moment = _moment(mail)
    return any(key in told and moment >= told[key] for key in of if key)


def _spared(entry: Entry) -> Entry:
    kept = None if entry.kind is EntryKind.CANDIDACY else entry.candidacy
    reason = say("intake.after_decision")
    other = replace(entry, kind=EntryKind.OTHER, candidacy=kept, original=None, reason=reason)
    return replace(other, confidence=Confidence.DOUBTFUL)


def _may_answer(placed: Placed, own: frozenset[str]) -> bool:
    mail = _readable(placed.mail)
    ours = mail.sender.email.lower() in own or is_sent_copy(mail.arrival.evidence)
    return placed.kind in (EntryKind.OTHER, EntryKind.UNREADABLE) and not ours and mail.automatic is None


def _readable(mail: Mail | UnreadableMail) -> Mail:
    return mail if isinstance(mail, Mail) else mail.known


def _moment(mail: Mail | UnreadableMail) -> datetime:
    """When it arrived; without proof the latest moment that any of its lines gives: none is missed."""
    if mail.arrival.at is not None:
        return mail.arrival.at
    dated = [x.at for x in mail.arrival.evidence if x.at and x.kind is not EvidenceKind.SENT_COPY]
    return max(dated, default=datetime.max.replace(tzinfo=UTC))


def _registered(uow: UnitOfWork) -> Mapping[str, frozenset[str]]:
    """By message, the candidacies of which it is a rebuttal."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for rebuttal in uow.rebuttals.find():
        if rebuttal.mail:
            found[rebuttal.mail] |= {rebuttal.candidacy}
    return found


def dismissed(uow: UnitOfWork) -> set[str]:
    """The messages (by SHA-256) that are said to be no rebuttal."""
    events = sorted((*uow.journal.of(DISMISSED), *uow.journal.of(RECALLED)), key=lambda each: each.sequence)
    last = {_message_of(event.new): event.action for event in events}
    return {sha256 for sha256, action in last.items() if action == DISMISSED}


def _message_of(told: str) -> str:
    return str(json.loads(told)["message"])


def _note(dossier: Dossier, action: str, sha256: str) -> None:
    with dossier.change() as uow:
        mail = uow.mails.get(sha256).mail
        uow.journal.append(action, "mail", mail.source, new=as_json({"message": sha256}))
