"""Actions as data: one list, many ways to reach it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from jury_desktop.ui.actions import Action, ActionBook, Menu, Place, shortcut_text


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def book(window: QMainWindow) -> ActionBook:
    return ActionBook(window)


def test_a_shortcut_does_what_the_action_says(qtbot: QtBot, window: QMainWindow, book: ActionBook) -> None:
    done: list[str] = []
    book.put("page", [Action("a.import", "Importeren", lambda: done.append("import"), "Ctrl+I")])
    window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    assert done == ["import"]


def test_ctrl_enter_presses_the_primary_button(qtbot: QtBot, window: QMainWindow, book: ActionBook) -> None:
    done: list[str] = []
    book.put("page", [Action("a.submit", "Indienen", lambda: done.append("submit"), place=Place.PRIMARY)])
    window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert done == ["submit"]


def test_the_actions_of_a_page_go_with_the_page(qtbot: QtBot, window: QMainWindow, book: ActionBook) -> None:
    done: list[str] = []
    book.put("page", [Action("a.import", "Importeren", lambda: done.append("import"), "Ctrl+I")])
    book.put("page", [Action("b.export", "Exporteren", lambda: done.append("export"), "Ctrl+E")])
    window.activateWindow()

    for key in (Qt.Key.Key_I, Qt.Key.Key_E):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    assert done == ["export"]
    assert [action.id for action in book.all()] == ["b.export"]


def test_what_is_off_cannot_be_done(qtbot: QtBot, window: QMainWindow, book: ActionBook) -> None:
    done: list[str] = []
    book.put("page", [Action("a.plan", "Plan", lambda: done.append("plan"), "Ctrl+P", enabled=False)])
    window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert done == []


def test_the_page_comes_before_the_window(book: ActionBook) -> None:
    book.put("window", [Action("w.quit", "Afsluiten", print)])
    book.put("page", [Action("p.import", "Importeren", print)])

    assert [action.id for action in book.all()] == ["p.import", "w.quit"]


def test_the_menu_is_made_from_the_list(book: ActionBook, window: QMainWindow, dutch: object) -> None:
    book.put("window", [Action("w.quit", "Afsluiten", print, menu=Menu.FILE)])
    book.put(
        "page", [Action("p.import", "Importeren", print), Action("p.x", "Verborgen", print, menu=Menu.NONE)]
    )
    menu = QMenu(window)

    book.fill(menu)

    parts = {part.title(): [action.text() for action in part.actions()] for part in menu.findChildren(QMenu)}
    assert parts == {"Bestand": ["Afsluiten"], "Deze pagina": ["Importeren"]}


def test_an_action_can_be_renamed_and_switched(book: ActionBook) -> None:
    book.put("window", [Action("edit.undo", "Ongedaan maken", print, enabled=False)])
    book.set_state("edit.undo", text="Ongedaan maken: score 4", enabled=True)

    assert (book.qt("edit.undo").text(), book.qt("edit.undo").isEnabled()) == (
        "Ongedaan maken: score 4",
        True,
    )
    assert [(action.text, action.enabled) for action in book.all()] == [("Ongedaan maken: score 4", True)]


@pytest.mark.parametrize(
    ("shortcut", "shown"),
    [("Ctrl+K", "Ctrl+K"), ("Ctrl+Return", "Ctrl+Enter"), ("Alt+Down", "Alt+↓"), ("Alt+Up", "Alt+↑")],
)
@pytest.mark.skipif(sys.platform == "darwin", reason="there keys are written in signs")
def test_keys_are_named_as_they_are_printed(dutch: object, shortcut: str, shown: str) -> None:
    assert shortcut_text(shortcut) == shown
