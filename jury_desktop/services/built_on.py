"""Whether anything rests on a candidacy beside the mail that brought it.

The journal says what was done since; whether it still is so, the dossier says: what was done and undone again
holds nothing up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.journal import Event
from jury_desktop.services.blank_sheets import given_sheets
from jury_desktop.services.event_values import fields_of
from jury_desktop.services.journal import concerns
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.rounds import latest_plan

FOLLOWS = frozenset(
    {
        "candidacy.received",
        "candidacy.rejudged",
        "candidacy.removed",
        "candidacy.restored",
        "candidacy.version_received",
        "candidacy.version_removed",
        "conflict.suggested",
    }
)
"""What happens to a candidacy by its mail alone."""


def is_built_on(uow: UnitOfWork, home: Candidacy, later: Iterable[Event]) -> bool:
    """Whether somebody gave, decided or changed something about it that still is so.

    :param later: everything that happened since its mail came.
    """
    if any(_THERE[room](uow, home) for room in ("sheet", "decision", "letter")):
        return True
    about = [event for event in later if concerns(event, home.reference)]
    rooms = {event.action.partition(".")[0] for event in about if event.action not in FOLLOWS}
    changed = "candidacy" in rooms and _is_changed(home, about)
    return changed or any(_THERE.get(room, _surely)(uow, home) for room in rooms - {"candidacy"})


def _is_changed(home: Candidacy, about: Iterable[Event]) -> bool:
    """Whether it is something else than its mail made of it. Of the checklist the journal tells titles alone:
    that is as it was when nobody spoke on any item."""
    by_mail: dict[str, object] = {}
    for event in about:
        old, new = (fields_of(side, Candidacy) for side in (event.old, event.new))
        if event.action in FOLLOWS:
            by_mail |= new or {}
        elif event.action in {"candidacy.checked", "candidacy.requested"}:
            by_mail.setdefault("checks", ())
        elif event.action.startswith("candidacy."):
            by_mail = {**(old or {}), **by_mail}
    return any(getattr(home, name) != value for name, value in by_mail.items())


def _is_judged(uow: UnitOfWork, home: Candidacy) -> bool:
    found = uow.conflicts.find(candidacy=home.id)
    return any(conflict.state is not ConflictState.SUGGESTED for conflict in found)


def _is_planned(uow: UnitOfWork, home: Candidacy) -> bool:
    plan = latest_plan(uow)
    return plan is not None and any(pitch.id == home.reference for pitch in plan.instance.pitches)


def _surely(_uow: UnitOfWork, _home: Candidacy) -> bool:
    """What is not looked up counts as it was told."""
    return True


_THERE: Mapping[str, Callable[[UnitOfWork, Candidacy], bool]] = {
    "sheet": lambda uow, home: bool(given_sheets(uow, candidacy=home.id)),
    "decision": lambda uow, home: bool(uow.decisions.find(candidacy=home.id)),
    "letter": lambda uow, home: bool(uow.letters.find(candidacy=home.id)),
    "talk": lambda uow, home: bool(uow.talks.find(candidacy=home.id)),
    "session": lambda uow, home: bool(uow.runs.find(candidacy=home.id)),
    "conflict": _is_judged,
    "plan": _is_planned,
}
"""What of a room of the program is there now."""
