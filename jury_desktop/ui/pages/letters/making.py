"""Asks, before letters are made, how and when they are to leave: their text rests on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.services.terms import term_if
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.pages.letters.words import channel_name, last_day, last_day_at_least, past_call
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, restyle, row, stack
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.moments import day_edit, day_of
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("letters")

Chosen = Callable[[Communication], object]


class MakeDialog(QDialog):
    """Asks for the way and the day; ``chosen`` is called when the user goes on."""

    def __init__(
        self, count: int, call: Call | None, today: date, language: str, chosen: Chosen, parent: QWidget
    ) -> None:
        """``call`` is None where none of the letters names a term."""
        super().__init__(parent)
        self.setWindowTitle(tr("Make letters"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._call, self._language, self._chosen = call, language, chosen
        self.channel = channel_box()
        self.day = day_edit(today)
        self.day.setMinimumDate(self.day.date())
        self.term = note("")
        self.make = button(tr("Make %n letters", "", count), self._accept, part="primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        self.channel.currentIndexChanged.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self._build()
        self.day.refused.connect(lambda _: fit(self))
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def planned(self) -> Communication:
        """How and when the letters are meant to leave."""
        return Communication(day_of(self.day), Channel(self.channel.currentData()))

    def _build(self) -> None:
        says = tr("The letters are dated on this day, and name the last day of the rebuttal that follows.")
        how, leaves = Field(tr("How"), self.channel), Field(tr("Leaves on"), self.day)
        fields = row(stack(how, None), stack(leaves, None), spacing=16)
        buttons = row(None, button(tr("Cancel"), self.reject), self.make)
        title = label(self.windowTitle(), "title")
        column = stack(title, label(says, "muted", wrap=True), fields, self.term, buttons, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def _tell(self) -> None:
        self.term.setVisible(self._call is not None)
        if self._call is not None:
            found = term_if(self._call, self.planned())
            late = past_call(self._call, found.end, self._language)
            unknown = self.planned().channel is Channel.REGISTERED_RECEIPT
            told = (last_day_at_least if unknown else last_day)(found.last_moment, self._language)
            self.term.setText(" ".join(filter(None, (told, late))))
            self.term.setProperty("tone", (Tone.WARN if late else Tone.NEUTRAL).value)
            restyle(self.term)
        fit(self)

    def _accept(self) -> None:
        if take_all(self.day):
            deliver(self._chosen, self.planned())
            self.accept()


def channel_box(first: Channel = Channel.EMAIL) -> QComboBox:
    """The ways in which a letter leaves."""
    made = ChoiceBox()
    for channel in Channel:
        made.addItem(channel_name(channel), channel.value)
    made.setCurrentIndex(made.findData(first.value))
    return made
