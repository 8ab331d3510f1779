"""What the frame of the window asks of any dossier, whoever sits before it."""

from __future__ import annotations

from jury_desktop.domain.call import Call
from jury_desktop.services.admission import for_everybody
from jury_desktop.services.ports import Dossier


@for_everybody("that something happened tells nothing of what")
def newest_event(dossier: Dossier) -> str:
    """The hash of the newest event; empty in a dossier without any."""
    with dossier.read() as uow:
        event = uow.journal.newest()
    return event.hash if event is not None else ""


@for_everybody("a call is published")
def call_of(dossier: Dossier) -> Call:
    """The call of the dossier."""
    with dossier.read() as uow:
        return uow.call
