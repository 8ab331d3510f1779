"""What a dossier holds on one person, for who asks to see it (General Data Protection Regulation, articles
15 and 20): found by name and address in everything.

Scores that are still sealed stay sealed, here as everywhere; that there are some is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.messages import Message
from jury_desktop.domain.person_search import Wanted
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.bundle_files import message_path
from jury_desktop.services.journal import newest_first
from jury_desktop.services.journal_words import sentence
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.practice import practice_opened
from jury_desktop.services.record import SEPARATOR, as_json
from jury_desktop.services.rounds import selection_of


class Room(StrEnum):
    """Where in a dossier something was found."""

    CANDIDACY = "candidacy"
    MESSAGE = "message"
    JUROR = "juror"
    CONFLICT = "conflict"
    SHEET = "sheet"
    DELIBERATION = "deliberation"
    DECISION = "decision"
    SESSION = "session"
    LETTER = "letter"
    REBUTTAL = "rebuttal"
    SETTING = "setting"
    ACCOUNT = "account"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that names the person, or is theirs.

    :param where: what people call it: "K-02", "postvak.mbox · 12", an event by its number.
    :param field: the name of what holds it, as the JSON has it.
    :param text: the words around the name; of what is wholly theirs all of it.
    :param at: when that was, where it has a moment.
    """

    room: Room
    where: str
    field: str
    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnMail:
    """A message that the person sent; it goes along as it came in."""

    path: str
    sha256: str
    subject: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonData:
    """Everything that was found.

    :param sealed: score sheets of the person that are still sealed, and stay out.
    """

    wanted: Wanted
    call: str
    made_at: datetime
    hits: tuple[Hit, ...]
    mails: tuple[OwnMail, ...]
    sealed: int = 0

    def count(self, room: Room) -> int:
        """How many things were found in one place."""
        return sum(hit.room is room for hit in self.hits)


@needs(Right.TAKE_OUT)
def person_data(dossier: Dossier, wanted: Wanted, language: str = "nl") -> PersonData:
    """Looks a person up in everything that a dossier holds; events are told in a language.

    :raises JuryError: no word to look for was given, or none of three signs or more.
    """
    if not wanted.words:
        raise refuse("privacy.nobody_wanted")
    with dossier.read() as uow:
        search = _Search(uow, wanted, language)
        hits = tuple(search.all())
        return PersonData(
            wanted, uow.call.title, dossier.now(), hits, tuple(search.own_mails()), search.sealed
        )


