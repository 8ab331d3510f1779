"""Sorts an imported mailbox: each message gets exactly one place, with the reason.

The program proposes and the regisseur confirms: nothing is dropped, and what is less than certain says so.
Rules: intake.md, "Threads, versions, duplicates".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from jury_desktop.domain import signs
from jury_desktop.domain.arrival import is_late, is_sent_copy, judge
from jury_desktop.domain.call import Call
from jury_desktop.domain.entry import BRINGS, Confidence, Entry, EntryKind, Intake, Place, Placed
from jury_desktop.domain.groups import Group, Groups, Relation
from jury_desktop.domain.mail import CUT_OFF, EvidenceKind, Mail, UnreadableMail
from jury_desktop.domain.messages import Message, say

__all__ = ["BRINGS", "Confidence", "Entry", "EntryKind", "Intake", "Placed", "sort"]

NEAR_EQUAL = 0.5
"""From this likeness on, two texts are versions of one (a small edit gives about .86, strangers about 0)."""


def sort(mails: Sequence[Mail | UnreadableMail], earlier: Sequence[Placed], call: Call) -> Intake:
    """Gives every message its place, the earliest arrival first, after what the dossier has already.

    Importing the same mailbox again gives only duplicates.
    """
    desk = _Desk(mails, earlier, call)
    entries: dict[int, Entry] = {}
    for index in sorted(range(len(mails)), key=lambda i: (*_order(mails[i]), i)):
        entries[index] = _entry(mails[index], desk.place(mails[index]), call)
    return Intake(tuple(entries[index] for index in range(len(mails))))


def _order(mail: Mail | UnreadableMail) -> tuple[int, datetime, bool]:
    """Proven arrivals first, then the unproven by the sender's own date, then the unreadable without proof.

    Of two at the same moment the readable one comes first: of the same bytes, it is the one to keep.
    """
    unread = not isinstance(mail, Mail)
    if mail.arrival.at is not None:
        return 0, mail.arrival.at, unread
    dated = [item.at for item in mail.arrival.evidence if item.kind is EvidenceKind.DATE_HEADER and item.at]
    return 2 if unread else 1, next(iter(dated), datetime.max.replace(tzinfo=UTC)), unread


def _entry(mail: Mail | UnreadableMail, place: Place, call: Call) -> Entry:
    return Entry(
        sha256=mail.sha256,
        source=mail.source,
        kind=place.kind,
        candidacy=mail.sha256 if place.kind is EntryKind.CANDIDACY else place.candidacy,
        original=place.original,
        verdict=judge(mail.arrival, call.deadline),
        late=is_late(mail.arrival, call.deadline),
        reason=place.reason,
        confidence=place.confidence,
    )


class _Desk:
    """Takes the messages one by one and remembers what came before."""

    def __init__(self, mails: Sequence[Mail | UnreadableMail], earlier: Sequence[Placed], call: Call) -> None:
        self._call = call
        everything = [*(placed.mail for placed in earlier), *mails]
        readable = [mail for mail in everything if isinstance(mail, Mail)]
        self._own = signs.own_addresses(readable, call)
        self._groups = Groups(readable, call)
        self._candidacy_of: dict[str, str | None] = {}
        self._copies = _Copies()
        for placed in earlier:
            self._remember(placed.mail, placed.kind, placed.candidacy)

    def place(self, mail: Mail | UnreadableMail) -> Place:
        """The place of the next message."""
        place = self._decide(mail)
        candidacy = mail.sha256 if place.kind is EntryKind.CANDIDACY else place.candidacy
        self._remember(mail, place.kind, candidacy)
        return place

    def _remember(self, mail: Mail | UnreadableMail, kind: EntryKind, candidacy: str | None) -> None:
        """An unreadable message that the regisseur gave a place is found again by what its headers say."""
        self._candidacy_of.setdefault(mail.sha256, candidacy)
        if isinstance(mail, Mail):
            self._copies.add(mail)
        if candidacy is not None and kind is not EntryKind.OTHER:
            self._groups.add(candidacy, mail if isinstance(mail, Mail) else mail.known)

    def _decide(self, mail: Mail | UnreadableMail) -> Place:
        if mail.sha256 in self._candidacy_of:
            return self._duplicate(mail.sha256, say("intake.same_message"))
        if not isinstance(mail, Mail):
            return Place(EntryKind.UNREADABLE, mail.reason)
        if original := self._copies.first_of(mail):
            return self._duplicate(original, say("intake.same_message_again"))
        return self._apart(mail) or _with_care(self._sorted(mail), mail)

    def _duplicate(self, original: str, reason: Message) -> Place:
        candidacy = self._candidacy_of[original]
        return Place(EntryKind.DUPLICATE, reason, candidacy=candidacy, original=original)

    def _apart(self, mail: Mail) -> Place | None:
        """What cannot be a candidacy whatever it says; one that carries a form all the same needs a look."""
        own = mail.sender.email.lower() in self._own or is_sent_copy(mail.arrival.evidence)
        reason = say("intake.own_mail") if own else mail.automatic
        if reason is None:
            return None
        doubtful = signs.has_form(mail, self._call.form)
        return Place(EntryKind.OTHER, reason, Confidence.DOUBTFUL if doubtful else Confidence.CERTAIN)

    def _sorted(self, mail: Mail) -> Place:
        found = self._groups.home(mail)
        if found is None:
            return self._suggested(mail, self._alone(mail))
        group, relation = found
        return replace(self._within(mail, group, relation), candidacy=group.key)

    def _suggested(self, mail: Mail, place: Place) -> Place:
        """A subject alone only suggests: an answer by a stranger is for the regisseur to look at."""
        answers = place.kind is EntryKind.OTHER and (signs.replies(mail) or bool(signs.documents(mail)))
        if answers and self._groups.shares_topic(mail):
            return replace(place, reason=say("intake.same_subject"), confidence=Confidence.DOUBTFUL)
        return place

    def _alone(self, mail: Mail) -> Place:
        """A message that belongs to no candidacy yet."""
        if signs.has_form(mail, self._call.form):
            return Place(EntryKind.CANDIDACY, say("intake.form_found"))
        if signs.documents(mail) and signs.hands_in(mail) and not signs.withdraws(mail):
            asked = signs.asks(mail)
            kind = EntryKind.OTHER if asked else EntryKind.CANDIDACY
            reason = say("intake.question") if asked else say("intake.candidacy_without_form")
            doubtful = asked or signs.replies(mail) or signs.wonders(mail)
            return Place(kind, reason, Confidence.DOUBTFUL if doubtful else Confidence.LIKELY)
        return _other(mail)

    def _within(self, mail: Mail, group: Group, relation: Relation) -> Place:
        """A message from the sender, or in the conversation, of a candidacy that is there already."""
        documents = {item.sha256 for item in signs.documents(mail)}
        form = signs.has_form(mail, self._call.form)
        if relation.repeats or (documents and documents <= group.documents):
            if signs.calls_itself_revised(mail) and not relation.said_before:
                return Place(EntryKind.REVISION, say("intake.revised_same_files"), Confidence.DOUBTFUL)
            return Place(EntryKind.DUPLICATE, say("intake.same_attachments"), original=group.latest)
        if signs.withdraws(mail):
            return Place(EntryKind.OTHER, say("intake.withdrawal"), Confidence.DOUBTFUL)
        if form:
            return _version(mail, relation)
        if documents:
            return _addition(mail, relation)
        if signs.replaces(mail) and not signs.asks(mail):
            return Place(EntryKind.REVISION, say("intake.correction"), Confidence.DOUBTFUL)
        return _other(mail)


def _with_care(place: Place, mail: Mail) -> Place:
    """The same place, to be looked at when a part of the message may be missing."""
    cut = any(note.key == CUT_OFF for note in mail.notes)
    return replace(place, confidence=Confidence.DOUBTFUL) if cut else place


def _version(mail: Mail, relation: Relation) -> Place:
    """A second form of the same sender: a later version, or another candidacy."""
    near = relation.likeness is not None and relation.likeness >= NEAR_EQUAL
    if signs.replaces(mail):
        confidence = Confidence.CERTAIN if near else Confidence.LIKELY
        return Place(EntryKind.REVISION, say("intake.replaces"), confidence)
    if near:
        share = round((relation.likeness or 0) * 100)
        return Place(EntryKind.REVISION, say("intake.near_equal", percent=share), Confidence.LIKELY)
    if relation.thread or relation.likeness is None:
        return Place(EntryKind.REVISION, say("intake.same_thread"), Confidence.DOUBTFUL)
    return Place(EntryKind.CANDIDACY, say("intake.second_candidacy"), Confidence.DOUBTFUL)


def _addition(mail: Mail, relation: Relation) -> Place:
    """New documents without a form, from somebody who is a candidate already."""
    if signs.replaces(mail):
        return Place(EntryKind.REVISION, say("intake.replaces"), Confidence.LIKELY)
    sure = signs.adds(mail) or (relation.thread and not signs.asks(mail))
    return Place(
        EntryKind.REVISION, say("intake.addition"), Confidence.LIKELY if sure else Confidence.DOUBTFUL
    )


def _other(mail: Mail) -> Place:
    documents = bool(signs.documents(mail))
    confidence = Confidence.LIKELY if documents else Confidence.CERTAIN
    if signs.withdraws(mail):
        return Place(EntryKind.OTHER, say("intake.withdrawal"), Confidence.DOUBTFUL)
    if signs.asks(mail):
        return Place(EntryKind.OTHER, say("intake.question"), confidence)
    if signs.replies(mail):
        return Place(EntryKind.OTHER, say("intake.reply"), confidence)
    reason = say("intake.no_form") if documents else say("intake.no_candidacy")
    return Place(EntryKind.OTHER, reason, confidence)


class _Copies:
    """Knows two exports of one message: equal in Message-ID (or the Date, where there is none) and content.

    Content is compared only among messages of one name, since nearly every message is the only one.
    """

    def __init__(self) -> None:
        self._only: dict[str, Mail] = {}
        self._shared: set[str] = set()
        self._by_content: dict[tuple[str, str], str] = {}

    def add(self, mail: Mail) -> None:
        name = mail.message_id or mail.date_header
        if name in self._shared or name in self._only:
            self._share(name)
            self._by_content.setdefault((name, signs.content(mail)), mail.sha256)
        elif name:
            self._only[name] = mail

    def first_of(self, mail: Mail) -> str | None:
        """The SHA-256 of the first export of the message, or None when this is the first."""
        name = mail.message_id or mail.date_header
        self._share(name)
        return self._by_content.get((name, signs.content(mail))) if name in self._shared else None

    def _share(self, name: str) -> None:
        """From now on the content counts for messages of this name."""
        if only := self._only.pop(name, None):
            self._shared.add(name)
            self._by_content[name, signs.content(only)] = only.sha256
