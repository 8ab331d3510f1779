"""The journal in a table: only ever added to, each event covering the one before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Select,
    Table,
    UniqueConstraint,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy import text as sql_text

from jury_desktop.domain.journal import START, Event, event_hash
from jury_desktop.storage.guard import Hand
from jury_desktop.storage.rows import as_row, from_row
from jury_desktop.storage.schema import metadata, number, text
from jury_desktop.storage.seals import Seals
from jury_desktop.storage.types import Moment

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    text("actor"),
    text("on_behalf_of"),
    text("action"),
    text("subject_kind"),
    text("subject"),
    text("old"),
    text("new"),
    text("reason"),
    text("previous_hash"),
    text("hash"),
    text("sealed"),
    UniqueConstraint("hash"),
    UniqueConstraint("previous_hash"),
)

end = Table(
    "journal_end", metadata, Column("nr", Integer, primary_key=True), number("sequence"), text("hash")
)
"""One row: the newest event. A chain alone cannot tell that its last links were cut off."""

_NEWEST = select(journal.c.sequence, journal.c.hash).order_by(journal.c.sequence.desc()).limit(1)
_END = select(end.c.sequence, end.c.hash)
_NEWEST_AT = sql_text("SELECT jury_server.newest_at()")
"""When the last event was, on a server where whoever asks may not read it."""


class SqlJournal:
    """The chain of events; see ``services.ports.Journal``."""

    def __init__(self, connection: Connection, hand: Callable[[], Hand], seals: Seals) -> None:
        """``hand`` is asked before every event; it raises where nothing may be recorded."""
        self._connection = connection
        self._hand = hand
        self._seals = seals

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
        hand = self._hand()
        sequence, previous = self._last()
        what = (action, subject_kind, subject, old, new, reason)
        sealed = self._seals.cover(sequence + 1)
        event = complete(Event(sequence + 1, hand.now, hand.actor, on_behalf_of, *what, previous, "", sealed))
        self._connection.execute(insert(journal), as_row(event))
        self._mark_end(event)
        return event

    def all(self) -> tuple[Event, ...]:
        return self._read(select(journal).order_by(journal.c.sequence))

    def of(self, action: str) -> tuple[Event, ...]:
        return self._read(select(journal).where(journal.c.action == action).order_by(journal.c.sequence))

    def about(
        self, kind: str, subjects: Collection[str] = (), endings: Collection[str] = ()
    ) -> tuple[Event, ...]:
        named = journal.c.subject.in_(subjects)
        ending = [journal.c.subject.endswith(part, autoescape=True) for part in endings]
        wanted = select(journal).where(journal.c.subject_kind == kind, or_(named, *ending))
        found = self._read(wanted.order_by(journal.c.sequence))
        ends = tuple(endings)  # some databases do not tell a capital from a small letter here
        return tuple(event for event in found if event.subject in subjects or event.subject.endswith(ends))

    def at(self, sequence: int) -> Event | None:
        return next(iter(self._read(select(journal).where(journal.c.sequence == sequence))), None)

    def newest(self) -> Event | None:
        """On a server the last event may be somebody else's: then its number and hash are told, and no
        more."""
        found = next(iter(self._read(select(journal).order_by(journal.c.sequence.desc()).limit(1))), None)
        if self._connection.dialect.name == "sqlite":
            return found
        last = self._connection.execute(_END).first()
        if last is None or (found is not None and found.sequence >= last.sequence):
            return found
        at = Moment().process_result_value(self._connection.scalar(_NEWEST_AT), self._connection.dialect)
        if at is None:  # somebody put the end where there is no event
            return found
        return Event(last.sequence, at, "", "", "", "", "", "", "", "", "", last.hash)

    def _read(self, query: Select[Any]) -> tuple[Event, ...]:
        return tuple(from_row(Event, row) for row in self._connection.execute(query).mappings())

    def _last(self) -> tuple[int, str]:
        """The end as it was marked: who may not read the events of others reads that, and where the last
        events were cut off, the next one tells so for ever."""
        found = self._connection.execute
        row = found(_END).first() or found(_NEWEST).first()
        return (row.sequence, row.hash) if row else (0, START)

    def _mark_end(self, event: Event) -> None:
        newest = {"sequence": event.sequence, "hash": event.hash}
        if self._connection.execute(update(end), newest).rowcount == 0:
            self._connection.execute(insert(end), {"nr": 1, **newest})


def complete(event: Event) -> Event:
    """The event with its own hash."""
    return replace(event, hash=event_hash(event))
