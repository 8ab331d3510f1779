"""When a message arrived, where nothing in it proves that: the regisseur establishes it and says why."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, text_edit

tr = area("intake")


class ArrivalDialog(QDialog):
    """Asks for a moment by the clock of Brussels, and the ground for it. Opens without blocking.

    :ivar established: the user decided; carries the aware moment and the reason.
    """

    established = Signal(object, str)

    def __init__(self, title: str, proposal: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Establish the arrival"))
        self.setModal(True)
        self.moment = QDateTimeEdit()
        local = proposal.astimezone(BRUSSELS)
        self.moment.setDate(QDate(local.year, local.month, local.day))
        self.moment.setTime(QTime(local.hour, local.minute, local.second))
        self.moment.setDisplayFormat("dd/MM/yyyy HH:mm:ss")
        self.moment.setCalendarPopup(True)
        self.reason = text_edit(
            suggestion=tr("Such as: receipt of the mail server, stamp of the desk"), lines=3
        )
        self.reason.setFixedHeight(self.reason.minimumHeight())
        self.keep = button(tr("Establish"), self._keep, part="primary")
        self._fill(title)
        self._judge()
        self.finished.connect(self.deleteLater)

    def _fill(self, title: str) -> None:
        self.reason.textChanged.connect(self._judge)
        self.keep.setDefault(True)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(title, "muted", wrap=True))
        column.addWidget(Field(tr("Arrived on"), self.moment, tr("By the clock of Brussels.")))
        column.addWidget(
            Field(tr("What you rely on"), self.reason, tr("It stays in the dossier as the proof."))
        )
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 36)

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.reason.toPlainText().strip()))

    def _keep(self) -> None:
        day, clock = self.moment.date(), self.moment.time()
        said = (day.year(), day.month(), day.day(), clock.hour(), clock.minute(), clock.second())
        self.accept()
        self.established.emit(datetime(*said, tzinfo=BRUSSELS), self.reason.toPlainText().strip())
