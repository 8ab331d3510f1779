"""When a message arrived, where nothing in it proves that: the regisseur establishes it and says why."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, text_edit
from jury_desktop.ui.widgets.moments import moment_of, to_qt
from jury_desktop.ui.widgets.typed_over import TypedOver, take_all

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
        self.moment = TypedOver(to_qt(proposal, seconds=True), "dd/MM/yyyy HH:mm:ss")
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
        if take_all(self.moment):
            self.accept()
            self.established.emit(moment_of(self.moment), self.reason.toPlainText().strip())
