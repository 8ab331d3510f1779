"""Connecting to a dossier on a server, with its address and a password; it stays until that is open."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
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
        column.addStretch()
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.connect_))
        self.setMinimumWidth(theme.metrics().base * 40)
        if self.address.text():
            self.password.setFocus()

    def wait(self) -> None:
        """The dossier is being opened."""
        self.connect_.setText(tr("Connecting…"))
        self.connect_.setEnabled(False)
        self._read_only(True)

    def show_problem(self, problem: str, *, of_password: bool) -> None:
        """Say why it did not open, below the field in which it may be mended; what was typed stays."""
        self.let_go()
        wrong, field = (self.secret, self.password) if of_password else (self.where, self.address)
        wrong.show_problem(problem)
        QTimer.singleShot(0, self, self._fit)
        field.setFocus()
        if of_password:
            field.selectAll()

    def _fit(self) -> None:
        """A long message makes the window higher, once the fields have found their new places."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def let_go(self) -> None:
        """Nothing is being opened any more: the user may try again."""
        self.connect_.setText(tr("Connect"))
        self._read_only(False)
        self._typed()

    @property
    def waits(self) -> bool:
        """Whether a dossier is being opened."""
        return self.address.isReadOnly()

    def _read_only(self, waits: bool) -> None:
        for field in (self.address, self.password):
            field.setReadOnly(waits)

    def _typed(self) -> None:
        for each in (self.where, self.secret):
            each.show_problem("")
        self.connect_.setEnabled(bool(self.address.text().strip()))

    def _given(self) -> None:
        self.given.emit(self.address.text().strip(), self.password.text())
