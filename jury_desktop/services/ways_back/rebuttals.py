"""The way back of what was noted about rebuttals, and of what was said to be none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from jury_desktop.domain.journal import Event
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.services.event_values import the_one, whole
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rebuttal_mail import dismiss_mail, dismissed, recall_mail
from jury_desktop.services.rebuttal_register import (
    Arrived,
    WithdrawnRebuttal,
    correct_rebuttal,
    put_back_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    reopen_rebuttal,
    take_back_extension,
)
from jury_desktop.services.ways_back.way import Back, Way, candidacy_of


def _rebuttal(
    back: Callable[[Dossier, Rebuttal, Rebuttal], object], uow: UnitOfWork, event: Event
) -> Back | None:
    candidacy = candidacy_of(uow, event)
    found = the_one(uow.rebuttals.find(candidacy=candidacy.id), event) if candidacy else None
    return (lambda dossier: back(dossier, *found)) if found else None


def _registered(uow: UnitOfWork, event: Event) -> Back | None:
    new = whole(event.new, Rebuttal)
    if new is None or new not in uow.rebuttals.find():
        return None
    return lambda dossier: withdraw_rebuttal(dossier, new.id)


def _withdrawn(uow: UnitOfWork, event: Event) -> Back | None:
    """The letters about it that went along are made again where they are owed."""
    gone = whole(event.old, Rebuttal)
    if gone is None or uow.rebuttals.find(id=gone.id):
        return None
    return lambda dossier: put_back_rebuttal(dossier, WithdrawnRebuttal(gone, ()))


def _answered(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    return answer_points(dossier, now.id, was.points, was.outcome_text, undoes=now)


def _corrected(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    arrived = Arrived(was.received_at, was.channel, was.mail, was.sent_at, was.submitted_by, was.entitled)
    return correct_rebuttal(dossier, now.id, arrived, was.points, undoes=now)


def _went_on(dossier: Dossier, now: Rebuttal, was: Rebuttal) -> object:
    return conclude_rebuttal(dossier, now.id, was.outcome, was.outcome_text)


def _concluded(dossier: Dossier, now: Rebuttal, _was: Rebuttal) -> object:
    return reopen_rebuttal(dossier, now.id, undoes=now)


def _looked_at(back: Callable[[Dossier, str], object], uow: UnitOfWork, event: Event) -> Back | None:
    """Whether a message is said to be no rebuttal: the contrary, while it is as the event made it."""
    message = json.loads(event.new)["message"]
    if (message in dismissed(uow)) is not (back is recall_mail):
        return None
    return lambda dossier: back(dossier, message)


WAYS: Mapping[str, Way] = {
    "rebuttal.registered": _registered,
    "rebuttal.put_back": _registered,
    "rebuttal.withdrawn": _withdrawn,
    "rebuttal.answered": partial(_rebuttal, _answered),
    "rebuttal.corrected": partial(_rebuttal, _corrected),
    "rebuttal.extended": partial(_rebuttal, take_back_extension),
    "rebuttal.extension_withdrawn": partial(_rebuttal, take_back_extension),
    "rebuttal.concluded": partial(_rebuttal, _concluded),
    "rebuttal.reopened": partial(_rebuttal, _went_on),
    "rebuttal.mail_dismissed": partial(_looked_at, recall_mail),
    "rebuttal.mail_recalled": partial(_looked_at, dismiss_mail),
}
