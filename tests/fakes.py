"""Fakes that keep the promises of the real parts; tests/storage/test_contract.py holds both to them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from jury_desktop.domain.account import Account
from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.closing_days import OWN, in_setting, with_closing_days
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.entry import EntryKind, Placed
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.journal import START, Event, broken_links, event_hash
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow, with_windows
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.role import Role
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.domain.talk import Talk
from jury_desktop.storage.errors import BrokenRuleError
from jury_desktop.storage.guard import Guard, Hand

T = TypeVar("T")
UNIQUE: dict[type, tuple[tuple[str, ...], ...]] = {
    Candidacy: (("reference",),),
    Conflict: (("juror", "candidacy"),),
    Sheet: (("juror", "candidacy", "round"),),
    Decision: (("candidacy", "stage"),),
    StoredPlan: (("version",),),
    PitchRun: (("candidacy",),),
    Talk: (("candidacy", "stage"),),
    Meeting: (("stage",),),
    PracticeSheet: (("juror", "practice"),),
}
"""The fields that together may occur once."""
WHOLE = (
    "tuple",
    "Mapping",
    "PitchPlan",
    "PlanInstance",
    "CandidatePresence",
    "ExpectedHour",
    "Slot",
    "Votes",
    "SessionWindow",
)
"""The types of fields that are no column by which to find."""


@dataclass
class Contents:
    """Everything a dossier holds, in order of creation; the objects themselves never change."""

    objects: dict[type, dict[str, Any]] = field(default_factory=dict)
    mails: dict[str, Placed] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()

    def copied(self) -> Contents:
        """A copy to work on."""
        objects = {kind: dict(items) for kind, items in self.objects.items()}
        return Contents(objects, dict(self.mails), dict(self.blobs), dict(self.settings), self.events)

    def of(self, kind: type) -> dict[str, Any]:
        """The objects of one kind by their id."""
        return self.objects.setdefault(kind, {})


class MemoryStore:
    """A store in plain Python with the rules of the real one: rollback, guard, chain, keys that hold."""

    def __init__(self, call: Call, name: str = "geheugen") -> None:
        self.name = name
        self.file: Path | None = None
        self.read_only: Message | None = None
        self.lock = None
        self._call = call
        self._kept = Contents()
        self._changing = False

    def is_free(self) -> bool:
        return False

    @contextmanager
    def read(self) -> Iterator[MemoryWork]:
        yield MemoryWork(self._call, self._kept, Guard())

    @contextmanager
    def change(self, actor: str, now: datetime, *, bulk: bool = False) -> Iterator[MemoryWork]:
        if self.read_only is not None:
            raise StorageError(self.read_only)
        if self._changing:
            raise RuntimeError("a change has begun within another change of the same dossier")
        guard, contents = Guard(Hand(actor, now)), self._kept.copied()
        self._changing = True
        try:
            yield MemoryWork(self._call, contents, guard)
            guard.finish()
            refuse_loose_ends(contents)
            self._kept = contents
        finally:
            self._changing = False

    def problems(self, tell: Tell = untold) -> tuple[Finding, ...]:
        return self.journal_problems()

    def journal_problems(self) -> tuple[Finding, ...]:
        broken = broken_links(self._kept.events)
        return tuple(Finding(what, EVENT, str(number)) for number, what in broken)

    def close(self) -> None:
        """There is nothing to let go of."""

    def copied(self) -> MemoryStore:
        """Another store with the same in it."""
        other = MemoryStore(self._call, self.name)
        other._kept = self._kept.copied()
        return other


class MemoryWork:
    """See ``services.ports.UnitOfWork``."""

    def __init__(self, call: Call, contents: Contents, guard: Guard) -> None:
        def collection(kind: type[T]) -> MemoryCollection[T]:
            return MemoryCollection(kind, contents.of(kind), guard.altering)

        self._call = call
        self.windows = collection(KeptWindow)
        self.candidacies = collection(Candidacy)
        self.jurors = collection(Juror)
        self.conflicts = collection(Conflict)
        self.sheets = collection(Sheet)
        self.plans = collection(StoredPlan)
        self.decisions = collection(Decision)
        self.letters = collection(Letter)
        self.rebuttals = collection(Rebuttal)
        self.packets = collection(IssuedPacket)
        self.runs = collection(PitchRun)
        self.talks = collection(Talk)
        self.meetings = collection(Meeting)
        self.practices = collection(Practice)
        self.practice_sheets = collection(PracticeSheet)
        self.accounts = collection(Account)
        self.blobs = MemoryBlobs(contents.blobs, guard.altering)
        self.mails = MemoryMails(contents.mails, self.blobs, guard.altering)
        self.settings = MemorySettings(contents.settings, guard.altering)
        self.journal = MemoryJournal(contents, guard.recording)

    def enters_as(self, role: Role) -> bool:
        return bool(self.accounts.find(role=role))

    @cached_property
    def call(self) -> Call:
        own = in_setting(self.settings.get(OWN))
        return with_closing_days(with_windows(self._call, self.windows.find()), own)


class MemoryCollection(Generic[T]):
    """See ``services.ports.Collection``."""

    def __init__(self, kind: type[T], items: dict[str, T], altering: Callable[[], None]) -> None:
        self._kind = kind
        self._items = items
        self._altering = altering

    def get(self, key: str) -> T:
        return self._items[key]

    def find(self, **equal: object) -> tuple[T, ...]:
        for name in equal:
            self._refuse_unfit(name)
        return tuple(item for item in self._items.values() if _fits(item, equal))

    def save(self, item: T) -> None:
        self._altering()
        key = item.id  # type: ignore[attr-defined]
        for names in UNIQUE.get(self._kind, ()):
            wanted = {name: getattr(item, name) for name in names}
            if any(_fits(other, wanted) for other_key, other in self._items.items() if other_key != key):
                raise BrokenRuleError(f"{self._kind.__name__}: {wanted} twice")
        self._items[key] = item

    def remove(self, key: str) -> None:
        self._altering()
        del self._items[key]

    def _refuse_unfit(self, name: str) -> None:
        """Only plain fields are columns; tuples, maps and dataclasses lie elsewhere."""
        types = {field.name: str(field.type) for field in fields(self._kind)}  # type: ignore[arg-type]
        if name not in types or types[name].startswith(WHOLE):
            raise TypeError(f"{self._kind.__name__} cannot be found by {name}")


class MemoryMails:
    """See ``services.ports.Mails``."""

    def __init__(self, mails: dict[str, Placed], blobs: MemoryBlobs, altering: Callable[[], None]) -> None:
        self._mails = mails
        self._blobs = blobs
        self._altering = altering

    def add(self, *placed: Placed) -> None:
        for one in placed:
            self._add(one)

    def _add(self, placed: Placed) -> None:
        self._altering()
        if placed.mail.sha256 in self._mails:
            raise BrokenRuleError(f"mail {placed.mail.sha256} twice")
        if isinstance(placed.mail, UnreadableMail):
            self._blobs.put(placed.mail.raw)
            placed = replace(placed, mail=replace(placed.mail, raw=self._blobs.get(placed.mail.sha256)))
        self._mails[placed.mail.sha256] = placed

    def all(self) -> tuple[Placed, ...]:
        return tuple(self._mails.values())

    def of(self, candidacy: str) -> tuple[Placed, ...]:
        return tuple(placed for placed in self.all() if placed.candidacy == candidacy)

    def tally(self) -> Counter[tuple[EntryKind, bool]]:
        return Counter((placed.kind, placed.confirmed) for placed in self.all())

    def place(self, placed: Placed) -> None:
        self._altering()
        self._mails[placed.mail.sha256] = replace(placed, mail=self._mails[placed.mail.sha256].mail)

    def save(self, placed: Placed) -> None:
        self._altering()
        self.get(placed.mail.sha256)
        self._mails[placed.mail.sha256] = placed

    def remove(self, *sha256: str) -> None:
        self._altering()
        for key in sha256:
            del self._mails[key]

    def get(self, sha256: str) -> Placed:
        return self._mails[sha256]


class MemoryBlobs:
    """See ``services.ports.Blobs``."""

    def __init__(self, blobs: dict[str, bytes], altering: Callable[[], None]) -> None:
        self._blobs = blobs
        self._altering = altering

    def put(self, content: bytes) -> str:
        key = hashlib.sha256(content).hexdigest()
        self.keep({key: content})
        return key

    def keep(self, contents: Mapping[str, bytes], carried: Mapping[str, Sequence[str]] | None = None) -> None:
        self._altering()
        for key, content in contents.items():
            self._blobs.setdefault(key, content)

    def get(self, sha256: str) -> bytes:
        return self._blobs[sha256]

    def sizes(self, keys: Collection[str]) -> dict[str, int]:
        return {key: len(self._blobs[key]) for key in keys if key in self._blobs}

    def remove(self, *sha256: str) -> None:
        self._altering()
        for key in sha256:
            self._blobs.pop(key, None)


class MemorySettings:
    """See ``services.ports.Settings``."""

    def __init__(self, settings: dict[str, str], altering: Callable[[], None]) -> None:
        self._settings = settings
        self._altering = altering

    def get(self, key: str, default: str = "") -> str:
        return self._settings.get(key, default)

    def set(self, key: str, value: str) -> None:
        self._altering()
        self._settings[key] = value


class MemoryJournal:
    """See ``services.ports.Journal``."""

    def __init__(self, contents: Contents, hand: Callable[[], Hand]) -> None:
        self._contents = contents
        self._hand = hand

    def append(
        self,
        action: str,
        subject_kind: str,
        subject: str,
        *,
        old: str = "",
        new: str = "",
        reason: str = "",
        on_behalf_of: str = "",
    ) -> Event:
        hand, events = self._hand(), self._contents.events
        previous = events[-1].hash if events else START
        what = (action, subject_kind, subject, old, new, reason)
        event = Event(len(events) + 1, hand.now, hand.actor, on_behalf_of, *what, previous, "")
        event = replace(event, hash=event_hash(event))
        self._contents.events = (*events, event)
        return event

    def all(self) -> tuple[Event, ...]:
        return self._contents.events

    def of(self, action: str) -> tuple[Event, ...]:
        return tuple(event for event in self._contents.events if event.action == action)

    def about(
        self, kind: str, subjects: Collection[str] = (), endings: Collection[str] = ()
    ) -> tuple[Event, ...]:
        return tuple(
            event
            for event in self._contents.events
            if event.subject_kind == kind
            and (event.subject in subjects or event.subject.endswith(tuple(endings)))
        )

    def at(self, sequence: int) -> Event | None:
        return next((event for event in self._contents.events if event.sequence == sequence), None)

    def newest(self) -> Event | None:
        return self._contents.events[-1] if self._contents.events else None


def refuse_loose_ends(contents: Contents) -> None:
    """Every key that refers to something must find it when the work is kept."""
    for kept, key, where in _references(contents):
        if key and key not in where:
            raise BrokenRuleError(f"{type(kept).__name__} refers to {key}, which is not there")


def _references(contents: Contents) -> Iterator[tuple[object, Any, Mapping[Any, Any]]]:
    """Every object, a key it refers to, and where that must be found."""
    candidacies, jurors, sheets = contents.of(Candidacy), contents.of(Juror), contents.of(Sheet)
    versions = {(c.id, version.number): version for c in candidacies.values() for version in c.versions}
    for (_, _), version in versions.items():
        yield version, version.mail, contents.mails
    for item in (*contents.of(Conflict).values(), *sheets.values()):
        yield item, item.juror, jurors
        yield item, item.candidacy, candidacies
    for sheet in sheets.values():
        yield sheet, (sheet.candidacy, sheet.version), versions
    for packet in contents.of(IssuedPacket).values():
        yield packet, packet.juror, jurors
    for account in contents.of(Account).values():
        yield account, account.juror, jurors
    for run in contents.of(PitchRun).values():
        yield run, run.candidacy, candidacies
    for talk in contents.of(Talk).values():
        yield talk, talk.candidacy, candidacies
    for practised in contents.of(PracticeSheet).values():
        yield practised, practised.juror, jurors
        yield practised, practised.practice, contents.of(Practice)
    for decision in contents.of(Decision).values():
        yield decision, decision.candidacy, candidacies
        yield from ((decision, key, sheets) for line in decision.lines for key in line.sheets)
    pitches = {candidacy.reference: candidacy for candidacy in candidacies.values()}
    for plan in contents.of(StoredPlan).values():
        for placed in plan.plan.assignments:
            yield plan, placed.pitch, pitches
            yield from ((plan, key, jurors) for key in placed.jurors)
    yield from _mail_references(contents)


def _mail_references(contents: Contents) -> Iterator[tuple[object, Any, Mapping[Any, Any]]]:
    for letter in contents.of(Letter).values():
        yield letter, letter.candidacy, contents.of(Candidacy)
        yield letter, letter.pdf, contents.blobs
    for rebuttal in contents.of(Rebuttal).values():
        yield rebuttal, rebuttal.candidacy, contents.of(Candidacy)
        yield rebuttal, rebuttal.letter, contents.of(Letter)
        yield rebuttal, rebuttal.mail, contents.mails
    for key, placed in contents.mails.items():
        yield placed, key, contents.blobs
        yield placed, placed.entry.candidacy, contents.mails
        yield placed, placed.entry.original, contents.mails


def _fits(item: object, equal: Mapping[str, object]) -> bool:
    return all(getattr(item, name) == value for name, value in equal.items())
