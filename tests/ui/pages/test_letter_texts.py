"""The texts of the letters in the window: list, source, faults, a letter beside it; and the approvals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.services.letter_preview import SampleDossier
from jury_desktop.services.letter_texts import text_book, withdraw_approval
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.texts.fields_dialog import FieldsDialog
from jury_desktop.ui.pages.settings import SettingsPage
from jury_desktop.ui.pages.settings.approving import ApprovalDialog
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.widgets.moments import day_of
from tests.letters.test_word_paper import paper
from tests.services.test_letters import after_deliberation
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless, tabbed

Shown = tuple[LettersPage, DirectShell]


@pytest.fixture
def show(qtbot: QtBot, dutch: object) -> Callable[[Dossier], Shown]:
    def shown(dossier: Dossier) -> Shown:
        shell = DirectShell(dossier)
        page = LettersPage(shell)
        qtbot.addWidget(page)
        shell.on_change = page.refresh
        page.resize(1180, 780)
        page.refresh(EVERYTHING)
        page.show()
        page.show_object("text.late")
        return page, shell

    return shown


def type_in(page: LettersPage, text: str) -> None:
    """Type at the start of the text and wait no longer for the typist."""
    page.texts.editor.source.insert(text)
    page.texts.sample.pause.timeout.emit()


def action(page: LettersPage, key: str) -> object:
    return next(each for each in page.page_actions() if each.id == key)


def faults(page: LettersPage) -> list[str]:
    listed = page.texts.editor.faults
    return [listed.item(at).text() for at in range(listed.count())]


def states(page: LettersPage) -> dict[str, str]:
    model = page.texts.table.rows
    name, state = model.columns
    return {name.text(row): state.text(row) for row in model.rows}


def own(dossier: Dossier, kind: LetterType | Block) -> bool:
    return text_book(dossier).row(kind).own


def test_the_texts_are_reached_from_the_letters_and_back(show):
    page, _ = show(after_deliberation())
    page.back_to_letters()
    assert not page.is_editing
    action(page, "letters.texts").run()
    assert (page.is_editing, page.subtitle()) == (True, "de teksten van de brieven")
    assert page.texts.table.hasFocus() or page.texts.table.isVisible()


def test_a_text_can_be_asked_for_by_name(show):
    page, _ = show(after_deliberation())
    page.show_object("text.appeal")
    assert page.texts.editor.name.text() == "Beroep bij de Raad van State · versie 2026-11"
    assert page.texts.editor.subject.isHidden(), "a block has no subject"


def test_texts_can_be_edited_before_any_letter_is_owed(show):
    from tests.services.scenario import a_dossier

    page, _ = show(a_dossier())
    assert (page.is_editing, page.is_empty) == (True, False)
    page.back_to_letters()
    assert page.is_empty


def test_a_letter_with_the_text_stands_beside_it(show):
    page, _ = show(after_deliberation())
    assert (faults(page), page.texts.editor.verdict.text()) == ([], "Geen fouten")
    before = page.texts.sample.pages.area.count
    assert before > 0
    type_in(page, "\n\n".join(f"Alinea {number}." for number in range(90)) + "\n\n")
    assert page.texts.sample.pages.area.count > before


def test_the_same_text_is_tried_on_three_dossiers(show):
    page, _ = show(after_deliberation())
    page.texts.choose(LetterType.NOT_SELECTED)
    box, seen = page.texts.sample.dossier, set()
    for at in range(box.count()):
        box.setCurrentIndex(at)
        seen.add(page.texts.sample.pages.pdf)
    assert (box.count(), len(seen)) == (len(SampleDossier), 3)


def test_a_mistake_is_named_with_its_line_and_a_click_goes_there(show):
    page, _ = show(after_deliberation())
    type_in(page, "Beste lezer\n\n{{ organisatie }}\n")
    assert faults(page) == ["Regel 3: Het veld “organisatie” bestaat niet."]
    assert page.texts.editor.verdict.text() == "1 fout; een klik gaat naar de regel"
    assert not page.texts.sample.stale.isHidden()
    assert not action(page, "letters.save").enabled

    page.texts.editor.faults.itemActivated.emit(page.texts.editor.faults.item(0))

    assert page.texts.editor.source.textCursor().blockNumber() == 2


def test_a_text_without_a_mistake_is_kept_and_undone(show):
    dossier = after_deliberation()
    page, shell = show(dossier)
    assert not action(page, "letters.save").enabled, "nothing has been changed"
    type_in(page, "Wij betreuren dit.\n\n")
    assert (action(page, "letters.save").enabled, states(page)["Laattijdig"]) == (True, "niet bewaard")

    action(page, "letters.save").run()

    assert (own(dossier, LetterType.LATE), states(page)["Laattijdig"]) == (True, "eigen tekst")
    assert shell.said == ["De tekst is bewaard. Conceptbrieven die hem gebruiken, zijn verouderd."]
    shell.undo()
    assert (own(dossier, LetterType.LATE), states(page)["Laattijdig"]) == (False, "")
    assert "Wij betreuren dit." not in page.texts.editor.text().body


def test_the_shipped_text_comes_back_after_a_question(show):
    dossier = after_deliberation()
    page, shell = show(dossier)
    type_in(page, "Wij betreuren dit.\n\n")
    page.texts.save()
    page.texts.ask_restore()
    assert (own(dossier, LetterType.LATE), len(shell.questions)) == (True, 1)
    shell.answers.append(Answer("restore"))
    page.texts.ask_restore()
    assert not own(dossier, LetterType.LATE)
    assert not action(page, "letters.shipped").enabled


def test_what_was_typed_stays_with_its_text_and_is_not_lost_without_a_word(show):
    page, shell = show(after_deliberation())
    type_in(page, "Wij betreuren dit.\n\n")
    page.texts.choose(LetterType.SELECTED)
    assert "Wij betreuren dit." not in page.texts.editor.text().body
    page.texts.choose(LetterType.LATE)
    assert "Wij betreuren dit." in page.texts.editor.text().body

    assert page.leave() is False
    assert page.texts.unsaved == ("Laattijdig",)
    shell.answers.append(Answer("drop"))
    assert page.leave() is True
    assert page.texts.unsaved == ()


def test_a_field_is_found_by_its_meaning_and_put_in_by_keyboard(show, qtbot):
    page, _ = show(after_deliberation())
    page.texts.editor.source.setFocus()
    qtbot.keyClick(page.texts.editor.source, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    page.texts.insert_field()
    [dialog, *_] = [each for each in QApplication.topLevelWidgets() if isinstance(each, FieldsDialog)]
    qtbot.keyClicks(dialog.search, "nummer van de kand")
    assert [row.name for row in dialog.table.rows.rows] == ["candidacy"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    page.texts.sample.pause.timeout.emit()
    assert page.texts.editor.text().body.startswith("{{ candidacy }}")
    assert faults(page) == []


def test_everything_can_be_reached_by_keyboard_and_has_a_name(show, qtbot):
    page, _ = show(after_deliberation())
    type_in(page, "{{ organisatie }}\n")
    editor = page.texts.editor
    passed = tabbed(qtbot, page, page.texts.table)
    wanted = {editor.subject, editor.source, editor.faults, editor.insert, editor.restore}
    assert wanted | {page.texts.sample.dossier, page.texts.sample.pages.area} <= set(passed)
    assert nameless(page) == []


# approvals


@pytest.fixture
def settings(qtbot: QtBot, dutch: object) -> Callable[[Dossier], tuple[SettingsPage, DirectShell]]:
    def shown(dossier: Dossier) -> tuple[SettingsPage, DirectShell]:
        shell = DirectShell(dossier)
        page = SettingsPage(shell)
        qtbot.addWidget(page)
        shell.on_change = page.refresh
        page.refresh(EVERYTHING)
        page.show_object("texts")
        page.show()
        return page, shell

    return shown


def approved(dossier: Dossier) -> set[str]:
    return {row.kind.value for row in text_book(dossier).rows if row.approved}


def test_all_that_wait_are_approved_at_once_with_who_did_it(settings):
    dossier = after_deliberation()
    for block in (Block.APPEAL, Block.GROUNDS):
        withdraw_approval(dossier, block)
    page, shell = settings(dossier)
    assert page.texts.approve_all.text() == "Goedkeuring van 2 tekstblokken noteren…"
    page.texts.approve_all.click()
    asked = page.findChild(ApprovalDialog)
    today = shell.now().astimezone(BRUSSELS).date()
    assert (day_of(asked.day), asked.note.isEnabled()) == (today, False), "who is still to be said"
    asked.lawyer.setText("mr.  Els Claes ")
    asked.day.setDate(asked.day.date().addDays(-3))
    asked.note.click()

    row = text_book(dossier).row(Block.APPEAL)
    given = (row.approval.lawyer, row.approval.day)
    assert (approved(dossier), given) == (set(Block), ("mr. Els Claes", today - timedelta(days=3)))
    assert page.texts.approve_all.isHidden()
    shell.undo()
    assert approved(dossier) == set(Block) - {"appeal", "grounds"}


def test_an_approval_is_withdrawn_after_a_question(settings):
    dossier = after_deliberation()
    page, shell = settings(dossier)
    withdraw = next(
        made
        for made in page.texts.findChildren(type(page.texts.approve_all))
        if made.accessibleName() == "Goedkeuring intrekken… – Rechtsgrond"
    )
    shell.answers.append(Answer("withdraw"))
    withdraw.click()
    assert approved(dossier) == set(Block) - {"grounds"}


def test_a_block_is_read_where_it_can_be_edited(settings):
    page, shell = settings(after_deliberation())
    read = next(
        made
        for made in page.texts.findChildren(type(page.texts.approve_all))
        if made.accessibleName() == "Lezen en bewerken – Rechtsgrond"
    )
    read.click()
    assert shell.visits == [("letters", "text.grounds")]


def test_a_logo_is_chosen_described_and_taken_away_again(settings, tmp_path):
    dossier = after_deliberation()
    page, shell = settings(dossier)
    page.show_object("house")
    picture = tmp_path / "logo.png"
    Image.new("RGB", (120, 40), "#0b5d66").save(picture)
    assert (page.house.logo.shown.text(), page.house.logo.remove.isHidden()) == ("Geen logo", True)
    shell.files.append(picture)
    shell.answers.append(Answer("keep", "Logo van de stad Netegem"))

    page.house.logo.choose.click()

    assert page.house.logo.shown.text() == "Logo van de stad Netegem"
    page.house.logo.remove.click()
    assert page.house.logo.shown.text() == "Geen logo"
    shell.undo()
    assert page.house.logo.shown.text() == "Logo van de stad Netegem"


def test_a_document_for_word_is_chosen_and_taken_away_again(settings, tmp_path):
    page, shell = settings(after_deliberation())
    page.show_object("house")
    file = tmp_path / "huisstijl.docx"
    file.write_bytes(paper("{{ letter }}"))
    word = page.house.word
    assert (word.shown.text(), word.remove.isHidden()) == ("Een effen blad", True)
    shell.files.append(file)
    word.choose.click()
    assert word.shown.text() == "huisstijl.docx"
    word.remove.click()
    assert word.shown.text() == "Een effen blad"
    shell.undo()
    assert word.shown.text() == "huisstijl.docx"
