"""Scrolling past a field changes nothing in it, wherever the keyboard is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import jury_desktop.ui
from jury_desktop.ui.widgets.still import ChoiceBox, DecimalBox, NumberBox
from jury_desktop.ui.widgets.typed_over import TypedOver


def choice() -> ChoiceBox:
    made = ChoiceBox()
    made.addItems(["gegrond", "ongegrond", "ingetrokken"])
    made.setCurrentIndex(1)
    return made


def a_moment() -> TypedOver:
    return TypedOver(QDateTime.fromString("2023-07-20T09:00:00", Qt.DateFormat.ISODate), "dd/MM/yyyy HH:mm")


def value(field: QWidget) -> object:
    return field.currentIndex() if isinstance(field, ChoiceBox) else field.text()  # type: ignore[attr-defined]


def turn_the_wheel_over(field: QWidget) -> bool:
    """Whether the field took it; what it leaves goes to the page that scrolls."""
    here = QPointF(field.rect().center())
    event = QWheelEvent(
        here,
        field.mapToGlobal(here),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("focused", [False, True])
@pytest.mark.parametrize("make", [choice, NumberBox, DecimalBox, a_moment])
def test_the_wheel_changes_nothing(qtbot: QtBot, make: Callable[[], QWidget], focused: bool) -> None:
    field = make()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    if focused:
        field.setFocus()
    else:
        field.clearFocus()
    before = value(field)

    assert not turn_the_wheel_over(field)
    assert (value(field), field.hasFocus()) == (before, focused)


def test_no_page_uses_a_field_that_the_wheel_changes() -> None:
    room = Path(jury_desktop.ui.__file__).parent
    made = re.compile(r"\bQ(?:ComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit)\(\)")
    assert [
        str(file.relative_to(room)) for file in room.rglob("*.py") if made.search(file.read_text("utf-8"))
    ] == []
