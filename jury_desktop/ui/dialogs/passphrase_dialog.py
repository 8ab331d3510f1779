"""Asking for the passphrase of a packet or a dossier; it stays until that is open."""

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
    :ivar stuck: of a dossier: nothing that the user has opens it.
    """

    given = Signal(str)
    stuck = Signal()

    def __init__(self, name: str, parent: QWidget, *, dossier: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open a protected dossier") if dossier else tr("Open a packet"))
        self.setModal(True)
        self._hidden = dossier
        self.words = line_edit()
        self.field = _field_of_dossier(self.words) if dossier else _field_of_packet(self.words)
        self.visible = QCheckBox(tr("Show what I type"))
        self.open_ = button(tr("Open"), self._given, part="primary")
        self._fill(name)
        self._typed()
        self.finished.connect(self.deleteLater)

    def _fill(self, name: str) -> None:
        self.visible.toggled.connect(self._show_words)
        self.visible.setChecked(not self._hidden)
        self._show_words(self.visible.isChecked())
        self.words.textChanged.connect(self._typed)
        self.open_.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(name, "muted", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.visible)
        stuck = [button(tr("It does not open…"), self._stuck, part="link")] if self._hidden else []
        column.addLayout(row(button(tr("Cancel"), self.reject), *stuck, None, self.open_))
        self.setMinimumWidth(theme.metrics().base * 40)

    def wait(self) -> None:
        """It is being opened."""
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

    def _stuck(self) -> None:
        self.reject()
        self.stuck.emit()

    def _given(self) -> None:
        self.given.emit(self.words.text())


def _field_of_packet(words: QLineEdit) -> Field:
    hint = tr("Six words that you were told apart. Capitals, spaces and hyphens make no difference.")
    return Field(tr("Passphrase"), words, hint)


def _field_of_dossier(words: QLineEdit) -> Field:
    hint = tr("Exactly as it was chosen. Who has lost it types the recovery key.")
    return Field(tr("Passphrase or recovery key"), words, hint)
