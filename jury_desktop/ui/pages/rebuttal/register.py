"""The dialog in which a rebuttal that came by post, by hand or by mail is noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.rebuttal import Point
from jury_desktop.domain.sheet import Item
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.domain.term import Channel
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.pages.letters.words import channel_name
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, scroll, text_edit

tr = area("rebuttal")

Noted = Callable[[datetime, str, tuple[Point, ...]], object]


class PointField(QWidget):
    """One argument: its text and the criterion it is about."""

    def __init__(self, number: int, items: Sequence[Item]) -> None:
        super().__init__()
        self.text: QPlainTextEdit = text_edit(lines=3)
        self.item = QComboBox()
        self.item.setAccessibleName(tr("Criterion of argument {number}").format(number=number))
        self.item.addItem(tr("the decision as a whole"), "")
        for item in items:
            self.item.addItem(item_label(item), item.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.field = Field(tr("Argument {number}").format(number=number), self.text)
        column.addWidget(self.field)
        column.addWidget(self.item)

    def point(self) -> Point:
        """The argument as it was typed."""
        return Point(self.text.toPlainText().strip(), str(self.item.currentData()))


class RegisterDialog(QDialog):
    """When and how it came in, and its arguments; ``noted`` is called when the user keeps it."""

    def __init__(
        self, name: str, items: Sequence[Item], now: datetime, noted: Noted, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Register rebuttal"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(540, 460)
        self._items, self._noted = tuple(items), noted
        self.received = QDateTimeEdit(_to_qt(now))
        self.received.setMaximumDateTime(_to_qt(now))
        self.received.setDisplayFormat("dd/MM/yyyy HH:mm")
        self.received.setCalendarPopup(True)
        self.channel = QComboBox()
        for channel in Channel:
            self.channel.addItem(channel_name(channel), channel.value)
        self.points: list[PointField] = []
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self.keep = button(tr("Keep rebuttal"), self._accept, part="primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        self._build(name)

    def _build(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(14)
        column.addWidget(label(name, "large"))
        received = Field(tr("Received on"), self.received)
        column.addLayout(row(received, Field(tr("How"), self.channel), spacing=16))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addLayout(self._fields)
        inner.addStretch(1)
        column.addWidget(scroll(holder, tr("Arguments")), 1)
        self._add_point()
        column.addLayout(row(button(tr("Another argument"), self._add_point, icon="plus", part="link"), None))
        column.addLayout(row(None, button(tr("Cancel"), self.reject), self.keep))

    def _add_point(self) -> None:
        field = PointField(len(self.points) + 1, self._items)
        self.points.append(field)
        self._fields.addWidget(field)
        field.text.setFocus()

    def _accept(self) -> None:
        points = tuple(point for field in self.points if (point := field.point()).text)
        if not points:
            self.points[0].field.show_problem(tr("Write down at least one argument."))
            self.points[0].text.setFocus()
            return
        when = self.received.dateTime()
        day, clock = when.date(), when.time()
        received = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=BRUSSELS)
        deliver(self._noted, received, str(self.channel.currentData()), points)
        self.accept()


def _to_qt(moment: datetime) -> QDateTime:
    local = moment.astimezone(BRUSSELS)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
