"""Brieven: set out, signed, sent again after they came back, and what their motivation rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.domain.rebuttal import Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.outbox import Paper
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.dispatching import DispatchDialog
from jury_desktop.ui.pages.letters.fate import RECEIVED, FateDialog
from jury_desktop.ui.pages.letters.grounds import GroundsDialog
from jury_desktop.ui.pages.letters.setting_out import SetOutDialog
from jury_desktop.ui.pages.letters.sign_dialog import SignDialog
from jury_desktop.ui.pages.letters.words import state_pill
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.theme import Tone
from tests.builders import NOW
from tests.letters.keys import PASSPHRASE, a_key
from tests.letters.softhsm import MODULE, PIN, Reader, a_reader, needs_a_card
from tests.services.answering import Answered
from tests.services.test_letter_fate import UNKNOWN, refused
from tests.services.test_letter_grounds import motivated
from tests.services.test_outbox import SECOND, files, finals, ready
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import can_press, nameless, opened, press, tabbed, texts
from tests.ui.pages.test_letters import after_deliberation, column, decided, dialog

# set out


def final_page(qtbot: QtBot) -> tuple[LettersPage, DirectShell]:
    """K-01 leaves by e-mail, K-02 on paper; both are final."""
    dossier = after_deliberation()
    finals(dossier, SECOND)
    return opened(qtbot, LettersPage, dossier)


def test_final_letters_are_set_out_in_a_folder_that_can_be_opened(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    page, shell = final_page(qtbot)
    shell.files.append(tmp_path)
    press(page, "letters.outbox")
    asked = dialog(page, SetOutDialog)
    assert "2 definitieve brieven komen in een nieuwe map, elk als PDF, met een lijst." in texts(asked)
    assert asked.mails.text() == "Een mailconcept (.eml) voor de brief per e-mail"
    assert asked.paper.currentText() == "De brief die op papier vertrekt"
    assert nameless(asked) == []
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (folder,) = tmp_path.iterdir()
    assert [name.rpartition("/")[0] or name for name in files(folder)] == [
        "afdruk.pdf",
        "brieven",
        "brieven",
        "lijst.csv",
        "mails",
        "proefblad.pdf",
    ]
    (notice,) = shell.notices
    assert notice.text == "2 brieven klaargezet in “brieven-2023-06-09”."
    assert isinstance(notice.run, OpenFolder)


def test_what_is_left_out_of_a_mail_is_said(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = opened(qtbot, LettersPage, ready("geen adres @ hier"))
    shell.files.append(tmp_path)
    press(page, "letters.outbox")
    asked = dialog(page, SetOutDialog)
    asked.paper.setCurrentIndex(asked.paper.findData(Paper.NONE.value))
    assert not asked.two_sided.isEnabled()
    asked.go_on.click()

    (notice,) = shell.notices
    assert notice.tone is Tone.WARN
    assert "Zonder adres waar een mail heen kan: K-02." in str(notice.text)


def test_several_chosen_letters_are_set_out_alone(qtbot: QtBot, dutch: object) -> None:
    page, _ = final_page(qtbot)
    press(page, "letters.outbox")
    first = dialog(page, SetOutDialog)
    assert first.paper.count() == 3
    first.reject()
    page.table.selectAll()
    press(page, "letters.outbox")
    assert "2 definitieve brieven" in " ".join(texts(dialog(page, SetOutDialog)))


def test_nothing_is_set_out_before_a_letter_is_final(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    assert not can_press(page, "letters.outbox")
    assert not can_press(page, "letters.sign")


# signed


def sign_dialog(page: LettersPage, shell: DirectShell, tmp_path: Path) -> SignDialog:
    """Both letters are chosen, and the key is found."""
    file = tmp_path / "sleutel.p12"
    file.write_bytes(a_key().file)
    shell.files.append(file)
    page.table.selectAll()
    press(page, "letters.sign")
    asked = dialog(page, SignDialog)
    asked.by_file.browse.click()
    assert asked.by_file.file.text() == str(file)
    return asked


def test_chosen_letters_are_signed_and_both_hashes_are_shown(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    page, shell = final_page(qtbot)
    asked = sign_dialog(page, shell, tmp_path)
    assert asked.by_file.secret.echoMode() is QLineEdit.EchoMode.Password
    assert nameless(asked) == []
    asked.by_file.secret.setText(PASSPHRASE)
    asked.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.by_file.secret)
    qtbot.keyClick(asked.by_file.secret, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "2 brieven ondertekend" in [notice.text for notice in shell.notices]
    assert shell.dossier is not None
    with shell.dossier.read() as uow:
        (letter,) = uow.letters.find(candidacy="c1")
        signed = uow.blobs.get(letter.signed)
    assert hashlib.sha256(signed).hexdigest() == letter.signed
    page.show_object("K-01")
    told = " ".join(texts(page.preview))
    assert f"SHA-256 {letter.pdf[:16]} · ondertekend, SHA-256 {letter.signed[:16]}" in told


def test_a_wrong_passphrase_can_be_typed_again(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = final_page(qtbot)
    asked = sign_dialog(page, shell, tmp_path)
    asked.by_file.secret.setText("fout")
    asked.sign.click()

    assert asked.isVisible()
    assert shell.words(say("signing.key_refused")) in texts(asked)
    asked.by_file.secret.setText(PASSPHRASE)
    assert shell.words(say("signing.key_refused")) not in texts(asked)
    asked.sign.click()
    assert "2 brieven ondertekend" in [notice.text for notice in shell.notices]


def test_one_is_asked_before_an_expired_certificate_signs(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    page, shell = final_page(qtbot)
    asked = sign_dialog(page, shell, tmp_path)
    expired = a_key(valid=(NOW - timedelta(days=9), NOW - timedelta(days=1)))
    Path(asked.by_file.file.text()).write_bytes(expired.file)
    asked.by_file.secret.setText(PASSPHRASE)
    asked.sign.click()

    question = asked.findChild(QuestionDialog)
    assert isinstance(question, QuestionDialog)
    assert "is op 8 juni 2023 14:00 vervallen" in " ".join(texts(question))
    assert not shell.notices
    question.buttons["anyway"].click()
    assert "2 brieven ondertekend" in [notice.text for notice in shell.notices]


def test_a_signature_is_undone(qtbot: QtBot, tmp_path: Path) -> None:
    page, shell = final_page(qtbot)
    asked = sign_dialog(page, shell, tmp_path)
    asked.by_file.secret.setText(PASSPHRASE)
    asked.sign.click()
    shell.undo()
    assert shell.dossier is not None
    with shell.dossier.read() as uow:
        assert {letter.signed for letter in uow.letters.find()} == {""}


# signed with a card


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    yield from a_reader(tmp_path, monkeypatch)


def card_dialog(page: LettersPage, shell: DirectShell) -> SignDialog:
    """Both letters are chosen, and the library of the card is found."""
    shell.files.append(Path(str(MODULE)))
    page.table.selectAll()
    press(page, "letters.sign")
    asked = dialog(page, SignDialog)
    asked.ways.buttons["card"].click()
    asked.by_card.browse.click()
    return asked


@needs_a_card
def test_letters_are_signed_with_a_certificate_on_a_card(qtbot: QtBot, dutch: object, reader: Reader) -> None:
    inserted = reader.insert("Kaart van Netegem")
    inserted.keep(a_key("An Peeters"), 1, "Signature")
    inserted.keep(a_key("An Peeters (aanmelden)", binding=False), 2, "Authentication")
    page, shell = final_page(qtbot)
    asked = card_dialog(page, shell)
    offered = [asked.by_card.certificates.itemText(at).split(",")[0] for at in range(2)]
    assert offered == ["An Peeters – Kaart van Netegem", "An Peeters (aanmelden) – Kaart van Netegem"]
    assert asked.by_card.secret.echoMode() is QLineEdit.EchoMode.Password
    assert nameless(asked) == []
    card = asked.by_card
    assert set(tabbed(qtbot, asked, card.file)) >= {card.browse, card.certificates, card.read, card.secret}
    asked.by_card.secret.setText(PIN)
    qtbot.keyClick(asked.by_card.secret, Qt.Key.Key_Return)

    assert "2 brieven ondertekend" in [notice.text for notice in shell.notices]
    assert shell.dossier is not None
    with shell.dossier.read() as uow:
        assert [(e.action, e.reason) for e in uow.journal.all()[-2:]] == [("letter.signed", "An Peeters")] * 2
        assert PIN not in str(uow.journal.all())


@needs_a_card
def test_a_wrong_pin_can_be_typed_again(qtbot: QtBot, dutch: object, reader: Reader) -> None:
    reader.insert("Kaart van Netegem").keep(a_key(), 1, "Signature")
    page, shell = final_page(qtbot)
    asked = card_dialog(page, shell)
    asked.by_card.secret.setText("000000")
    asked.sign.click()
    assert shell.words(say("signing.pin_refused")) in texts(asked)
    asked.by_card.secret.setText(PIN)
    assert shell.words(say("signing.pin_refused")) not in texts(asked)
    asked.sign.click()
    assert "2 brieven ondertekend" in [notice.text for notice in shell.notices]


@needs_a_card
def test_a_card_put_in_later_is_read_by_asking_again(qtbot: QtBot, dutch: object, reader: Reader) -> None:
    page, shell = final_page(qtbot)
    asked = card_dialog(page, shell)
    assert shell.words(say("signing.no_card")) in texts(asked)
    assert not asked.sign.isEnabled()
    reader.insert("Kaart van Netegem").keep(a_key(), 1, "Signature")
    asked.by_card.read.click()
    assert shell.words(say("signing.no_card")) not in texts(asked)
    assert asked.sign.isEnabled()


def test_a_file_that_is_no_library_of_a_card_is_told(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = final_page(qtbot)
    page.table.selectAll()
    press(page, "letters.sign")
    asked = dialog(page, SignDialog)
    asked.ways.buttons["card"].click()
    asked.by_card.file.setText(str(tmp_path / "kaart.dll"))
    asked.by_card.read.click()
    assert shell.words(say("signing.no_module", file="kaart.dll")) in texts(asked)
    asked.ways.buttons["file"].click()
    assert shell.words(say("signing.no_module", file="kaart.dll")) not in texts(asked)


# what became of it


def test_a_letter_that_came_back_is_marked_and_leaves_again(qtbot: QtBot, dutch: object) -> None:
    dossier, sent = refused()
    page, shell = opened(qtbot, LettersPage, dossier)
    page.show_object("K-02.not_selected")
    assert not page.preview.finalise.isVisible()
    qtbot.mouseClick(page.preview.fate, Qt.MouseButton.LeftButton)
    asked = dialog(page, FateDialog)
    assert nameless(asked) == []
    asked.keep.click()
    assert "Zeg waaruit het blijkt; dat komt in het dossier." in texts(asked)
    asked.words.setText(UNKNOWN)
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "kwam terug" in column(page, 3)
    assert any(UNKNOWN in text for text in texts(page.preview))
    assert can_press(page, "letters.outbox")
    qtbot.mouseClick(page.preview.send, Qt.MouseButton.LeftButton)
    again = dialog(page, DispatchDialog)
    assert again.to.text() == "", "where it came back from is not proposed"
    assert f"Hij kwam terug van {sent.sent_to}: {UNKNOWN}." in texts(again)
    again.channel.setCurrentIndex(again.channel.findData(Channel.REGISTERED.value))
    assert again.to.text() == "Grote Markt 1, 2500 Lier"
    again.keep.click()
    assert "Neem het over van het bewijs van afgifte, of schrijf waarom er geen is." in texts(again)
    again.reference.setText("RR 123")
    again.keep.click()
    assert "kwam terug" not in column(page, 3)
    assert any("nummer RR 123" in text for text in texts(page.preview))
    assert not [notice for notice in shell.notices if notice.tone is Tone.BAD]


def test_a_receipt_is_shown_with_what_shows_it_and_undone(qtbot: QtBot, dutch: object) -> None:
    dossier, _ = refused()
    page, shell = opened(qtbot, LettersPage, dossier)
    page.show_object("K-02.not_selected")
    press(page, "letters.fate")
    asked = dialog(page, FateDialog)
    asked.what.setCurrentIndex(asked.what.findData(RECEIVED))
    assert any("leesbevestiging" in text for text in texts(asked))
    asked.words.setText("Antwoord per mail")
    asked.keep.click()
    assert any("Antwoord per mail" in text for text in texts(page.preview))
    shell.undo()
    page.show_object("K-02.not_selected")
    assert not any("Antwoord per mail" in text for text in texts(page.preview))


# what it rests on


def test_each_sentence_shows_the_rows_it_rests_on(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, motivated())
    qtbot.mouseClick(page.preview.grounds, Qt.MouseButton.LeftButton)
    shown = dialog(page, GroundsDialog)

    said = texts(shown)
    at = said.index("“De doelgroep blijft vaag.”")
    assert said[at + 1 : at + 3] == ["Jurylid 1, pitch", "5 · de doelgroep blijft vaag"]
    assert "Steunt op geen rij: de jury schreef dit zelf." in said
    assert nameless(shown) == []
    assert "Zoals het nu is. Het wordt bij de brief bewaard zodra die gemaakt is." in said


def test_every_step_is_reached_by_keyboard(qtbot: QtBot) -> None:
    dossier, _ = refused()
    page, _ = opened(qtbot, LettersPage, dossier)
    page.show_object("K-02.not_selected")
    passed = tabbed(qtbot, page, page.table)
    assert {page.preview.fate, page.preview.grounds} <= set(passed)
    assert nameless(page) == []


def test_an_outcome_that_changes_nothing_on_a_founded_argument_is_final_only_after_asking(
    qtbot: QtBot, dutch: object
) -> None:
    answered = Answered(Ruling.FOUNDED, on_scores=True)
    key = answered.decide_anew(answered.lines)
    keep_letters(answered.dossier, draft_letters(letter_jobs(answered.dossier, [key])))
    page, shell = opened(qtbot, LettersPage, answered.dossier)
    page.show_object("K-02.rebuttal_outcome")
    qtbot.mouseClick(page.preview.finalise, Qt.MouseButton.LeftButton)
    assert [question.title for question in shell.questions] == ["Is dit zoals het moet?"]
    doubt = "maar score en motivering van dat criterium zijn dezelfde"
    assert doubt in str(shell.questions[0].text)
    assert any(doubt in text for text in texts(page.preview)), "it stands beside the letter too"
    assert state(page) == "concept"
    shell.answers.append(Answer("final"))
    qtbot.mouseClick(page.preview.finalise, Qt.MouseButton.LeftButton)
    assert state(page) == "definitief"


def state(page: LettersPage) -> str:
    """How far the letter on show is."""
    current = page.table.current()
    assert current is not None
    return state_pill(current).text
