"""Ctrl+K from the window: opens the palette and fills it while pages are made and the dossier is searched."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QTimer

from jury_desktop.ui.command_palette import CommandPalette, Line
from jury_desktop.ui.palette_lines import palette_lines
from jury_desktop.ui.readings import Hit

if TYPE_CHECKING:
    from jury_desktop.ui.main_window import MainWindow


class Searching(QObject):
    """The palette of one window, while it is open, and what was found in its dossier."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._hits: tuple[Hit, ...] = ()
        self._asked: weakref.ref[CommandPalette] | None = None

    def forget(self) -> None:
        """The dossier is different: search it again next time."""
        self._hits = ()

    def open(self) -> None:
        """Show the palette, with what is known already; what is still to be found comes in later."""
        palette = CommandPalette(self.lines(), self._window)
        self._asked = weakref.ref(palette)
        palette.open()
        if self._window.shell.dossier is None:
            return
        QTimer.singleShot(0, self._meet_pages)
        if not self._hits:
            search = self._window.mode.search
            self._window.shell.run_job(lambda dossier, _: tuple(search(dossier)), self._found, key="search")

    @property
    def _window(self) -> MainWindow:
        """Asked of Qt each time: a name for it here would keep the window alive."""
        return cast("MainWindow", self.parent())

    def lines(self) -> list[Line]:
        """What the palette offers now."""
        return palette_lines(self._window, self._hits)

    def _found(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        if (palette := self.palette()) is not None:
            palette.set_lines(self.lines())

    def palette(self) -> CommandPalette | None:
        """The palette, while it is open."""
        palette = self._asked() if self._asked else None
        return palette if palette is not None and shiboken6.isValid(palette) and palette.isVisible() else None

    def _meet_pages(self) -> None:
        """Make the pages that were never shown, one at a time so that typing goes on."""
        palette = self.palette()
        if palette is None or self._window.shell.dossier is None:
            return
        unmet = [stage.key for stage in self._window.stages if stage.key not in self._window.pages]
        if unmet:
            self._window.make_page(unmet[0])
            QTimer.singleShot(0, self._meet_pages)
        if len(unmet) == 1:
            palette.set_lines(self.lines())
