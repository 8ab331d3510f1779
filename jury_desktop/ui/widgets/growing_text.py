"""A text field that grows with its text, for comments."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

FEWEST, MOST = 2, 8
"""Lines of text on show."""


class GrowingText(QPlainTextEdit):
    """Two lines high, and more when more is written; Tab goes on to the next field."""

    def __init__(self, name: str, suggestion: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(suggestion)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # its lines are broken
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self.ensurePolished()  # a dialog is made as high as its fields are: they must know their font before
        self._fit()

    def _fit(self) -> None:
        written = round(self.document().size().height())
        lines = max(FEWEST, min(MOST, written))
        bar = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if written > MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(bar)
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if (now := self.viewport().size()) != event.size():  # the bar came or went: Qt broke no line again
            super().resizeEvent(QResizeEvent(now, QSize()))
