"""What stands where data have still to come: nothing for a moment, then one quiet word."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label

tr = area("shell")

QUIET = 100
"""Milliseconds in which nothing is said: what comes sooner feels as if it had been there."""


class WaitingView(QWidget):
    """Says "Loading…" in the middle once it has been on show for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = label(tr("Loading…"), "muted")
        self.word.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.word, 0, Qt.AlignmentFlag.AlignCenter)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.word.show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._quiet.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._quiet.stop()
        self.word.hide()
