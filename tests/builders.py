"""Domain objects for tests: whole and valid, each telling only what a test wants to be different.

Numbers tell them apart: ``a_candidacy(2)`` is K-02, ``a_juror(3)`` the third juror.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from jury_desktop import resources
from jury_desktop.domain.account import Account
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.candidacy import Admissibility, Candidacy, Version
from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine, Stage
from jury_desktop.domain.entry import Confidence, Entry, EntryKind, Placed
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import (
    Address,
    Arrival,
    Attachment,
    Evidence,
    EvidenceKind,
    FieldValue,
    Mail,
    UnreadableMail,
)
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.pitch import (
    Assignment,
    Expertise,
    Interval,
    Level,
    LevelResult,
    Pitch,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanRules,
    PlanStatus,
    StoredPlan,
)
from jury_desktop.domain.practice import Practice, PracticeSheet, practice_candidacy
from jury_desktop.domain.rebuttal import Point, Rebuttal
from jury_desktop.domain.role import Role
from jury_desktop.domain.session import Attendance, JurorPresence, Phase, PitchRun, Stretch
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from jury_desktop.domain.talk import Agreed, SecondLook, Talk, Votes

NOW = datetime(2023, 6, 9, 12, 0, tzinfo=UTC)
"""The clock of the tests: the afternoon on which the written round closes."""
ARRIVED = datetime(2023, 6, 1, 8, 30, tzinfo=UTC)
RAW = b"From: an@ankerpunt.example\r\nSubject: Kandidatuur\r\n\r\nDag allemaal"
ORGANISATION = FieldValue("organisation", "Ankerpunt vzw", "Organisatie: Ankerpunt vzw", "kandidatuur.docx")
ORGANISATIONS = ("Ankerpunt", "De Brug", "Kompas Werkt", "Samenspoor", "Vuurtoren", "Werkwijzer")


@cache
def a_call(name: str = "lier-2023") -> Call:
    """A shipped call."""
    return parse_call(resources.text("calls", f"{name}.toml"), f"{name}.toml")


def a_candidacy(number: int = 1, **changes: Any) -> Candidacy:
    """An admissible candidacy with one timely version, for two challenges; its id is ``c1``."""
    organisation = ORGANISATIONS[(number - 1) % len(ORGANISATIONS)]
    whole = Candidacy(
        id=f"c{number}",
        reference=f"K-{number:02d}",
        organisation=f"{organisation} vzw",
        contact="An Peeters",
        email=f"an@{organisation.split()[0].lower()}.example",
        phone="03 000 00 00",
        address="Grote Markt 1, 2500 Lier",
        challenges=(1, 4),
        municipalities=("Lier", "Nijlen"),
        partners=(),
        versions=(a_version(),),
        admissibility=Admissibility.ADMISSIBLE,
    )
    return replace(whole, **changes)


def a_version(number: int = 1, **changes: Any) -> Version:
    """A timely version with a form; no message of the dossier brought it."""
    whole = Version(
        number=number,
        mail="",
        received_at=ARRIVED + timedelta(hours=number),
        received_by="MAPI 0x0E06",
        verdict=Verdict.IN_TIME.value,
        attachments=(an_attachment(),),
        fields=(
            FieldValue("organisation", "Ankerpunt vzw", "Organisatie: Ankerpunt vzw", "kandidatuur.docx"),
        ),
    )
    return replace(whole, **changes)


def an_attachment(content: bytes = b"%PDF-1.7", **changes: Any) -> Attachment:
    """A harmless PDF."""
    name, media_type = "kandidatuur.pdf", "application/pdf"
    whole = Attachment(name, media_type, hashlib.sha256(content).hexdigest(), len(content))
    return replace(whole, **changes)


def a_juror(number: int = 1, **changes: Any) -> Juror:
    """A juror who can sit in every window of the call; the id is ``j1``."""
    available = tuple(Interval(window.start, window.end) for window in a_call().windows)
    whole = Juror(
        f"j{number}", f"Jurylid {number}", f"Gemeente {number}", f"jurylid{number}@gemeente.example"
    )
    return replace(replace(whole, expertise=(1, 2), available=available), **changes)


def a_conflict(juror: Juror, candidacy: Candidacy, **changes: Any) -> Conflict:
    """A conflict that the juror declared."""
    key = f"{juror.id}-{candidacy.id}"
    whole = Conflict(key, juror.id, candidacy.id, ConflictState.DECLARED, "Zetelt in het bestuur")
    return replace(whole, **changes)


def a_sheet(
    juror: Juror,
    candidacy: Candidacy,
    round_: Round = Round.WRITTEN,
    value: int | None = 3,
    **changes: Any,
) -> Sheet:
    """A submitted sheet on which every item of the call has the same value (None: an empty draft)."""
    items = items_of(a_call().rubric, candidacy.challenges, round_)
    answers: Mapping[str, Answer] = {} if value is None else {item.key: Answer(value) for item in items}
    whole = Sheet(
        id=f"{juror.id}-{candidacy.id}-{round_.value}",
        juror=juror.id,
        candidacy=candidacy.id,
        round=round_,
        version=candidacy.current.number,
        state=SheetState.DRAFT if value is None else SheetState.SUBMITTED,
        answers=answers,
        submitted_at=None if value is None else NOW,
    )
    return replace(whole, **changes)


def a_packet(juror: Juror, *sheets: Sheet, **changes: Any) -> IssuedPacket:
    """A packet for the written round that has not come back; its key opens nothing."""
    whole = IssuedPacket(f"p-{juror.id}", "AGE-SECRET-KEY-1", juror.id, Round.WRITTEN, NOW, sheets)
    return replace(whole, **changes)


def an_account(juror: Juror | None = None, **changes: Any) -> Account:
    """The account of a juror, else of the regisseur; no secret opens it."""
    if juror is None:
        return replace(Account("a-regisseur", "An Maes", Role.REGISSEUR), **changes)
    return replace(Account(f"a-{juror.id}", juror.name, Role.JUROR, juror.id), **changes)


def a_practice(number: int = 1) -> Practice:
    """A candidacy to practise on; its id is ``o1``."""
    key = f"o{number}"
    return Practice(key, practice_candidacy(key, "Oefening vzw", (1, 4), an_attachment()))


def a_practice_sheet(juror: Juror, practice: Practice, **changes: Any) -> PracticeSheet:
    """What a juror gave in practice, submitted."""
    sheet = a_sheet(juror, practice.candidacy, **changes)
    return PracticeSheet(sheet.id, juror.id, practice.id, sheet)


def a_decision(candidacy: Candidacy, *sheets: Sheet, **changes: Any) -> Decision:
    """The final selection of a candidacy, with one line that rests on the sheets given."""
    line = MotivationLine("outreach", "Werkt aanklampend.", tuple(sheet.id for sheet in sheets))
    whole = Decision(
        id=f"d-{candidacy.id}",
        candidacy=candidacy.id,
        stage=Stage.FINAL,
        kind=DecisionKind.SELECTED,
        summary="De jury selecteert de kandidatuur.",
        lines=(line,),
        decided_at=NOW,
    )
    return replace(whole, **changes)


def a_talk(candidacy: Candidacy, *sheets: Sheet, **changes: Any) -> Talk:
    """The final discussion of a candidacy: notes, one agreed sentence, one second look and a vote."""
    agreed = Agreed("outreach", "De jury vindt de aanpak aanklampend.", tuple(s.id for s in sheets), NOW)
    whole = Talk(
        id=f"t-{candidacy.id}",
        candidacy=candidacy.id,
        stage=Stage.FINAL,
        notes="De begroting kwam ter sprake.",
        agreed=(agreed,),
        looks=(SecondLook("Begroting nalezen", NOW),),
        votes=Votes(3, 1, 0),
    )
    return replace(whole, **changes)


def a_meeting(*present: Juror, **changes: Any) -> Meeting:
    """The meeting that decided the end, with these jurors."""
    whole = Meeting(
        "m1",
        Stage.FINAL,
        NOW,
        NOW + timedelta(hours=3),
        "Raadzaal, Grote Markt 57, Lier",
        "Mieke Voorzitter",
        "Sam Verslag",
        tuple(juror.id for juror in present),
        ("Robin Waarnemer",),
    )
    return replace(whole, **changes)


def a_letter(candidacy: Candidacy, **changes: Any) -> Letter:
    """A draft of the letter to a selected candidate."""
    key = f"l-{candidacy.id}"
    whole = Letter(key, candidacy.id, "selected", LetterState.DRAFT, pdf="", basis="0" * 64, created_at=NOW)
    return replace(whole, **changes)


def a_rebuttal(letter: Letter, **changes: Any) -> Rebuttal:
    """An open rebuttal with two arguments, received by e-mail."""
    points = (Point("De score voor vindplaatsen klopt niet.", "outreach"), Point("De termijn was kort."))
    key = f"r-{letter.candidacy}"
    whole = Rebuttal(key, letter.candidacy, letter.id, NOW + timedelta(days=10), "email", points)
    return replace(whole, **changes)


def a_plan(candidacies: tuple[Candidacy, ...], jurors: tuple[Juror, ...], version: int = 1) -> StoredPlan:
    """A plan that hears the candidates (by reference) one after another in the first window, before all."""
    window = a_call().windows[0]
    length = timedelta(minutes=35)
    panel = tuple(juror.id for juror in jurors)
    starts = [window.start + place * length for place in range(len(candidacies))]
    assignments = tuple(
        Assignment(candidacy.reference, window.id, 1, start, start + length, panel)
        for candidacy, start in zip(candidacies, starts, strict=True)
    )
    levels = (LevelResult(Level.LEFT_OUT, 0, 0),)
    plan = PitchPlan(PlanStatus.OPTIMAL, levels, assignments, (), (), seconds=0.25, seed=1)
    return StoredPlan(f"p{version}", version, an_instance(candidacies, jurors), plan, NOW)


def a_run(candidacy: Candidacy, **changes: Any) -> PitchRun:
    """A pitch of 35 minutes that was held as planned, before one juror of whom it was noted."""
    start = a_call().windows[0].start
    stretches = (
        Stretch(Phase.PITCH, start, start + timedelta(minutes=20)),
        Stretch(Phase.QUESTIONS, start + timedelta(minutes=20), start + timedelta(minutes=30)),
        Stretch(Phase.DELIBERATION, start + timedelta(minutes=30), start + timedelta(minutes=35)),
    )
    whole = PitchRun(
        id=f"r-{candidacy.id}",
        candidacy=candidacy.id,
        stretches=stretches,
        ended_at=start + timedelta(minutes=35),
        notes="Sterk netwerk in Nijlen.",
        jurors=(JurorPresence("j1", Attendance.PRESENT),),
    )
    return replace(whole, **changes)


def an_instance(candidacies: tuple[Candidacy, ...], jurors: tuple[Juror, ...]) -> PlanInstance:
    """The planning problem of these candidates and jurors in the windows of the call."""
    rules = PlanRules(3, None, 3, 15, 0, Expertise.SOFT, 1)
    pitches = tuple(Pitch(c.reference, 35, (c.organisation,), c.challenges) for c in candidacies)
    seats = tuple(PlanJuror(juror.id, juror.organisation, juror.available) for juror in jurors)
    return PlanInstance(5, a_call().windows, rules, pitches, seats, ())


def a_mail(raw: bytes = RAW, **changes: Any) -> Mail:
    """A readable message of a candidate, with one attachment and proof of arrival."""
    proof = Evidence(EvidenceKind.MBOX_FROM, "From an@ankerpunt.example Thu Jun  1 08:30:00 2023", ARRIVED)
    hint = Evidence(
        EvidenceKind.DATE_HEADER, "Thu, 1 Jun 2023 10:29:58 +0200", ARRIVED - timedelta(seconds=2)
    )
    whole = Mail(
        sha256=hashlib.sha256(raw).hexdigest(),
        source="export.mbox · 1",
        message_id="<1@ankerpunt.example>",
        in_reply_to=(),
        references=(),
        sender=Address("An Peeters", "an@ankerpunt.example"),
        recipients=(Address("", "oproep@lier.example"),),
        subject="Kandidatuur",
        date_header="Thu, 1 Jun 2023 10:29:58 +0200",
        automatic=None,
        text="Dag allemaal",
        arrival=Arrival(ARRIVED, proof, (hint,)),
        attachments=(an_attachment(),),
        fields=(
            FieldValue("organisation", "Ankerpunt vzw", "Organisatie: Ankerpunt vzw", "kandidatuur.docx"),
        ),
        form_text="Organisatie: Ankerpunt vzw",
    )
    return replace(whole, **changes)


def an_unreadable_mail(raw: bytes = b"\xd0\xcf\x11\xe0", **changes: Any) -> UnreadableMail:
    """A message that is kept as it is; nothing is known of it."""
    whole = UnreadableMail(hashlib.sha256(raw).hexdigest(), "export.mbox · 2", say("mailbox.encrypted"), raw)
    return replace(whole, **changes)


def an_encrypted_mail(raw: bytes = b"MIAGCSqGSIb3DQEHA6CA", **changes: Any) -> UnreadableMail:
    """A message that is kept as it is, of which the headers say who sent it and when it came."""
    proof = Evidence(
        EvidenceKind.OWN_RECEIVED, "by mx1.lier.example; Thu, 1 Jun 2023 10:30:00 +0200", ARRIVED
    )
    known = {
        "message_id": "7@fakkel.example",
        "sender": Address("Fien Vos", "fien@fakkel.example"),
        "subject": "Kandidatuur De Fakkel",
        "date_header": "Thu, 1 Jun 2023 10:29:58 +0200",
        "arrival": Arrival(ARRIVED, proof, (proof,)),
    }
    return an_unreadable_mail(raw, **(known | changes))


def placed(mail: Mail | UnreadableMail, kind: EntryKind = EntryKind.CANDIDACY, **changes: Any) -> Placed:
    """The message in its place, proposed and not yet confirmed; ``changes`` are to its entry."""
    home = mail.sha256 if kind is EntryKind.CANDIDACY else None
    whole = Entry(
        sha256=mail.sha256,
        source=mail.source,
        kind=kind,
        candidacy=home,
        original=None,
        verdict=Verdict.IN_TIME,
        late=False,
        reason=say("intake.form_found"),
        confidence=Confidence.CERTAIN,
    )
    return Placed(mail, replace(whole, **changes))
