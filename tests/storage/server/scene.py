"""A dossier on a server, with in every table something that a juror may not see, and who connects to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest

from jury_desktop import bootstrap, bootstrap_server
from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.role import Role
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.ports import Dossier
from jury_desktop.storage.server import hosting
from jury_desktop.storage.store import SqlStore, open_store
from tests import builders as a
from tests.postgres import as_login

SECRET = "GEHEIM"
"""Stands in everything that Els may not see, and in nothing that she may."""
HIDDEN = f"{SECRET} en VERZEGELD"
"""Stands in what a second reader may not see either: scores that are sealed, mail, packets."""
ELS, BART, WIM = (
    replace(a.a_juror(number), name=name, email=f"{name.split()[0].lower()}@{SECRET.lower()}.example")
    for number, name in ((1, "Els Maes"), (2, "Bart Claes"), (3, "Wim Waarnemer"))
)
ELS = replace(ELS, email="els@gemeente.example")
WIM = replace(WIM, observer=True)
OWN, BARRED, OTHER = (a.a_candidacy(number) for number in (1, 2, 3))
"""What Els scores, what a conflict keeps from her, and one that Bart has a conflict with."""
PDF, RAW = b"%PDF-1.7 " + SECRET.encode(), f"Subject: {HIDDEN}\r\n\r\n{HIDDEN}".encode()


def now() -> datetime:
    """The present moment: the server compares it with its own."""
    return datetime.now(UTC)


class Hosted:
    """A dossier on a server; ``owner`` is the address with which its owner connects."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self._opened: list[SqlStore] = []

    def address(self, login: str) -> str:
        """Where somebody connects."""
        return as_login(self.owner, login)

    def store(self, login: str = "") -> SqlStore:
        """The store as somebody opens it, or as its owner does."""
        self._opened.append(open_store(self.address(login) if login else self.owner))
        return self._opened[-1]

    def opened(self, login: str) -> Dossier:
        """The dossier as somebody has it with a program of their own: the server alone keeps them in."""
        store = self.store(login)
        assert store.person is not None
        return Dossier(store, store.person.name, now)

    def signed_in(self, login: str) -> Dossier:
        """The dossier as somebody has it in the window: every service asks for their rights too."""
        dossier = bootstrap.open_dossier(self.address(login), now=now)
        assert isinstance(dossier.store, SqlStore)
        self._opened.append(dossier.store)
        return dossier

    def connect(self, login: str) -> psycopg.Connection:
        """A connection as psql would make it."""
        return psycopg.connect(self.address(login))

    def close(self) -> None:
        """Lets go of what was opened."""
        for store in self._opened:
            store.close()


def host(address: str, fill: Callable[[Dossier], None]) -> Hosted:
    """A dossier in an empty database, with the people of the scene."""
    bootstrap_server.prepare_server(address, "lier-2023", now)
    dossier = bootstrap.open_dossier(address, now=now)
    fill(dossier)
    dossier.store.close()
    hosting.let_in(address, ELS.name, Role.JUROR, "els")
    hosting.let_in(address, BART.name, Role.JUROR, "bart")
    hosting.let_in(address, WIM.name, Role.OBSERVER, "wim")
    hosting.let_in(address, "Ria Regisseur", Role.REGISSEUR, "ria")
    hosting.let_in(address, "Tom Tweede", Role.SECOND_READER, "tom")
    return Hosted(address)


def whole(dossier: Dossier) -> None:
    """Everything a selection holds, well into its course."""
    barred = replace(
        BARRED, organisation=f"{SECRET} vzw", versions=(a.a_version(attachments=(a.an_attachment(PDF),)),)
    )
    shown = [with_contact(each) for each in (OWN, OTHER)]
    with dossier.change() as uow:
        for content in (b"%PDF-1.7", PDF, RAW):
            uow.blobs.put(content)
        uow.mails.add(a.placed(a.a_mail(RAW, subject=HIDDEN, text=HIDDEN, attachments=())))
        for juror in (ELS, BART, WIM):
            uow.jurors.save(juror)
        for candidacy in (*shown, barred):
            uow.candidacies.save(candidacy)
        for juror, candidacy in ((ELS, BARRED), (BART, OTHER), (WIM, BARRED)):
            reason = "Woont ernaast" if juror is ELS else SECRET
            uow.conflicts.save(a.a_conflict(juror, candidacy, reason=reason))
        uow.sheets.save(a.a_sheet(ELS, OWN, value=None))
        uow.sheets.save(replace(a.a_sheet(ELS, BARRED, value=None), remark=HIDDEN))
        for candidacy in (OWN, BARRED):
            uow.sheets.save(told(replace(a.a_sheet(BART, candidacy), remark=HIDDEN)))
        for candidacy in (OWN, BARRED):
            uow.decisions.save(
                a.a_decision(
                    candidacy, stage=Stage.SHORTLIST, kind=DecisionKind.INVITED, summary=SECRET, lines=()
                )
            )
        uow.plans.save(a.a_plan((OWN, BARRED), (ELS, replace(BART, organisation=SECRET))))
        uow.runs.save(a.a_run(OWN, notes=SECRET))
        uow.talks.save(a.a_talk(OWN, notes=SECRET))
        uow.meetings.save(a.a_meeting(ELS, place=SECRET))
        left = {"state": LetterState.SENT, "channel": "email", "sent_at": a.NOW}
        uow.letters.save(letter := a.a_letter(OWN, basis=SECRET, **left))
        uow.rebuttals.save(a.a_rebuttal(letter, outcome_text=SECRET))
        uow.packets.save(a.a_packet(BART, secret=HIDDEN))
        uow.practices.save(a.a_practice())
        uow.practice_sheets.save(a.a_practice_sheet(BART, a.a_practice()))
        uow.settings.set("letter.sender_name", SECRET)
        uow.settings.set(f"order.written.{BART.id}", SECRET)
        uow.journal.append("sheet.submitted", "sheet", SECRET, old=HIDDEN, new=HIDDEN, reason=HIDDEN)


def with_contact(candidacy: a.Candidacy) -> a.Candidacy:
    """The candidacy with contact data that are for the regisseur, in its form too."""
    form = (FieldValue(key, SECRET, SECRET, "form.pdf") for key in ("contact", "email", "phone", "address"))
    version = replace(candidacy.current, fields=(*candidacy.current.fields, *form))
    return replace(candidacy, contact=SECRET, email=f"x@{SECRET.lower()}.example", versions=(version,))


def told(sheet: a.Sheet) -> a.Sheet:
    """The sheet with a comment that is nobody else's."""
    return replace(sheet, answers={key: replace(each, comment=HIDDEN) for key, each in sheet.answers.items()})


def scored(dossier: Dossier, juror: Juror, candidacy: a.Candidacy, value: int = 3) -> None:
    """A juror scores and submits a candidacy in the written round, as the window has it done."""
    from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet

    asked = open_sheet(dossier, juror.id, candidacy.id, Round.WRITTEN).items
    answers = {item.key: Answer(value, comment="Helder") for item in asked}
    save_answers(dossier, juror.id, candidacy.id, Round.WRITTEN, answers)
    submit_sheet(dossier, juror.id, candidacy.id, Round.WRITTEN)


def refusal(work: Callable[[], object]) -> Message:
    """What is said when the work cannot be done."""
    with pytest.raises(StorageError) as caught:
        work()
    return caught.value.message
