"""Whether every object in the tables is what the journal last said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select, update

from jury_desktop.domain.messages import Message, say
from jury_desktop.storage.journal import journal
from jury_desktop.storage.migrate import HEAD
from jury_desktop.storage.seals import ALONE, covering, seal, stored_seals
from jury_desktop.storage.settings import dossier

_IN_ORDER = select(seal).order_by(seal.c.sequence)


def is_sealed(connection: Connection) -> bool:
    """Whether every object has its seal as this program makes them; in a dossier of an earlier version, which
    was just brought up to date, they have none yet."""
    return connection.scalar(select(dossier.c.sealed)) == HEAD


def _has_begun(connection: Connection) -> bool:
    """Whether there was ever an event: before the first, nothing has a seal."""
    return any(connection.execute(select(table.c.sequence).limit(1)).first() for table in (journal, seal))


def mark_sealed(connection: Connection) -> None:
    """Every object is about to get its seal as this program makes them."""
    connection.execute(update(dossier).values(sealed=HEAD))


def broken_seals(connection: Connection) -> Iterator[Message]:
    """What was changed, put in or taken out behind the journal, and seals that no event covers so."""
    if not _has_begun(connection):
        return
    if not is_sealed(connection):
        yield say("storage.not_sealed")
        return
    said, found = _covered(connection), _found(connection)
    wrong = (number for number in sorted(said.keys() | found.keys()) if said.get(number) != found.get(number))
    yield from (say("storage.seals_changed", sequence=number) for number in wrong)
    last = _last(connection)
    for kind, key, made in stored_seals(connection):
        known = last.pop((kind, key), None)
        if known is None or not known.sha256:
            yield say("storage.row_unknown", table=_table(kind), id=key)
        elif known.sha256 != made:
            yield say("storage.row_changed", **_about(connection, known))
    yield from (
        say("storage.row_gone", **_about(connection, known)) for known in last.values() if known.sha256
    )


def unlike_before(connection: Connection) -> dict[str, int]:
    """How many objects of each kind are not what their last seal says, or have none."""
    last = _last(connection)
    unlike = Counter(
        _table(kind)
        for kind, key, made in stored_seals(connection)
        if (known := last.get((kind, key))) is None or known.sha256 != made
    )
    return dict(sorted(unlike.items()))


def _covered(connection: Connection) -> dict[int, str]:
    """What the events say of the seals they cover, by their numbers."""
    rows = connection.execute(select(journal.c.sequence, journal.c.sealed).where(journal.c.sealed != ""))
    return {row.sequence: row.sealed for row in rows}


def _found(connection: Connection) -> dict[int, str]:
    """The same, made of the seals that are there."""
    rows = connection.execute(_IN_ORDER)
    return {
        number: covering((row.kind, row.key, row.sha256) for row in covered)
        for number, covered in groupby(rows, key=attrgetter("sequence"))
    }


def _last(connection: Connection) -> dict[tuple[str, str], Any]:
    """The newest seal of every object that ever was."""
    return {(row.kind, row.key): row for row in connection.execute(_IN_ORDER)}


def _about(connection: Connection, known: Any) -> dict[str, Any]:
    """What a seal is of, and the event that it contradicts."""
    subject = connection.scalar(select(journal.c.subject).where(journal.c.sequence == known.sequence))
    return {"table": _table(known.kind), "sequence": known.sequence, "subject": subject or known.key}


def _table(kind: str) -> str:
    return kind.removesuffix(f".{ALONE}")
