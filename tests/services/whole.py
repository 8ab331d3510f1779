"""A dossier with something of every kind, and all it holds, to compare it before and after a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Entitled
from jury_desktop.services.accounts import lock_minutes
from jury_desktop.services.backups import choices_of
from jury_desktop.services.copy_request import copies_asked
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.services.letter_texts import text_book
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.rebuttal_mail import dismissed
from jury_desktop.services.retention import retention
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.unit_of_work import SqlUnitOfWork
from tests.builders import (
    NOW,
    RAW,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_letter,
    a_mail,
    a_plan,
    a_rebuttal,
    a_run,
    a_sheet,
    a_version,
    placed,
)
from tests.services.scenario import a_dossier, invited

MAIL = a_mail()
LATER = NOW + timedelta(days=30)
"""When the jury deliberates: both rounds are over, and one candidate has answered a letter."""
COLLECTIONS = (
    "windows",
    "candidacies",
    "jurors",
    "conflicts",
    "sheets",
    "plans",
    "decisions",
    "letters",
    "rebuttals",
    "packets",
    "runs",
    "talks",
    "meetings",
    "practices",
    "practice_sheets",
    "accounts",
)


def at_the_end(store: Store | None = None, now: datetime = LATER) -> Dossier:
    """Three candidacies: two scored in both rounds, one of them decided on at the end, and one that was told
    no and answered. Juror 4 observes, with a suspected conflict."""
    first, second, third = candidacies = (
        a_candidacy(1, versions=(a_version(mail=MAIL.sha256),)),
        a_candidacy(2, versions=(a_version(),)),
        a_candidacy(3, versions=(a_version(),)),
    )
    panel = tuple(a_juror(number) for number in (1, 2, 3))
    idle = a_juror(4, observer=True)
    sheets = [a_sheet(juror, c, r, value=4) for juror in panel for c in (first, second) for r in Round]
    sheets += [a_sheet(juror, third, value=2) for juror in panel]
    no = a_decision(third, id="s-c3", stage=Stage.SHORTLIST, kind=DecisionKind.NOT_SHORTLISTED, lines=())
    decisions = [invited(first), invited(second), no, a_decision(second, decided_by="Regisseur")]
    suspected = a_conflict(idle, third, state=ConflictState.SUGGESTED)
    dossier = a_dossier(jurors=(*panel, idle), now=now, store=store)
    told = a_letter(third, type="not_shortlisted", state=LetterState.SENT, channel="email", sent_at=NOW)
    with dossier.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        kept = ((uow.candidacies, candidacies), (uow.sheets, sheets), (uow.decisions, decisions))
        for collection, things in kept:
            for thing in things:
                collection.save(thing)  # type: ignore[attr-defined]
        uow.conflicts.save(suspected)
        uow.plans.save(a_plan((first, second), panel))
        uow.runs.save(a_run(first))
        uow.letters.save(replace(told, pdf=uow.blobs.put(b"%PDF")))
        uow.rebuttals.save(a_rebuttal(told, entitled=Entitled.YES))
        uow.journal.append("test.prepared", "dossier", "test")
    return dossier


def everything(dossier: Dossier) -> Mapping[str, object]:
    """All that a dossier holds beside its journal. A draft in which nothing was given is no sheet yet."""
    with dossier.read() as uow:
        held = {name: {each.id: each for each in getattr(uow, name).find()} for name in COLLECTIONS}
        held["mails"] = {placed.mail.sha256: placed for placed in uow.mails.all()}
        held["said of mails"] = {"copy asked": copies_asked(uow), "no rebuttal": dismissed(uow)}
        chosen = (lock_minutes(uow), choices_of(uow.settings))
    held["sheets"] = {key: sheet for key, sheet in held["sheets"].items() if not sheet.is_blank}
    settings = dossier_settings(dossier)
    kept = (settings.house, settings.envelope, settings.word_paper, settings.closing_days, *chosen)
    return {**held, "settings": kept, "kept until": retention(dossier), "texts": text_book(dossier).texts}


def unlike(held: Mapping[str, object], wanted: Mapping[str, object]) -> Mapping[str, object]:
    """Of what two dossiers hold that in which they differ, by kind and id; empty where they are equal."""
    found: dict[str, object] = {}
    for name in {**held, **wanted}:
        is_, was = held.get(name), wanted.get(name)
        if is_ == was:
            continue
        if isinstance(is_, Mapping) and isinstance(was, Mapping):
            keys = (key for key in {**is_, **was} if is_.get(key) != was.get(key))
            found[name] = {key: (is_.get(key), was.get(key)) for key in keys}
        else:
            found[name] = (is_, was)
    return found


GROWING = frozenset(
    {"blob", "blob_chunk", "blob_stretch", "dossier", "journal", "journal_end", "seal", "setting"}
)
"""Tables that only grow (contents that are kept, the journal), or say one thing in several ways: a setting
that was undone is written out where it was not set before."""


def tables(dossier: Dossier) -> Mapping[str, object]:
    """Every row of a dossier in a file, by table and as it is kept. The number that tells the order is new
    for what came back. A draft in which nothing was given is no sheet yet."""
    with dossier.read() as uow:
        assert isinstance(uow, SqlUnitOfWork)
        blank = {sheet.id for sheet in uow.sheets.find() if sheet.is_blank}
        return {
            table.name: {
                str(row): 1
                for row in uow._connection.execute(
                    select(*(each for each in table.columns if each.name != "nr"))
                )
                if not (table.name == "sheet" and row.id in blank)
            }
            for table in metadata.sorted_tables
            if table.name not in GROWING
        }
