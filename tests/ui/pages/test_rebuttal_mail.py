"""Weerwoord by mail on the page: read, matched, registered beside its text, or set aside; mouse and keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.rebuttal import Entitled
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_mail import replies
from jury_desktop.services.rebuttals import terms
from jury_desktop.ui.dialogs.import_dialog import ImportDialog
from jury_desktop.ui.pages.rebuttal import RebuttalPage
from jury_desktop.ui.pages.rebuttal.register import RegisterDialog
from tests.mailbox.builders import mbox, written
from tests.services.test_rebuttal_mail import BRUG, CAME, KOMPAS, answer, with_two_refused
from tests.ui.pages.driving import button, nameless, opened, press, tabbed, texts

pytestmark = pytest.mark.xdist_group("mailbox")
LEFT = Qt.MouseButton.LeftButton
TEXT = "Beste,\n\nDe score voor vindplaatsen klopt niet.\n\nDia 6 is niet gelezen.\n\nGroeten"


def with_replies(folder: Path, *mails: bytes) -> Dossier:
    dossier = with_two_refused(folder)
    import_mail(dossier, [written(folder, "na.mbox", mbox(mails or (answer(TEXT),)))])
    return dossier


def dialog_of(page: RebuttalPage) -> RegisterDialog:
    dialog = page.findChild(RegisterDialog)
    assert isinstance(dialog, RegisterDialog)
    return dialog


def select(dialog: RegisterDialog, words: str) -> None:
    """Drag over these words in the message."""
    assert dialog.mail is not None
    field = dialog.mail.text
    at, cursor = field.toPlainText().index(words), field.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def test_mail_is_read_and_what_may_be_a_rebuttal_waits(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = opened(qtbot, RebuttalPage, with_two_refused(tmp_path))
    assert not page.replies.isVisible()
    press(page, "rebuttal.mail")
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.choice.take((written(tmp_path, "na.mbox", mbox([answer(TEXT)])),))
    assert page.replies.isVisible()
    assert shell.said == ["1 bericht gelezen; wat weerwoord kan zijn, wacht onder de termijnen."]
    model = page.replies.table.rows
    assert [str(model.data(model.index(0, at))) for at in range(4)] == [
        "20/07 09:48",
        "Liesbet Aerts",
        "Weerwoord",
        "K-01",
    ]
    assert "K-01: verstuurd van het eigen adres" in texts(page.replies)


def test_a_reply_is_registered_beside_its_text(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    dossier = with_replies(tmp_path)
    page, shell = opened(qtbot, RebuttalPage, dossier)
    (reply,) = replies(dossier)
    qtbot.mouseClick(button(page, "Registreren…"), LEFT)
    dialog = dialog_of(page)
    assert (dialog.letter.currentText(), dialog.who.text()) == ("K-01 De Brug vzw", "Liesbet Aerts")
    assert Entitled(dialog.entitled.currentData()) is Entitled.TO_CHECK, "an address is no proof of who wrote"
    assert any("van het eigen adres van de kandidaat. Een afzender" in each for each in texts(dialog))
    dialog.entitled.setCurrentIndex(dialog.entitled.findData(Entitled.YES.value))
    for words in ("De score voor vindplaatsen klopt niet.", "Dia 6 is niet gelezen."):
        select(dialog, words)
        qtbot.mouseClick(button(dialog, "Selectie als argument"), LEFT)
    qtbot.mouseClick(dialog.keep, LEFT)
    kept = next(row for row in terms(dossier) if row.candidacy.reference == "K-01").rebuttals[0]
    assert [point.text for point in kept.points] == [
        "De score voor vindplaatsen klopt niet.",
        "Dia 6 is niet gelezen.",
    ]
    assert (kept.received_at, kept.channel, kept.mail) == (CAME, "email", reply.mail.sha256)
    assert (kept.submitted_by, kept.entitled) == ("Liesbet Aerts", Entitled.YES)
    assert (page.replies.isVisible(), replies(dossier)) == (False, ())
    undo = shell.done[-1].inverse
    assert undo is not None
    undo(kept)(dossier, None)  # type: ignore[arg-type]
    assert replies(dossier) == (reply,)


def test_the_keyboard_does_it_all(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    dossier = with_replies(tmp_path)
    page, _ = opened(qtbot, RebuttalPage, dossier)
    passed = tabbed(qtbot, page, page.table)
    assert {page.replies.table, page.replies.register, page.replies.dismiss} <= set(passed)
    page.replies.table.setFocus()
    qtbot.keyClick(page.replies.table, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.points[0].text)
    assert nameless(dialog) == []
    qtbot.keyClicks(dialog.points[0].text, "Graag herbekijken.")
    qtbot.keyClick(dialog.points[0].text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert replies(dossier) == ()
    assert page.details.forms[0].rebuttal.points[0].text == "Graag herbekijken."


def test_where_the_candidate_is_not_sure_none_is_proposed(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    forged = answer("Over K-02.", "Boef <boef@elders.example>", In_Reply_To="<1@debrug.example>")
    dossier = with_replies(tmp_path, forged)
    page, shell = opened(qtbot, RebuttalPage, dossier)
    assert "te kiezen" in str(page.replies.table.rows.data(page.replies.table.rows.index(0, 3)))
    page.table.choose(terms(dossier)[1].letter.id)  # what is on show says nothing about the message
    qtbot.mouseClick(page.replies.register, LEFT)
    dialog = dialog_of(page)
    assert dialog.letter.currentData() == ""
    assert "K-01: antwoordt op mail van de kandidaat · K-02: noemt het nummer" in texts(dialog)
    qtbot.keyClicks(dialog.points[0].text, "Neen.")
    qtbot.mouseClick(dialog.keep, LEFT)
    assert "Kies van welke kandidaat het komt." in texts(dialog)
    assert all(not row.rebuttals for row in terms(dossier))
    dialog.letter.setCurrentIndex(2)
    assert "noemt het nummer" in texts(dialog)
    assert any("Niet verstuurd van het eigen adres" in each for each in texts(dialog))
    qtbot.mouseClick(dialog.keep, LEFT)
    found = {row.candidacy.reference: row.rebuttals for row in terms(dossier)}
    assert [len(found["K-01"]), len(found["K-02"])] == [0, 1]
    assert found["K-02"][0].entitled is Entitled.TO_CHECK
    assert "ook K-01" in str(page.replies.table.rows.data(page.replies.table.rows.index(0, 3)))
    left = "Geregistreerd voor K-02; het wijst ook naar een ander. K-01: antwoordt op mail van de kandidaat"
    assert left in texts(page.replies)
    qtbot.mouseClick(button(page, "Niets meer"), LEFT)
    assert replies(dossier) == ()
    assert shell.said[-1] == "Het bericht is het weerwoord van één kandidaat; het wordt niet meer gevraagd."


def test_a_message_that_is_no_rebuttal_is_set_aside_and_brought_back(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    dossier = with_replies(tmp_path)
    page, shell = opened(qtbot, RebuttalPage, dossier)
    qtbot.mouseClick(button(page, "Geen weerwoord"), LEFT)
    assert (page.replies.isVisible(), replies(dossier)) == (False, ())
    assert shell.said == ["Het bericht blijft bij de mail; het is geen weerwoord."]
    undo = shell.done[-1].inverse
    assert undo is not None
    undo(None)(dossier, None)  # type: ignore[arg-type]
    page.refresh(page.subjects)
    assert page.replies.isVisible()


def test_without_proof_the_moment_is_asked(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    unproven = answer(TEXT).replace(b"by mail.mechelen.example", b"by mail.elders.example")
    page, _ = opened(qtbot, RebuttalPage, with_replies(tmp_path, unproven))
    qtbot.mouseClick(page.replies.register, LEFT)
    said = texts(dialog_of(page))
    assert any(text.startswith("Niets bewijst wanneer het aankwam; zelf zegt het 20 juli") for text in said)


def test_two_messages_of_one_candidate_become_two_rebuttals(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    again = answer("Nog een argument.", at=CAME + timedelta(hours=1), message_id="<v@debrug.example>")
    other = answer("Over K-02.", KOMPAS, CAME + timedelta(hours=2), "<k@kompas.example>")
    dossier = with_replies(tmp_path, answer(TEXT, BRUG), again, other)
    page, _ = opened(qtbot, RebuttalPage, dossier)
    for _number in range(2):
        page.replies.table.choose(page.replies.table.rows.rows[0].mail.sha256)
        qtbot.mouseClick(page.replies.register, LEFT)
        dialog = [found for found in page.findChildren(RegisterDialog) if found.isVisible()][-1]
        qtbot.keyClicks(dialog.points[0].text, "Argument")
        qtbot.mouseClick(dialog.keep, LEFT)
    assert [len(row.rebuttals) for row in terms(dossier)] == [2, 0]
    assert len(page.details.forms) == 2
    assert [reply.mail.sender.email for reply in replies(dossier)] == ["info@kompas.example"]


def test_in_a_narrow_window_the_subject_stays_readable(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, _ = opened(qtbot, RebuttalPage, with_replies(tmp_path))
    page.resize(1040, 640)
    assert page.replies.table.columnWidth(2) >= 120
    assert page.replies.register.visibleRegion().contains(QPoint(4, 4))
