"""One door for what the program says: a bar for news, a dialog for questions."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.ui.notices import AT_ONCE, NoticeArea, QuestionDialog
from jury_desktop.ui.shell import Answer, Choice, Notice, Question
from jury_desktop.ui.theme import Tone
from tests.ui.conftest import settle

LATE = Question(
    "K-14 uitsluiten?",
    "De kandidatuur kwam te laat.",
    (Choice("out", "Niet ontvankelijk", danger=True), Choice("in", "Toch ontvankelijk", primary=True)),
)


@pytest.fixture
def area(qtbot: QtBot) -> NoticeArea:
    made = NoticeArea()
    qtbot.addWidget(made)
    return made


def shown(area: NoticeArea) -> list[str]:
    return [bar.text.text() for bar in area.bars()]


def test_the_area_takes_no_room_without_news(area: NoticeArea) -> None:
    assert area.isHidden()
    area.show_notice(Notice("Bewaard."))
    assert not area.isHidden()
    area.clear()
    assert area.isHidden()


def test_a_message_of_the_catalogue_is_put_into_words(area: NoticeArea) -> None:
    area.language = "en"
    area.show_notice(Notice(say("no.such_key")))

    assert shown(area) == ["no.such_key"]


def test_the_newest_stand_below_and_the_oldest_leave(area: NoticeArea) -> None:
    for number in range(AT_ONCE + 2):
        area.show_notice(Notice(str(number)))

    assert shown(area) == [str(number) for number in range(2, AT_ONCE + 2)]


def test_the_same_thing_is_not_said_twice(area: NoticeArea) -> None:
    for text in ("Bewaard.", "Verzonden.", "Bewaard."):
        area.show_notice(Notice(text))

    assert shown(area) == ["Verzonden.", "Bewaard."]


def test_an_error_is_said_to_a_screen_reader_as_one(area: NoticeArea, dutch: object) -> None:
    area.show_notice(Notice("De schijf is vol.", Tone.BAD))

    assert area.bars()[0].accessibleName() == "Fout: De schijf is vol."


def test_the_button_of_a_notice_does_its_work_and_ends_the_notice(qtbot: QtBot, area: NoticeArea) -> None:
    done: list[str] = []
    area.show_notice(Notice("K-14 kwam te laat.", Tone.WARN, "Bekijken", lambda: done.append("look")))
    area.show()

    qtbot.mouseClick(area.bars()[0].findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert (done, shown(area)) == (["look"], [])


def test_markup_in_a_notice_is_shown_as_it_is(area: NoticeArea) -> None:
    area.show_notice(Notice("<b>Onderwerp</b> <img src='http://x.example'>"))

    assert area.bars()[0].text.textFormat() is Qt.TextFormat.PlainText


@pytest.fixture
def asked(qtbot: QtBot) -> tuple[QWidget, list[Answer]]:
    window = QWidget()
    qtbot.addWidget(window)
    return window, []


def ask(question: Question, asked: tuple[QWidget, list[Answer]]) -> QuestionDialog:
    window, answers = asked
    dialog = QuestionDialog(question, "nl", answers.append, window)
    dialog.open()
    return dialog


def test_the_choice_comes_back_as_its_key(qtbot: QtBot, asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(LATE, asked)
    qtbot.mouseClick(dialog.buttons["out"], Qt.MouseButton.LeftButton)

    assert asked[1] == [Answer("out")]


def test_escape_answers_nothing(qtbot: QtBot, asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(LATE, asked)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert asked[1] == []
    assert dialog.isHidden()


def test_a_reason_that_is_asked_must_be_given(qtbot: QtBot, asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(
        Question("Wijzigen?", "De score is ingediend.", (Choice("yes", "Wijzigen"),), "Reden"), asked
    )
    before = dialog.buttons["yes"].isEnabled()
    dialog.reason.setPlainText("   ")
    blank = dialog.buttons["yes"].isEnabled()
    qtbot.keyClicks(dialog.reason, " Verkeerde rij ")
    qtbot.mouseClick(dialog.buttons["yes"], Qt.MouseButton.LeftButton)

    assert (before, blank) == (False, False)
    assert asked[1] == [Answer("yes", "Verkeerde rij")]


def test_a_closed_question_is_freed(asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(LATE, asked)
    dialog.close()
    settle()

    assert not shiboken6.isValid(dialog)


def test_the_offer_to_undo_goes_with_the_next_step_and_other_news_stays(
    qtbot: QtBot, area: NoticeArea, dutch: object
) -> None:
    undone: list[str] = []
    area.show_notice(Notice("Blijft staan", Tone.WARN))
    area.offer_undo("Conflict gemeld.", lambda: undone.append("conflict"))
    assert [bar.notice.action for bar in area.bars()] == ["", "Ongedaan maken"]

    area.pass_by()

    assert [bar.text.text() for bar in area.bars()] == ["Blijft staan"]
    area.offer_undo("Conflict gemeld.", lambda: undone.append("conflict"))
    area.bars()[-1].findChild(QPushButton).click()
    assert undone == ["conflict"]
