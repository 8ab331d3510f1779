"""Taking a step of any day back, from what the journal keeps of it.

The undo list of the window ends with the window. The journal does not: where it holds what a thing was, and
the thing still is what the step made of it, the step can be taken back as Ctrl+Z would, by the same service.
Where it cannot, there is a reason, and the user is told which.
"""

from __future__ import annotations

from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.ways_back import WAYS, Back

ROOMS = {
    "sheet": "history.sealed",
    "practice": "history.practice",
    "round": "history.seen",
    "packet": "history.left",
    "letter": "history.left",
    "letters": "history.left",
    "mail": "history.mail",
    "candidacy": "history.candidacy",
    "conflict": "history.conflict",
    "account": "history.account",
    "plan": "history.plan",
    "window": "history.plan",
    "windows": "history.plan",
    "session": "history.session",
    "text": "history.text",
    "decision": "history.decision",
}
"""Why the steps of a room that have no way back have none; the key of a sentence."""


def way_back(uow: UnitOfWork, event: Event, actor: str) -> Back | Message:
    """How a step is taken back in a dossier as it is now, or why it is not.

    :param actor: who wants it; what another did is for that other, or for a step of one's own.
    """
    way = WAYS.get(event.action)
    if way is None:
        return say(ROOMS.get(event.action.partition(".")[0], "history.no_way"))
    if event.actor != actor or event.on_behalf_of:
        return say("history.another", name=event.on_behalf_of or event.actor)
    return way(uow, event) or say("history.changed_since")


@needs(Right.SET_UP)
def take_back_event(dossier: Dossier, event: Event) -> Event:
    """Takes a step back, and gives the event that says so: taking that one back does the step again.

    :raises JuryError: there is no way back, with the reason.
    """
    with dossier.read() as uow:
        found = way_back(uow, event, dossier.actor)
        before = uow.journal.newest()
    if isinstance(found, Message):
        raise RuleError(found)
    found(dossier)
    with dossier.read() as uow:
        since = before.sequence if before is not None else 0
        told = [each for each in uow.journal.about(event.subject_kind, endings=[""]) if each.sequence > since]
    if not told:
        raise RuleError(say("history.changed_since"))
    return told[0]
