"""A dossier in which one candidate and one juror are named in every place where somebody can be named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.mail import Address
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Point, Remedy, Ruling
from jury_desktop.domain.session import Attendance, JurorPresence
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.storage.store import create_store
from tests.builders import (
    NOW,
    RAW,
    a_call,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_letter,
    a_mail,
    a_meeting,
    a_packet,
    a_plan,
    a_rebuttal,
    a_run,
    a_sheet,
    a_talk,
    a_version,
    placed,
)
from tests.services.scenario import a_dossier, invited

CANDIDATE, ADDRESS, PHONE = "Liesbet Aerts", "liesbet@debrug.example", "03 111 22 33"
JUROR, JUROR_ADDRESS = "Rik Vermeulen", "rik@vdab.example"
STREET, ORGANISATION, TYPED = "Kaaihof 7, 2500 Lier", "De Lange Brug vzw", "Opmerkelijk zinnetje"
SECRETS = (
    *(CANDIDATE, ADDRESS, PHONE, JUROR, JUROR_ADDRESS, STREET, ORGANISATION, TYPED),
    *("Liesbet", "Aerts", "Vermeulen", "VDAB Mechelen", "voorstel.pdf", "RR 123 456"),
    *("Mieke Voorzitter", "Sam Verslag", "Robin Waarnemer", "Zetelt in het bestuur", "begroting"),
)
"""Everything that an archive may not hold."""

MAIL = a_mail(
    sender=Address(CANDIDATE, ADDRESS),
    recipients=(Address(JUROR, JUROR_ADDRESS),),
    subject=f"Kandidatuur van {CANDIDATE}",
    text=f"Groeten, {CANDIDATE}",
)
OTHER_RAW = b"From: iemand@elders.example\r\n\r\nDag"
ABOUT = a_mail(OTHER_RAW, source="export.mbox \xb7 2", text=f"Ken je {CANDIDATE}?", attachments=(), fields=())
JURORS = (
    a_juror(1, name=JUROR, email=JUROR_ADDRESS, organisation="VDAB Mechelen", role="Consulent"),
    a_juror(2),
)
HOME = a_candidacy(
    1,
    organisation=ORGANISATION,
    contact=CANDIDATE,
    email=ADDRESS,
    phone=PHONE,
    address=STREET,
    partners=("Huis Vermeulen",),
    admissibility_reason=TYPED,
    versions=(a_version(mail=MAIL.sha256),),
)
CANDIDACIES = (HOME, a_candidacy(2))
VALUES = (5, 3)


def peopled(file: Path | None = None, *, sealed: bool = False) -> Dossier:
    """The dossier, in a file when one is named; ``sealed``: its written round has not been ended."""
    dossier = a_dossier(store=create_store(file, a_call()) if file else None)
    with dossier.change() as uow:
        uow.blobs.put(RAW)
        uow.blobs.put(OTHER_RAW)
        for candidacy in CANDIDACIES:
            uow.candidacies.save(candidacy)
            uow.decisions.save(invited(candidacy))
        for juror in JURORS:
            uow.jurors.save(juror)
        uow.mails.add(placed(MAIL), placed(ABOUT, EntryKind.OTHER))
        uow.conflicts.save(a_conflict(JURORS[0], CANDIDACIES[1], state=ConflictState.DISMISSED))
        _keep_work(uow)
        uow.settings.set("letter.signatory_name", CANDIDATE)
        uow.journal.append(
            "candidacy.changed", "candidacy", "K-01", old=f'"{CANDIDATE}"', new='"x"', reason=TYPED
        )
    as_juror = replace(dossier, actor=JUROR)
    with as_juror.change() as uow:
        uow.journal.append("sheet.saved", "sheet", f"{JUROR} – K-01 – written", new=f'"{TYPED}"')
    if not sealed:
        for round_ in Round:
            close_round(dossier, round_, "Alles is binnen")
    return dossier


def _keep_work(uow) -> None:  # type: ignore[no-untyped-def]
    sheets = []
    for candidacy, value in zip(CANDIDACIES, VALUES, strict=True):
        for juror in JURORS:
            for round_ in Round:
                sheet = a_sheet(juror, candidacy, round_, value, remark=f"{TYPED} over {CANDIDATE}")
                answers = {key: Answer(value, comment=TYPED) for key in sheet.answers}
                sheets.append(replace(sheet, answers=answers))
                uow.sheets.save(sheets[-1])
    uow.plans.save(a_plan(CANDIDACIES, JURORS))
    noted = (JurorPresence("j1", Attendance.LATE, 3, reason=TYPED),)
    uow.runs.save(a_run(HOME, notes=f"{CANDIDATE} was er", jurors=noted))
    uow.talks.save(a_talk(HOME, sheets[0], notes=f"{CANDIDATE} kwam ter sprake"))
    uow.meetings.save(a_meeting(*JURORS))
    uow.decisions.save(a_decision(HOME, sheets[0], summary=f"{TYPED} {CANDIDATE}", decided_by=JUROR))
    uow.packets.save(a_packet(JURORS[0]))
    pdf = uow.blobs.put(f"%PDF-1.7 {CANDIDATE}".encode())
    letter = a_letter(
        HOME,
        type=LetterType.SELECTED.value,
        state=LetterState.SENT,
        pdf=pdf,
        channel="email",
        sent_at=NOW,
        sent_to=ADDRESS,
        postal_reference="RR 123 456",
        decision="geselecteerd",
        term_end=NOW,
    )
    uow.letters.save(letter)
    points = (Point(TYPED, "outreach", f"Beste {CANDIDATE}", Remedy.SCORE, Ruling.UNFOUNDED),)
    uow.rebuttals.save(a_rebuttal(letter, points=points, submitted_by=CANDIDATE, mail=ABOUT.sha256))
