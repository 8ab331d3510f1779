"""What nobody could read is handed out as it came in, with a list that says why."""

from __future__ import annotations

import csv
import hashlib

import pytest

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import ONLY_BEGINNING, Attachment, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier
from jury_desktop.services.unreadable import as_file, export_unreadable
from jury_desktop.wording import render
from tests.builders import an_encrypted_mail, placed
from tests.services.mailing import a_dossier


def unread(source: str, reason: str, raw: bytes) -> UnreadableMail:
    return UnreadableMail(hashlib.sha256(raw).hexdigest(), source, say(reason), raw)


BROKEN = unread("export.mbox · 12", "intake.wreck", b"\xd0\xcf\x11\xe0")
NESTED = unread("map/../oud/bericht.msg", "intake.too_costly", b"MZ")
GONE = unread("op slot.zip", "intake.zip_encrypted", b"")


@pytest.fixture
def dossier() -> Dossier:
    made = a_dossier()
    with made.change() as uow:
        for mail in (BROKEN, NESTED, GONE):
            uow.mails.add(placed(mail, EntryKind.UNREADABLE))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"unreadable": 3}}')
    return made


def test_each_message_is_a_file_with_its_own_bytes(dossier, tmp_path):
    assert export_unreadable(dossier, tmp_path) == 3

    kept = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.suffix != ".csv"}
    assert kept == {"001 export.mbox - 12.eml": BROKEN.raw, "002 bericht.msg": NESTED.raw}


def test_the_list_names_every_message_and_the_reason(dossier, tmp_path):
    export_unreadable(dossier, tmp_path)

    listed = (tmp_path / "onleesbare berichten.csv").read_text("utf-8-sig").splitlines()
    assert listed[0] == "bestand;plaats in de export;afzender;onderwerp;aangekomen;reden"
    assert [line.split(";")[:5] for line in listed[1:]] == [
        ["001 export.mbox - 12.eml", "export.mbox · 12", "", "", ""],
        ["002 bericht.msg", "map/../oud/bericht.msg", "", "", ""],
        ["", "op slot.zip", "", "", ""],
    ]


def test_the_list_says_who_sent_it_and_when_where_that_is_known(tmp_path):
    mail, made = an_encrypted_mail(), a_dossier()
    with made.change() as uow:
        uow.mails.add(placed(mail, EntryKind.UNREADABLE))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"unreadable": 1}}')

    export_unreadable(made, tmp_path)

    (_, listed) = (tmp_path / "onleesbare berichten.csv").read_text("utf-8-sig").splitlines()
    assert listed.split(";")[2:5] == ["fien@fakkel.example", "Kandidatuur De Fakkel", "1 juni 2023 10:30"]


@pytest.mark.parametrize(
    "hostile", ['=HYPERLINK("https://kwaad.example")', "+1+1", "@SUM(1)", "-2+3", " =1+1", "\t=1"]
)
def test_what_a_sender_wrote_is_no_formula_in_the_list(tmp_path, hostile):
    mail, made = an_encrypted_mail(subject=hostile), a_dossier()
    with made.change() as uow:
        uow.mails.add(placed(mail, EntryKind.UNREADABLE))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"unreadable": 1}}')

    export_unreadable(made, tmp_path)

    text = (tmp_path / "onleesbare berichten.csv").read_text("utf-8-sig")
    (_, listed) = csv.reader(text.splitlines(), delimiter=";")
    assert listed[3] == f"'{hostile}"


@pytest.mark.parametrize(
    ("mail", "name", "media_type"),
    [
        (an_encrypted_mail(b"MIAG"), "Kandidatuur De Fakkel.eml", "message/rfc822"),
        (an_encrypted_mail(subject="../Offerte: a/b"), "b.eml", "message/rfc822"),
        (unread("Inbox · 3", "intake.wreck", b"MIME"), "Inbox - 3.eml", "message/rfc822"),
        (NESTED, "bericht.msg", "message/rfc822"),
        (unread("map/a.msg", "intake.wreck", b"\xd0\xcf\x11\xe0"), "a.msg", "application/vnd.ms-outlook"),
    ],
)
def test_a_message_is_a_file_under_its_subject_or_its_place(mail, name, media_type):
    assert as_file(mail) == Attachment(name, media_type, mail.sha256, len(mail.raw), mail.reason)


def test_the_list_says_of_what_only_the_beginning_was_kept(tmp_path):
    reason = say("intake.no_mail", also=ONLY_BEGINNING)
    film, made = (
        UnreadableMail(hashlib.sha256(b"begin").hexdigest(), "film.mp4", reason, b"begin"),
        a_dossier(),
    )
    with made.change() as uow:
        uow.mails.add(placed(film, EntryKind.UNREADABLE))
        uow.journal.append("mail.imported", "mail", "map", new='{"counts": {"unreadable": 1}}')

    export_unreadable(made, tmp_path)

    (_, listed) = (tmp_path / "onleesbare berichten.csv").read_text("utf-8-sig").splitlines()
    assert listed.strip('"').endswith(
        "zip daarvan. Alleen de eerste megabyte is bewaard; het bestand zelf blijft waar het is."
    )


def test_a_file_that_is_there_is_never_overwritten(dossier, tmp_path):
    (tmp_path / "002 bericht.msg").write_bytes(b"van iemand anders")

    with pytest.raises(JuryError) as caught:
        export_unreadable(dossier, tmp_path)

    assert caught.value.message.key == "import.cannot_write"
    assert "(er is al iets met die naam)" in render(caught.value.message)
    assert "(there is something of that name already)" in render(caught.value.message, "en")
    assert (tmp_path / "002 bericht.msg").read_bytes() == b"van iemand anders"


def test_nothing_to_hand_out_is_told(tmp_path):
    with pytest.raises(JuryError) as caught:
        export_unreadable(a_dossier(), tmp_path)

    assert caught.value.message == say("import.nothing_unreadable")
