"""Digits as people press them: also on a Belgian keyboard, whose upper row gives them only with Shift."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_UPPER_ROW = "à&é\"'(§è!ç"
"""What the keys 0 to 9 of a Belgian (AZERTY) keyboard write without Shift."""


def digit(event: QKeyEvent) -> int | None:
    """The digit of a key, or None; never one that is pressed together with Ctrl, Alt or the like."""
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    text = event.text()
    if len(text) != 1:
        return None
    found = _UPPER_ROW.find(text.lower())
    return found if found >= 0 else int(text) if text in "0123456789" else None
