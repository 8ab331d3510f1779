"""The dossier as it looks while the jury practises: one candidacy, its sheets, and the jurors; nothing else.

Every service of scoring works on it as on the dossier itself, so that practising is what scoring will be.
What it keeps lies apart (``UnitOfWork.practices``), and its events have names of their own: nothing that
counts can meet them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import Finding
from jury_desktop.services import ports
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, Store, UnitOfWork


class _Named(Protocol):
    """Whatever is kept under an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


T = TypeVar("T", bound=_Named)

PREFIX = "practice."
"""Before the name of every event and setting of the practice."""
KIND = "practice-"
"""Before the kind of what its events are about."""


@needs(Right.SEE_WORK)
def practising(dossier: Dossier) -> Dossier:
    """The dossier as it looks while the jury practises."""
    return replace(dossier, store=_PracticeStore(dossier.store))


class _PracticeStore:
    """See ``services.ports.Store``."""

    def __init__(self, inner: Store) -> None:
        self.name, self.file, self.read_only = inner.name, inner.file, inner.read_only
        self.lock = inner.lock
        self._inner = inner

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        with self._inner.read() as uow:
            yield PracticeWork(uow)

    def change(self, actor: str, now: datetime, *, bulk: bool = False) -> AbstractContextManager[UnitOfWork]:
        return self._changed(self._inner.change(actor, now, bulk=bulk))

    @contextmanager
    def _changed(self, changing: AbstractContextManager[UnitOfWork]) -> Iterator[UnitOfWork]:
        with changing as uow:
            yield PracticeWork(uow)

    def is_free(self) -> bool:
        return self._inner.is_free()

    def problems(self, tell: Tell = untold) -> Iterable[Finding]:
        return self._inner.problems(tell)

    def journal_problems(self) -> Iterable[Finding]:
        return self._inner.journal_problems()

    def close(self) -> None:
        self._inner.close()


class PracticeWork:
    """See ``services.ports.UnitOfWork``."""

    def __init__(self, inner: UnitOfWork) -> None:
        found = inner.practices.find()
        practice = found[0] if found else None
        self.call: Call = inner.call
        self.jurors: ports.Collection[Juror] = inner.jurors
        self.blobs = inner.blobs
        self.mails = inner.mails
        self.accounts = inner.accounts
        self.enters_as = inner.enters_as
        self.candidacies: ports.Collection[Candidacy] = _Fixed([practice.candidacy] if practice else [])
        self.sheets: ports.Collection[Sheet] = _Sheets(inner.practice_sheets, practice)
        self.settings = _Settings(inner.settings, f"{PREFIX}{practice.id if practice else ''}.")
        self.journal = _Journal(inner.journal)
        self.practices = inner.practices
        self.practice_sheets = inner.practice_sheets
        nothing: _Fixed[Any] = _Fixed([])
        self.conflicts = self.plans = self.decisions = self.windows = nothing
        self.letters = self.rebuttals = self.packets = self.runs = nothing
        self.talks = self.meetings = nothing


class _Fixed(Generic[T]):
    """A collection that only reads."""

    def __init__(self, items: list[T]) -> None:
        self._items: dict[str, T] = {item.id: item for item in items}

    def get(self, key: str) -> T:
        return self._items[key]

    def find(self, **equal: object) -> tuple[T, ...]:
        return _fitting(self._items.values(), equal)

    def save(self, item: T) -> None:
        raise TypeError("nothing but sheets is kept while the jury practises")

    def remove(self, key: str) -> None:
        raise TypeError("nothing is removed while the jury practises")


class _Sheets:
    """The sheets of the practice as sheets like any other."""

    def __init__(self, inner: ports.Collection[PracticeSheet], practice: Practice | None) -> None:
        self._inner = inner
        self._practice = practice.id if practice else ""

    def get(self, key: str) -> Sheet:
        return self._inner.get(key).sheet

    def find(self, **equal: object) -> tuple[Sheet, ...]:
        by_juror = {"juror": equal["juror"]} if "juror" in equal else {}
        kept = self._inner.find(practice=self._practice, **by_juror)
        return _fitting((each.sheet for each in kept), equal)

    def save(self, item: Sheet) -> None:
        self._inner.save(PracticeSheet(item.id, item.juror, self._practice, item))

    def remove(self, key: str) -> None:
        self._inner.remove(key)


class _Settings:
    """Settings under names of their own; there is no other way to those of the dossier."""

    def __init__(self, inner: ports.Settings, prefix: str) -> None:
        self._inner = inner
        self._prefix = prefix

    def get(self, key: str, default: str = "") -> str:
        return self._inner.get(self._prefix + key, default)

    def set(self, key: str, value: str) -> None:
        self._inner.set(self._prefix + key, value)


class _Journal:
    """Events under names of their own, in the one chain of the dossier."""

    def __init__(self, inner: ports.Journal) -> None:
        self._inner = inner

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
        return self._inner.append(
            PREFIX + action,
            KIND + subject_kind,
            subject,
            old=old,
            new=new,
            reason=reason,
            on_behalf_of=on_behalf_of,
        )

    def all(self) -> tuple[Event, ...]:
        return self._named(self._inner.all)

    def of(self, action: str) -> tuple[Event, ...]:
        return self._named(lambda: self._inner.of(PREFIX + action))

    def about(
        self, kind: str, subjects: Collection[str] = (), endings: Collection[str] = ()
    ) -> tuple[Event, ...]:
        return self._named(lambda: self._inner.about(KIND + kind, subjects, endings))

    def at(self, sequence: int) -> Event | None:
        return self._inner.at(sequence)

    def newest(self) -> Event | None:
        return self._inner.newest()

    def _named(self, read: Callable[[], tuple[Event, ...]]) -> tuple[Event, ...]:
        """The events of the practice, called as those of scoring are."""
        return tuple(
            replace(
                event,
                action=event.action.removeprefix(PREFIX),
                subject_kind=event.subject_kind.removeprefix(KIND),
            )
            for event in read()
            if event.subject_kind.startswith(KIND)
        )


def _fitting(items: Iterable[T], equal: dict[str, object]) -> tuple[T, ...]:
    return tuple(item for item in items if all(getattr(item, name) == value for name, value in equal.items()))
