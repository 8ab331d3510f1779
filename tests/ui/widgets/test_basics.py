"""What is taken out of a layout is gone, on Qt's side and on Python's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.basics import clear, widgets_in
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
