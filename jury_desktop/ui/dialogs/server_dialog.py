"""Connecting to a dossier on a server, with its address and a password; it stays until that is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, line_edit

tr = area("shell")

EXAMPLE = "postgresql://els.maes@server.example/dossier"


class ServerDialog(QDialog):
    """Asks for address and password. Opens without blocking. The password lives in its field alone.

    :ivar given: the user has filled it in; carries the address and the password, which may be empty.
    """

    given = Signal(str, str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Connect to a server"))
        self.setModal(True)
        self.address, self.password = line_edit(), line_edit()
        self.address.setText(address)
        self.address.setPlaceholderText(EXAMPLE)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        told = tr("As your IT department gave it, with your own login before the @.")
        self.where = Field(tr("Address"), self.address, told)
        told = tr("Leave it empty where your computer proves who you are. It is not kept.")
        self.secret = Field(tr("Password"), self.password, told)
        self.connect_ = button(tr("Connect"), self._given, part="primary")
        self._fill()
        self._typed()
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        for field in (self.address, self.password):
            field.textChanged.connect(self._typed)
        self.connect_.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.where)
        column.addWidget(self.secret)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.connect_))
        self.setMinimumWidth(theme.metrics().base * 40)
        if self.address.text():
            self.password.setFocus()

    def wait(self) -> None:
        """The dossier is being opened."""
        self.connect_.setText(tr("Connecting…"))
        self.connect_.setEnabled(False)
        self.address.setReadOnly(True)
        self.password.setReadOnly(True)

    def show_problem(self, problem: str) -> None:
        """Say why it did not open, and let the user try again."""
        self.connect_.setText(tr("Connect"))
        self.address.setReadOnly(False)
        self.password.setReadOnly(False)
        self._typed()
        self.secret.show_problem(problem)
        self.password.setFocus()
        self.password.selectAll()

    def _typed(self) -> None:
        self.secret.show_problem("")
        self.connect_.setEnabled(bool(self.address.text().strip()))

    def _given(self) -> None:
        self.given.emit(self.address.text().strip(), self.password.text())
