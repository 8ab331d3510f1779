"""The dialogs that record what left: how, when and to where; and when a letter with receipt was presented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.outgoing import Dispatch, tells_number, too_early
from jury_desktop.domain.term import BY_POST, Channel, Communication
from jury_desktop.services.dispatch import address_for, address_of
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.terms import term_if
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.pages.letters.making import channel_box
from jury_desktop.ui.pages.letters.words import channel_name, last_day, last_day_at_least, other_last_day
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, note, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.moments import day_edit, day_of, moment_edit, moment_of
from jury_desktop.ui.widgets.typed_over import TypedOver, take_all
from jury_desktop.wording import render

tr = area("letters")

Sent = Callable[[Dispatch], object]


class DispatchDialog(QDialog):
    """Asks how some final letters left; ``sent`` is called when the user keeps it.

    The address of one letter can be another than that of the candidacy; of several each goes to its own.
    """

    def __init__(
        self,
        rows: Sequence[LetterRow],
        call: Call,
        now: datetime,
        language: str,
        sent: Sent,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Record dispatch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._rows, self._call, self._language, self._sent = tuple(rows), call, language, sent
        self.channel = channel_box(_planned(rows))
        self.moment = moment_edit(now, latest=now)
        self.how, self.left = Field(tr("How"), self.channel), Field(tr("Left on"), self.moment)
        self.to = line_edit()
        self.address = Field(tr("To"), self.to)
        self.reference, self.references = line_edit(), GrowingText(tr("Postal references"))
        self.postal = self._numbers()
        self.known = QCheckBox(tr("The day of presentation is known"))
        self.day = _until_today(now)
        self.presented = Field(tr("Presented on"), self.day)
        self.term = note("")
        self.keep = button(tr("Record dispatch"), self._accept, part="primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        self._build()
        self._watch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def dispatch(self) -> Dispatch:
        """What the fields say."""
        sent_at = moment_of(self.moment)
        channel = self._channel()
        presented = day_of(self.day) if self._presentation_known() else None
        reference = "\n".join(self._typed_numbers()) if channel in BY_POST else ""
        return Dispatch(channel, sent_at, self.to.text().strip(), reference, presented)

    def _numbers(self) -> Field:
        """The number on the proof of posting; of several letters one on each line."""
        if len(self._rows) == 1:
            return Field(tr("Postal reference"), self.reference, tr("It stands on the proof of posting."))
        hint = tr("One on each line, in this order: {letters}.").format(letters=self._names())
        return Field(tr("Postal references"), self.references, hint)

    def _names(self) -> str:
        return ", ".join(found.candidacy.reference for found in self._rows)

    def _typed_numbers(self) -> list[str]:
        many = len(self._rows) > 1
        typed = self.references.toPlainText().splitlines() if many else [self.reference.text()]
        return [number.strip() for number in typed if number.strip()]

    def _numbers_lack(self) -> str:
        """What is wrong with the numbers of what was registered; "" where nothing is."""
        typed = self._typed_numbers()
        told = len(typed) == len(self._rows) and all(map(tells_number, typed))
        if told or self._channel() not in BY_POST:
            return ""
        if len(self._rows) == 1:
            return tr("Take it over from the proof of posting, or write why there is none.")
        text = tr("Give {count} numbers, one on each line: {letters}. Or write why there is none.")
        return text.format(count=len(self._rows), letters=self._names())

    def _too_early(self, made: Dispatch) -> str:
        """Why one of the letters cannot have left then; "" where all can."""
        letters = [(found.letter, found.candidacy.reference) for found in self._rows]
        whys = (too_early(letter, made.sent_at, name) for letter, name in letters if letter is not None)
        return next((render(why, self._language) for why in whys if why is not None), "")

    def _build(self) -> None:
        when = row(stack(self.how, None), stack(self.left, None), spacing=16)
        each = label(tr("Each letter goes to the address of its candidate."), "muted", wrap=True)
        each.setVisible(len(self._rows) > 1)
        self.address.setVisible(len(self._rows) == 1)
        buttons = row(None, button(tr("Cancel"), self.reject), self.keep)
        title = label(self.windowTitle(), "title")
        parts = (title, when, self.address, each, self.postal, self.known, self.presented, self.term, buttons)
        column = stack(*parts, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def _watch(self) -> None:
        self.channel.currentIndexChanged.connect(self._channel_chosen)
        self.moment.dateTimeChanged.connect(self._moved)
        for field in (self.moment, self.day):
            field.refused.connect(self._refused)
        self.known.toggled.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.references.textChanged.connect(lambda: fit(self))
        self._channel_chosen()

    def _moved(self) -> None:
        self.left.show_problem("")
        self._tell()

    def _refused(self, _problem: str) -> None:
        fit(self)

    def _channel(self) -> Channel:
        return Channel(self.channel.currentData())

    def _presentation_known(self) -> bool:
        return self._channel() is Channel.REGISTERED_RECEIPT and self.known.isChecked()

    def _channel_chosen(self) -> None:
        channel = self._channel()
        self.how.show_hint(self._headed_otherwise(channel))
        self.postal.setVisible(channel in BY_POST)
        self.known.setVisible(channel is Channel.REGISTERED_RECEIPT)
        if len(self._rows) == 1:
            self._propose_address(channel)
        self._tell()

    def _headed_otherwise(self, channel: Channel) -> str:
        """That a letter says above its address that it leaves in another way; "" where none does."""
        planned = [found.letter.planned_channel for found in self._rows if found.letter is not None]
        other = next((Channel(each) for each in planned if each and each != channel), None)
        if other is None:
            return ""
        return tr("Above the address the letter says: {channel}.").format(channel=channel_name(other))

    def _propose_address(self, channel: Channel) -> None:
        """The address of the dossier, save where the letter came back from there."""
        letter, candidacy = self._rows[0].letter, self._rows[0].candidacy
        self.to.setText(address_for(letter, candidacy, channel) if letter else address_of(candidacy, channel))
        self.address.show_hint("")
        if letter is not None and letter.came_back:
            came = tr("It came back from {address}: {reason}.")
            self.address.show_hint(came.format(address=letter.sent_to, reason=letter.bounce.rstrip(".")))

    def _tell(self) -> None:
        """Show the term that follows, beside the one in the letter where they differ."""
        self.presented.setVisible(self._presentation_known())
        printed = [found.letter.term_end for found in self._rows if found.letter and found.letter.opens_term]
        self.term.setVisible(bool(printed))
        if printed and (said := printed[0]) is not None:
            made = self.dispatch()
            presented = made.presented if made.presented and made.presented >= made.sent_at.date() else None
            told = Communication(made.sent_at.date(), made.channel, presented)
            end = term_if(self._call, told).last_moment
            unknown = made.channel is Channel.REGISTERED_RECEIPT and presented is None
            words = (last_day_at_least if unknown else last_day)(end, self._language)
            self.term.setText(words if end == said else other_last_day(said, end, self._language))
        fit(self)

    def _accept(self) -> None:
        if not take_all(self.moment, *([self.day] if self._presentation_known() else [])):
            return
        made = self.dispatch()
        if early := self._too_early(made):
            self.left.show_problem(early)
            fit(self)
            self.moment.setFocus()
            return
        if len(self._rows) == 1 and not made.sent_to:
            self.address.show_problem(tr("Say where the letter went to."))
            fit(self)
            self.to.setFocus()
            return
        if lacks := self._numbers_lack():
            self.postal.show_problem(lacks)
            fit(self)
            self.postal.widget.setFocus()
            return
        if made.presented is not None and made.presented < made.sent_at.date():
            self.presented.show_problem(tr("A letter cannot be presented before it left."))
            fit(self)
            return
        deliver(self._sent, made)
        self.accept()


class PresentedDialog(QDialog):
    """Asks on which day a letter with receipt was presented; ``told`` is called when the user keeps it."""

    def __init__(self, name: str, now: datetime, told: Callable[[date], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Record presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(400)
        self._told = told
        self.day = _until_today(now)
        self.keep = button(tr("Record presentation"), self._accept, part="primary")
        says = tr("The day stands on the receipt. The rebuttal term counts from there.")
        buttons = row(None, button(tr("Cancel"), self.reject), self.keep)
        column = stack(label(name, "large", wrap=True), label(says, "muted", wrap=True))
        column.addWidget(Field(tr("Presented on"), self.day))
        column.addLayout(buttons)
        column.setSpacing(14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def _accept(self) -> None:
        if take_all(self.day):
            deliver(self._told, day_of(self.day))
            self.accept()


def _until_today(now: datetime) -> TypedOver:
    made = day_edit(now.astimezone(BRUSSELS).date())
    made.setMaximumDate(made.date())
    return made


def _planned(rows: Sequence[LetterRow]) -> Channel:
    """How they were meant to leave; of several, how the first was."""
    planned = next((r.letter.planned_channel for r in rows if r.letter and r.letter.planned_channel), "")
    return Channel(planned) if planned else Channel.EMAIL
