"""An export from Outlook into a dossier: .msg, winmail.dat and the same messages by another way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import EntryKind
from jury_desktop.mailbox.outlook.properties import Tag
from jury_desktop.services.import_mail import ImportReport, import_mail
from jury_desktop.services.ports import Dossier
from tests.mailbox.builders import docx, paragraph, raw_mail, written
from tests.mailbox.outlook.builders import Attachment, Given, Value, arrived, attached, msg, winmail
from tests.services.mailing import a_dossier_file, form

HEADERS = """Received: from smtp.{house} by mx.lier.be; Fri, 02 Jun 2023 20:15:00 +0000
From: An Peeters <info@{house}>
Message-ID: <1@{house}>
Subject: Kandidatuur
Date: Fri, 02 Jun 2023 22:14:50 +0200
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return a_dossier_file(tmp_path)


def document(organisation: str) -> bytes:
    lines = form(organisation).splitlines()
    return docx("".join(paragraph(line) for line in lines))


def handed_in(house: str, **more: Value) -> Given:
    return arrived(TRANSPORT_HEADERS=HEADERS.format(house=house), **more)


def with_form(organisation: str) -> Attachment:
    return attached("Kandidatuur.docx", document(organisation))


def kinds(report: ImportReport) -> dict[str, EntryKind]:
    return {entry.source: entry.kind for entry in report.intake.entries}


def told(candidacy: Candidacy) -> tuple[str, str, str]:
    return candidacy.organisation, candidacy.first.verdict, candidacy.first.received_by


def test_a_msg_brings_a_candidacy_with_the_moment_of_delivery(dossier: Dossier, tmp_path: Path) -> None:
    """The second was delivered long after the server says it came in: that is for the regisseur."""
    late = datetime(2023, 6, 2, 22, 0, 0, tzinfo=UTC)
    written(tmp_path, "in/a.msg", msg(handed_in("anker.example"), attachments=[with_form("Anker vzw")]))
    given = handed_in("brug.example", MESSAGE_DELIVERY_TIME=late)
    written(tmp_path, "in/b.msg", msg(given, attachments=[with_form("Brug vzw")]))

    report = import_mail(dossier, [tmp_path / "in"])

    assert [told(one) for one in report.candidacies] == [
        ("Anker vzw", "in_time", "PidTagMessageDeliveryTime (0x0E06): 2023-06-02 20:15:03.000000 UTC"),
        ("Brug vzw", "borderline", "PidTagMessageDeliveryTime (0x0E06): 2023-06-02 22:00:00.000000 UTC"),
    ]
    again = import_mail(dossier, [tmp_path / "in"])
    assert set(kinds(again).values()) == {EntryKind.DUPLICATE}


def test_what_outlook_wrapped_brings_a_candidacy(dossier: Dossier, tmp_path: Path) -> None:
    wrapped = winmail(
        attachments=[("K.DOC", document("Anker vzw"), {Tag.ATTACH_LONG_FILENAME: "Kandidatuur.docx"})]
    )
    mail = raw_mail("In bijlage.", attachments=[("winmail.dat", "application/ms-tnef", wrapped)])

    (candidacy,) = import_mail(dossier, [written(tmp_path, "a.eml", mail)]).candidacies

    assert candidacy.organisation == "Anker vzw"
    assert [file.name for file in candidacy.first.attachments] == ["Kandidatuur.docx"]


def test_drafts_sent_copies_and_appointments_are_set_apart(dossier: Dossier, tmp_path: Path) -> None:
    files: dict[str, Given] = {
        "concept.msg": handed_in("een.example", MESSAGE_FLAGS=0x09),
        "verstuurd.msg": arrived(MESSAGE_FLAGS=0x21, TRANSPORT_HEADERS=""),
        "afspraak.msg": handed_in("twee.example", MESSAGE_CLASS="IPM.Appointment"),
    }
    for name, given in files.items():
        written(tmp_path, f"in/{name}", msg(given, attachments=[with_form("Anker vzw")]))

    report = import_mail(dossier, [tmp_path / "in"])

    assert kinds(report) == {f"in/{name}": EntryKind.OTHER for name in files}
    assert report.candidacies == ()


def test_the_same_message_as_msg_and_as_eml_counts_once(dossier: Dossier, tmp_path: Path) -> None:
    headers = HEADERS.format(house="anker.example")
    eml = f"{headers}\n{form('Anker vzw')}".encode()
    written(tmp_path, "in/a.eml", eml)
    written(tmp_path, "in/b.msg", msg(handed_in("anker.example", BODY=form("Anker vzw"))))

    report = import_mail(dossier, [tmp_path / "in"])

    assert sorted(kinds(report).values()) == [EntryKind.CANDIDACY, EntryKind.DUPLICATE]
