"""Asking for the passphrase of a packet; it stays until the packet is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, line_edit

tr = area("desk")


class PassphraseDialog(QDialog):
    """Asks for the words. Opens without blocking.

    :ivar given: the user has typed it; carries the words.
    """

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open a packet"))
        self.setModal(True)
        self.words = line_edit()
        hint = tr("Six words that you were told apart. Capitals, spaces and hyphens make no difference.")
        self.field = Field(tr("Passphrase"), self.words, hint)
        self.visible = QCheckBox(tr("Show what I type"))
        self.open_ = button(tr("Open"), self._given, part="primary")
        self._fill(name)
        self._typed()
        self.finished.connect(self.deleteLater)

    def _fill(self, name: str) -> None:
        self.visible.setChecked(True)
        self.visible.toggled.connect(self._show_words)
        self.words.textChanged.connect(self._typed)
        self.open_.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(name, "muted", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.visible)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.open_))
        self.setMinimumWidth(theme.metrics().base * 40)

    def wait(self) -> None:
        """The packet is being opened."""
        self.open_.setText(tr("Opening…"))
        self.open_.setEnabled(False)
        self.words.setReadOnly(True)

    def show_problem(self, problem: str) -> None:
        """Say why it did not open, and let the user try again."""
        self.open_.setText(tr("Open"))
        self.words.setReadOnly(False)
        self._typed()
        self.field.show_problem(problem)
        self.words.setFocus()
        self.words.selectAll()

    def _show_words(self, visible: bool) -> None:
        modes = QLineEdit.EchoMode
        self.words.setEchoMode(modes.Normal if visible else modes.Password)

    def _typed(self) -> None:
        self.field.show_problem("")
        self.open_.setEnabled(bool(self.words.text().strip()))

    def _given(self) -> None:
        self.given.emit(self.words.text())
