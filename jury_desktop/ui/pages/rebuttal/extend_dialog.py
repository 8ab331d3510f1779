"""Until when the answer to a rebuttal is put off, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, text_edit
from jury_desktop.ui.widgets.moments import day_edit, day_of
from jury_desktop.ui.widgets.typed_over import take_all
from jury_desktop.wording import day as day_text

tr = area("rebuttal")


class ExtendDialog(QDialog):
    """Asks a later day and the reason. Opens without blocking.

    :param due: until when it was to be answered; ``proposed`` a later day.
    :ivar extended: the user decided; carries the day and the reason.
    """

    extended = Signal(object, str)

    def __init__(
        self, name: str, due: date, today: date, proposed: date, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Put off the answer"))
        self.setModal(True)
        first = max(due + timedelta(days=1), today)
        self.day = day_edit(proposed)
        self.day.setMinimumDate(QDate(first.year, first.month, first.day))
        self.reason = text_edit(suggestion=tr("Such as: the jury meets on 12 August"), lines=3)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        self.keep = button(tr("Put off the answer"), self._keep, part="primary")
        self.reason.textChanged.connect(self._judge)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(name, "muted", wrap=True))
        before = tr("Until now the answer was due on {day}.").format(
            day=day_text(due, language, "EEEE d MMMM y")
        )
        column.addWidget(Field(tr("Answer by"), self.day, before))
        column.addWidget(
            Field(
                tr("Reason"),
                self.reason,
                tr("A letter tells it to the candidate, where a receipt promised the earlier day."),
            )
        )
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 36)
        self._judge()
        self.finished.connect(self.deleteLater)

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.reason.toPlainText().strip()))

    def _keep(self) -> None:
        if take_all(self.day):
            self.accept()
            self.extended.emit(day_of(self.day), self.reason.toPlainText().strip())
