"""Until when a dossier is kept: set by the regisseur, with the ground for it, and counted down."""

from __future__ import annotations

from datetime import date

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.retention import Keeping, Retention
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.step import Step, Urgency

_UNTIL, _GROUND = "retention.until", "retention.ground"


def retention_of(uow: UnitOfWork) -> Retention:
    """Until when, as the dossier has it."""
    until = uow.settings.get(_UNTIL)
    return Retention(date.fromisoformat(until) if until else None, uow.settings.get(_GROUND))


@needs(Right.SET_UP)
def retention(dossier: Dossier) -> Retention:
    """Until when this dossier is kept."""
    with dossier.read() as uow:
        return retention_of(uow)


@needs(Right.SET_UP)
def save_retention(dossier: Dossier, wanted: Retention) -> Retention:
    """Keeps until when and on what ground, and gives what was said before; a day asks for a ground.

    :raises JuryError: a day without a ground, or one that has passed.
    """
    if wanted.until is not None and not wanted.ground.strip():
        raise refuse("privacy.ground_missing")
    if wanted.until is not None and wanted.until < dossier.now().astimezone(BRUSSELS).date():
        raise refuse("privacy.until_passed", day=wanted.until)
    return put_retention(dossier, wanted)


@needs(Right.SET_UP)
def put_retention(dossier: Dossier, wanted: Retention) -> Retention:
    """Keeps it as it is; what was said before may be put back even when its day has passed since."""
    with dossier.change() as uow:
        old = retention_of(uow)
        if old != wanted:
            uow.settings.set(_UNTIL, wanted.until.isoformat() if wanted.until else "")
            uow.settings.set(_GROUND, wanted.ground.strip())
            record_change(uow, "retention.set", ("settings", "retention"), old, wanted)
        return old


def told(kept: Retention, today: date) -> Message:
    """How far it is, in a sentence."""
    left = kept.days_left(today)
    if left is None or kept.until is None:
        return say("privacy.unset")
    if left < 0:
        return say("privacy.over", day=kept.until, count=-left)
    return say("privacy.left", day=kept.until, count=left)


def retention_steps(kept: Retention, today: date) -> tuple[Step, ...]:
    """What the regisseur has to do about it: nothing, until the end is near."""
    if kept.keeping(today) not in (Keeping.SOON, Keeping.OVER):
        return ()
    over = kept.keeping(today) is Keeping.OVER
    urgency = Urgency.TODAY if over else Urgency.DATED
    button = say("steps.retention_button")
    due = None if over else kept.until
    return (Step(urgency, told(kept, today), button, "settings", "privacy", due),)
