"""A box to choose from that opens first: with the arrow keys one looks, with Enter one chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

LOOKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}


class OpeningBox(QComboBox):
    """Where a choice has consequences at once, so that walking along the list must choose nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and (event.key() in LOOKING or event.text().isalpha()):
            self.showPopup()
            if event.text().isalpha():
                self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)
