"""Brieven: made, looked over, made final, sent with proof; several at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.sheet import Answer as Given
from jury_desktop.domain.term import Channel
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_texts import withdraw_approval
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet, open_sheet
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.pages.letters.dispatching import DispatchDialog, PresentedDialog
from jury_desktop.ui.pages.letters.making import MakeDialog
from jury_desktop.ui.pages.letters.words import row_name
from jury_desktop.ui.pages.letters.workshop import HELD
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.moments import to_qt
from tests.builders import NOW, a_candidacy
from tests.services.scenario import a_dossier, after_both_rounds
from tests.services.test_letters import BY_MAIL, after_deliberation
from tests.ui.conftest import settle
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts


def decided() -> Dossier:
    """K-01 selected and K-02 refused, both with a reason on everything that was scored."""
    dossier = after_both_rounds()
    for key, kind in (("c1", DecisionKind.SELECTED), ("c2", DecisionKind.NOT_SELECTED)):
        scores = deliberation(dossier, key, Stage.FINAL).scores
        lines = [MotivationLine(score.item.key, "De jury volgt het voorstel.", ()) for score in scores]
        decide(dossier, key, kind, "De jury heeft het voorstel grondig besproken.", lines)
    return dossier


def half_motivated() -> Dossier:
    """K-01 refused without a word on any criterion: its letter cannot become final."""
    dossier = after_both_rounds(count=1)
    decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Neen.", [])
    return dossier


def column(page: LettersPage, at: int) -> list[str]:
    model = page.table.rows
    return [str(model.data(model.index(row, at))) for row in range(model.rowCount())]


D = TypeVar("D", bound=QDialog)


def dialog(page: LettersPage, kind: type[D]) -> D:
    """The dialog that the page has just opened."""
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def plan(page: LettersPage, channel: Channel = Channel.EMAIL) -> None:
    """Say how the letters will leave, today."""
    asked = dialog(page, MakeDialog)
    asked.channel.setCurrentIndex(asked.channel.findData(channel.value))
    asked.make.click()


def make(page: LettersPage, channel: Channel = Channel.EMAIL) -> None:
    press(page, "letters.make")
    plan(page, channel)


def refused_and_final(page: LettersPage, channel: Channel = Channel.EMAIL) -> None:
    """The refusal of K-02 is final, and chosen."""
    make(page, channel)
    page.show_object("K-02.not_selected")
    press(page, "letters.final")


def test_without_a_letter_to_write_it_points_to_the_deliberation(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, a_dossier())
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar deliberatie"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("deliberation", "")]
    assert not can_press(page, "letters.make")


def test_a_letter_is_shown_before_it_is_made(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    assert (column(page, 2), column(page, 3)) == (["Geselecteerd", "Niet geselecteerd"], ["te maken"] * 2)
    assert "K-01 · Geselecteerd" in texts(page.preview)
    assert page.preview.pdf.area.count >= 1


def test_letters_are_made_final_and_sent_with_proof(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, _ = opened(qtbot, LettersPage, dossier)
    make(page)
    assert column(page, 3) == ["concept", "concept"]
    assert not page.preview.send.isEnabled()
    qtbot.mouseClick(page.preview.finalise, Qt.MouseButton.LeftButton)
    assert column(page, 3) == ["definitief", "concept"]
    qtbot.mouseClick(page.preview.send, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog(page, DispatchDialog).keep, Qt.MouseButton.LeftButton)
    assert (column(page, 3), column(page, 4)) == (["verstuurd", "concept"], ["09/06/2023", ""])
    with dossier.read() as uow:
        sent = [(x.sent_at, x.channel, x.sent_to) for x in uow.letters.find(candidacy="c1")]
    assert sent == [(NOW, "email", "an@ankerpunt.example")]
    assert page.subtitle() == "1 van 2 verstuurd"
    status = page.table.rows.index(0, 3)
    assert page.table.rows.data(status, Qt.ItemDataRole.ToolTipRole) == "Verstuurd op 09/06/2023"


def test_a_day_before_that_of_the_letter_is_refused_at_its_field(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    make(page)
    qtbot.mouseClick(page.preview.finalise, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.preview.send, Qt.MouseButton.LeftButton)
    asked = dialog(page, DispatchDialog)
    asked.moment.setDateTime(to_qt(NOW - timedelta(days=7)))
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert asked.isVisible()
    assert asked.left.hint.text().startswith(
        "De brief aan K-01 kan niet op 2 juni 2023 14:00 vertrokken zijn: de datum erop is 9 juni 2023."
    )
    assert column(page, 3) == ["definitief", "concept"]
    asked.moment.setDateTime(to_qt(NOW))
    assert asked.left.hint.text() == ""
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert column(page, 3) == ["verstuurd", "concept"]


def test_several_letters_take_a_step_together(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    page.table.selectAll()
    assert page.preview.finalise.text() == "2 brieven definitief maken"
    press(page, "letters.final")
    plan(page)
    assert column(page, 3) == ["definitief", "definitief"]
    assert "2 brieven zijn definitief" in [notice.text for notice in shell.notices]
    page.table.selectAll()
    qtbot.mouseClick(button(page, "Verzending van 2 brieven noteren…"), Qt.MouseButton.LeftButton)
    asked = dialog(page, DispatchDialog)
    assert "Elke brief gaat naar het adres van zijn kandidaat." in texts(asked)
    asked.channel.setCurrentIndex(asked.channel.findData(Channel.HAND.value))
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert column(page, 3) == ["verstuurd", "verstuurd"]
    assert not can_press(page, "letters.make")


def test_a_letter_with_a_fault_says_which_and_stays_a_draft(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, half_motivated())
    faults = [text for text in texts(page.preview) if "motiver" in text.lower()]
    assert faults
    assert not page.preview.finalise.isEnabled()
    press(page, "letters.final")
    plan(page)
    assert column(page, 3) == ["concept"]
    assert [n.text for n in shell.notices] == ["1 brief blijft een concept: er klopt nog iets niet in."]


def test_nothing_is_sent_that_is_not_final(qtbot: QtBot) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    make(page)
    press(page, "letters.send")
    assert (page.findChildren(DispatchDialog), len(shell.notices)) == ([], 2)


def test_a_letter_out_of_date_is_marked_and_not_sent_but_made_anew(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, _ = opened(qtbot, LettersPage, dossier)
    press(page, "letters.final")
    plan(page)
    lines = [MotivationLine("outreach", "Andere reden.", ())]
    decide(dossier, "c1", DecisionKind.SELECTED, "Toch anders gemotiveerd door de jury.", lines)
    page.refresh(EVERYTHING)
    assert column(page, 3)[0] == "verouderd"
    press(page, "letters.send")
    assert page.findChildren(DispatchDialog) == []
    make(page)
    assert column(page, 3)[0] == "concept"


def test_a_letter_that_left_and_whose_scores_changed_since_is_marked(qtbot: QtBot, dutch: object) -> None:
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [final[0].id], BY_MAIL)
    later = replace(dossier, now=lambda: NOW + timedelta(days=1))
    items = open_sheet(later, "j1", "c1", Round.PITCH).items
    lower = {item.key: Given(4, comment="Toch minder.") for item in items}
    amend_sheet(later, "j1", "c1", Round.PITCH, lower, "Verkeerd gelezen.")

    page, _ = opened(qtbot, LettersPage, later)

    assert column(page, 3)[0] == "achterhaald"


def test_a_letter_asked_for_by_number_and_kind_is_chosen(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    for ref, reference in (("K-02.not_selected", "K-02"), ("selected", "K-01"), ("K-02", "K-02")):
        page.show_object(ref)
        current = page.table.current()
        assert current is not None
        assert current.candidacy.reference == reference


def test_letters_are_written_into_a_folder(qtbot: QtBot, tmp_path: Path) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    shell.files.append(tmp_path)
    press(page, "letters.folder")
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == [
        "K-01-geselecteerd-Ankerpunt-vzw.pdf",
        "K-02-niet-geselecteerd-De-Brug-vzw.pdf",
    ]


def test_letters_are_written_as_word_documents_to_go_on_with(qtbot: QtBot, tmp_path: Path) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    shell.files.append(tmp_path)
    press(page, "letters.word")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "K-01-geselecteerd-Ankerpunt-vzw-concept.docx",
        "K-02-niet-geselecteerd-De-Brug-vzw-concept.docx",
    ]


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    make(page)
    passed = tabbed(qtbot, page, page.table)
    assert {page.preview.pdf.area, page.preview.finalise} <= set(passed)
    assert nameless(page) == []
    assert page.table.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection


def test_in_a_narrow_window_the_state_of_a_letter_stays_in_view(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    page.resize(1040, 640)
    shown = sum(page.table.columnWidth(at) for at in range(5) if not page.table.isColumnHidden(at))
    assert not page.table.isColumnHidden(0)
    assert not page.table.isColumnHidden(3)
    assert shown <= page.table.viewport().width()


# how a letter leaves


def test_the_last_day_follows_the_way_in_which_letters_will_leave(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    press(page, "letters.make")
    asked = dialog(page, MakeDialog)
    assert "Weerwoord: tot en met vrijdag 23 juni 2023, 23:59." in texts(asked)
    asked.channel.setCurrentIndex(asked.channel.findData(Channel.REGISTERED.value))
    assert "Weerwoord: tot en met dinsdag 27 juni 2023, 23:59." in texts(asked)
    asked.channel.setCurrentIndex(asked.channel.findData(Channel.REGISTERED_RECEIPT.value))
    assert any("ten vroegste" in text and "vanaf de aanbieding" in text for text in texts(asked))
    asked.channel.setCurrentIndex(asked.channel.findData(Channel.REGISTERED.value))
    asked.day.setDate(QDate(2023, 6, 8))
    assert asked.day.date() == QDate(2023, 6, 9), "no letter leaves yesterday"
    assert nameless(asked) == []
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert column(page, 3) == ["concept", "concept"]
    page.show_object("K-02")
    assert any("Opgemaakt voor verzending aangetekend" in text for text in texts(page.preview))


def test_a_last_day_after_the_day_of_the_call_is_warned_of_before_the_letters_are_made(
    qtbot: QtBot, dutch: object
) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    press(page, "letters.make")
    asked = dialog(page, MakeDialog)
    asked.day.setDate(QDate(2023, 7, 14))
    told = "Weerwoord: tot en met vrijdag 28 juli 2023, 23:59."
    assert told in texts(asked)
    asked.day.setDate(QDate(2023, 7, 17))
    told = "Weerwoord: tot en met maandag 31 juli 2023, 23:59."
    late = "Dat is later dan vrijdag 28 juli 2023, de dag die volgt uit de oproep."
    assert f"{told} {late}" in texts(asked)
    asked.reject()


def test_another_way_of_sending_shows_both_last_days(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    refused_and_final(page)
    press(page, "letters.send")
    asked = dialog(page, DispatchDialog)
    assert asked.to.text() == "an@de.example"
    assert asked.how.hint.text() == ""
    asked.channel.setCurrentIndex(asked.channel.findData(Channel.REGISTERED.value))
    assert asked.to.text() == "Grote Markt 1, 2500 Lier"
    assert asked.how.hint.text() == "Boven het adres zegt de brief: per e-mail."
    assert (
        "De brief noemt vrijdag 23 juni 2023, 23:59 als laatste dag. "
        "Zo verstuurd eindigt de termijn op dinsdag 27 juni 2023, 23:59. De latere dag geldt."
    ) in texts(asked)
    assert nameless(asked) == []
    asked.close()


def test_a_letter_does_not_leave_to_nowhere(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    refused_and_final(page)
    press(page, "letters.send")
    asked = dialog(page, DispatchDialog)
    asked.to.clear()
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert "Vul in waar de brief naartoe ging." in texts(asked)
    assert column(page, 3)[1] == "definitief"
    asked.close()


def test_the_presentation_of_a_letter_with_receipt_is_recorded_later(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    refused_and_final(page, Channel.REGISTERED_RECEIPT)
    press(page, "letters.send")
    asked = dialog(page, DispatchDialog)
    qtbot.keyClicks(asked.reference, "RR 1234 BE")
    assert not asked.day.isVisible()
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert any("de dag van aanbieding is nog niet bekend" in text for text in texts(page.preview))
    qtbot.mouseClick(page.preview.presented, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog(page, PresentedDialog).keep, Qt.MouseButton.LeftButton)
    assert any("aangeboden op 9 juni 2023" in text for text in texts(page.preview))
    assert not page.preview.presented.isVisible()


def test_a_dispatch_is_taken_back_with_a_reason(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, shell = opened(qtbot, LettersPage, dossier)
    refused_and_final(page)
    assert not can_press(page, "letters.unsend")
    press(page, "letters.send")
    qtbot.mouseClick(dialog(page, DispatchDialog).keep, Qt.MouseButton.LeftButton)
    assert column(page, 3)[1] == "verstuurd"
    shell.answers.append(Answer("back", "Ligt nog op tafel."))
    press(page, "letters.unsend")
    assert column(page, 3)[1] == "definitief"
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.reason) == ("letter.dispatch_withdrawn", "Ligt nog op tafel.")


def test_each_step_with_letters_before_they_leave_can_be_undone(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, shell = opened(qtbot, LettersPage, dossier)
    make(page)
    refused_final = column(page, 3)
    page.show_object("K-02.not_selected")
    press(page, "letters.final")
    assert (refused_final, column(page, 3)) == (["concept", "concept"], ["concept", "definitief"])
    for expected in (["concept", "concept"], ["te maken", "te maken"]):
        shell.undo()
        assert column(page, 3) == expected


def test_where_all_letters_lack_the_same_that_is_said(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    withdraw_approval(dossier, Block.APPEAL)
    page, shell = opened(qtbot, LettersPage, dossier)
    page.table.selectAll()
    press(page, "letters.final")
    plan(page)
    (held,) = [notice.text for notice in shell.notices if notice.topic == HELD]
    assert str(held).startswith("2 brieven blijven een concept: er klopt nog iets niet in. Het tekstblok")


def test_that_a_letter_could_not_become_final_is_over_once_it_has_to_be_made_anew(
    qtbot: QtBot, dutch: object
) -> None:
    dossier = half_motivated()
    page, shell = opened(qtbot, LettersPage, dossier)
    make(page)
    press(page, "letters.final")
    assert [notice.topic for notice in shell.notices if notice.tone is Tone.WARN] == [HELD]
    page.refresh(EVERYTHING)
    assert HELD in [notice.topic for notice in shell.notices]
    decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Neen, het is te algemeen.", [])
    page.refresh(EVERYTHING)
    assert HELD not in [notice.topic for notice in shell.notices]


def test_who_stops_the_making_keeps_the_letters_that_are_whole(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    shell.stop_after = 1
    make(page)
    assert column(page, 3) == ["concept", "te maken"]
    assert shell.notices[-1].text == "Gestopt na 1 brief; de andere zijn zoals ze waren."
    shell.undo()
    assert column(page, 3) == ["te maken", "te maken"]
    shell.stop_after = 0
    make(page)
    assert column(page, 3) == ["te maken", "te maken"]
    assert shell.notices[-1].text == "Gestopt na 0 brieven; de andere zijn zoals ze waren."


def test_who_stops_the_writing_of_letters_writes_none(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    shell.stop_after, shell.files = 1, [tmp_path / "brieven"]
    press(page, "letters.folder")
    assert not (tmp_path / "brieven").exists()


def test_what_left_is_not_undone_by_a_key(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    refused_and_final(page)
    press(page, "letters.send")
    qtbot.mouseClick(dialog(page, DispatchDialog).keep, Qt.MouseButton.LeftButton)
    assert (shell.done[-1].inverse, shell.said[-1]) == (Final.SENT, "1 brief is genoteerd als verstuurd.")


def test_a_closed_dialog_is_freed(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    refused_and_final(page)
    press(page, "letters.send")
    asked = dialog(page, DispatchDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    settle()
    assert not shiboken6.isValid(asked)


def test_an_invitation_to_another_hour_is_told_from_the_first(dutch: object) -> None:
    first = LetterRow(a_candidacy(1), LetterType.INVITATION, None, outdated=False)
    assert [row_name(row) for row in (first, replace(first, about="2"))] == [
        "Uitnodiging pitch",
        "Nieuwe afspraak voor de pitch",
    ]


def test_a_letter_that_is_out_of_date_says_what_changed_beside_no_other_fingerprint(
    qtbot: QtBot, dutch: object
) -> None:
    dossier = decided()
    page, _ = opened(qtbot, LettersPage, dossier)
    make(page)
    page.show_object("K-01")
    assert any("SHA-256" in text for text in texts(page.preview))
    found = deliberation(dossier, "c1", Stage.FINAL).decision
    assert found is not None
    decide(dossier, "c1", DecisionKind.SELECTED, "De jury waardeert de aanpak.", found.lines)
    page.refresh(EVERYTHING)
    page.show_object("K-01")
    told = " ".join(texts(page.preview))
    assert ("sindsdien veranderd: de motivering" in told, "SHA-256" in told) == (True, False)
