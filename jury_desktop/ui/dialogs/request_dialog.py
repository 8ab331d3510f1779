"""A mail that asks somebody for something, to read and change before it goes out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.services.request_mail import Request
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, line_edit, text_edit

tr = area("candidacies")


class RequestDialog(QDialog):
    """Shows a :class:`Request` to change. Opens without blocking; whoever keeps the request closes it.

    :ivar copied: the text is to go to the clipboard; carries the request as it now reads.
    :ivar saved: the mail is to be saved as a draft; carries the request as it now reads.
    """

    copied = Signal(object)
    saved = Signal(object)

    def __init__(self, request: Request, title: str, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._request = request
        self.setWindowTitle(title)
        self.setModal(True)
        self.to = line_edit(request.to)
        self.subject = line_edit(request.subject)
        self.text = text_edit(request.text, lines=14)
        self.save = button(tr("Save as a draft mail…"), self._save, part="primary")
        self.copy = button(tr("Copy the text"), self._copy, icon="copy")
        self._fill(told)
        self.to.textChanged.connect(self._judge)
        self.text.textChanged.connect(self._judge)
        self.finished.connect(self.deleteLater)

    def _fill(self, told: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(label(told, "muted", wrap=True))
        column.addWidget(Field(tr("To"), self.to))
        column.addWidget(Field(tr("Subject"), self.subject))
        column.addWidget(Field(tr("Text"), self.text), 1)
        self.save.setDefault(True)
        QShortcut(QKeySequence(SUBMIT), self, self.save.click)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.copy, self.save))
        self.resize(theme.metrics().base * 48, theme.metrics().base * 44)

    def request(self) -> Request:
        """The request as it now reads."""
        return replace(
            self._request,
            to=self.to.text().strip(),
            subject=self.subject.text().strip(),
            text=self.text.toPlainText().strip(),
        )

    def _judge(self) -> None:
        now = self.request()
        self.save.setEnabled(bool(now.to and now.text))
        self.copy.setEnabled(bool(now.text))

    def _copy(self) -> None:
        self.copied.emit(self.request())

    def _save(self) -> None:
        self.saved.emit(self.request())
