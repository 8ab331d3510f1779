"""F1 and the list of shortcuts."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.ui.help import ManualDialog, ShortcutsDialog, give_air
from jury_desktop.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.sample_page import a_dossier, a_window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = a_window()
    qtbot.addWidget(made)
    made.show_dossier(a_dossier())
    made.go_to("planning")
    made.show()
    made.activateWindow()
    return made


def opened(window: MainWindow, kind: type[ManualDialog] | type[ShortcutsDialog]) -> list[QLabel]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def test_f1_opens_the_manual_at_this_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)

    (dialog,) = opened(window, ManualDialog)
    assert dialog.text.toPlainText() == "Handleiding planning nl"
    dialog.close()
    settle()
    assert not shiboken6.isValid(dialog)
    window.close()


def test_the_manual_opens_no_link(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    dialog = ManualDialog("[buiten](https://buiten.example)", window)

    assert not dialog.text.openLinks()
    assert not dialog.text.openExternalLinks()
    window.close()


def test_the_list_of_shortcuts_is_made_from_the_actions(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.book.all(), window)
    dialog.open()

    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Ctrl+K", "Ctrl+1", "F1", "Ctrl+E", "Exporteren"} <= set(shown)
    dialog.close()
    window.close()


def test_the_parts_of_the_manual_stand_apart(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setMarkdown("# Planning\n\nTekst.\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| c | d |\n\nSlot.")

    give_air(document)

    heading, text, item = (document.findBlockByNumber(at).blockFormat() for at in (0, 1, 2))
    assert heading.topMargin() > text.topMargin()
    assert text.bottomMargin() > item.bottomMargin() > 0
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert table.format().cellPadding() > 2
