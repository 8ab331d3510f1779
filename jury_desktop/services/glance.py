"""What the frame of the window asks of any dossier, whoever sits before it."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import Call
from jury_desktop.domain.journal import Event
from jury_desktop.services.admission import for_everybody
from jury_desktop.services.ports import Dossier


@dataclass(frozen=True, slots=True)
class News:
    """How far the journal is.

    :param event: the hash of the newest event; empty in a dossier without any.
    :param others: somebody else recorded an event since it was looked at before.
    """

    sequence: int
    event: str
    others: bool = False


_MANY = 50
"""Events that are looked at one by one; where there are more, it costs less to read everything again."""


@for_everybody("that something happened, and whether it was oneself, tells nothing of what")
def news_since(dossier: Dossier, sequence: int) -> News:
    """What happened since the event with this number; 0 where nobody looked before. An event that may not be
    read is somebody else's."""
    with dossier.read() as uow:
        newest = uow.journal.newest()
        if newest is None:
            return News(0, "")
        fresh = range(sequence + 1, newest.sequence + 1) if sequence else range(0)
        others = len(fresh) > _MANY or any(_by_another(uow.journal.at(each), dossier) for each in fresh)
        return News(newest.sequence, newest.hash, others)


def _by_another(event: Event | None, dossier: Dossier) -> bool:
    return event is None or event.actor != dossier.actor


@for_everybody("a call is published")
def call_of(dossier: Dossier) -> Call:
    """The call of the dossier."""
    with dossier.read() as uow:
        return uow.call
