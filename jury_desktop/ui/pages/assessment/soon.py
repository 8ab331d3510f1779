"""When to keep what is being typed: in a pause, and within a second whatever happens."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

QUIET = 350
"""Milliseconds without a key after which what was typed is kept."""
LATEST = 800
"""Milliseconds after the first key that is not kept yet, however fast somebody goes on typing."""


class Soon(QObject):
    """Waits for the moment to keep what is typed.

    :ivar due: now.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)

    def typed(self) -> None:
        """A key was pressed."""
        if not self._since.isValid():
            self._since.start()
        self._timer.start(max(0, min(QUIET, LATEST - self._since.elapsed())))

    def stop(self) -> None:
        """Everything typed so far is being kept."""
        self._timer.stop()
        self._since.invalidate()
