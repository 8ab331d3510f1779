"""What a way back is, and whom most events are about."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message
from jury_desktop.services.ports import Dossier, UnitOfWork

Back = Callable[[Dossier], object]
"""Takes a step back."""
Way = Callable[[UnitOfWork, Event], Back | Message | None]
"""Finds, in a dossier as it is now, how an event is taken back. None when it is otherwise by now; why not,
where the journal never held what that takes."""


def candidacy_of(uow: UnitOfWork, event: Event) -> Candidacy | None:
    """The candidacy that an event is about, while it is there."""
    return next(iter(uow.candidacies.find(reference=event.subject)), None)
