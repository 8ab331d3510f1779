"""Opens the projector from the deliberation, keeps what it shows up to date, and lets it go again."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.decision import Stage
from jury_desktop.services.projector import Asked, Show, ask_show, make_show
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.pages.deliberation.projector.window import Projector, other_screen
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("projector")


class Projecting(QObject):
    """One projector at most; it follows the stage of the page and the candidacy that is chosen there."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self.stage = Stage.FINAL
        self.projector: Projector | None = None
        """The window, while it is open."""

    def action(self, *, enabled: bool) -> Action:
        """Opens it."""
        return Action(
            "deliberation.project",
            tr("Projector"),
            self.open,
            shortcut="F5",
            icon="play",
            place=Place.HEADER,
            enabled=enabled,
            words=tr("projector full screen beamer present second screen"),
            tip=tr("Show the deliberation on a projector, without names of jurors (F5)"),
        )

    def open(self) -> None:
        """Open the projector, or bring it to the front."""
        if self.projector is None:
            made = Projector(self._shell.language, self._page.window())
            made.left.connect(self._left)
            self.projector = made
        self.read()
        self.projector.open_on(other_screen(self._page.window()))

    def read(self) -> None:
        """Show what is known now, while the projector is open."""
        if self.projector is None:
            return
        stage, language = self.stage, self._shell.language
        self._shell.run_job(
            lambda dossier, context: ask_show(dossier, stage, language), self._make, key="projector"
        )

    def follow(self, candidacy: str) -> None:
        """Go to a candidacy, while the projector is open."""
        if self.projector is not None:
            self.projector.go_to(candidacy)

    def close(self) -> None:
        """Close the projector, if it is open."""
        if self.projector is not None:
            self.projector.close()

    def _make(self, asked: Asked) -> None:
        self._shell.run_calculation(
            lambda context: make_show(asked, cancelled=context.cancelled), self._put, key="projector-show"
        )

    def _put(self, show: Show) -> None:
        if self.projector is not None:
            self.projector.put(show)

    def _left(self) -> None:
        projector, self.projector = self.projector, None
        if projector is not None:
            projector.deleteLater()
