"""What the dossier of a demonstration says of itself: how it ended, at which moment it begins, what is in it.

A demonstration that was broken off says nothing, and so is never taken for a whole one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import for_everybody, needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import selection_of

ENDED = "demo.ended"
"""The setting of a dossier that tells how its demonstration ended, with one of the values below."""
WHOLE, STOPPED = "whole", "stopped"
MOMENT = "demo.moment"
"""The setting of a dossier whose clock begins at a moment of the sample, with something left to do."""


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demonstration made; ``seconds`` of wall time."""

    candidacies: int
    planned: int
    letters: int
    rebuttals: int
    seconds: float


@for_everybody("the clock of a sample, before anybody could sign in")
def clock_begins(dossier: Dossier) -> datetime | None:
    """Where the clock of a sample goes on from: the moment at which its story was left, or what happened in
    it last, so that a day after opening it again never comes before; None for any other dossier."""
    with dossier.read() as uow:
        moment, newest = uow.settings.get(MOMENT), uow.journal.newest()
    if not moment:
        return None
    left = datetime.fromisoformat(moment)
    return max(left, newest.at) if newest is not None else left


@for_everybody("the clock of a sample, before anybody could sign in")
def is_whole(dossier: Dossier) -> bool:
    """Whether a dossier holds a demonstration that was played to its end."""
    with dossier.read() as uow:
        return uow.settings.get(ENDED) == WHOLE


@needs(Right.SET_UP)
def stop_demo(dossier: Dossier, done: int, total: int) -> None:
    """Notes in the dossier after how many steps its demonstration was stopped; what they made stays."""
    with dossier.change() as uow:
        _close(uow, STOPPED, "demo.stopped", f"{done} / {total}")


@needs(Right.SET_UP)
def leave_at(dossier: Dossier, left: str) -> None:
    """The demonstration is left here, on purpose: the clock of the dossier goes on from now.

    :param left: where, as the journal says it.
    """
    with dossier.change() as uow:
        uow.settings.set(MOMENT, dossier.now().isoformat())
        _close(uow, STOPPED, "demo.stopped", left)


@needs(Right.SET_UP)
def complete_demo(dossier: Dossier) -> None:
    """The dossier says that its demonstration is whole."""
    with dossier.change() as uow:
        _close(uow, WHOLE, "demo.completed")


@for_everybody("the clock of a sample, before anybody could sign in")
def count(dossier: Dossier, seconds: float) -> DemoResult:
    """What there is in the dossier of a demonstration, and how long it took."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        letters = len(uow.letters.find())
    planned = len(selection.plan.plan.assignments) if selection.plan else 0
    return DemoResult(
        len(selection.candidacies), planned, letters, len(selection.rebuttals), round(seconds, 1)
    )


def _close(uow: UnitOfWork, how: str, action: str, steps: str = "") -> None:
    uow.settings.set(ENDED, how)
    uow.journal.append(action, "dossier", uow.call.id, new=steps)
