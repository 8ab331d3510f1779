"""A juror says when they can sit in the sessions of the pitches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from jury_desktop.services.availability import OwnAvailability, say_availability
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.jury.availability import Availability
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack

tr = area("desk")


class FreeDialog(QDialog):
    """Every session with a tick, and from when until when within it. Nothing is kept before Save.

    :ivar said: carries the stretches in which the juror can sit.
    """

    said = Signal(object)

    def __init__(self, found: OwnAvailability, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("When I can sit"))
        self.setModal(True)
        self.sessions = only_for(Availability(language), say_availability)
        self.problem = label("", "problem", wrap=True)
        self.keep = only_for(button(tr("Save"), self._keep, part="primary"), say_availability)
        self.sessions.offer(found.windows)
        self.sessions.show_available(found.juror.available)
        self._fill()
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        told = tr("The pitches are planned when enough jurors can come. The officer sees what you say here.")
        parts = (
            label(self.windowTitle(), "title", wrap=True),
            label(told, "muted", wrap=True),
            self.sessions,
            self.problem,
            row(button(tr("Cancel"), self.reject), None, self.keep),
        )
        column = stack(*parts, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)
        self.problem.hide()
        self.setMinimumWidth(theme.metrics().base * 34)

    def _keep(self) -> None:
        if not self.sessions.take():
            return
        if not self.sessions.valid():
            self.problem.setText(tr("A session must begin before it ends."))
            self.problem.show()
            return
        self.accept()
        self.said.emit(self.sessions.available())
