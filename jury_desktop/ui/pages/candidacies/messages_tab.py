"""Berichten: every message behind a candidacy, with its proof of arrival."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jury_desktop.domain.entry import Placed
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.services.review import ReviewRow
from jury_desktop.ui.pages.candidacies.copy_asking import CopyAsking
from jury_desktop.ui.pages.candidacies.establishing import Establishing
from jury_desktop.ui.pages.candidacies.message_view import Beside, MessageView
from jury_desktop.ui.pages.candidacies.saving import Saver
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, clear, label
from jury_desktop.ui.widgets.form import bring_into_view, scroll

tr = area("candidacies")

_OUTLOOK = frozenset({".msg", ".dat"})
"""Messages that are kept in Outlook's own form."""


class MessagesTab(QWidget):
    """The messages of one candidacy, oldest first.

    :ivar file_wanted: the user wants to see an attachment.
    """

    file_wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._language = shell.language
        self._shown: tuple[tuple[Placed, ...], Mapping[str, date]] | None = None
        self._details: CandidacyDetails | None = None
        self._saver = Saver(shell, self)
        self._copies = CopyAsking(shell, self)
        self._establishing = Establishing(shell, self)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 10, 8)
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, tr("Messages")))

    def show_details(self, details: CandidacyDetails) -> None:
        """Show the messages of a candidacy."""
        self._details = details
        if (details.messages, details.asked) == self._shown:
            return
        self._shown = details.messages, details.asked
        clear(self._column)
        for placed in details.messages:
            self._column.addWidget(self._card(placed, details))
        if not details.messages:
            self._column.addWidget(label(tr("No message of the mailbox belongs to this candidacy."), "muted"))
        self._column.addStretch(1)

    def _card(self, placed: Placed, details: CandidacyDetails) -> QWidget:
        card = Panel()
        view = MessageView(self._language)
        view.file_wanted.connect(self.file_wanted)
        view.original_wanted.connect(self._save)
        view.copy_wanted.connect(self._copies.ask)
        view.arrival_wanted.connect(self._establish)
        asked = details.asked.get(placed.mail.sha256)
        view.show_placed(placed, Beside(deadline=details.call.deadline, asked=asked))
        card.body.addWidget(view)
        return card

    def show_line(self, line: str) -> None:
        """Bring the message that says this into view, with the line marked."""
        for shown in self.findChildren(QLabel):
            at = shown.text().find(line)
            if at >= 0 and line:
                shown.setSelection(at, len(line))
                bring_into_view(shown)
                return

    def establish(self, mail: str) -> None:
        """Ask when this message (its SHA-256) arrived; a candidacy that came in otherwise has none."""
        for placed in self._details.messages if self._details is not None else ():
            if placed.mail.sha256 == mail:
                self._establish(placed)

    def _establish(self, placed: Placed) -> None:
        if self._details is not None:
            home = self._details.candidacy
            self._establishing.ask(ReviewRow(placed, home, ""), self._details.call.deadline)

    def _save(self, placed: Placed) -> None:
        self._saver.save(placed.mail.sha256, original_name(placed))


def original_name(placed: Placed) -> str:
    """A name for the original of a message: ``K01-bericht-17.eml`` would need a number, its hash has one."""
    suffix = PurePosixPath(placed.mail.source).suffix.lower()
    return f"{placed.mail.sha256[:12]}{suffix if suffix in _OUTLOOK else '.eml'}"
