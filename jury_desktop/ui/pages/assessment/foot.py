"""Below the scores: the sentence of the rubric, whether everything has been kept, and the buttons."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import Message
from jury_desktop.services.scoring import amend_sheet, submit_sheet
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, restyle, row, stack
from jury_desktop.wording import render

tr = area("assessment")


class SheetFoot(QWidget):
    """The foot of a sheet.

    :ivar submit_wanted: the juror wants to submit, or to keep the change of a sealed sheet.
    :ivar amend_wanted: the juror wants to change a sealed sheet, or to stop doing so.
    """

    submit_wanted = Signal()
    amend_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.anchor = label("", "small", wrap=True)
        self.saved = label("", "small", wrap=True)
        self.amend = button("", self._amend)
        self.submit = button("", self._submit, part="primary")
        self.anchor.setMinimumHeight(2 * self.anchor.fontMetrics().lineSpacing())
        self.anchor.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line = row(self.saved, self.amend, self.submit)
        line.setStretch(0, 1)
        self.setLayout(stack(self.anchor, line))

    def show_buttons(self, *, editable: bool, submitted: bool, amending: bool) -> None:
        """Offer what can be done with the sheet now."""
        self.submit.setText(tr("Keep the change…") if amending else tr("Submit"))
        self.submit.setVisible(editable)
        self.amend.setText(tr("Cancel") if amending else tr("Change…"))
        self.amend.setVisible(submitted)

    def show_anchor(self, sentence: str) -> None:
        """Show the sentence of the rubric, or which keys there are."""
        hint = tr(
            "Digits score, N is n/a where that is allowed, Tab to the next score, Enter to comment, "
            "G to the goals, U for what is asked, Ctrl+Enter submits, Alt+↓ to the next candidacy."
        )
        self.anchor.setText(sentence or ("" if self.submit.isHidden() else hint))

    def show_new(self) -> None:
        """Nothing has been typed yet."""
        self._say(tr("Kept as you type; not submitted yet."))

    def show_saving(self) -> None:
        """What was typed last is on its way."""
        self._say(tr("Being saved…"))

    def show_saved(self, at: datetime) -> None:
        """Say when everything on the screen was kept."""
        clock = at.astimezone(BRUSSELS).strftime("%H:%M:%S")
        self._say(tr("Saved at {time} · not submitted yet").format(time=clock))

    def show_unsaved(self, why: Message) -> None:
        """Say why it was not kept."""
        self._say(tr("Not saved: {why}").format(why=render(why, self._language)), problem=True)

    def show_nothing(self) -> None:
        """A sheet to read only."""
        self._say("")

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.saved.setText(text)
        self.saved.setProperty("role", "problem" if problem else "small")
        restyle(self.saved)

    @asks(submit_sheet)
    def _submit(self) -> None:
        self.submit_wanted.emit()

    @asks(amend_sheet)
    def _amend(self) -> None:
        self.amend_wanted.emit()
