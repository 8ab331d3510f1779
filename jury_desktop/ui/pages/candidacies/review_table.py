"""The messages of a review as a table: what each is, from whom, why, when, and how sure that is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.entry import BRINGS, EntryKind
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.services.review import ReviewRow, care
from jury_desktop.ui import theme
from jury_desktop.ui.digits import digit
from jury_desktop.ui.pages.candidacies.message_view import sender
from jury_desktop.ui.pages.candidacies.words import (
    confidence_pill,
    kind_pill,
    kinds,
    short_moment,
    verdict_pill,
)
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.ui.widgets.two_lines import TwoLines, TwoLinesCell, two_line_row
from jury_desktop.wording import render

tr = area("candidacies")

ARRIVED, ARRIVED_FROM = 2, 43
"""The column with the arrival, and the width, in heights of the text, from which there is room for it."""
KINDS = (EntryKind.CANDIDACY, EntryKind.REVISION, EntryKind.DUPLICATE, EntryKind.OTHER)
"""The kinds a person can give a message, in the order of the keys 1, 2, 3, 4."""


class ReviewTable(Table[ReviewRow]):
    """The table itself.

    :ivar kind_wanted: a digit was pressed; carries the :class:`EntryKind` it stands for.
    :ivar reason_wanted: P was pressed: the user wants to place the message with a reason.
    :ivar comparison_wanted: V was pressed: the user wants to see what differs.
    :ivar copy_wanted: A was pressed: the user wants to ask for a message that can be read.
    """

    kind_wanted = Signal(object)
    reason_wanted = Signal()
    comparison_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(
            RowsModel(columns(language), key), tr("Messages"), tr("No message is left to look at.")
        )
        self.verticalHeader().setDefaultSectionSize(two_line_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(ARRIVED, self.width() < ARRIVED_FROM * theme.metrics().base)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = digit(event)
        if pressed is not None and 1 <= pressed <= len(KINDS):
            self.kind_wanted.emit(KINDS[pressed - 1])
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self.reason_wanted.emit()
        elif event.key() == Qt.Key.Key_V and not event.modifiers():
            self.comparison_wanted.emit()
        elif event.key() == Qt.Key.Key_A and not event.modifiers():
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


def key(row: ReviewRow) -> str:
    """What tells a message from another."""
    return row.placed.mail.sha256


def columns(language: str) -> tuple[Column[ReviewRow], ...]:
    """Kind, message with its sender and the reason, arrival, how sure and confirmed."""

    def reason(row: ReviewRow) -> str:
        return render(row.placed.entry.reason, language)

    def lines(row: ReviewRow) -> TwoLines:
        """The subject has the whole first line: by that messages of one sender are told apart."""
        mail = row.placed.mail
        if not mail.subject:
            return TwoLines(heading(row), reason(row))
        first = f"{row.home.reference} · {mail.subject}" if row.home else mail.subject
        return TwoLines(first, f"{_name(row)} · {reason(row)}")

    def spoken(row: ReviewRow) -> str:
        return f"{heading(row)}. {reason(row)}"

    return (
        Column(
            tr("Kind"),
            lambda row: kinds()[row.placed.kind],
            mark=lambda row: kind_pill(row.placed.kind),
            delegate=PillCell,
            width=122,
        ),
        Column(
            tr("Message and reason"), heading, mark=lines, delegate=TwoLinesCell, spoken=spoken, tip=spoken
        ),
        Column(
            tr("Arrived"),
            lambda row: short_moment(arrived(row)),
            Look.FIGURES,
            order=lambda row: (arrived(row) is None, str(arrived(row))),
            width=104,
        ),
        Column(
            tr("Certainty"),
            lambda row: sure(row).text,
            order=order,
            mark=sure,
            delegate=PillCell,
            spoken=spoken_sure,
            width=116,
        ),
    )


def heading(row: ReviewRow) -> str:
    """ "K-02 · Huis van Morgen – Kandidatuur": the candidacy, the sender and the subject; of an unreadable
    message of which neither is known, its place in the export."""
    mail = row.placed.mail
    name = _name(row)
    text = f"{name} – {mail.subject}" if mail.subject else name
    if isinstance(mail, UnreadableMail) and not (mail.sender.email or mail.subject):
        text = mail.source
    return f"{row.home.reference} · {text}" if row.home else text


def _name(row: ReviewRow) -> str:
    return row.placed.mail.sender.name or sender(row.placed.mail.sender)


def arrived(row: ReviewRow) -> datetime | None:
    """When it arrived, or None."""
    return row.placed.mail.arrival.at


def sure(row: ReviewRow) -> Pill:
    """How sure the place is: confirmed by the regisseur, or as sure as the program is. Confirming a place
    proves no arrival, so that a verdict other than "in time" stays in sight."""
    placed = row.placed
    unclear = placed.kind in BRINGS and placed.entry.verdict is not Verdict.IN_TIME
    if placed.confirmed:
        return confirmed(verdict_pill(placed.entry.verdict)) if unclear else Pill(tr("Confirmed"), Tone.GOOD)
    if placed.kind is EntryKind.UNREADABLE:
        return Pill(tr("Look at it"), Tone.WARN)
    if unclear and care(placed) == 1:
        return verdict_pill(placed.entry.verdict)
    return confidence_pill(placed.entry.confidence)


def confirmed(verdict: Pill) -> Pill:
    """The verdict on an arrival of which the place was confirmed."""
    return Pill(f"✓ {verdict.text}", verdict.tone)


def spoken_sure(row: ReviewRow) -> str:
    """How sure, for a screen reader: a tick is a word."""
    return sure(row).text.replace("✓ ", tr("Confirmed") + ", ")


def order(row: ReviewRow) -> tuple[bool, int]:
    """What asks for care first, what was confirmed last."""
    return row.placed.confirmed, care(row.placed)
