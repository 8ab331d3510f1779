"""The page side by side: who scores, what the candidate sent in, and the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter

from jury_desktop.ui.pages.assessment.desk import DeskPanel
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.proposal import Proposal
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView

NARROWEST = (190, 230, 230, 330)
"""Least width of the desk, the proposal or what stands in its place, and the sheet."""


class Parts(QSplitter):
    """Three columns; while nobody scores anything, the last two make room for a word on what to do."""

    def __init__(self, desk: DeskPanel, proposal: Proposal, form: SheetForm) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.nobody = EmptyView()
        self._desk = desk
        self._proposal = proposal
        self._form = form
        self._scoring = (proposal, form)
        self.setHandleWidth(16)
        self.setChildrenCollapsible(False)
        for at, part in enumerate((desk, proposal, self.nobody, form)):
            self.addWidget(part)
            part.setMinimumWidth(NARROWEST[at])
            self.setStretchFactor(at, int(part in (proposal, self.nobody)))
        self._show(scoring=False)

    def switch(self) -> None:
        """Put the keyboard on the proposal; from there, back on the score it left."""
        if self._proposal.isHidden():
            return
        focused = QApplication.focusWidget()
        if focused is not None and self._proposal.isAncestorOf(focused):
            self._form.come_back()
        else:
            self._form.remember()
            self._proposal.view.take_keyboard()

    def show_scoring(self) -> None:
        """Show the proposal and the sheet."""
        self._show(scoring=True)

    def show_state(self, state: EmptyState) -> None:
        """Say what to do instead. Once that was done and nothing is left to press, the keyboard goes on to
        the names."""
        pressed = self.window().focusWidget() is self.nobody.button
        self._show(scoring=False)
        self.nobody.show_state(state)
        if pressed and not state.action:
            self._desk.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, scoring: bool) -> None:
        self.nobody.setVisible(not scoring)
        for part in self._scoring:
            part.setVisible(scoring)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window takes from the sides first, so that the proposal can still be read."""
        super().resizeEvent(event)
        width = event.size().width()
        if width != event.oldSize().width():
            side, form = max(236, min(250, width // 5)), max(350, min(480, round(width * 0.4)))
            middle = width - side - form
            self.setSizes([side, middle, middle, form])
