"""The counts in the rail: read beside the window, once for however many changes follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from jury_desktop.ui.readings import RailState

if TYPE_CHECKING:
    from jury_desktop.ui.main_window import MainWindow

AFTER = 400
"""Milliseconds after a change until the rail counts again."""


class RailCount(QObject):
    """Keeps the rail of one window true to its dossier."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(AFTER)
        self.pause.timeout.connect(self.read)

    def outdate(self) -> None:
        """What the rail shows is old; it counts again when the changes pause."""
        if not self.pause.isActive():
            self.pause.start()

    def read(self) -> None:
        """Count now."""
        window = self._window
        if window.shell.dossier is not None and not window.guard.covering:
            rail = window.mode.rail
            window.shell.run_job(lambda dossier, _: rail(dossier), self._show, key="rail")

    def _show(self, state: RailState) -> None:
        self._window.rail.show_state(state)

    @property
    def _window(self) -> MainWindow:
        """Asked of Qt each time: a name for it here would keep the window alive."""
        return cast("MainWindow", self.parent())
