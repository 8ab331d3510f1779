"""One message with all that proves when it arrived, what it carries and what it says."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.arrival import Verdict, grounds
from jury_desktop.domain.entry import BRINGS, Confidence, Placed
from jury_desktop.domain.mail import Address, Arrival, Attachment, Evidence, Mail, UnreadableMail
from jury_desktop.ui.pages.candidacies.words import (
    confidence_pill,
    evidence_names,
    kind_pill,
    pill,
    verdict_pill,
)
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, clear, label, row, rule, stack
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.marks import Chip
from jury_desktop.wording import moment, render

tr = area("candidacies")

UNSURE = frozenset({Verdict.BORDERLINE, Verdict.UNKNOWN})
"""The verdicts that leave it to the regisseur when a message arrived."""
LONGEST = 12_000
"""Characters of a body that are shown; the whole is in the original."""


class MessageView(QWidget):
    """Shows a :class:`~jury_desktop.domain.entry.Placed`.

    :ivar file_wanted: the user wants to see this attachment.
    :ivar original_wanted: the user wants the original bytes; carries the message.
    :ivar arrival_wanted: the user wants to establish when it arrived; carries the message.
    """

    file_wanted = Signal(object)
    original_wanted = Signal(object)
    arrival_wanted = Signal(object)

    def __init__(self, language: str, *, establishes: bool = False) -> None:
        super().__init__()
        self._establishes = establishes
        self._deadline: datetime | None = None
        self._language = language
        self._placed: Placed | None = None
        self._files: dict[str, Attachment] = {}
        self._belongs = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_placed(self, placed: Placed, belongs: str = "", deadline: datetime | None = None) -> None:
        """Show another message; ``belongs`` says what it belongs to, ``deadline`` what it had to make."""
        if (placed, belongs, deadline) == (self._placed, self._belongs, self._deadline):
            return
        self._placed, self._belongs, self._deadline = placed, belongs, deadline
        clear(self._column)
        self._files = {}
        if isinstance(placed.mail, Mail):
            self._fill_mail(placed, placed.mail)
        else:
            self._fill_unreadable(placed, placed.mail)
        self._column.addStretch(1)

    # what is in it

    def _fill_mail(self, placed: Placed, mail: Mail) -> None:
        self._column.addWidget(label(mail.subject or tr("(no subject)"), "large", wrap=True, select=True))
        self._column.addWidget(label(sender(mail.sender), "muted", wrap=True, select=True))
        self._column.addWidget(self._place(placed))
        for note in mail.notes:
            self._column.addWidget(label(render(note, self._language), "note", wrap=True))
        self._column.addWidget(rule())
        self._column.addWidget(self._arrival(placed, mail.arrival))
        self._fill_files(mail)
        self._column.addWidget(rule())
        self._fill_text(mail)

    def _fill_unreadable(self, placed: Placed, mail: UnreadableMail) -> None:
        self._column.addWidget(label(mail.source, "large", wrap=True, select=True))
        self._column.addWidget(self._place(placed))
        if mail.whole:
            kept = tr("The message has been kept as it came in.")
            self._column.addWidget(label(kept, "muted", wrap=True))
        self._column.addLayout(row(self._original(mail.whole), None))

    def _place(self, placed: Placed) -> QWidget:
        pills = [pill(kind_pill(placed.kind))]
        if not placed.confirmed and placed.entry.confidence is not Confidence.CERTAIN:
            pills.append(pill(confidence_pill(placed.entry.confidence)))
        words = label(self._belongs, "muted") if self._belongs else None
        holder = QWidget()
        reason = label(render(placed.entry.reason, self._language), wrap=True, select=True)
        line = row(*pills, *([words] if words else []), None)
        holder.setLayout(stack(line, reason, spacing=6))
        return holder

    def _arrival(self, placed: Placed, arrival: Arrival) -> QWidget:
        said = both_clocks(arrival.at, self._language) if arrival.at else tr("No proof of arrival")
        head: list[QWidget] = [label(tr("Arrival"), "strong"), label(said, select=True)]
        if placed.kind in BRINGS or arrival.at is not None:
            head.append(pill(verdict_pill(placed.entry.verdict)))
        holder = QWidget()
        column = stack(row(*head, None, spacing=10), spacing=6)
        if self._deadline is not None and (placed.kind in BRINGS or arrival.at is not None):
            rule_ = render(grounds(arrival, self._deadline), self._language)
            column.addWidget(label(rule_, wrap=True, select=True))
        if arrival.decisive is not None:
            proof = tr("Proof: {kind}").format(kind=evidence_names()[arrival.decisive.kind])
            column.addWidget(label(proof, "muted", wrap=True, select=True))
            column.addWidget(raw_line(arrival.decisive.raw))
        others = [found for found in arrival.evidence if found != arrival.decisive]
        if others:
            column.addWidget(Traces(others, self._language))
        if arrival.evidence:
            column.addWidget(label(tr("A file shows consistency, not authenticity."), "small", wrap=True))
        if self._establishes and placed.entry.verdict in UNSURE and placed.kind in BRINGS:
            establish = button(tr("Establish the arrival…"), self._wants_arrival, part="link")
            column.addLayout(row(establish, None))
        holder.setLayout(column)
        return holder

    def _fill_files(self, mail: Mail) -> None:
        self._files = {file.sha256: file for file in mail.attachments}
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
        where = label(tr("Place in the export: {source}").format(source=mail.source), "small", wrap=True)
        self._column.addLayout(row(where, None, self._original()))

    def _original(self, whole: bool = True) -> QWidget:
        text = tr("Save the original…") if whole else tr("Save the first megabyte…")
        return button(text, self._wants_original, icon="download", part="link")

    # what the user does

    def _file_clicked(self) -> None:
        if (sender_ := self.sender()) is not None:
            self.file_wanted.emit(self._files[sender_.objectName()])

    def _wants_arrival(self) -> None:
        self.arrival_wanted.emit(self._placed)

    def _wants_original(self) -> None:
        self.original_wanted.emit(self._placed)


class Traces(QWidget):
    """The other traces of a message's way, folded up: they are shown, but decide nothing."""

    def __init__(self, traces: list[Evidence], language: str) -> None:
        super().__init__()
        self._body = QWidget()
        lines = [part for trace in traces for part in (self._name(trace, language), raw_line(trace.raw))]
        self._body.setLayout(stack(*lines, spacing=4))
        self._body.hide()
        self.toggle = button(
            tr("%n other traces; these do not decide", "", len(traces)), self._toggle, part="link"
        )
        self.toggle.setCheckable(True)
        self.setLayout(stack(row(self.toggle, None), self._body, spacing=4))

    def _name(self, trace: Evidence, language: str) -> QWidget:
        at = both_clocks(trace.at, language) if trace.at else tr("no moment with a known time zone")
        return label(f"{evidence_names()[trace.kind]}: {at}", wrap=True)

    def _toggle(self) -> None:
        self._body.setVisible(self.toggle.isChecked())


def both_clocks(at: datetime, language: str) -> str:
    """ "2 juni 2023 23:58:10 (21:58:10 UTC)": by the clock of Brussels, with the clock all servers share."""
    return f"{moment(at, language)} ({at.astimezone(UTC):%H:%M:%S} UTC)"


def raw_line(text: str) -> QWidget:
    """Raw text of a header, as it stood in the message."""
    return label(" ".join(text.split()), "small", wrap=True, select=True)


def sender(address: Address) -> str:
    """ "An Peeters <an@anker.example>"."""
    if not address.email:
        return address.name or tr("(no sender)")
    return f"{address.name} <{address.email}>" if address.name else address.email
