"""The way back of what was done with the plan as it is, and noted at its pitches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.session import PitchRun
from jury_desktop.services.event_values import the_one, whole
from jury_desktop.services.plan_moves import lock_pitch, take_back_communication
from jury_desktop.services.planning import communicate_plan
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.rounds import latest_plan
from jury_desktop.services.session_runs import RunChange, keep_notes, put_back
from jury_desktop.services.ways_back.way import Back, Way, candidacy_of


def _locked(uow: UnitOfWork, event: Event) -> Back | None:
    plan, locked = latest_plan(uow), event.action == "plan.locked"
    pitches = plan.instance.pitches if plan else ()
    now = next((it for it in pitches if it.id == event.subject), None)
    if now is None or (now.pinned is not None) is not locked:
        return None
    return lambda dossier: lock_pitch(dossier, event.subject, locked=not locked)


def _communicated(uow: UnitOfWork, event: Event) -> Back | None:
    plan = latest_plan(uow)
    if plan is None or plan.communicated_at is None or f"v{plan.version}" != event.subject:
        return None
    return lambda dossier: take_back_communication(dossier, plan)


def _told_not(uow: UnitOfWork, event: Event) -> Back | None:
    plan = latest_plan(uow)
    if plan is None or plan.communicated_at is not None or f"v{plan.version}" != event.subject:
        return None
    return communicate_plan


def _noted(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = candidacy_of(uow, event)
    now = next(iter(uow.runs.find(candidacy=candidacy.id)), None) if candidacy else None
    old, new = (json.loads(side)["notes"] for side in (event.old, event.new))
    if now is None or now.notes != new:
        return None
    was = replace(now, notes=old)
    nothing = was == PitchRun(now.id, now.candidacy)
    return lambda dossier: put_back(dossier, RunChange(None if nothing else was, now))


def _put_back(uow: UnitOfWork, event: Event) -> Back | Message | None:
    """What stood before a step that was undone already; a whole clock is set on its own page."""
    candidacy = candidacy_of(uow, event)
    kept = uow.runs.find(candidacy=candidacy.id) if candidacy else ()
    if event.new:
        found = the_one(kept, event)
        return (lambda dossier: put_back(dossier, RunChange(found[1], found[0]))) if found else None
    gone = whole(event.old, PitchRun)
    if gone is None or kept:
        return None
    if gone != PitchRun(gone.id, gone.candidacy, notes=gone.notes):
        return say("history.session")
    return lambda dossier: keep_notes(dossier, gone.candidacy, gone.notes)


WAYS: Mapping[str, Way] = {
    "plan.locked": _locked,
    "plan.unlocked": _locked,
    "plan.communicated": _communicated,
    "plan.not_communicated": _told_not,
    "session.noted": _noted,
    "session.put_back": _put_back,
}
