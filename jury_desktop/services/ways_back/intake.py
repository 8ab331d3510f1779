"""The way back of what was said about candidacies and the mail that brought them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.journal import Event
from jury_desktop.services.candidacies import (
    Particulars,
    correct_candidacy,
    particulars_of,
    set_availability,
    take_back_judgement,
)
from jury_desktop.services.copy_request import copies_asked, keep_copy_request, take_back_copy_request
from jury_desktop.services.event_values import as_it_was, fields_of
from jury_desktop.services.places import confirm_places, reopen_places
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.request_mail import Request
from jury_desktop.services.ways_back.way import Back, Way, candidacy_of


def _changed(uow: UnitOfWork, event: Event) -> Back | None:
    """Particulars, or when the candidate can pitch: each has a verb of its own."""
    now = candidacy_of(uow, event)
    was = as_it_was(now, event) if now else None
    if now is None or was is None:
        return None
    if {field.name for field in fields(Particulars)}.issuperset(fields_of(event.new, Candidacy) or ()):
        return lambda dossier: correct_candidacy(dossier, now.id, particulars_of(was), undoes=now)
    stretches, preferred = was.unavailable, was.preferred_windows
    return lambda dossier: set_availability(dossier, now.id, stretches, preferred, undoes=now)


def _judged(uow: UnitOfWork, event: Event) -> Back | None:
    now = candidacy_of(uow, event)
    was = as_it_was(now, event) if now else None
    if now is None or was is None:
        return None
    return lambda dossier: take_back_judgement(dossier, now, was)


def _confirmed(uow: UnitOfWork, event: Event) -> Back | None:
    mails = tuple(json.loads(event.new))
    if not _all_there(uow, mails, confirmed=True):
        return None
    return lambda dossier: reopen_places(dossier, mails)


def _reopened(uow: UnitOfWork, event: Event) -> Back | None:
    mails = tuple(json.loads(event.new))
    if not _all_there(uow, mails, confirmed=False):
        return None
    return lambda dossier: confirm_places(dossier, mails)


def _all_there(uow: UnitOfWork, mails: Collection[str], *, confirmed: bool) -> bool:
    """Whether every message is still there, with its place confirmed or not."""
    try:
        return all(uow.mails.get(sha256).confirmed is confirmed for sha256 in mails)
    except KeyError:
        return False


def _asked(uow: UnitOfWork, event: Event) -> Back | None:
    message, request = _request(event)
    if copies_asked(uow).get(message) != request.answer_by:
        return None
    return lambda dossier: take_back_copy_request(dossier, message, request)


def _asked_not(uow: UnitOfWork, event: Event) -> Back | None:
    message, request = _request(event)
    if message in copies_asked(uow):
        return None
    return lambda dossier: keep_copy_request(dossier, message, request)


def _request(event: Event) -> tuple[str, Request]:
    """The message of which a copy was asked (its SHA-256), and the mail that asked it."""
    told = json.loads(event.new)
    answer_by = date.fromisoformat(told["answer_by"])
    return told["message"], Request(told["sent_to"], told["subject"], told["text"], (), answer_by)


WAYS: Mapping[str, Way] = {
    "candidacy.changed": _changed,
    "candidacy.judged": _judged,
    "mail.confirmed": _confirmed,
    "mail.reopened": _reopened,
    "mail.copy_requested": _asked,
    "mail.copy_request_taken_back": _asked_not,
}
