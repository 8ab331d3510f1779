"""A message that nobody could read, in the window: recognised, placed by one key, and asked for again."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.arrival import judge
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import places
from jury_desktop.services.ports import Dossier
from jury_desktop.services.review import review
from jury_desktop.ui.dialogs.arrival_dialog import ArrivalDialog
from jury_desktop.ui.dialogs.place_dialog import PlaceDialog
from jury_desktop.ui.dialogs.request_dialog import RequestDialog
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from jury_desktop.ui.pages.candidacies.review_table import heading
from tests.builders import an_encrypted_mail, an_unreadable_mail, placed
from tests.services.mailing import a_dossier, a_message, an_export, form
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button, opened, press, texts

LOCKED = an_encrypted_mail(reason=say("intake.sealed"))
WRECK = an_unreadable_mail(b"MIME-Version: 1.0\n\n--x", source="export.mbox · 31", reason=say("intake.wreck"))
Desk = tuple[CandidaciesPage, DirectShell]


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """A candidacy of Anker, an encrypted message of De Fakkel, and a wreck of which nothing is known."""
    made = a_dossier()
    import_mail(made, [an_export(tmp_path, a_message("info@anker.example", form("Anker vzw")))])
    with made.change() as uow:
        for mail in (LOCKED, WRECK):
            verdict = judge(mail.arrival, uow.call.deadline)
            uow.mails.add(placed(mail, EntryKind.UNREADABLE, reason=mail.reason, verdict=verdict))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"unreadable": 2}}')
    return made


@pytest.fixture
def desk(qtbot: QtBot, dutch: object, dossier: Dossier) -> Desk:
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.show_review()
    page.review.table.choose(LOCKED.sha256)
    return page, shell


def place_of(dossier: Dossier, sha256: str) -> EntryKind:
    return next(found.kind for found in places(dossier) if found.mail.sha256 == sha256)


def the_dialog() -> RequestDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, RequestDialog) and w.isVisible()]
    return found


def test_it_is_recognised_by_its_sender_subject_and_arrival(desk: Desk) -> None:
    page, _ = desk
    row = page.review.table.current()
    assert row is not None
    shown = texts(page.review.message)

    assert heading(row) == "Fien Vos – Kandidatuur De Fakkel"
    assert {
        "Kandidatuur De Fakkel",
        "Fien Vos <fien@fakkel.example>",
        "Onleesbaar",
        "1 juni 2023 10:30 (08:30:00 UTC)",
        "Op tijd",
        "by mx1.lier.example; Thu, 1 Jun 2023 10:30:00 +0200",
        "Het bericht is bewaard zoals het binnenkwam.",
        "Plaats in de export: export.mbox · 2",
    } <= set(shown)
    assert any("Versleuteld (S/MIME, PGP)" in text for text in shown)


def test_of_a_wreck_it_says_that_nobody_can_be_asked(desk: Desk) -> None:
    page, _ = desk
    page.review.table.choose(WRECK.sha256)

    shown = texts(page.review.message)

    assert {"export.mbox · 31", "(geen afzender)", "Geen bewijs van aankomst"} <= set(shown)
    assert any(text.startswith("Er staat niet in wie het stuurde.") for text in shown)


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_1, EntryKind.CANDIDACY), (Qt.Key.Key_4, EntryKind.OTHER)]
)
def test_one_key_places_it_and_undo_brings_it_back(
    desk: Desk, dossier: Dossier, qtbot: QtBot, key: Qt.Key, kind: EntryKind
) -> None:
    page, shell = desk

    qtbot.keyClick(page.review.table, key)

    assert place_of(dossier, LOCKED.sha256) is kind
    shell.undo()
    assert place_of(dossier, LOCKED.sha256) is EntryKind.UNREADABLE
    assert [row.candidacy.organisation for row in candidacy_list(dossier).rows] == ["Anker vzw"]


def test_as_a_version_it_asks_of_which_candidacy(desk: Desk, dossier: Dossier, qtbot: QtBot) -> None:
    page, _ = desk
    qtbot.keyClick(page.review.table, Qt.Key.Key_2)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, PlaceDialog)]

    dialog.candidacy.setCurrentIndex(1)
    qtbot.keyClicks(dialog.reason, "Gebeld met Fien")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    assert place_of(dossier, LOCKED.sha256) is EntryKind.REVISION
    (row,) = candidacy_list(dossier).rows
    assert [version.mail for version in row.candidacy.versions][-1] == LOCKED.sha256


def test_its_candidacy_shows_the_message_the_reason_and_the_kept_file(
    desk: Desk, dossier: Dossier, qtbot: QtBot, tmp_path: Path
) -> None:
    page, shell = desk
    qtbot.keyClick(page.review.table, Qt.Key.Key_1)
    page.show_list()
    page.list.select("K-02")

    assert [chip.text() for chip in page.details.files.chips()] == ["× Kandidatuur De Fakkel.eml"]
    shell.files = [tmp_path / "kopie.eml"]
    page.details.files.save.click()
    assert (tmp_path / "kopie.eml").read_bytes() == LOCKED.raw
    page.details.choose_tab("messages")
    shown = texts(page.details)
    assert any("Versleuteld (S/MIME, PGP)" in text for text in shown)
    assert "Ontvangen door je eigen mailserver" in " ".join(shown)
    button(page.details, "Vraag een kopie…").click()
    assert the_dialog().request().to == "fien@fakkel.example"
    the_dialog().reject()


def test_the_arrival_of_one_without_proof_is_established_once_it_brings_something(
    desk: Desk, dossier: Dossier, qtbot: QtBot
) -> None:
    page, _ = desk
    page.review.table.choose(WRECK.sha256)
    qtbot.keyClick(page.review.table, Qt.Key.Key_1)
    page.review.table.choose(WRECK.sha256)

    button(page.review.message, "Aankomst vaststellen…").click()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ArrivalDialog)]
    qtbot.keyClicks(dialog.reason, "Logboek van de mailserver")
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    made = next(r.candidacy for r in candidacy_list(dossier).rows if r.candidacy.id == WRECK.sha256)
    assert made.first.received_by == "regisseur: Logboek van de mailserver"


def test_a_asks_the_sender_with_a_draft_that_is_noted_and_can_be_undone(
    desk: Desk, dossier: Dossier, qtbot: QtBot, tmp_path: Path
) -> None:
    page, shell = desk
    qtbot.keyClick(page.review.table, Qt.Key.Key_A)
    dialog = the_dialog()
    assert dialog.request().text.startswith("Beste Fien Vos\n")
    shell.files = [tmp_path / "vraag.eml"]

    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    mail = message_from_bytes((tmp_path / "vraag.eml").read_bytes(), policy=default)
    assert (mail["X-Unsent"], mail["To"], mail["In-Reply-To"]) == (
        "1",
        "fien@fakkel.example",
        "<7@fakkel.example>",
    )
    asked = "Aan de afzender is gevraagd om te antwoorden tegen 12 juni 2023."
    page.review.table.choose(LOCKED.sha256)
    assert asked in texts(page.review.message)
    assert shell.said[-1].startswith("Bewaard als vraag.eml. fien@fakkel.example wordt gevraagd")

    shell.undo()

    assert asked not in texts(page.review.message)
    assert [row.asked for row in review(dossier).rows] == [None, None, None]


def test_the_text_can_be_copied_instead(desk: Desk, dossier: Dossier, qtbot: QtBot) -> None:
    page, _ = desk
    press(page, "candidacies.ask_copy")
    dialog = the_dialog()
    dialog.text.setPlainText("Stuurt u het opnieuw?")

    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "Stuurt u het opnieuw?"
    assert [row.asked is not None for row in review(dossier).rows].count(True) == 1


def test_a_message_that_was_read_is_not_asked_for(desk: Desk, qtbot: QtBot) -> None:
    page, shell = desk
    page.review.filter.setCurrentIndex(page.review.filter.findData(EntryKind.CANDIDACY.value))
    page.review.table.selectRow(0)

    qtbot.keyClick(page.review.table, Qt.Key.Key_A)

    assert shell.notices[-1].text == say("import.copy_not_needed")
