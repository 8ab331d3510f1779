"""Whether the journal holds, as the server tells somebody who may not read all of it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from jury_desktop.domain.messages import say
from jury_desktop.domain.soundness import EVENT, Finding


def told_findings(connection: Connection) -> Iterator[Finding]:
    """The events at which the chain does not hold."""
    for number in connection.scalars(text("SELECT jury_server.broken_events()")):
        yield Finding(say("journal.changed", sequence=number), EVENT, str(number))
