"""Buttons that Enter presses, as Space does. Qt would let a dialog press its default button instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

_PRESS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class PushButton(QPushButton):
    """A push button that Enter presses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A button with an icon alone that Enter presses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed(self, event):
            super().keyPressEvent(event)


def _pressed(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether the key was a plain Enter; one that is held down presses only once."""
    enter = event.key() in _PRESS and event.modifiers() in _PLAIN
    if enter and not event.isAutoRepeat():
        button.click()
    return enter