class _Search:
    """Goes through a dossier, room by room."""

    def __init__(self, uow: UnitOfWork, wanted: Wanted, language: str) -> None:
        self._uow, self._wanted, self._language = uow, wanted, language
        self._selection: Selection = selection_of(uow)
        self._messages = uow.mails.all()
        self._jurors = frozenset(j.id for j in self._selection.jurors if self._names(j.name, j.email))
        self._references = {each.id: each.reference for each in self._selection.candidacies}
        self.sealed = 0

    def all(self) -> Iterator[Hit]:
        selection = self._selection
        for candidacy in selection.candidacies:
            yield from self._named_in(Room.CANDIDACY, candidacy.reference, candidacy)
        yield from self._in_messages()
        for juror in selection.jurors:
            if juror.id in self._jurors:
                yield from self._whole(Room.JUROR, juror.name, juror)
        yield from self._conflicts()
        yield from self._sheets()
        for talk in selection.talks:
            yield from self._named_in(Room.DELIBERATION, self._references[talk.candidacy], talk)
        for meeting in self._uow.meetings.find():
            yield from self._meeting(meeting.stage.value, meeting.started_at, meeting)
        for decision in selection.decisions:
            where, at = self._references[decision.candidacy], decision.decided_at
            yield from self._named_in(Room.DECISION, where, decision, at)
        yield from self._sessions()
        for letter in selection.letters:
            yield from self._named_in(Room.LETTER, self._references[letter.candidacy], letter, letter.sent_at)
        for answer in selection.rebuttals:
            where, at = self._references[answer.candidacy], answer.received_at
            yield from self._named_in(Room.REBUTTAL, where, answer, at)
        yield from self._settings()
        for account in self._uow.accounts.find():
            if self._names(account.name) or account.juror in self._jurors:
                yield Hit(Room.ACCOUNT, account.name, "role", account.role.value)
        yield from self._journal()

    def own_mails(self) -> Iterator[OwnMail]:
        """The messages that the person sent."""
        for number, placed in enumerate(self._messages, start=1):
            sender = placed.mail.sender
            if self._names(sender.name, sender.email):
                at = placed.mail.arrival.at
                yield OwnMail(message_path(number, placed), placed.mail.sha256, placed.mail.subject, at)

    def _names(self, *texts: str) -> bool:
        return any(map(self._wanted.stands_in, texts))

    def _named_in(self, room: Room, where: str, thing: object, at: datetime | None = None) -> Iterator[Hit]:
        """Every field of a thing in which the person is named."""
        for field, text in _texts(thing):
            if found := self._wanted.excerpt(text):
                yield Hit(room, where, field, found, at)

    def _whole(self, room: Room, where: str, thing: object, at: datetime | None = None) -> Iterator[Hit]:
        """Every field of what is about the person as a whole."""
        for field, text in _texts(thing):
            if text.strip():
                yield Hit(room, where, field, text, at)

    def _in_messages(self) -> Iterator[Hit]:
        for placed in self._messages:
            mail, at = placed.mail, placed.mail.arrival.at
            yield from self._named_in(Room.MESSAGE, mail.source, _Sender(mail.sender), at)
            if isinstance(mail, Mail):
                seen = _Message(mail.recipients, mail.subject, mail.text, mail.form_text, mail.fields)
                yield from self._named_in(Room.MESSAGE, mail.source, seen, at)
            else:
                yield from self._named_in(Room.MESSAGE, mail.source, _Unread(mail.subject), at)

    def _conflicts(self) -> Iterator[Hit]:
        for conflict in self._selection.conflicts:
            where = self._references[conflict.candidacy]
            if conflict.juror in self._jurors:
                yield Hit(Room.CONFLICT, where, "state", f"{conflict.state.value} {conflict.reason}".strip())
            else:
                yield from self._named_in(Room.CONFLICT, where, conflict)

    def _sheets(self) -> Iterator[Hit]:
        """A juror's own open sheets whole, and what others wrote about the person; nothing sealed."""
        for sheet in self._selection.sheets:
            where = f"{self._references[sheet.candidacy]}{SEPARATOR}{sheet.round.value}"
            own = sheet.juror in self._jurors
            if not self._selection.is_open(sheet.candidacy, sheet.round):
                self.sealed += own
                continue
            seen = _Sheet(as_json(sheet.answers), as_json(sheet.goal_marks), sheet.remark)
            show = self._whole if own else self._named_in
            yield from show(Room.SHEET, where, seen, sheet.submitted_at)

    def _meeting(self, where: str, at: datetime, meeting: object) -> Iterator[Hit]:
        yield from self._named_in(Room.DELIBERATION, where, meeting, at)
        present = getattr(meeting, "present", ())
        if self._jurors.intersection(present):
            yield Hit(Room.DELIBERATION, where, "present", where, at)

    def _sessions(self) -> Iterator[Hit]:
        for run in self._selection.runs:
            where = self._references[run.candidacy]
            yield from self._named_in(Room.SESSION, where, run)
            for noted in run.jurors:
                if noted.juror in self._jurors:
                    told = f"{noted.attendance.value} {noted.missed} {noted.reason}".strip()
                    yield Hit(Room.SESSION, where, "attendance", told)
        plan = self._selection.plan
        for place in plan.plan.assignments if plan else ():
            if self._jurors.intersection(place.jurors):
                yield Hit(Room.SESSION, place.pitch, "panel", place.window, place.start)

    def _settings(self) -> Iterator[Hit]:
        for key in ("letter.sender_name", "letter.sender_lines", "letter.signatory_name"):
            if found := self._wanted.excerpt(self._uow.settings.get(key)):
                yield Hit(Room.SETTING, key, "value", found)

    def _journal(self) -> Iterator[Hit]:
        """What the person did, and what names them; of what is sealed only that it happened."""
        practised = practice_opened(self._uow)
        for line in newest_first(self._uow.journal.all(), self._selection, practised=practised)[::-1]:
            event = line.event
            where, told = str(event.sequence), sentence(event, self._language)
            if self._names(event.actor, event.on_behalf_of):
                yield Hit(Room.JOURNAL, where, "actor", told, event.at)
            for field in ("subject", "old", "new", "reason"):
                if found := self._wanted.excerpt(getattr(event, field)):
                    yield Hit(Room.JOURNAL, where, field, f"{told}: {found}", event.at)


@dataclass(frozen=True, slots=True)
class _Sender:
    sender: object


@dataclass(frozen=True, slots=True)
class _Message:
    recipients: object
    subject: str
    text: str
    attachments: str
    form: object


@dataclass(frozen=True, slots=True)
class _Unread:
    subject: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    answers: str
    goals: str
    remark: str


def _texts(thing: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Everything in a value that is text, with the way to it: ``versions.0.fields.2.value``."""
    if isinstance(thing, Enum) or thing is None:
        return
    if isinstance(thing, (str, int, float, date)):
        yield path or "value", str(thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name), f"{path}.{field.name}".lstrip("."))
    elif isinstance(thing, Message):
        yield path, as_json(thing)
    elif isinstance(thing, (tuple, list)):
        for at, part in enumerate(thing):
            yield from _texts(part, f"{path}.{at}".lstrip("."))
