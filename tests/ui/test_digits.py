"""A digit is a digit on every keyboard."""

from __future__ import annotations

import pytest

from jury_desktop.ui.digits import digit  # isort: skip
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

BARE, SHIFT, CONTROL, KEYPAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@pytest.mark.parametrize(
    ("text", "modifier", "found"),
    [
        ("3", BARE, 3),
        ("3", SHIFT, 3),
        ("3", KEYPAD, 3),
        ("&", BARE, 1),
        ("é", BARE, 2),
        ('"', BARE, 3),
        ("'", BARE, 4),
        ("à", BARE, 0),
        ("3", CONTROL, None),
        ("a", BARE, None),
        ("", BARE, None),
        ("²", BARE, None),
    ],
)
def test_a_key_gives_its_digit(text: str, modifier: Qt.KeyboardModifier, found: int | None) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, modifier, text)

    assert digit(event) == found
