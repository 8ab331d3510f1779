"""Who approved legal texts, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.moments import day_edit, day_of
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("texts")


class ApprovalDialog(QDialog):
    """Asks who approved so many texts and when; ``told`` is called when the user notes it."""

    def __init__(
        self, count: int, today: date, told: Callable[[str, date], object], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note the approval of %n text blocks", "", count))
        self.setModal(True)
        self._told = told
        self.lawyer = line_edit()
        self.day = day_edit(today)
        self.day.setMaximumDate(self.day.date())
        self.note = button(tr("Note approval"), self._note, part="primary")
        self.note.setDefault(True)
        self.lawyer.textChanged.connect(self._judge)
        QShortcut(QKeySequence(SUBMIT), self, self.note.click)
        self.setLayout(self._laid_out())
        self.setMinimumWidth(theme.metrics().base * 36)
        self._judge()
        self.lawyer.setFocus()
        self.finished.connect(self.deleteLater)

    def _laid_out(self) -> QVBoxLayout:
        says = tr(
            "You note that a lawyer read these texts as they are now, and approved them. The journal keeps "
            "who, when and which version."
        )
        column = stack(
            label(self.windowTitle(), "title", wrap=True),
            label(says, "muted", wrap=True),
            Field(tr("Approved by (name, service)"), self.lawyer),
            Field(tr("Approved on"), self.day),
            row(button(tr("Cancel"), self.reject), None, self.note),
            spacing=14,
        )
        column.setContentsMargins(24, 22, 24, 20)
        return column

    def _judge(self) -> None:
        self.note.setEnabled(bool(self.lawyer.text().strip()))

    def _note(self) -> None:
        if self.note.isEnabled() and take_all(self.day):
            self.accept()
            deliver(self._told, " ".join(self.lawyer.text().split()), day_of(self.day))
