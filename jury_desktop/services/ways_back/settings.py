"""The way back of what was set for the dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from jury_desktop.codec import load
from jury_desktop.domain.closing_days import OWN, in_setting
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.accounts import lock_minutes, set_lock_minutes
from jury_desktop.services.backups import choices_of, choose_backups
from jury_desktop.services.dossier_settings import save_closing_days, save_house
from jury_desktop.services.envelopes import envelope_of, save_envelope
from jury_desktop.services.event_values import as_it_was
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.retention import put_retention, retention_of
from jury_desktop.services.ways_back.way import Back, Way
from jury_desktop.services.word_paper import paper_kept, set_word_paper


def _retained(uow: UnitOfWork, event: Event) -> Back | None:
    kept = as_it_was(retention_of(uow), event)
    return (lambda dossier: put_retention(dossier, kept)) if kept else None


def _copied(uow: UnitOfWork, event: Event) -> Back | None:
    kept = as_it_was(choices_of(uow.settings), event)
    return (lambda dossier: choose_backups(dossier, kept)) if kept else None


def _locks(uow: UnitOfWork, event: Event) -> Back | None:
    old, new = load(event.old, int), load(event.new, int)
    return (lambda dossier: set_lock_minutes(dossier, old)) if lock_minutes(uow) == new else None


def _housed(uow: UnitOfWork, event: Event) -> Back | None:
    house = as_it_was(house_of(uow.call, uow.settings), event)
    return (lambda dossier: save_house(dossier, house)) if house else None


def _placed(uow: UnitOfWork, event: Event) -> Back | None:
    place = as_it_was(envelope_of(uow.settings), event)
    return (lambda dossier: save_envelope(dossier, place)) if place else None


def _papered(uow: UnitOfWork, event: Event) -> Back | None:
    paper = as_it_was(paper_kept(uow.settings), event)
    return (lambda dossier: set_word_paper(dossier, paper)) if paper else None


def _closed(uow: UnitOfWork, event: Event) -> Back | None:
    """Only these days are no thing with fields: the event keeps all of them."""
    old, new = (load(side, tuple[date, ...]) for side in (event.old, event.new))
    return (
        (lambda dossier: save_closing_days(dossier, old))
        if in_setting(uow.settings.get(OWN)) == new
        else None
    )


_SETTINGS: Mapping[str, Callable[[UnitOfWork, Event], Back | None]] = {
    "letters": _housed,
    "envelope": _placed,
    "word_paper": _papered,
    "closing_days": _closed,
}
"""By what an event on the settings is about."""


def _set(uow: UnitOfWork, event: Event) -> Back | Message | None:
    way = _SETTINGS.get(event.subject)
    return way(uow, event) if way is not None else say("history.no_way")


WAYS: Mapping[str, Way] = {
    "settings.changed": _set,
    "retention.set": _retained,
    "backups.chosen": _copied,
    "account.lock_changed": _locks,
}
