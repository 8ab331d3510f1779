"""What only the user can decide, with the reason where one is asked."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.shell import Answer, Choice, Question
from tests.ui.conftest import settle

LATE = Question(
    "K-14 uitsluiten?",
    "De kandidatuur kwam te laat.",
    (Choice("out", "Niet ontvankelijk", danger=True), Choice("in", "Toch ontvankelijk", primary=True)),
)


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


REASONED = Question(
    "K-03 te laat?", "Na de deadline.", (Choice("late", "Laattijdig", danger=True),), "Reden", "Kwam te laat."
)


def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(
    qtbot: QtBot, asked: tuple[QWidget, list[Answer]]
) -> None:
    dialog = ask(LATE, asked)
    dialog.buttons["out"].setFocus()
    qtbot.keyClick(dialog.buttons["out"], Qt.Key.Key_Return)

    assert asked[1] == [Answer("out")]


def test_enter_on_cancel_answers_nothing(qtbot: QtBot, asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(LATE, asked)
    (cancel,) = set(dialog.findChildren(QPushButton)) - set(dialog.buttons.values())
    qtbot.keyClick(cancel, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert asked[1] == []
    assert dialog.isHidden()


def test_what_is_typed_takes_the_place_of_the_proposed_reason(
    qtbot: QtBot, asked: tuple[QWidget, list[Answer]]
) -> None:
    dialog = ask(REASONED, asked)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.reason)
    qtbot.keyClicks(dialog.reason, "Na middernacht.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert asked[1] == [Answer("late", "Na middernacht.")]


def test_control_enter_chooses_nothing_between_equals(
    qtbot: QtBot, asked: tuple[QWidget, list[Answer]]
) -> None:
    equals = (Choice("a", "Het ene"), Choice("b", "Het andere"))
    dialog = ask(Question("Welk?", "Kies.", equals, "Reden", "Daarom."), asked)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert (asked[1], dialog.isVisible()) == ([], True)


def test_a_closed_question_is_freed(asked: tuple[QWidget, list[Answer]]) -> None:
    dialog = ask(LATE, asked)
    dialog.close()
    settle()

    assert not shiboken6.isValid(dialog)
