"""The dialog in which a rebuttal is noted, whether a message brought it or it came by post or by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, Counts
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rebuttal import Entitled, Point, Rebuttal
from jury_desktop.domain.rebuttal_match import Sign
from jury_desktop.domain.term import Channel
from jury_desktop.services.rebuttal_mail import Reply
from jury_desktop.services.rebuttal_register import Arrived
from jury_desktop.services.rebuttals import TermRow
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.pages.letters.words import channel_name, type_name
from jury_desktop.ui.pages.rebuttal.answer_form import choice_box
from jury_desktop.ui.pages.rebuttal.mail_side import MailSide
from jury_desktop.ui.pages.rebuttal.point_field import PointField
from jury_desktop.ui.pages.rebuttal.words import entitled_names, match_reasons
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit, scroll
from jury_desktop.ui.widgets.moments import day_of, moment_edit, moment_of, to_qt
from jury_desktop.ui.widgets.typed_over import TypedOver, take_all

tr = area("rebuttal")

Noted = Callable[[str, Arrived, tuple[Point, ...]], object]
"""Gets the id of the letter that is answered, how the rebuttal came, and its arguments."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be registered.

    :param rows: the decisions that can be answered; ``chosen`` is the letter of the one proposed, or "".
    :param reply: the message that brought it, if one did; ``before`` the registration that is corrected.
    """

    rows: Sequence[TermRow]
    chosen: str
    now: datetime
    language: str
    reply: Reply | None = None
    before: Rebuttal | None = None


class RegisterDialog(QDialog):
    """From whom, when and how it came in, and its arguments; ``noted`` is called when the user keeps it."""

    def __init__(self, asked: Asked, noted: Noted, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked, self._noted = asked, noted
        self.setWindowTitle(tr("Correct registration") if asked.before else tr("Register rebuttal"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._make_fields()
        self.points: list[PointField] = []
        self._fields = QVBoxLayout()
        self._fields.setSpacing(14)
        self.keep = button(tr("Keep rebuttal"), self._accept, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self._accept)
        self._build()
        self._show_row()
        self.points[0].text.setFocus()
        self._first = self._typed()

    def _make_fields(self) -> None:
        asked = self._asked
        before, moment = asked.before, _first_moment(asked)
        names = {row.letter.id: _name(row, asked.rows) for row in asked.rows}
        self.letter = choice_box(tr("From"), {"": tr("choose a candidate"), **names})
        self.letter.setCurrentIndex(max(0, self.letter.findData(asked.chosen)))
        self.letter.setEnabled(before is None)
        self.letter.currentIndexChanged.connect(self._show_row)
        self._exact = moment
        self.received = moment_edit(moment, max(moment, asked.now))
        channel = Channel.EMAIL if asked.reply else Channel.HAND
        channel = Channel(before.channel) if before else channel
        self.channel = choice_box(tr("How"), {each: channel_name(each) for each in Channel})
        self.channel.setCurrentIndex(self.channel.findData(channel.value))
        self.sent = moment_edit(before.sent_at if before and before.sent_at else moment, asked.now)
        self.who = line_edit(_who(asked), suggestion=tr("Name and function"))
        self.entitled = choice_box(tr("May hand it in"), entitled_names())
        known = before.entitled if before else Entitled.TO_CHECK  # no message proves who wrote it
        self.entitled.setCurrentIndex(self.entitled.findData(known.value))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        self._from = Field(tr("From"), self.letter)
        self._sent = Field(tr("Sent on (postmark)"), self.sent)
        self._received = Field(tr("Received on"), self.received)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self._from)
        right.addLayout(_pair(self._received, Field(tr("How"), self.channel)))
        right.addWidget(self._sent)
        self._may = Field(tr("May hand it in"), self.entitled)
        right.addLayout(_pair(Field(tr("Handed in by"), self.who), self._may))
        right.addWidget(scroll(self._arguments(), tr("Arguments")), 1)
        more = button(tr("Another argument"), self._add_point, icon="plus", part="link")
        right.addLayout(row(more, None))
        column.addLayout(self._beside_mail(right), 1)
        column.addLayout(row(None, button(tr("Cancel"), self.reject), self.keep))
        base = theme.metrics().base
        self.resize(base * (72 if self._asked.reply else 44), base * 50)

    def _arguments(self) -> QWidget:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addLayout(self._fields)
        inner.addStretch(1)
        for point in self._asked.before.points if self._asked.before else (None,):
            self._add(point)
        return holder

    def _beside_mail(self, form: QVBoxLayout) -> QHBoxLayout:
        both = QHBoxLayout()
        both.setSpacing(24)
        self.mail = MailSide(self._asked.reply, self._asked.language) if self._asked.reply else None
        if self.mail is not None:
            self.mail.taken.connect(self._take)
            both.addWidget(self.mail, 5)
        both.addLayout(form, 6)
        return both

    def _show_row(self) -> None:
        """What the letter that was chosen asks: its criteria, and a postmark where the call counts that."""
        found = self._row()
        self._sent.setVisible(self._by_post())
        self._from.show_hint(self._why(found))
        self._may.show_hint(self._whose_address(found))
        for field in self.points:
            field.offer(found.items if found else ())

    def _why(self, found: TermRow | None) -> str:
        """What connects the message with the candidate, so that a wrong choice shows."""
        reply = self._asked.reply
        if reply is None:
            return ""
        if found is not None:
            return match_reasons(reply.match, found.candidacy.id)
        names = {row.candidacy.id: row.candidacy.reference for row in self._asked.rows}
        told = [f"{names[k]}: {match_reasons(reply.match, k)}" for k in reply.match.candidates if k in names]
        return " · ".join(told) or tr("Nothing in the message says which candidate it is from.")

    def _whose_address(self, found: TermRow | None) -> str:
        """What the sender tells of who may speak: a reason to look, and never the answer."""
        reply = self._asked.reply
        if reply is None or found is None:
            return ""
        if Sign.ADDRESS in reply.match.of(found.candidacy.id):
            return tr(
                "Sent from the candidate's own address. A sender is easily forged: check, then say yes."
            )
        return tr("Not sent from the candidate's own address. Check who this is.")

    def _row(self) -> TermRow | None:
        chosen = self.letter.currentData()
        return next((row for row in self._asked.rows if row.letter.id == chosen), None)

    def _add_point(self) -> None:
        self._add(None).text.setFocus()

    def _add(self, point: Point | None) -> PointField:
        found = self._row()
        field = PointField(len(self.points) + 1, found.items if found else (), point)
        self.points.append(field)
        self._fields.addWidget(field)
        return field

    def _take(self, text: str) -> None:
        """The text selected in the message goes into the first argument that is empty, or into a new one."""
        empty = next((field for field in self.points if not field.text.toPlainText().strip()), None)
        (empty or self._add(None)).text.setPlainText(text)

    def _accept(self) -> None:
        points = tuple(point for field in self.points if (point := field.point()).text)
        if self._row() is None:
            self._from.show_problem(tr("Choose the candidate that it is from."))
            self.letter.setFocus()
            return
        if not points:
            self.points[0].field.show_problem(tr("Write down at least one argument."))
            self.points[0].text.setFocus()
            return
        if not self._moments_hold():
            return
        deliver(self._noted, str(self.letter.currentData()), self._arrived(), points)
        self.accept()

    def _moments_hold(self) -> bool:
        """Whether the moments can be, after the letter left; what is wrong stands below the field."""
        asked = {self.received: self._received} | ({self.sent: self._sent} if self._by_post() else {})
        if not take_all(*asked):
            return False
        found = self._row()
        left = found.letter.sent_at.astimezone(BRUSSELS).date() if found and found.letter.sent_at else None
        early = [field for field in asked if left is not None and day_of(field) < left]
        for field in early:
            asked[field].show_problem(tr("The letter left only on {day}.").format(day=f"{left:%d/%m/%Y}"))
            field.setFocus()
        return not early

    def _by_post(self) -> bool:
        found = self._row()
        return found is not None and found.term.counts is Counts.DISPATCH

    def _typed(self) -> tuple[object, ...]:
        return tuple(point for field in self.points if (point := field.point()).text), self.who.text()

    def reject(self) -> None:
        """What was typed is not thrown away unasked."""
        if self._typed() == self._first:
            super().reject()
            return
        away = Choice("away", tr("Throw away"), danger=True)
        text = tr("What you typed is not in the dossier yet. Cancel goes back to it.")
        question = Question(tr("Throw away what you typed?"), text, (away,))
        QuestionDialog(
            question, self._asked.language, lambda _: super(RegisterDialog, self).reject(), self
        ).open()

    def _arrived(self) -> Arrived:
        asked = self._asked
        before = asked.before.mail if asked.before else None
        return Arrived(
            _exactly(self.received, self._exact),
            str(self.channel.currentData()),
            asked.reply.mail.sha256 if asked.reply else before,
            _exactly(self.sent, self._exact) if self._by_post() else None,
            self.who.text().strip(),
            Entitled(self.entitled.currentData()),
        )


def _name(found: TermRow, rows: Sequence[TermRow]) -> str:
    """The candidate, and the letter that is answered where more of them can be."""
    name = f"{found.candidacy.reference} {found.candidacy.organisation}"
    several = sum(row.candidacy.id == found.candidacy.id for row in rows) > 1
    return f"{name} · {type_name(LetterType(found.letter.type))}" if several else name


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    made = row(stack(left, None), stack(right, None), spacing=16)
    made.setStretch(0, 1)
    made.setStretch(1, 1)
    return made


def _first_moment(asked: Asked) -> datetime:
    if asked.before is not None:
        return asked.before.received_at
    return min(asked.reply.moment, asked.now) if asked.reply is not None else asked.now


def _who(asked: Asked) -> str:
    if asked.before is not None:
        return asked.before.submitted_by
    return asked.reply.mail.sender.name if asked.reply is not None else ""


def _exactly(field: TypedOver, exact: datetime) -> datetime:
    """The moment in a field; the one it began with to the second, as long as nobody changed it."""
    return exact if field.dateTime() == to_qt(exact) else moment_of(field)
