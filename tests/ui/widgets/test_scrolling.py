"""An area takes the keyboard only where there is something to scroll, and shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.scrolling import ScrollArea


def an_area(qtbot: QtBot) -> ScrollArea:
    content = QWidget()
    content.setMinimumHeight(300)
    made = ScrollArea(content, "Volgende stappen")
    qtbot.addWidget(made)
    made.show()
    return made


def test_tab_passes_by_what_is_whole_on_the_screen(qtbot: QtBot) -> None:
    area = an_area(qtbot)
    policies = []
    for height in (400, 100, 400):
        area.resize(300, height)
        QApplication.processEvents()
        policies.append(area.focusPolicy())

    assert policies == [Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus]


def test_the_keyboard_scrolls_and_is_seen(qtbot: QtBot) -> None:
    area = an_area(qtbot)
    area.resize(300, 100)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0
    assert area.grab().toImage().pixelColor(150, 0).name() == theme.current().colours.focus.lower()
