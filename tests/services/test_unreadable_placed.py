"""What the program could not read a person can still place: as a candidacy, with one, or as other mail."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.arrival import Verdict, judge
from jury_desktop.domain.candidacy import Version
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Address, Attachment, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.services.account import Account
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.candidacies import Particulars, candidacy_list, correct_candidacy
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import PlaceChange, change_place, undo_place
from jury_desktop.services.ports import Dossier
from jury_desktop.services.preview import Drawer, Preview, Show, may_be_handed_out, preview
from jury_desktop.services.proof import confirm_servers, state_arrival, undo_proof
from jury_desktop.services.review import review
from jury_desktop.services.take_back import take_back_import
from tests.builders import ARRIVED, NOW, an_encrypted_mail, an_unreadable_mail, placed
from tests.services.mailing import IN_TIME, a_dossier, a_dossier_file, a_message, an_export, form

LOCKED = an_encrypted_mail()
NAMELESS = an_unreadable_mail(b"MIME-Version: 1.0\n\n--x")
PROOF = "Received: by mx1.lier.example; Thu, 1 Jun 2023 10:30:00 +0200"


def holding(*mails: UnreadableMail) -> Dossier:
    """A dossier in memory that holds these messages, unplaced."""
    made = a_dossier()
    with made.change() as uow:
        for mail in mails:
            verdict = judge(mail.arrival, uow.call.deadline)
            uow.mails.add(placed(mail, EntryKind.UNREADABLE, reason=mail.reason, verdict=verdict))
        told = f'{{"counts": {{"unreadable": {len(mails)}}}}}'
        uow.journal.append("mail.imported", "mail", "export.mbox", new=told)
    return made


@pytest.fixture
def dossier() -> Dossier:
    """An encrypted message of De Fakkel, and a wreck of which nothing is known."""
    return holding(LOCKED, NAMELESS)


def place(dossier: Dossier, mail: UnreadableMail, kind: EntryKind, home: str | None = None) -> PlaceChange:
    return change_place(dossier, mail.sha256, kind, home, "Gebeld met de afzender")


def everything(dossier: Dossier) -> object:
    with dossier.read() as uow:
        return uow.mails.all(), uow.candidacies.find()


def test_it_brings_a_candidacy_that_holds_the_message_itself(dossier):
    place(dossier, LOCKED, EntryKind.CANDIDACY)

    (row,) = candidacy_list(dossier).rows
    made = row.candidacy
    (file,) = made.current.attachments
    assert (made.reference, made.organisation, made.email) == ("K-01", "Fien Vos", "fien@fakkel.example")
    assert (made.contact, made.phone, made.challenges, made.municipalities) == ("", "", (), ())
    assert made.versions == (Version(1, LOCKED.sha256, ARRIVED, PROOF, "in_time", (file,), ()),)
    assert (file.name, file.bytes, file.problem) == (
        "Kandidatuur De Fakkel.eml",
        len(LOCKED.raw),
        LOCKED.reason,
    )
    with dossier.read() as uow:
        assert uow.blobs.get(file.sha256) == LOCKED.raw


def test_its_file_is_never_opened_but_can_be_saved(dossier):
    place(dossier, LOCKED, EntryKind.CANDIDACY)

    (file,) = candidacy_list(dossier).rows[0].candidacy.current.attachments

    drawer = Drawer()
    assert preview(file, LOCKED.raw, drawer) == Preview(Show.NOTHING, why=LOCKED.reason)
    drawer.stop()
    assert may_be_handed_out(file)


@pytest.mark.parametrize(
    ("problem", "media_type", "may"),
    [
        ("intake.sealed", "message/rfc822", True),
        ("intake.wreck", "application/vnd.ms-outlook", True),
        ("intake.attachment_encrypted", "application/pdf", True),
        ("intake.attachment_program", "message/rfc822", False),
        ("intake.attachment_disguised", "message/rfc822", False),
        ("intake.attachment_macros", "application/vnd.ms-outlook", False),
        ("intake.sealed", "application/pdf", False),
    ],
)
def test_a_program_that_calls_itself_a_message_is_not_handed_out(problem, media_type, may):
    file = Attachment("factuur.exe", media_type, "0" * 64, 9, say(problem))

    assert may_be_handed_out(file) is may


def test_of_a_wreck_everything_is_typed_by_hand(dossier):
    place(dossier, NAMELESS, EntryKind.CANDIDACY)
    made = candidacy_list(dossier).rows[0].candidacy
    assert (made.organisation, made.email, made.first.verdict) == ("", "", "unknown")

    typed = Particulars("De Fakkel vzw", "Fien Vos", "", "", "", (1, 4), ("Lier",), ())
    correct_candidacy(dossier, made.id, typed)

    kept = candidacy_list(dossier).rows[0].candidacy
    assert (kept.organisation, kept.contact, kept.challenges) == ("De Fakkel vzw", "Fien Vos", (1, 4))


def test_the_account_follows_and_adds_up(dossier):
    assert candidacy_list(dossier).account == Account(read=2, unreadable=2, unconfirmed=2)

    place(dossier, LOCKED, EntryKind.CANDIDACY)
    place(dossier, NAMELESS, EntryKind.OTHER)

    assert candidacy_list(dossier).account == Account(read=2, candidacies=1, other=1)


def test_it_can_be_a_version_of_a_candidacy_that_is_there(dossier, tmp_path):
    import_mail(dossier, [an_export(tmp_path, a_message("info@fakkel.example", form("De Fakkel")))])
    (row,) = candidacy_list(dossier).rows

    place(dossier, LOCKED, EntryKind.REVISION, row.candidacy.id)

    (now,) = candidacy_list(dossier).rows
    assert [version.mail for version in now.candidacy.versions] == [row.candidacy.id, LOCKED.sha256]
    assert now.candidacy.organisation == "De Fakkel"
    assert now.candidacy.challenges == (1, 4)


def test_every_place_can_be_undone(dossier):
    before = everything(dossier)

    for kind in (EntryKind.CANDIDACY, EntryKind.OTHER):
        undo_place(dossier, place(dossier, LOCKED, kind), "Ongedaan gemaakt")
        assert everything(dossier) == before


def test_the_journal_tells_what_was_placed_and_why(dossier):
    place(dossier, LOCKED, EntryKind.CANDIDACY)

    with dossier.read() as uow:
        last = [(event.action, event.subject, event.reason) for event in uow.journal.all()[-2:]]
    assert last == [
        ("candidacy.received", "K-01", ""),
        ("mail.placed", LOCKED.source, "Gebeld met de afzender"),
    ]


def test_its_arrival_can_be_established_and_the_candidacy_follows(dossier):
    place(dossier, NAMELESS, EntryKind.CANDIDACY)
    before = everything(dossier)

    change = state_arrival(dossier, NAMELESS.sha256, NOW, "Logboek van de mailserver")

    first = candidacy_list(dossier).rows[0].candidacy.first
    assert (first.received_at, first.received_by, first.verdict) == (
        NOW,
        "regisseur: Logboek van de mailserver",
        "late",
    )
    undo_proof(dossier, change)
    assert everything(dossier) == before


def test_naming_other_servers_judges_it_again_like_any_other(dossier):
    change = confirm_servers(dossier, ["mx.elders.example"])

    (row,) = (row for row in review(dossier).rows if row.placed.mail.sha256 == LOCKED.sha256)
    assert (row.placed.mail.arrival.at, row.placed.entry.verdict) == (None, Verdict.UNKNOWN)
    undo_proof(dossier, change)
    assert [row.placed.entry.verdict for row in review(dossier).rows] == [Verdict.IN_TIME, Verdict.UNKNOWN]


def test_the_review_knows_the_candidacy_of_its_sender(dossier, tmp_path):
    import_mail(dossier, [an_export(tmp_path, a_message("info@fakkel.example", form("De Fakkel")))])

    likely = {row.placed.mail.sha256: row.likely and row.likely.reference for row in review(dossier).rows}

    assert (likely[LOCKED.sha256], likely[NAMELESS.sha256]) == ("K-01", None)


def test_two_messages_of_which_nobody_knows_the_sender_are_no_house(tmp_path):
    other = an_unreadable_mail(b"nog een wrak", sender=Address("Iemand", ""))
    dossier = holding(NAMELESS, other)
    place(dossier, NAMELESS, EntryKind.CANDIDACY)

    assert [row.likely for row in review(dossier).rows] == [None, None]


def test_the_copy_that_can_be_read_completes_the_candidacy(dossier, tmp_path):
    place(dossier, LOCKED, EntryKind.CANDIDACY)
    readable = a_message(
        "Fien Vos <fien@fakkel.example>", form("De Fakkel vzw"), arrived=IN_TIME + timedelta(hours=8)
    )

    report = import_mail(dossier, [an_export(tmp_path, readable)])

    (now,) = candidacy_list(dossier).rows
    assert [entry.kind for entry in report.intake.entries] == [EntryKind.REVISION]
    assert (now.candidacy.organisation, now.candidacy.challenges) == ("De Fakkel vzw", (1, 4))
    assert (now.candidacy.first.mail, now.candidacy.first.received_at) == (LOCKED.sha256, ARRIVED)


SEALED = (
    b"From: Fien Vos <fien@fakkel.example>\r\nSubject: Kandidatuur De Fakkel\r\n"
    b"Message-ID: <7@fakkel.example>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHA6CAMIACAQAxggFA\r\n"
)


def test_an_import_that_brought_it_is_taken_back_with_all_it_brought(tmp_path):
    dossier = a_dossier_file(tmp_path)
    import_mail(dossier, [an_export(tmp_path, SEALED)])
    (mail,) = (row.placed.mail for row in review(dossier).rows)
    assert isinstance(mail, UnreadableMail)
    placing = place(dossier, mail, EntryKind.CANDIDACY)

    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)
    undo_place(dossier, placing, "Toch niet")
    take_back_import(dossier)

    assert caught.value.message.key == "import.import_placed"
    assert everything(dossier) == ((), ())
    with dossier.read() as uow, pytest.raises(KeyError):
        uow.blobs.get(mail.sha256)


def test_the_bundle_for_an_audit_holds_the_message_as_file_of_the_candidacy(tmp_path: Path) -> None:
    dossier = a_dossier_file(tmp_path)
    import_mail(dossier, [an_export(tmp_path, SEALED)])
    (mail,) = (row.placed.mail for row in review(dossier).rows)
    assert isinstance(mail, UnreadableMail)
    place(dossier, mail, EntryKind.CANDIDACY)

    make_bundle(dossier, BundleWish(tmp_path / "audit"))

    (file,) = (tmp_path / "audit" / "bijlagen" / "K-01").iterdir()
    assert file.read_bytes() == SEALED
