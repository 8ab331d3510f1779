"""What happened to one thing, newest first: who changed it, when, from what into what, and why.

What is sealed stays sealed (``journal.py``), and each step says whether it can be taken back from here
(``past.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.call import Round
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.journal import JournalLine, events_on, newest_first
from jury_desktop.services.past import way_back
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.practice import practice_opened
from jury_desktop.services.record import SEPARATOR
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.sheet_history import names_of


class What(StrEnum):
    """The kinds of thing that have a history of their own."""

    CANDIDACY = "candidacy"
    """Its key is the reference: ``K-02``; so it is of a decision, letters, a rebuttal and a pitch."""
    SHEET = "sheet"
    """Its key is juror, reference and round, as the journal names it."""
    JUROR = "juror"
    CONFLICT = "conflict"
    """Its key is juror and reference."""
    DECISION = "decision"
    LETTER = "letter"
    REBUTTAL = "rebuttal"
    PITCH = "pitch"
    PLAN = "plan"
    MAIL = "mail"
    """Its key is the place in the export."""
    SETTINGS = "settings"
    TEXT = "text"
    """Its key is the kind of the text."""
    MEETING = "meeting"
    """Its key is the stage that the jury met for."""
    ROUND = "round"
    ACCOUNTS = "accounts"
    """Everybody who may sign in; it has no key, nor has the dossier as a whole."""
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be asked about: ``Thing(What.JUROR, "An Peeters")``.

    :param step: the number of the event that it was asked about; 0 for the newest.
    """

    what: What
    key: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """One step in the history of a thing.

    :param stays: why it is not taken back from here; None where it can be.
    """

    line: JournalLine
    stays: Message | None


@needs(Right.SEE_JOURNAL)
def history(dossier: Dossier, thing: Thing) -> tuple[Past, ...]:
    """Everything the journal keeps of a thing, newest first."""
    with dossier.read() as uow:
        events = sorted(_FOUND[thing.what](uow, thing.key), key=lambda event: event.sequence)
        lines = newest_first(events, selection_of(uow), practised=practice_opened(uow))
        return tuple(Past(line, _stays(uow, line, dossier.actor)) for line in lines)


def _stays(uow: UnitOfWork, line: JournalLine, actor: str) -> Message | None:
    found = way_back(uow, line.event, actor)
    return found if isinstance(found, Message) else None


def _candidacy(uow: UnitOfWork, key: str) -> Iterable[Event]:
    """All but the score sheets on it: each of those is a thing of its own."""
    found = uow.candidacies.find(reference=key)
    messages = uow.mails.of(found[0].id) if found else ()
    events = events_on(uow, key, {placed.mail.source for placed in messages})
    return (event for event in events if event.subject_kind != "sheet")


def _sheet(uow: UnitOfWork, key: str) -> Iterable[Event]:
    name, candidacy, round_ = _parts(key, 3)
    return uow.journal.about(
        "sheet", [SEPARATOR.join((each, candidacy, round_)) for each in names_of(uow, name)]
    )


def _juror(uow: UnitOfWork, key: str) -> Iterable[Event]:
    """The juror, under every name, with the packets and conflicts."""
    names = names_of(uow, key)
    for kind in ("juror", "packet"):
        yield from uow.journal.about(kind, names)
    candidacies = [candidacy.reference for candidacy in uow.candidacies.find()]
    yield from uow.journal.about("conflict", [SEPARATOR.join((n, c)) for n in names for c in candidacies])


def _conflict(uow: UnitOfWork, key: str) -> Iterable[Event]:
    name, candidacy = _parts(key, 2)
    return uow.journal.about("conflict", [SEPARATOR.join((each, candidacy)) for each in names_of(uow, name)])


def _pitch(uow: UnitOfWork, key: str) -> Iterable[Event]:
    yield from _rooms("session", "plan")(uow, key)
    yield from uow.journal.about("plan", [key])
    yield from uow.journal.about("session", endings=[f"{SEPARATOR}{key}"])


def _plan(uow: UnitOfWork, _key: str) -> Iterable[Event]:
    """Every version of the plan, and the sessions it stands in."""
    yield from uow.journal.about("plan", endings=[""])
    sessions = uow.journal.about("session", endings=[""])
    yield from (event for event in sessions if event.action.startswith(("window.", "windows.")))


