"""A field that grows with its text: every word of it can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.growing_text import MOST, GrowingText
from jury_desktop.ui.widgets.scrolling import ScrollArea
from tests.ui.conftest import settle


def widest_line(field: GrowingText) -> float:
    """Width of the widest line with the margins around it, in pixels."""
    block, widths = field.document().begin(), [0.0]
    while block.isValid():
        lines = block.layout()
        widths += [lines.lineAt(at).naturalTextWidth() for at in range(lines.lineCount())]
        block = block.next()
    return max(widths) + 2 * field.document().documentMargin()


def shown(qtbot: QtBot, text: str, fields: int = 3) -> ScrollArea:
    """Fields that had their text before they were on show, in an area that scrolls."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    for number in range(fields):
        field = GrowingText(f"Veld {number}")
        field.setPlainText(text)
        column.addWidget(field)
    column.addStretch(1)
    area = ScrollArea(holder, "Motivering")
    qtbot.addWidget(area)
    area.resize(398, 500)
    area.show()
    settle()
    return area


@pytest.mark.parametrize("times", range(1, 30))
def test_no_line_is_cut_off_when_a_scroll_bar_comes(qtbot: QtBot, qapp: QApplication, times: int) -> None:
    theme.apply(qapp, "light")
    area = shown(qtbot, "sterk genoeg toelichten " * times)
    fields = area.findChildren(GrowingText)

    assert [widest_line(field) <= field.viewport().width() for field in fields] == [True] * 3
    assert [field.horizontalScrollBar().isVisible() for field in fields] == [False] * 3


def test_it_scrolls_only_once_it_has_grown_as_far_as_it_may(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    bars = []
    for lines in (1, MOST, MOST + 1):
        area = shown(qtbot, "\n".join("x" * lines), 1)
        bars.append(area.findChildren(GrowingText)[0].verticalScrollBar().isVisible())

    assert bars == [False, False, True]
