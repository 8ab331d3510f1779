"""Days and hours are typed over: after Ctrl+A, Tab, a click or a double click what is typed is what comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui.widgets.moments import QuarterClock, day_edit, day_of, moment_edit, moment_of

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
F = TypeVar("F", bound=QDateTimeEdit)
HOUR, MINUTES = QPoint(8, 10), QPoint(34, 10)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field above and one below what is tried."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def put(window: QWidget, field: F) -> F:
    """Put a field between the two, with the keyboard still above it."""
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    field.setAlignment(Qt.AlignmentFlag.AlignLeft)
    column.insertWidget(1, field)
    above, below = window.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    QWidget.setTabOrder(above, field)
    QWidget.setTabOrder(field, below)
    field.show()
    above.setFocus()
    return field


def with_tab(qtbot: QtBot, field: QDateTimeEdit) -> None:
    qtbot.keyClick(field.window().focusWidget(), Key.Key_Tab)


def with_select_all(qtbot: QtBot, field: QDateTimeEdit) -> None:
    qtbot.mouseClick(field.lineEdit(), Left, pos=MINUTES)
    qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def with_double_click(qtbot: QtBot, field: QDateTimeEdit) -> None:
    qtbot.mouseClick(field.lineEdit(), Left, pos=MINUTES)
    qtbot.mouseDClick(field.lineEdit(), Left, pos=MINUTES)


def with_click(qtbot: QtBot, field: QDateTimeEdit) -> None:
    qtbot.mouseClick(field.lineEdit(), Left, pos=HOUR)


Reach = Callable[[QtBot, QDateTimeEdit], None]
WAYS = (with_tab, with_select_all, with_double_click, with_click)


@pytest.mark.parametrize("reach", WAYS)
@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("14.30", time(14, 30)),
        ("9:15", time(9, 15)),
        ("0915", time(9, 15)),
        ("930", time(9, 30)),
    ],
)
def test_an_hour_is_what_was_typed(
    qtbot: QtBot, window: QWidget, reach: Reach, typed: str, hour: time
) -> None:
    field = put(window, QuarterClock(time(13, 45)))
    reach(qtbot, field)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.hour_of() == hour


def test_a_click_marks_the_part_that_is_typed_over(qtbot: QtBot, window: QWidget) -> None:
    field = put(window, QuarterClock(time(13, 45)))
    qtbot.mouseClick(field.lineEdit(), Left, pos=MINUTES)
    assert field.lineEdit().selectedText() == "45"
    qtbot.keyClicks(field, "30")
    assert field.hour_of() == time(13, 30)


@pytest.mark.parametrize("reach", WAYS)
@pytest.mark.parametrize("typed", ["05/07/2024", "5/7/2024", "05072024", "5-7-2024"])
def test_a_day_is_what_was_typed(qtbot: QtBot, window: QWidget, reach: Reach, typed: str) -> None:
    field = put(window, day_edit(date(2023, 6, 12)))
    reach(qtbot, field)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Key.Key_Tab)
    assert day_of(field) == date(2024, 7, 5)


@pytest.mark.parametrize("reach", WAYS)
@pytest.mark.parametrize("typed", ["15/07/2024 08:45", "150720240845", "15/7/2024 8:45"])
def test_a_moment_is_what_was_typed(qtbot: QtBot, window: QWidget, reach: Reach, typed: str) -> None:
    field = put(window, moment_edit(datetime(2023, 6, 12, 13, 30, tzinfo=BRUSSELS)))
    reach(qtbot, field)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Key.Key_Tab)
    assert moment_of(field) == datetime(2024, 7, 15, 8, 45, tzinfo=BRUSSELS)
