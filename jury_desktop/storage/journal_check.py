"""Whether the journal is whole: every link of the chain, and its end.

Quick, so that it can be done whenever a dossier is opened: rows are read as they lie there, and no event is
made of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from jury_desktop.domain.journal import Event, Link, broken_chain
from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.storage.journal import end, journal
from jury_desktop.storage.rows import field_names
from jury_desktop.storage.seals import raw
from jury_desktop.storage.types import ESCAPE, unescaped

_LINKS = select(*(journal.c[name] for name in field_names(Event))).order_by(journal.c.sequence)
_LAST = select(func.max(journal.c.sequence)).scalar_subquery()
_NEWEST = select(journal.c.sequence, journal.c.hash).where(journal.c.sequence == _LAST)
_ENDS = select(end.c.nr, end.c.sequence, end.c.hash)


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """Where the chain does not hold, and whether it ends where it was left."""
    for number, what in broken_chain(_links(connection)):
        yield Finding(what, EVENT, str(number))
    yield from _lost_end(connection)


def _links(connection: Connection) -> Iterator[Link]:
    for row in raw(connection, _LINKS):
        escaped = any(ESCAPE in value for value in row if isinstance(value, str))
        yield [unescaped(value) if isinstance(value, str) else value for value in row] if escaped else row


def _lost_end(connection: Connection) -> Iterator[Finding]:
    """A chain alone cannot tell that its last links were cut off; the end is kept beside it."""
    newest = list(raw(connection, _NEWEST))
    recorded = list(raw(connection, _ENDS))
    if recorded != [[1, *found] for found in newest]:
        ends, last = (max((row[-2] for row in rows), default=0) for rows in (newest, recorded))
        yield Finding(say("storage.journal_end", found=ends, recorded=last), EVENT, str(max(ends, last)))
