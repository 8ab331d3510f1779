"""One message with all that proves when it arrived, what it carries and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.entry import Confidence, EntryKind, Placed
from jury_desktop.domain.mail import Address, Attachment, Mail, UnreadableMail
from jury_desktop.services.copy_request import draft_copy_request, keep_copy_request
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.candidacies.arrival_view import ArrivalView
from jury_desktop.ui.pages.candidacies.words import confidence_pill, kind_pill, pill
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, clear, label, row, rule, stack
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.marks import Chip
from jury_desktop.wording import day, render

tr = area("candidacies")

LONGEST = 12_000
"""Characters of a body that are shown; the whole is in the original."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside a message itself.

    :param belongs: what it belongs to, in words.
    :param deadline: what it had to make.
    :param asked: the day by which its sender was asked for one that can be read.
    :param guessed: whether nobody has confirmed the servers that prove its arrival.
    """

    belongs: str = ""
    deadline: datetime | None = None
    asked: date | None = None
    guessed: bool = False


NOTHING_BESIDE = Beside()


class MessageView(QWidget):
    """Shows a :class:`~jury_desktop.domain.entry.Placed`.

    :ivar file_wanted: the user wants to see this attachment.
    :ivar original_wanted: the user wants the original bytes; carries the message.
    :ivar arrival_wanted: the user wants to establish when it arrived; carries the message.
    :ivar copy_wanted: the user wants to ask the sender for a message that can be read; carries the message.
    """

    file_wanted = Signal(object)
    original_wanted = Signal(object)
    arrival_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, language: str, *, reviews: bool = False) -> None:
        """:param reviews: whether this stands in the review, where its place can be chosen by keys."""
        super().__init__()
        self._reviews = reviews
        self._language = language
        self._placed: Placed | None = None
        self._files: dict[str, Attachment] = {}
        self._beside = NOTHING_BESIDE
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_placed(self, placed: Placed, beside: Beside = NOTHING_BESIDE) -> None:
        """Show another message, with what is known beside it."""
        if (placed, beside) == (self._placed, self._beside):
            return
        self._placed, self._beside = placed, beside
        clear(self._column)
        self._files = {}
        if isinstance(placed.mail, Mail):
            self._fill_mail(placed, placed.mail)
        else:
            self._fill_unreadable(placed, placed.mail)
        self._column.addStretch(1)

    # what is in it

    def _fill_mail(self, placed: Placed, mail: Mail) -> None:
        self._fill_head(mail.subject or tr("(no subject)"), sender(mail.sender), placed)
        for note in mail.notes:
            self._column.addWidget(label(render(note, self._language), "note", wrap=True))
        self._column.addWidget(rule())
        self._column.addWidget(self._arrival(placed))
        self._fill_files(mail)
        self._column.addWidget(rule())
        self._fill_text(mail)

    def _fill_unreadable(self, placed: Placed, mail: UnreadableMail) -> None:
        """What its headers say, why the rest cannot be read, and what a person can do about it."""
        self._fill_head(mail.subject or mail.source, sender(mail.sender), placed)
        if placed.kind is not EntryKind.UNREADABLE:
            self._column.addWidget(label(render(mail.reason, self._language), "note", wrap=True))
        self._column.addWidget(rule())
        self._column.addWidget(self._arrival(placed))
        self._column.addWidget(rule())
        self._fill_advice(mail)
        if mail.whole:
            kept = tr("The message has been kept as it came in.")
            self._column.addWidget(label(kept, "muted", wrap=True))
        self._fill_source(mail, mail.whole)

    def _fill_head(self, title: str, from_: str, placed: Placed) -> None:
        self._column.addWidget(label(title, "large", wrap=True, select=True))
        self._column.addWidget(label(from_, "muted", wrap=True, select=True))
        self._column.addWidget(self._place(placed))

    def _fill_advice(self, mail: UnreadableMail) -> None:
        self._column.addWidget(label(tr("What you can do"), "strong"))
        if mail.sender.email:
            self._fill_asking()
        else:
            nobody = tr(
                "It does not say who sent it. If it is mail, look in the mailbox itself or ask whoever runs "
                "the mail server."
            )
            self._column.addWidget(label(nobody, wrap=True))
        if self._reviews:
            place = tr(
                "Do you know already what it is? Say so with 1 to 4. A candidacy starts with what stands "
                "above; the rest you type under Particulars, and what the sender sends again is proposed as "
                "its version."
            )
            self._column.addWidget(label(place, wrap=True))

    def _fill_asking(self) -> None:
        """The button first: on a small screen what stands below has to be scrolled to."""
        text = tr("Ask for a copy (A)…") if self._reviews else tr("Ask for a copy…")
        self._column.addLayout(row(button(text, self._wants_copy, icon="mail"), None))
        if (asked := self._beside.asked) is not None:
            said = tr("The sender was asked to answer by {day}.").format(day=day(asked, self._language))
            self._column.addWidget(label(said, "note", wrap=True))
        ask = tr("Ask the sender for a message that can be read: the program drafts the mail.")
        self._column.addWidget(label(ask, wrap=True))

    def _arrival(self, placed: Placed) -> QWidget:
        view = ArrivalView(
            placed,
            self._beside.deadline,
            self._language,
            guessed=self._beside.guessed,
        )
        view.establish_wanted.connect(self._wants_arrival)
        return view

    def _place(self, placed: Placed) -> QWidget:
        pills = [pill(kind_pill(placed.kind))]
        if not placed.confirmed and placed.entry.confidence is not Confidence.CERTAIN:
            pills.append(pill(confidence_pill(placed.entry.confidence)))
        words = label(self._beside.belongs, "muted") if self._beside.belongs else None
        holder = QWidget()
        reason = label(render(placed.entry.reason, self._language), wrap=True, select=True)
        line = row(*pills, *([words] if words else []), None)
        holder.setLayout(stack(line, reason, spacing=6))
        return holder

    def _fill_files(self, mail: Mail) -> None:
        self._files = {str(at): file for at, file in enumerate(mail.attachments)}
        if not self._files:
            return
        chips = []
        for key, file in self._files.items():
            chip = Chip(file.name, tip=render(file.problem, self._language) if file.problem else file.name)
            chip.setCheckable(False)
            chip.setObjectName(key)
            chip.setAccessibleName(tr("Attachment {name}").format(name=file.name))
            chip.clicked.connect(self._file_clicked)
            chips.append(chip)
        self._column.addWidget(flow(*chips))

    def _fill_text(self, mail: Mail) -> None:
        body = mail.text.strip()
        shown = f"{body[:LONGEST]} […]" if len(body) > LONGEST else body
        self._column.addWidget(
            label(shown or tr("(no text)"), "" if shown else "muted", wrap=True, select=True)
        )
        self._fill_source(mail)

    def _fill_source(self, mail: Mail | UnreadableMail, whole: bool = True) -> None:
        where = label(tr("Place in the export: {source}").format(source=mail.source), "small", wrap=True)
        self._column.addLayout(row(where, None, self._original(whole)))

    def _original(self, whole: bool) -> QWidget:
        text = tr("Save the original…") if whole else tr("Save the first megabyte…")
        return button(text, self._wants_original, icon="download", part="link")

    # what the user does

    def _file_clicked(self) -> None:
        if (sender_ := self.sender()) is not None:
            self.file_wanted.emit(self._files[sender_.objectName()])

    def _wants_arrival(self) -> None:
        self.arrival_wanted.emit(self._placed)

    @asks(draft_copy_request, keep_copy_request)
    def _wants_copy(self) -> None:
        self.copy_wanted.emit(self._placed)

    def _wants_original(self) -> None:
        self.original_wanted.emit(self._placed)


def sender(address: Address) -> str:
    """ "An Peeters <an@anker.example>"."""
    if not address.email:
        return address.name or tr("(no sender)")
    return f"{address.name} <{address.email}>" if address.name else address.email
