"""A juror's own work, from a packet: the assessment page with nobody else at it, and a way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Call, Round
from jury_desktop.services.packet_desk import OwnWork
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.pages.assessment.page import AssessmentPage
from jury_desktop.ui.pages.desk import verbs
from jury_desktop.ui.pages.desk.words import SHEETS, not_all, sent
from jury_desktop.ui.shell import Answer, Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("desk")


class DeskPage(AssessmentPage):
    """Score as at the officer's; what is done is kept as the sheet that goes back."""

    key = "desk"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._name = ""
        self._call: Call | None = None
        self.desk.keep_to_one()
        self.keeper.alone = True
        self.form.head.comparable = False

    def title(self) -> str:
        return tr("My scores")

    def subtitle(self) -> str:
        rounds = {Round.WRITTEN: tr("written round"), Round.PITCH: tr("pitch round")}
        return " · ".join(filter(None, (super().subtitle(), rounds[self._round] if self._round else "")))

    def page_actions(self) -> Sequence[Action]:
        send = tr("Send the sheet back…")
        ready = self._call is not None
        first = Action("desk.send", send, self._send, "Ctrl+S", "send", place=Place.PRIMARY, enabled=ready)
        return (first, *self.scoring_actions())

    # reading

    def _read_desk(self) -> None:
        self.load(verbs.ReadOwnWork(), self._show_own)

    def _show_own(self, work: OwnWork) -> None:
        self._juror, self._name, self._call = work.packet.juror.id, work.sheet_name, work.desk.call
        self._show_desk((work.packet.round, work.desk))

    def _conflict(self) -> None:
        """A packet takes no conflicts back: the officer has to hear of it, and takes the candidacy out."""
        if self._call is None:
            return
        contact = f"{self._call.contact.name} ({self._call.contact.email})"
        text = tr("Do not score this candidacy, and tell {contact}: it then leaves your list.")
        self.shell.notify(Notice(text.format(contact=contact), Tone.WARN))

    # sending back

    def _send(self) -> None:
        """Ask where the sheet goes; what has not been submitted may go along as a draft."""
        if not self.leave():
            return
        left = sum(not row.submitted for row in self._rows())
        if left:
            self.shell.ask(not_all(left), self._send_anyway)
        else:
            self._pick_place()

    def _send_anyway(self, _answer: Answer) -> None:
        self._pick_place()

    def _pick_place(self) -> None:
        title = tr("Where does the sheet go?")
        self.shell.pick_save(title, tr("Sheets of jurors") + f" (*{SHEETS})", self._name, self._write)

    def _write(self, file: Path) -> None:
        self.shell.run_job(verbs.WriteSheet(file), self._written, key="desk-sheet")

    def _written(self, file: Path) -> None:
        if self._call is not None:
            self.shell.notify(Notice(sent(file, self._call.contact), Tone.GOOD))
