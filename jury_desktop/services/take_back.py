"""Takes the last import back as a whole, as long as nothing was built on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.arrival import is_stated
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import BRINGS, Placed
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.journal import Event
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.account import kept_imports, read_in
from jury_desktop.services.admission import needs
from jury_desktop.services.blank_sheets import drop_blanks
from jury_desktop.services.bring import without
from jury_desktop.services.built_on import is_built_on
from jury_desktop.services.copy_request import copies_asked
from jury_desktop.services.places import BY_HAND
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json, record_change

_NAMED = 3
"""Messages that a refusal names."""


@dataclass(frozen=True, slots=True)
class LastImport:
    """The import that can be taken back: what was read, and when (aware).

    :param added: how many messages the dossier keeps of it.
    :param read: how many the account of the mail counts for it, those that were here already among them.
    """

    number: int
    names: str
    at: datetime
    added: int
    read: int


@needs(Right.SEE_MAIL)
def last_import(dossier: Dossier) -> LastImport | None:
    """The last import that is still there, or None."""
    with dossier.read() as uow:
        return _last(uow)


@needs(Right.KEEP_INTAKE)
def take_back_import(dossier: Dossier, reason: str = "", *, number: int | None = None) -> LastImport:
    """Takes the last import out of the dossier again; earlier imports stay as they are.

    :param number: that of the import that is meant; refused when another is the last one by now.

    Refused once anything was done with a candidacy it touched (a judgement, correction, score or decision) or
    with a message it brought (an arrival established, a place given, a copy asked for), unless it was
    undone. To agree with a place is not enough: that is said again in a moment.
    """
    with dossier.change(bulk=True) as uow:
        last = _last(uow)
        if last is None:
            raise refuse("import.nothing_to_take_back")
        if number not in {None, last.number}:
            raise refuse("import.not_the_last")
        everything = uow.mails.all()
        kept, gone = everything[: len(everything) - last.added], everything[len(everything) - last.added :]
        _refuse_when_built_on(uow, last, gone)
        _refuse_when_worked_on(uow, gone)
        _release(uow, kept, {placed.mail.sha256 for placed in gone})
        for placed in reversed(gone):
            _take_out(uow, placed, reason)
        _forget(uow, kept, gone)
        told = as_json({"import": last.number, "added": last.added})
        uow.journal.append("mail.import_taken_back", "mail", last.names, old=told, reason=reason)
        return last


def _last(uow: UnitOfWork) -> LastImport | None:
    events = kept_imports(uow)
    if not events:
        return None
    event, kept = events[-1], sum(uow.mails.tally().values())
    return LastImport(event.sequence, event.subject, event.at, min(_added(event), kept), read_in(event))


def _added(event: Event) -> int:
    """How many messages an import added; one of an older program does not say, and adds what is no repeat."""
    told = json.loads(event.new)
    counts = told["counts"]
    return int(told.get("added", sum(counts.values()) - counts.get("duplicate", 0)))


def _refuse_when_built_on(uow: UnitOfWork, last: LastImport, gone: Sequence[Placed]) -> None:
    homes = {placed.candidacy for placed in gone if placed.kind in BRINGS and placed.candidacy}
    later = [event for event in uow.journal.all() if event.sequence > last.number]
    leaving = {placed.mail.sha256 for placed in gone}
    for home in (candidacy for candidacy in uow.candidacies.find() if candidacy.id in homes):
        if is_built_on(uow, home, later) or _orphans(home, leaving):
            raise RuleError(say("import.import_in_use", reference=home.reference))


def _refuse_when_worked_on(uow: UnitOfWork, gone: Sequence[Placed]) -> None:
    """As things are now: what was done and undone again holds nothing up."""
    asked = copies_asked(uow)
    heard = {rebuttal.mail for rebuttal in uow.rebuttals.find()}
    for key, done in (
        ("import.import_arrival_stated", lambda placed: is_stated(placed.mail.arrival)),
        ("import.import_placed", lambda placed: placed.entry.reason.key == BY_HAND),
        ("import.import_copy_asked", lambda placed: placed.mail.sha256 in asked),
        ("import.import_rebuttal", lambda placed: placed.mail.sha256 in heard),
    ):
        sources = [placed.mail.source for placed in gone if done(placed)]
        if sources:
            more = ("…",) if len(sources) > _NAMED else ()
            raise RuleError(say(key, count=len(sources), sources=(*sources[:_NAMED], *more)))


def _orphans(home: Candidacy, leaving: set[str]) -> bool:
    """Whether the message that opened it goes, and one of an earlier import that was placed there stays."""
    return home.id in leaving and any(version.mail not in leaving for version in home.versions)


def _release(uow: UnitOfWork, kept: Iterable[Placed], gone: set[str]) -> None:
    """Messages that stay belong to nothing that goes."""
    for placed in kept:
        entry = placed.entry
        home = None if entry.candidacy in gone else entry.candidacy
        original = None if entry.original in gone else entry.original
        if (home, original) != (entry.candidacy, entry.original):
            uow.mails.place(replace(placed, entry=replace(entry, candidacy=home, original=original)))


def _take_out(uow: UnitOfWork, placed: Placed, reason: str) -> None:
    if placed.kind in BRINGS and placed.candidacy is not None:
        home = uow.candidacies.get(placed.candidacy)
        rest = without(uow.call, home, placed.mail.sha256)
        subject = ("candidacy", home.reference)
        if rest is None:
            _remove(uow, home)
            record_change(uow, "candidacy.removed", subject, home, None, reason)
        else:
            uow.candidacies.save(rest)
            record_change(uow, "candidacy.version_removed", subject, home, rest, reason)


def _remove(uow: UnitOfWork, candidacy: Candidacy) -> None:
    for conflict in uow.conflicts.find(candidacy=candidacy.id):
        uow.conflicts.remove(conflict.id)
    drop_blanks(uow, candidacy=candidacy.id)
    uow.candidacies.remove(candidacy.id)


def _forget(uow: UnitOfWork, kept: Iterable[Placed], gone: Sequence[Placed]) -> None:
    """The messages go, with the contents that nothing else carries."""
    uow.mails.remove(*(placed.mail.sha256 for placed in gone))
    needed = {key for placed in kept for key in _contents(placed)}
    carried = dict.fromkeys(key for placed in gone for key in _contents(placed))
    uow.blobs.remove(*(key for key in carried if key not in needed))


def _contents(placed: Placed) -> tuple[str, ...]:
    files = placed.mail.attachments if isinstance(placed.mail, Mail) else ()
    return placed.mail.sha256, *(file.sha256 for file in files)
