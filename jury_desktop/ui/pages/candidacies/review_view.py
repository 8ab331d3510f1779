"""The review of an import: go through the messages, agree or decide otherwise, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.mail import Attachment
from jury_desktop.services.copy_request import draft_copy_request, keep_copy_request
from jury_desktop.services.places import change_place, confirm_places
from jury_desktop.services.proof import state_arrival
from jury_desktop.services.review import Review, ReviewRow, care
from jury_desktop.services.take_back import take_back_import
from jury_desktop.services.unreadable import export_unreadable
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, only_for, stopped
from jury_desktop.ui.dialogs.file_dialog import FileDialog
from jury_desktop.ui.dialogs.place_dialog import NewPlace
from jury_desktop.ui.pages.candidacies.copy_asking import CopyAsking
from jury_desktop.ui.pages.candidacies.establishing import Establishing
from jury_desktop.ui.pages.candidacies.message_view import Beside, MessageView
from jury_desktop.ui.pages.candidacies.messages_tab import original_name
from jury_desktop.ui.pages.candidacies.naming_servers import NamingServers
from jury_desktop.ui.pages.candidacies.review_asking import Asking, comparable
from jury_desktop.ui.pages.candidacies.review_filter import ReviewFilter
from jury_desktop.ui.pages.candidacies.review_table import KINDS, ReviewTable, heading, key
from jury_desktop.ui.pages.candidacies.review_verbs import ReviewVerbs, quick_place
from jury_desktop.ui.pages.candidacies.saving import Saver
from jury_desktop.ui.pages.candidacies.servers_bar import ServersBar
from jury_desktop.ui.pages.candidacies.words import belongs, kinds, told
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, label, row
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.form import scroll

tr = area("candidacies")

FIRST = "first"
"""Stands for the first message that waits, where one is to be chosen."""


class ReviewView(QWidget):
    """The whole review.

    :ivar finished: every place has been confirmed just now.
    """

    finished = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.review: Review | None = None
        self.table = ReviewTable(shell.language)
        self.filter = ReviewFilter()
        self.account = label("", "muted", wrap=True, select=True)
        unreadable = button(tr("Save unreadable messages…"), icon="file-down", part="link")
        self.unreadable = only_for(unreadable, export_unreadable)
        take_back = button(tr("Take the last import back…"), icon="undo-2", part="link")
        self.take_back = only_for(take_back, take_back_import)
        self.servers = ServersBar()
        self.message = MessageView(shell.language, reviews=True)
        self.verbs = ReviewVerbs(shell, self)
        self.asking = Asking(shell, self.verbs, self)
        self.copies = CopyAsking(shell, self)
        self.establishing = Establishing(shell, self)
        self.naming = NamingServers(shell, self)
        self.compare = button(tr("Compare (V)…"), self.compare_current, part="link")
        self.reason = button(tr("With a reason (P)…"), self.place_with_reason, part="link")
        self.kind_buttons: dict[EntryKind, QPushButton] = {}
        self.confirm = button(tr("Confirm · next"), self.confirm_current, part="primary")
        self._saver = Saver(shell, self)
        self._wanted = FIRST
        """The message to choose once it has been read: a SHA-256, the first that waits, or the same ("")."""
        self._agreed: set[str] = set()
        """Messages confirmed since the dossier was read last: a quick hand is ahead of the reading."""
        self._fill()
        self._connect()

    # building

    def _fill(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(0, 6)
        split.setStretchFactor(1, 5)
        split.setSizes([720, 450])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(split)

    def _left(self) -> QWidget:
        panel = Panel(margins=(12, 12, 12, 12))
        keys = label(tr("↑↓ choose · Enter confirms · 1–4 what it is"), "small")
        panel.body.setSpacing(8)
        panel.body.addWidget(self.servers)
        panel.body.addLayout(row(self.filter, None, keys))
        panel.body.addWidget(self.table, 1)
        panel.body.addWidget(self.account)
        panel.body.addWidget(flow(self.unreadable, self.take_back))
        panel.setMinimumWidth(22 * theme.metrics().base)
        return panel

    def _right(self) -> QWidget:
        panel = Panel()
        for at, kind in enumerate(KINDS, start=1):
            made = button(f"{at}  {kinds()[kind]}", self._kind_clicked)
            made.setObjectName(kind.value)
            self.kind_buttons[kind] = made
        holder = QWidget()
        inner = row(self.message)
        inner.setContentsMargins(0, 0, 10, 0)
        holder.setLayout(inner)
        panel.body.addWidget(scroll(holder, tr("Message")), 1)
        panel.body.addLayout(row(label(tr("Or it is:"), "small"), None, self.compare, self.reason))
        panel.body.addWidget(flow(*self.kind_buttons.values()))
        panel.body.addLayout(row(None, self.confirm))
        panel.setMinimumWidth(34 * theme.metrics().base)
        return panel

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_row)
        self.table.opened.connect(self._confirm_row)
        self.table.kind_wanted.connect(self.place)
        self.table.reason_wanted.connect(self.place_with_reason)
        self.table.comparison_wanted.connect(self.compare_current)
        self.table.copy_wanted.connect(self.ask_copy)
        self.servers.agreed.connect(self.naming.name)
        self.servers.change_wanted.connect(self.naming.ask)
        self.verbs.confirmed.connect(self._confirmed)
        self.verbs.undone.connect(self.go_back_to)
        self.asking.placed.connect(self._place_row)
        self.filter.currentIndexChanged.connect(self._filter)
        self.message.file_wanted.connect(self._show_file)
        self.message.original_wanted.connect(self._save_original)
        self.message.arrival_wanted.connect(self.establish_current)
        self.message.copy_wanted.connect(self.copies.ask)

    # showing

    def show_review(self, review: Review) -> None:
        """Show the messages; the same message stays chosen."""
        self.review = review
        self._agreed.clear()
        self.table.rows.set_rows(review.rows)
        self.account.setText(told(review.account))
        self.servers.show_servers(review.servers)
        self.unreadable.setVisible(review.account.unreadable > 0)
        self._choose_wanted()
        self._show_row(self.table.current())

    def begin(self) -> None:
        """Go to the first message that waits, as soon as it has been read."""
        self._wanted = FIRST

    def go_back_to(self, mail: str) -> None:
        """Choose the message of which a step was undone; one that the filter hides comes with the reading."""
        if not self.table.choose(mail):
            self._wanted = mail

    def _choose_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        rows = self.table.rows.rows
        if wanted == FIRST or (not self.table.choose(wanted) and self.table.current() is None):
            first = next(filter(self._waits, rows), rows[0] if rows else None)
            if first is not None:
                self.table.choose(key(first))

    def open_count(self) -> int:
        """How many places nobody has confirmed yet."""
        return self.review.account.unconfirmed if self.review else 0

    def _filter(self) -> None:
        self.table.rows.set_filter(self.filter.keeper())

    def _show_row(self, shown: ReviewRow | None) -> None:
        for made in (*self.kind_buttons.values(), self.reason):
            made.setEnabled(shown is not None)
        self.compare.setEnabled(shown is not None and bool(comparable(shown)))
        self.confirm.setEnabled(shown is not None and not shown.placed.confirmed)
        if shown is not None:
            deadline = self.review.call.deadline if self.review is not None else None
            guessed = self.review is not None and self.review.servers.to_confirm
            beside = Beside(belongs(shown), deadline, shown.asked, guessed)
            self.message.show_placed(shown.placed, beside)

    def _show_file(self, file: Attachment) -> None:
        FileDialog(self._shell, file, self).open()

    def _save_original(self, _placed: object) -> None:
        if (chosen := self.table.current()) is not None:
            self._saver.save(key(chosen), original_name(chosen.placed))

    # confirming

    @asks(confirm_places)
    def confirm_current(self) -> None:
        """Agree with the place of the message on show, and go to the next one that waits."""
        self._confirm_row(self.table.current())

    def _confirm_row(self, chosen: ReviewRow | None) -> None:
        if chosen is None or stopped(self, confirm_places):
            return
        self._next(chosen)
        if self._waits(chosen):
            text = tr("Confirm the place of {message}").format(message=heading(chosen))
            self._confirm(text, (key(chosen),))

    @asks(confirm_places)
    def confirm_all(self) -> None:
        """Agree with every place, after a question while some are doubtful."""
        if self.review is None or not self.open_count():
            return
        doubtful = sum(not r.placed.confirmed and care(r.placed) == 0 for r in self.review.rows)
        if not doubtful:
            self._confirm_rest()
            return
        text = tr("%n messages that ask for care have not been confirmed one by one.", "", doubtful)
        choices = (Choice("all", tr("Confirm everything"), primary=True),)
        self._shell.ask(Question(tr("Confirm everything?"), text, choices), self._answered)

    def _answered(self, _answer: Answer) -> None:
        self._confirm_rest()

    def _confirm_rest(self) -> None:
        rows = self.review.rows if self.review else ()
        waiting = tuple(key(found) for found in rows if self._waits(found))
        self._confirm(tr("Confirm the place of %n messages", "", len(waiting)), waiting)

    def _confirm(self, text: str, mails: tuple[str, ...]) -> None:
        self._agreed.update(mails)
        self.verbs.confirm(text, mails)

    def _confirmed(self, mails: tuple[str, ...]) -> None:
        rows = self.review.rows if self.review else ()
        if mails and not any(map(self._waits, rows)):
            self._shell.notify(Notice(tr("Every message has its place, confirmed by you."), Tone.GOOD))
            self.finished.emit()

    def _next(self, chosen: ReviewRow) -> None:
        rows = self.table.rows.rows
        at = self.table.rows.row_of(key(chosen))
        for found in (*rows[at + 1 :], *rows[:at]):
            if self._waits(found):
                self.table.choose(key(found))
                return

    def _waits(self, row: ReviewRow) -> bool:
        return not row.placed.confirmed and key(row) not in self._agreed

    # placing differently

    @asks(change_place)
    def _kind_clicked(self) -> None:
        if (sender := self.sender()) is not None:
            self.place(EntryKind(sender.objectName()))

    def place(self, kind: EntryKind) -> None:
        """Say what the message on show is, and go on; what only a person can know is asked."""
        chosen = self.table.current()
        if chosen is None or stopped(self, change_place):
            return
        if kind is chosen.placed.kind:
            self.confirm_current()
        elif (wanted := quick_place(chosen, kind)) is None and self.review is not None:
            self.asking.place(chosen, self.review, kind)
        elif wanted is not None:
            self._place_row(chosen, wanted)

    @asks(change_place)
    def place_with_reason(self) -> None:
        """Ask for another place of the message on show, with the reason."""
        chosen = self.table.current()
        if chosen is not None and self.review is not None and not stopped(self, change_place):
            self.asking.place(chosen, self.review, chosen.placed.kind)

    def _place_row(self, row: ReviewRow, wanted: NewPlace) -> None:
        self._agreed.add(key(row))
        self._next(row)
        self.verbs.place(row, wanted)
        self.table.setFocus()

    # looking closer

    def compare_current(self) -> None:
        """Show what differs between the message on show and what it may repeat or replace."""
        if (chosen := self.table.current()) is not None:
            self.asking.compare(chosen)

    @asks(draft_copy_request, keep_copy_request)
    def ask_copy(self) -> None:
        """Draft a mail that asks the sender of the message on show for one that can be read."""
        if (chosen := self.table.current()) is not None and not stopped(self, keep_copy_request):
            self.copies.ask(chosen.placed)

    @asks(state_arrival)
    def establish_current(self) -> None:
        """Ask when the message on show arrived."""
        if (chosen := self.table.current()) is not None and self.review is not None:
            self.establishing.ask(chosen, self.review.call.deadline)
