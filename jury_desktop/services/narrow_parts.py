"""The parts of a narrow dossier that are no collections: messages, bytes, settings and the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Several
from collections.abc import Mapping

from jury_desktop.domain.call import Round
from jury_desktop.domain.entry import EntryKind, Placed
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.journal import Event
from jury_desktop.domain.role import Person, Role
from jury_desktop.services import ports
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.record import SEPARATOR


class NarrowMails:
    """The messages of candidacies that are not kept away; see ``services.ports.Mails``."""

    def __init__(self, inner: ports.Mails, away: frozenset[str]) -> None:
        self._inner = inner
        self._away = away

    def _shown(self, placed: Placed) -> bool:
        return bool(placed.candidacy) and placed.candidacy not in self._away

    def all(self) -> tuple[Placed, ...]:
        return tuple(filter(self._shown, self._inner.all()))

    def of(self, candidacy: str) -> tuple[Placed, ...]:
        return tuple(filter(self._shown, self._inner.of(candidacy)))

    def tally(self) -> Mapping[tuple[EntryKind, bool], int]:
        return Counter((placed.kind, placed.confirmed) for placed in self.all())

    def get(self, sha256: str) -> Placed:
        found = self._inner.get(sha256)
        if not self._shown(found):
            raise refuse("rights.kept_away")
        return found

    def add(self, *placed: Placed) -> None:
        raise refuse("rights.not_yours")

    def place(self, placed: Placed) -> None:
        raise refuse("rights.not_yours")

    def save(self, placed: Placed) -> None:
        raise refuse("rights.not_yours")

    def remove(self, *sha256: str) -> None:
        raise refuse("rights.not_yours")


class NarrowBlobs:
    """What candidates sent, of candidacies that are not kept away; see ``services.ports.Blobs``."""

    def __init__(self, inner: ports.Blobs, work: UnitOfWork) -> None:
        """:param work: that in which the candidacies are the ones that may be seen."""
        self._inner = inner
        self._work = work

    def get(self, sha256: str) -> bytes:
        if sha256 not in self._sent():
            raise refuse("rights.kept_away")
        return self._inner.get(sha256)

    def sizes(self, keys: Several[str]) -> Mapping[str, int]:
        return self._inner.sizes(self._sent().intersection(keys))

    def _sent(self) -> set[str]:
        practised = (each.candidacy for each in self._work.practices.find())
        versions = (v for c in (*self._work.candidacies.find(), *practised) for v in c.versions)
        return {key for v in versions for key in (v.mail, *(file.sha256 for file in v.attachments))}

    def put(self, content: bytes) -> str:
        raise refuse("rights.not_yours")

    def keep(self, contents: Mapping[str, bytes], carried: object = None) -> None:
        raise refuse("rights.not_yours")

    def remove(self, *sha256: str) -> None:
        raise refuse("rights.not_yours")


class NarrowSettings:
    """Settings that can be read; of them only the order drawn for the juror is kept."""

    def __init__(self, inner: ports.Settings, who: Person | None) -> None:
        self._inner = inner
        self._own = {f"order.{round_.value}.{who.juror}" for round_ in Round} if who is not None else set()

    def get(self, key: str, default: str = "") -> str:
        return self._inner.get(key, default)

    def set(self, key: str, value: str) -> None:
        if key not in self._own:
            raise refuse("rights.not_yours")
        self._inner.set(key, value)


class NarrowJournal:
    """The chain as far as it is about oneself, for a juror; for an observer without who is kept away."""

    def __init__(self, inner: ports.Journal, who: Person, hidden: frozenset[str]) -> None:
        self._inner = inner
        self._who = who
        self._hidden = hidden

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
        if on_behalf_of not in {"", self._who.name}:
            raise refuse("rights.not_yours")
        values = {"old": old, "new": new, "reason": reason, "on_behalf_of": on_behalf_of}
        return self._inner.append(action, subject_kind, subject, **values)

    def all(self) -> tuple[Event, ...]:
        return tuple(filter(self._shown, self._inner.all()))

    def of(self, action: str) -> tuple[Event, ...]:
        return tuple(filter(self._shown, self._inner.of(action)))

    def about(self, kind: str, subjects: Several[str] = (), endings: Several[str] = ()) -> tuple[Event, ...]:
        return tuple(filter(self._shown, self._inner.about(kind, subjects, endings)))

    def at(self, sequence: int) -> Event | None:
        found = self._inner.at(sequence)
        return found if found is not None and self._shown(found) else None

    def newest(self) -> Event | None:
        return self._inner.newest()

    def _shown(self, event: Event) -> bool:
        named = event.subject.split(SEPARATOR)
        if self._who.role is Role.JUROR:
            return self._who.name in {event.actor, event.on_behalf_of, named[0]}
        return self._hidden.isdisjoint(named)
