"""What can be done with letters: the steps that header, menu, palette and the letter on show offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Call
from jury_desktop.services.dispatch import record_presentation, send_letters, take_back_dispatch
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_fate import record_bounce
from jury_desktop.services.letter_grounds import letter_grounds
from jury_desktop.services.letter_signing import keep_signed
from jury_desktop.services.letters import keep_letters
from jury_desktop.services.outbox import parcels
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.letters.grounds import GroundsDialog
from jury_desktop.ui.pages.letters.preview import MOTIVATED
from jury_desktop.ui.pages.letters.rows import awaits_presentation, can_be_made
from jury_desktop.ui.pages.letters.sending import Post
from jury_desktop.ui.pages.letters.setting_out import SettingOut
from jury_desktop.ui.pages.letters.signing import Signing
from jury_desktop.ui.pages.letters.words import row_name
from jury_desktop.ui.pages.letters.workshop import Workshop
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.table import Table

tr = area("letters")


class Steps(QObject):
    """Takes the chosen letters of the list a step further."""

    def __init__(self, shell: Shell, page: QWidget, table: Table[LetterRow]) -> None:
        super().__init__(page)
        self._shell, self._page, self._table = shell, page, table
        self._rows: tuple[LetterRow, ...] = ()
        self._call: Call | None = None
        self._workshop = Workshop(shell, page)
        self._post = Post(shell, page)
        self.setting_out = SettingOut(shell, page)
        self._signing = Signing(shell, page)

    def know(self, rows: tuple[LetterRow, ...], call: Call) -> None:
        """Take every letter there is."""
        self._rows, self._call = rows, call
        self._workshop.know(rows, call)

    def to_make(self) -> list[LetterRow]:
        """The chosen letters that have to be made, or made anew."""
        return [found for found in self._table.chosen_rows() if can_be_made(found)]

    def may_leave(self) -> list[LetterRow]:
        """The chosen letters of which the dispatch can be recorded."""
        return [found for found in self._table.chosen_rows() if found.may_leave]

    def actions(self) -> Sequence[Action]:
        """All of them, those of the header first."""
        open_, ready = any(not r.sent for r in self._rows), any(r.frozen for r in self._rows)
        return (
            Action(
                "letters.outbox",
                tr("Set out to send…"),
                self.set_out,
                icon="folder-open",
                place=Place.HEADER,
                enabled=any(found.may_leave for found in self._rows),
                tip=tr("Puts final letters into a folder: PDFs, mail drafts, one file to print and a list"),
                words=tr("outbox eml outlook print batch envelope verzenden"),
            ),
            Action(
                "letters.make", tr("Make letters"), self.make, icon="mail", place=Place.PRIMARY, enabled=open_
            ),
            Action("letters.folder", tr("Save as PDF…"), self._workshop.pick_folder, enabled=open_),
            Action("letters.word", tr("Save as Word draft…"), self._workshop.pick_word_folder, enabled=open_),
            Action("letters.final", tr("Make chosen letters final"), self.finalise, enabled=open_),
            Action("letters.sign", tr("Sign chosen final letters…"), self.sign, enabled=ready),
            *self._afterwards(open_=open_),
        )

    def _afterwards(self, *, open_: bool) -> Sequence[Action]:
        chosen = self._table.chosen_rows()
        leaving = open_ or any(found.may_leave for found in self._rows)
        sent, awaiting = any(found.sent for found in chosen), any(map(awaits_presentation, chosen))
        motivated = any(found.type in MOTIVATED for found in chosen)
        return (
            Action("letters.send", tr("Record dispatch of chosen letters…"), self.ask_send, enabled=leaving),
            Action("letters.presented", tr("Record presentation…"), self.ask_presented, enabled=awaiting),
            Action("letters.fate", tr("Record what became of a letter…"), self.ask_fate, enabled=sent),
            Action("letters.unsend", tr("Take back dispatch…"), self.ask_take_back, enabled=sent),
            Action(
                "letters.grounds", tr("What the motivation rests on…"), self.show_grounds, enabled=motivated
            ),
        )

    # until they are final

    @asks(keep_letters)
    def make(self) -> None:
        """Make all that has to be made."""
        self._workshop.make([found for found in self._rows if can_be_made(found)])

    @asks(keep_letters)
    def finalise(self) -> None:
        """Make the chosen ones final."""
        self._workshop.finalise(self.to_make())

    @asks(keep_signed)
    def sign(self) -> None:
        """Sign the chosen ones that are final."""
        rows = [found for found in self._table.chosen_rows() if found.frozen]
        if rows:
            self._signing.ask(rows)
        else:
            self._shell.notify(Notice(tr("First choose letters that are final; then you can sign them.")))

    @asks(parcels)
    def set_out(self) -> None:
        """Set out the chosen letters where several are chosen, or one that came back; else all: most leave
        together."""
        chosen = self.may_leave()
        again = len(chosen) == 1 and chosen[0].sent
        self.setting_out.ask(chosen if len(chosen) > 1 or again else [r for r in self._rows if r.may_leave])

    # once they leave

    @asks(send_letters)
    def ask_send(self) -> None:
        """How did the chosen ones leave?"""
        rows = self.may_leave()
        if not rows or self._call is None:
            self._shell.notify(Notice(tr("First make the letter final; then you can record its dispatch.")))
            return
        self._post.ask_send(rows, self._call)

    @asks(record_presentation)
    def ask_presented(self) -> None:
        """When was the chosen one presented?"""
        found = next((row for row in self._table.chosen_rows() if awaits_presentation(row)), None)
        if found is not None:
            self._post.ask_presented(found)

    @asks(record_bounce)
    def ask_fate(self) -> None:
        """What became of the chosen one?"""
        if sent := [found for found in self._table.chosen_rows() if found.sent]:
            self._post.ask_fate(sent[0])

    @asks(take_back_dispatch)
    def ask_take_back(self) -> None:
        """Why did the chosen ones not leave after all?"""
        self._post.ask_take_back([found for found in self._table.chosen_rows() if found.sent])

    def show_grounds(self) -> None:
        """What does each sentence of the letter on show rest on?"""
        found = self._table.current()
        if found is None:
            return
        name = f"{found.candidacy.reference} {found.candidacy.organisation} · {row_name(found)}"
        self._shell.run_job(
            calling(letter_grounds, found.key),
            lambda grounds: GroundsDialog(name, grounds, self._page).open(),
            key="letter-grounds",
        )
