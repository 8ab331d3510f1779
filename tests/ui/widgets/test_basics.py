"""What is taken out of a layout is gone, on Qt's side and on Python's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.basics import button, clear, icon_button, widgets_in
from jury_desktop.ui.widgets.flow import FlowLayout
from tests.ui.conftest import settle


@pytest.fixture(params=[QHBoxLayout, FlowLayout])
def layout(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QHBoxLayout | FlowLayout]:
    holder = QWidget()
    qtbot.addWidget(holder)
    yield request.param(holder)
    holder.close()


def items_held() -> int:
    """How many items of layouts Python has a handle on."""
    return sum(isinstance(held, QWidgetItem) for held in shiboken6.getAllValidWrappers())


def test_the_widgets_of_a_layout_come_in_its_order(layout: QHBoxLayout | FlowLayout) -> None:
    first, second = QPushButton("een"), QPushButton("twee")
    layout.addWidget(first)
    layout.addWidget(second)

    assert widgets_in(layout) == [first, second]


def test_a_row_that_is_made_anew_leaves_no_handle_behind(layout: QHBoxLayout | FlowLayout) -> None:
    before = items_held()
    for _ in range(20):
        layout.addWidget(QPushButton("een"))
        widgets_in(layout)[0].setText("twee")
        clear(layout)
        settle()

    assert items_held() == before


@pytest.mark.parametrize("made", [partial(button, "Open"), partial(icon_button, "x", "Sluit")])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, made: Callable[[], QAbstractButton]) -> None:
    presses: list[str] = []
    pressed = made()
    pressed.clicked.connect(lambda: presses.append("gedrukt"))
    qtbot.addWidget(pressed)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(pressed, key)
    qtbot.keyClick(pressed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert presses == ["gedrukt"] * 3
