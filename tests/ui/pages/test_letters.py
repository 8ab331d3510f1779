"""Brieven: made, looked over, made final, sent with proof; several at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.term import Channel
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.letters import LettersPage
from jury_desktop.ui.shell import Answer
from tests.builders import NOW
from tests.services.scenario import a_dossier, after_both_rounds
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
    assert page.preview.pdf.document.pageCount() >= 1


def test_letters_are_made_final_and_sent_with_proof(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, shell = opened(qtbot, LettersPage, dossier)
    press(page, "letters.make")
    assert column(page, 3) == ["concept", "concept"]
    assert not page.preview.send.isEnabled()
    qtbot.mouseClick(page.preview.finalise, Qt.MouseButton.LeftButton)
    assert column(page, 3) == ["definitief", "concept"]
    shell.answers.append(Answer(Channel.EMAIL.value))
    qtbot.mouseClick(page.preview.send, Qt.MouseButton.LeftButton)
    assert (column(page, 3), column(page, 4)) == (["verstuurd", "concept"], ["09/06/2023", ""])
    with dossier.read() as uow:
        sent = [(x.sent_at, x.channel, x.sent_to) for x in uow.letters.find(candidacy="c1")]
    assert sent == [(NOW, "email", "an@ankerpunt.example")]
    assert page.subtitle() == "1 van 2 verstuurd"


def test_several_letters_take_a_step_together(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    page.table.selectAll()
    assert page.preview.finalise.text() == "2 brieven definitief maken"
    press(page, "letters.final")
    assert column(page, 3) == ["definitief", "definitief"]
    assert "2 brieven zijn definitief" in [notice.text for notice in shell.notices]
    shell.answers.append(Answer(Channel.HAND.value))
    page.table.selectAll()
    qtbot.mouseClick(button(page, "Verzending van 2 brieven noteren…"), Qt.MouseButton.LeftButton)
    assert column(page, 3) == ["verstuurd", "verstuurd"]
    assert not can_press(page, "letters.make")


def test_a_letter_with_a_fault_says_which_and_stays_a_draft(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, LettersPage, half_motivated())
    faults = [text for text in texts(page.preview) if "motiver" in text.lower()]
    assert faults
    assert not page.preview.finalise.isEnabled()
    press(page, "letters.final")
    assert column(page, 3) == ["concept"]
    assert [n.text for n in shell.notices] == ["1 brief blijft een concept: er klopt nog iets niet in."]


def test_nothing_is_sent_that_is_not_final(qtbot: QtBot) -> None:
    page, shell = opened(qtbot, LettersPage, decided())
    press(page, "letters.make")
    press(page, "letters.send")
    assert (shell.questions, len(shell.notices)) == ([], 2)


def test_a_letter_out_of_date_is_marked_and_not_sent_but_made_anew(qtbot: QtBot, dutch: object) -> None:
    dossier = decided()
    page, shell = opened(qtbot, LettersPage, dossier)
    press(page, "letters.final")
    lines = [MotivationLine("outreach", "Andere reden.", ())]
    decide(dossier, "c1", DecisionKind.SELECTED, "Toch anders gemotiveerd door de jury.", lines)
    page.refresh(EVERYTHING)
    assert column(page, 3)[0] == "verouderd"
    press(page, "letters.send")
    assert shell.questions == []
    press(page, "letters.make")
    assert column(page, 3)[0] == "concept"


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


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    press(page, "letters.make")
    passed = tabbed(qtbot, page, page.table)
    assert {page.preview.pdf.view, page.preview.finalise} <= set(passed)
    assert nameless(page) == []
    assert page.table.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection


def test_in_a_narrow_window_the_state_of_a_letter_stays_in_view(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, LettersPage, decided())
    page.resize(1040, 640)
    shown = sum(page.table.columnWidth(at) for at in range(5) if not page.table.isColumnHidden(at))
    assert not page.table.isColumnHidden(3)
    assert shown <= page.table.viewport().width()
