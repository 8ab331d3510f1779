"""What the services need of storage, as protocols; bootstrap fills them in, tests pass their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Several
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from jury_desktop.domain.account import Account
from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.entry import EntryKind, Placed
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.role import Person, Role
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import Finding
from jury_desktop.domain.talk import Talk
from jury_desktop.services.admission import admitted

T = TypeVar("T")


class Collection(Protocol[T]):
    """All objects of one kind in the dossier; each has an ``id``."""

    def get(self, key: str) -> T:
        """The object with this id; KeyError if there is none."""

    def find(self, **equal: object) -> tuple[T, ...]:
        """Every object whose named fields equal the values given, in a stable order (creation)."""

    def save(self, item: T) -> None:
        """Adds the object, or replaces the one with the same id."""

    def remove(self, key: str) -> None:
        """Removes the object with this id; KeyError if there is none."""


class Mails(Protocol):
    """Every message that was ever imported, with its place in the selection."""

    def add(self, *placed: Placed) -> None:
        """Keeps messages with their places; raw bytes and attachments lie in the blobs already."""

    def all(self) -> tuple[Placed, ...]:
        """Every message with its place, in order of import."""

    def of(self, candidacy: str) -> tuple[Placed, ...]:
        """The messages that belong to a candidacy (its id), in order of import."""

    def tally(self) -> Mapping[tuple[EntryKind, bool], int]:
        """How many messages there are of each kind, confirmed and not."""

    def place(self, placed: Placed) -> None:
        """Changes the place of a message that is there already (matched by SHA-256)."""

    def save(self, placed: Placed) -> None:
        """Keeps what is known now about a message that is there already: its proof of arrival, its place."""

    def remove(self, *sha256: str) -> None:
        """Takes messages away; KeyError if one is not there."""

    def get(self, sha256: str) -> Placed:
        """One message by the SHA-256 of its raw bytes; KeyError if there is none."""


class Blobs(Protocol):
    """Contents by their SHA-256: raw messages, attachments, frozen letters."""

    def put(self, content: bytes) -> str:
        """Keeps the content once and gives its SHA-256."""

    def keep(self, contents: Mapping[str, bytes], carried: Mapping[str, Sequence[str]] | None = None) -> None:
        """Keeps contents once, together, under the SHA-256 that is known of each already.

        :param carried: of a message, the keys of the contents that it carries, in order: what stands in it in
            base64 need not be kept a second time.
        """

    def get(self, sha256: str) -> bytes:
        """The content; KeyError if it is not kept."""

    def sizes(self, keys: Several[str]) -> Mapping[str, int]:
        """How many bytes each of these contents has; those that are not kept are not among them."""

    def remove(self, *sha256: str) -> None:
        """Lets go of contents that nothing refers to any more; one that is not kept is no mistake."""


class Settings(Protocol):
    """Named values of the dossier, as text."""

    def get(self, key: str, default: str = "") -> str:
        """The value, or the default."""

    def set(self, key: str, value: str) -> None:
        """Keeps the value."""


class Journal(Protocol):
    """The chain of events."""

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
        """Adds an event by the actor of this unit of work, linked to the last one."""

    def all(self) -> tuple[Event, ...]:
        """Every event, oldest first."""

    def of(self, action: str) -> tuple[Event, ...]:
        """The events of one action, oldest first."""

    def about(self, kind: str, subjects: Several[str] = (), endings: Several[str] = ()) -> tuple[Event, ...]:
        """The events on subjects of one kind, oldest first: those named, and those whose name ends so."""

    def at(self, sequence: int) -> Event | None:
        """The event with this number; None if there is none."""

    def newest(self) -> Event | None:
        """The last event, None in a new dossier; its number is how many there are."""


class _RehearsalOver(Exception):  # noqa: N818 - the regular end of a dry run
    """Rolls a dry run back."""


class UnitOfWork(Protocol):
    """One consistent piece of work on the dossier: all of it is kept, or nothing."""

    @property
    def windows(self) -> Collection[KeptWindow]:
        """The session windows, once those of the call were changed; until then none."""

    @property
    def candidacies(self) -> Collection[Candidacy]:
        """What the organisations sent in."""

    @property
    def jurors(self) -> Collection[Juror]:
        """The members of the jury."""

    @property
    def conflicts(self) -> Collection[Conflict]:
        """Declared and suggested conflicts of interest."""

    @property
    def sheets(self) -> Collection[Sheet]:
        """The score sheets of both rounds."""

    @property
    def plans(self) -> Collection[StoredPlan]:
        """Every version of the pitch plan."""

    @property
    def decisions(self) -> Collection[Decision]:
        """The decisions with their motivation."""

    @property
    def letters(self) -> Collection[Letter]:
        """The letters with their proof of dispatch."""

    @property
    def rebuttals(self) -> Collection[Rebuttal]:
        """What candidates answered within the term."""

    @property
    def packets(self) -> Collection[IssuedPacket]:
        """The packets that went to jurors who score elsewhere."""

    @property
    def runs(self) -> Collection[PitchRun]:
        """What happened to the pitches at their sessions."""

    @property
    def talks(self) -> Collection[Talk]:
        """What was said at the table about each candidacy."""

    @property
    def meetings(self) -> Collection[Meeting]:
        """The meetings of the jury, one for each stage."""

    @property
    def practices(self) -> Collection[Practice]:
        """The candidacy the jury practises on, if there is one; it counts for nothing."""

    @property
    def practice_sheets(self) -> Collection[PracticeSheet]:
        """What the jurors scored when they practised."""

    @property
    def accounts(self) -> Collection[Account]:
        """Who may sign in; none where nobody has to."""

    def enters_as(self, role: Role) -> bool:
        """Whether anybody comes in with a role: by an account, or by a login of the server."""

    @property
    def mails(self) -> Mails:
        """Every message that was imported."""

    @property
    def blobs(self) -> Blobs:
        """Contents by their SHA-256."""

    @property
    def settings(self) -> Settings:
        """Named values of the dossier."""

    @property
    def journal(self) -> Journal:
        """Who did what, when and why."""

    @property
    def call(self) -> Call:
        """The call of this dossier, with the session windows and closing days as they were when this piece of
        work asked first."""


class FileLock(Protocol):
    """The passphrase of a dossier file."""

    @property
    def is_set(self) -> bool:
        """Whether the file opens with a passphrase alone."""

    def opens_with(self, secret: str) -> bool:
        """Whether this is its passphrase or its recovery key.

        :raises StorageError: a recovery key has been mistyped.
        """

    def change(self, passphrase: str) -> str:
        """Writes the file anew with this passphrase, or without one (""); gives its recovery key.

        :raises StorageError: somebody else has it open, or the disk does not allow it; it is as it was then.
        """


class Store(Protocol):
    """An opened dossier file or database."""

    name: str
    """For people: the file name, or the database."""
    file: Path | None
    """Where it lies, when it is a file."""
    read_only: Message | None
    """Why nothing can be changed in it here; None where it can."""

    @property
    def lock(self) -> FileLock | None:
        """What keeps who has the file from reading it; None where it lies in no file of its own."""

    def is_free(self) -> bool:
        """Whether it can only be read here because of another program, and that has let go of it since."""

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """Work that only reads."""

    def change(self, actor: str, now: datetime, *, bulk: bool = False) -> AbstractContextManager[UnitOfWork]:
        """Work that changes; kept when the block ends, rolled back when it raises.

        :param bulk: it brings or takes a whole mailbox: as safe, faster, and nobody else can read meanwhile.
        """

    def problems(self, tell: Tell = untold) -> Iterable[Finding]:
        """Everything that is wrong, with the database, the journal, an object or a content.

        :param tell: asked now and then; what it raises stops the check.
        """

    def journal_problems(self) -> Iterable[Finding]:
        """What is wrong with the chain of the journal or its end; found at once, also in a large dossier."""

    def close(self) -> None:
        """Lets go of the file or the connection."""


def nothing_first(_dossier: Dossier) -> None:
    """Nobody keeps copies."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """An open dossier as the services see it: its store, who works in it, and the clock.

    :param actor: the name that the journal notes.
    :param who: who signed in, or would have to; None where a dossier has no accounts and everybody at this
        computer does everything.
    :ivar before_phase: what :meth:`turning` does.
    """

    store: Store
    actor: str
    now: Callable[[], datetime]
    who: Person | None = None
    before_phase: Callable[[Dossier], object] = nothing_first

    def turning(self) -> None:
        """To be called before a step that turns the procedure: who keeps copies keeps one of this moment."""
        self.before_phase(self)

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """Work that only reads, as far as whoever signed in may see."""
        with self.store.read() as uow:
            yield admitted(uow, self.who)

    @contextmanager
    def change(self, *, bulk: bool = False) -> Iterator[UnitOfWork]:
        """Work that changes, in the name of the actor; ``bulk`` when it moves a whole mailbox."""
        with self.store.change(self.actor, self.now(), bulk=bulk) as uow:
            yield admitted(uow, self.who)

    @contextmanager
    def rehearse(self, *, bulk: bool = False) -> Iterator[UnitOfWork]:
        """Work that changes and is undone at its end: a dry run."""
        with suppress(_RehearsalOver), self.change(bulk=bulk) as uow:
            yield uow
            raise _RehearsalOver
