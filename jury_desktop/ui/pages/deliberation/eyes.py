"""Where the call asks for four eyes: whether a second person has confirmed the decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.decision import Decision
from jury_desktop.services.confirm import confirm_decision, send_back_decision
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, note
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.wording import moment

tr = area("minutes")


class EyesBar(QWidget):
    """Says how far the confirmation is and offers the next step; there only where the call asks for it.

    :ivar confirmed: the user confirms the decision on show; ``sent_back`` sends it back to the jury.
    """

    confirmed = Signal()
    sent_back = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._told = QVBoxLayout()
        confirm = button(tr("Confirm as second person"), self.confirmed.emit, icon="shield-check")
        self.confirm = only_for(confirm, confirm_decision)
        send_back = button(tr("Send back…"), self.sent_back.emit, icon="undo-2")
        self.send_back = only_for(send_back, send_back_decision)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._told)
        column.addWidget(flow(self.confirm, self.send_back))

    def show_decision(self, decision: Decision | None, *, asked: bool) -> None:
        """Show how far a decision is; nothing where the call does not ask, or nothing was decided."""
        self.setVisible(asked and decision is not None)
        if decision is None:
            return
        clear(self._told)
        self._told.addWidget(self._state(decision))
        self.confirm.setVisible(not decision.confirmed)

    def _state(self, decision: Decision) -> QWidget:
        if decision.confirmed_at is not None:
            when = moment(decision.confirmed_at, self._language)
            text = tr("Confirmed by {name} on {when}.").format(name=decision.confirmed_by, when=when)
            return note(text, Tone.GOOD)
        if decision.sent_back:
            return note(tr("Sent back: {reason}").format(reason=decision.sent_back), Tone.BAD)
        text = tr("The call asks for four eyes. Kept by {name}; somebody else has to confirm it.")
        return note(text.format(name=decision.decided_by or "–"), Tone.WARN)
