"""Whether every object in the tables is what the journal last said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select, update

from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.storage import migrate
from jury_desktop.storage.journal import journal
from jury_desktop.storage.seals import ALONE, covering, last_seals, raw, seal, seals_in, stored_seals
from jury_desktop.storage.settings import dossier

_IN_ORDER = select(seal.c.sequence, seal.c.kind, seal.c.key, seal.c.sha256).order_by(seal.c.sequence)


def is_sealed(connection: Connection) -> bool:
    """Whether every object has its seal as this program makes them; in a dossier of an earlier version, which
    was just brought up to date, they have none yet."""
    return connection.scalar(select(dossier.c.sealed)) == migrate.HEAD


def _has_begun(connection: Connection) -> bool:
    """Whether there was ever an event: before the first, nothing has a seal."""
    return any(connection.execute(select(table.c.sequence).limit(1)).first() for table in (journal, seal))


def mark_sealed(connection: Connection) -> None:
    """Every object is about to get its seal as this program makes them."""
    connection.execute(update(dossier).values(sealed=migrate.HEAD))


def broken_seals(connection: Connection) -> Iterator[Finding]:
    """What was changed, put in or taken out behind the journal, and seals that no event covers so."""
    if not _has_begun(connection):
        return
    if not is_sealed(connection):
        yield Finding(say("storage.not_sealed"), dossier.name, "1")
        return
    said, found = _covered(connection), _found(connection)
    numbers = sorted(said.keys() | found.keys(), key=lambda number: (type(number).__name__, number))
    for number in (number for number in numbers if said.get(number) != found.get(number)):
        yield Finding(say("storage.seals_changed", sequence=number), EVENT, str(number))
    last = last_seals(connection)
    for kind, key, made in stored_seals(connection):
        sequence, sealed = last.pop((kind, key), (0, ""))
        if not sealed:
            yield Finding(say("storage.row_unknown"), _table(kind), key)
        elif sealed != made:
            yield Finding(say("storage.row_changed", sequence=sequence), _table(kind), key)
    for (kind, key), (sequence, sealed) in last.items():
        if sealed:
            yield Finding(say("storage.row_gone", **_event(connection, sequence)), _table(kind), key)


def may_be_sealed(connection: Connection) -> bool:
    """Whether an earlier version of the program left the dossier so. Its own seal says which; when that is
    broken somebody took the mark away, and a change would pass for something that was always there."""
    last = last_seals(connection)
    own = {(kind, key): made for kind, key, made in seals_in(connection, dossier)}
    return not last or all(last.get(of, (0, ""))[1] == made for of, made in own.items())


def unlike_before(connection: Connection) -> dict[str, int]:
    """How many objects of each kind are not what their last seal says, or have none."""
    last = last_seals(connection)
    unlike = Counter(
        _table(kind)
        for kind, key, made in stored_seals(connection)
        if last.get((kind, key), (0, ""))[1] != made
    )
    return dict(sorted(unlike.items()))


def _covered(connection: Connection) -> dict[int, str]:
    """What the events say of the seals they cover, by their numbers."""
    rows = raw(connection, select(journal.c.sequence, journal.c.sealed))
    return {sequence: sealed for sequence, sealed in rows if sealed}


def _found(connection: Connection) -> dict[int, str]:
    """The same, made of the seals that are there."""
    rows = groupby(raw(connection, _IN_ORDER), key=itemgetter(0))
    return {number: covering((kind, key, made) for _, kind, key, made in covered) for number, covered in rows}


def _event(connection: Connection, sequence: int) -> dict[str, Any]:
    """The event that a finding contradicts, and what that was about."""
    subject = connection.scalar(select(journal.c.subject).where(journal.c.sequence == sequence))
    return {"sequence": sequence, "subject": subject or "?"}


def _table(kind: str) -> str:
    return kind.removesuffix(f".{ALONE}")
