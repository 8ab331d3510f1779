"""Tabs: one of a few views of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jury_desktop.ui.widgets.basics import button, role

WIDEST, NARROWEST = 18, 4
"""The room between two tabs, in pixels."""


class Tabs(QWidget):
    """A line of tabs over a thin rule; arrow keys move between them.

    :ivar chosen: the user chose the tab with this key.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], name: str = "") -> None:
        """:param tabs: key and text of each."""
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._line = line = QHBoxLayout()
        line.setSpacing(WIDEST)
        for key, text in tabs:
            self.buttons[key] = self._tab(key, text)
            line.addWidget(self.buttons[key])
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(role(QFrame(), "rule"))
        if tabs:
            self.choose(tabs[0][0])
        self._group.buttonClicked.connect(self._clicked)

    def _tab(self, key: str, text: str) -> QPushButton:
        made = button(text, part="tab")
        made.setCheckable(True)
        made.setObjectName(key)
        self._group.addButton(made)
        return made

    def current(self) -> str:
        """The key of the chosen tab."""
        chosen = self._group.checkedButton()
        return chosen.objectName() if chosen is not None else ""

    def choose(self, key: str) -> None:
        """Choose a tab without telling."""
        self.buttons[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change the text of a tab, for instance its count."""
        self.buttons[key].setText(text)
        self._space(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space(event.size().width())

    def _space(self, width: int) -> None:
        """Tabs move closer together before their words are cut."""
        words = sum(made.sizeHint().width() for made in self.buttons.values())
        gaps = max(1, len(self.buttons) - 1)
        self._line.setSpacing(max(NARROWEST, min(WIDEST, (width - words) // gaps)))

    def _clicked(self) -> None:
        self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = list(self.buttons)
        at = (keys.index(self.current()) + step) % len(keys)
        self.buttons[keys[at]].setFocus()
        self.buttons[keys[at]].click()


class Switch(QFrame):
    """Two or three choices side by side in one frame: "Schriftelijk | Pitch".

    :ivar chosen: the user chose the part with this key.
    """

    chosen = Signal(str)

    def __init__(self, parts: Sequence[tuple[str, str]], name: str = "") -> None:
        super().__init__()
        role(self, "switch")
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(2)
        for key, text in parts:
            made = button(text, part="switch")
            made.setCheckable(True)
            made.setObjectName(key)
            self._group.addButton(made)
            self.buttons[key] = made
            line.addWidget(made)
        if parts:
            self.choose(parts[0][0])
        self._group.buttonClicked.connect(self._clicked)

    def current(self) -> str:
        """The key of the chosen part."""
        chosen = self._group.checkedButton()
        return chosen.objectName() if chosen is not None else ""

    def choose(self, key: str) -> None:
        """Choose a part without telling."""
        self.buttons[key].setChecked(True)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())
