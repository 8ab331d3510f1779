"""The way back of what the jury decided, discussed and met for."""

from __future__ import annotations

from collections.abc import Mapping

from jury_desktop.domain.decision import Decision
from jury_desktop.domain.journal import Event
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.talk import Talk
from jury_desktop.services.confirm import take_back_confirmation
from jury_desktop.services.decide import put_back_decision, take_back_decision
from jury_desktop.services.event_values import as_it_was, the_one, whole
from jury_desktop.services.meeting import MeetingChange, put_back_meeting, take_back_meeting
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.talk import TalkChange, put_back_talk, take_back_talk
from jury_desktop.services.ways_back.way import Back, Way, candidacy_of


def _decided(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = candidacy_of(uow, event)
    decisions = uow.decisions.find(candidacy=candidacy.id) if candidacy else ()
    if not event.old:
        made = whole(event.new, Decision)
        return (lambda dossier: take_back_decision(dossier, made, None)) if made in decisions else None
    found = the_one(decisions, event)
    return (lambda dossier: take_back_decision(dossier, *found)) if found else None


def _eyes(uow: UnitOfWork, event: Event) -> Back | None:
    candidacy = candidacy_of(uow, event)
    found = the_one(uow.decisions.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: take_back_confirmation(dossier, *found)) if found else None


def _undecided(uow: UnitOfWork, event: Event) -> Back | None:
    gone = whole(event.old, Decision)
    if gone is None or uow.decisions.find(candidacy=gone.candidacy, stage=gone.stage):
        return None
    return lambda dossier: put_back_decision(dossier, gone)


def _talked(uow: UnitOfWork, event: Event) -> Back | None:
    if not event.new:
        gone = whole(event.old, Talk)
        if gone is None or uow.talks.find(candidacy=gone.candidacy, stage=gone.stage):
            return None
        return lambda dossier: put_back_talk(dossier, gone)
    candidacy = candidacy_of(uow, event)
    found = the_one(uow.talks.find(candidacy=candidacy.id), event) if candidacy else None
    if found is None:
        return None
    now, was = found
    nothing = not event.old or was == Talk(was.id, was.candidacy, was.stage)
    return lambda dossier: take_back_talk(dossier, TalkChange(now, None if nothing else was))


def _met(uow: UnitOfWork, event: Event) -> Back | None:
    if not event.new:
        gone = whole(event.old, Meeting)
        if gone is None or uow.meetings.find(stage=gone.stage):
            return None
        return lambda dossier: put_back_meeting(dossier, gone)
    now = next(iter(uow.meetings.find(stage=event.subject)), None)
    if now is None:
        return None
    first = not event.old and whole(event.new, Meeting) == now
    was = None if first else as_it_was(now, event)
    known = first or was is not None
    return (lambda dossier: take_back_meeting(dossier, MeetingChange(now, was))) if known else None


WAYS: Mapping[str, Way] = {
    "decision.made": _decided,
    "decision.withdrawn": _undecided,
    "decision.confirmed": _eyes,
    "decision.sent_back": _eyes,
    "decision.confirmation_taken_back": _eyes,
    "talk.noted": _talked,
    "talk.agreed": _talked,
    "talk.second_look": _talked,
    "talk.looked_again": _talked,
    "talk.restored": _talked,
    "meeting.noted": _met,
    "meeting.restored": _met,
}