def _parts(key: str, count: int) -> list[str]:
    """The parts of a key, read from the end: a name may hold anything."""
    return key.rsplit(SEPARATOR, count - 1)


def _rooms(*rooms: str) -> Callable[[UnitOfWork, str], Iterable[Event]]:
    """The events on a candidacy that come from some rooms of the program."""

    def found(uow: UnitOfWork, key: str) -> Iterable[Event]:
        about = uow.journal.about("candidacy", [key])
        return (event for event in about if event.action.partition(".")[0] in rooms)

    return found


def _all_of(*kinds: str) -> Callable[[UnitOfWork, str], Iterable[Event]]:
    """All events on some kinds of subject, whichever it is."""

    def found(uow: UnitOfWork, _key: str) -> Iterable[Event]:
        for kind in kinds:
            yield from uow.journal.about(kind, endings=[""])

    return found


def _accounts(uow: UnitOfWork, _key: str) -> Iterable[Event]:
    yield from uow.journal.about("account", endings=[""])
    yield from uow.journal.of("account.lock_changed")


def _named(kind: str) -> Callable[[UnitOfWork, str], Iterable[Event]]:
    return lambda uow, key: uow.journal.about(kind, [key])


_FOUND: Mapping[What, Callable[[UnitOfWork, str], Iterable[Event]]] = {
    What.CANDIDACY: _candidacy,
    What.SHEET: _sheet,
    What.JUROR: _juror,
    What.CONFLICT: _conflict,
    What.DECISION: _rooms("decision", "talk"),
    What.LETTER: _rooms("letter"),
    What.REBUTTAL: _rooms("rebuttal"),
    What.PITCH: _pitch,
    What.PLAN: _plan,
    What.MAIL: _named("mail"),
    What.SETTINGS: _all_of("settings"),
    What.TEXT: _named("letter_text"),
    What.MEETING: _named("meeting"),
    What.ROUND: _named("round"),
    What.ACCOUNTS: _accounts,
    What.DOSSIER: _all_of("dossier", "settings"),
}


_KINDS: Mapping[str, What] = {
    "sheet": What.SHEET,
    "juror": What.JUROR,
    "conflict": What.CONFLICT,
    "plan": What.PLAN,
    "mail": What.MAIL,
    "letter_text": What.TEXT,
    "meeting": What.MEETING,
    "round": What.ROUND,
    "account": What.ACCOUNTS,
    "dossier": What.DOSSIER,
}
"""Whose history an event is in, by the kind of its subject."""
_ROOMS: Mapping[str, What] = {
    "decision": What.DECISION,
    "talk": What.DECISION,
    "letter": What.LETTER,
    "rebuttal": What.REBUTTAL,
    "plan": What.PITCH,
    "session": What.PITCH,
}
"""The same of an event on a candidacy, by the room of the program it comes from."""


def thing_of(event: Event) -> Thing | None:
    """What an event is about, as something that has a history; None where that has none of its own."""
    kind, key, room = event.subject_kind, event.subject, event.action.partition(".")[0]
    if kind == "candidacy":
        return Thing(_ROOMS.get(room, What.CANDIDACY), key, event.sequence)
    if kind == "settings":
        return Thing(What.ACCOUNTS if room == "account" else What.SETTINGS, step=event.sequence)
    if kind == "packet":
        return Thing(What.JUROR, key.rsplit(SEPARATOR, 1)[0], event.sequence)
    if kind == "session":
        of_pitch = room == "session" and SEPARATOR in key
        found, key = (What.PITCH, key.rsplit(SEPARATOR, 1)[1]) if of_pitch else (What.PLAN, "")
        return Thing(found, key, event.sequence)
    return Thing(_KINDS[kind], key, event.sequence) if kind in _KINDS else None


def conflict_key(juror: str, reference: str) -> str:
    """The key of a conflict, of the name of its juror."""
    return SEPARATOR.join((juror, reference))


def sheet_key(juror: str, reference: str, round_: Round) -> str:
    """The key of a sheet, of the name of its juror."""
    return SEPARATOR.join((juror, reference, round_.value))
