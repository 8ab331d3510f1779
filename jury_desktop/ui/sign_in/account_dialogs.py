"""Making the first account, which asks everybody from then on who they are, and one for another person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from jury_desktop.domain.role import Role
from jury_desktop.ui import theme
from jury_desktop.ui.sign_in.secret_fields import SecretFields
from jury_desktop.ui.sign_in.words import honest, role_name
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("sign_in")


class BeginDialog(QDialog):
    """Asks the regisseur for a name and a passphrase.

    :ivar given: carries both.
    """

    given = Signal(str, str)

    def __init__(self, name: str, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Make signing in obligatory"))
        self.name = line_edit(name)
        self.secret = SecretFields(language, text=tr("Your passphrase"))
        self.begin = button(tr("Make it obligatory"), self._given, part="primary", icon="lock")
        words = tr(
            "From now on everybody signs in to this dossier. You begin, as the regisseur; after that "
            "you give the jury and others their codes."
        )
        _lay_out(
            self,
            label(words, "muted", wrap=True),
            Field(tr("Your name"), self.name, tr("As it stands in the journal")),
            self.secret,
            note(honest(), Tone.WARN),
            last=self.begin,
        )
        self.name.textChanged.connect(self._typed)
        self.secret.edited.connect(self._ready)
        self._typed()

    def _typed(self) -> None:
        self.secret.ask_of(Role.REGISSEUR, self.name.text())

    def _ready(self) -> None:
        self.begin.setEnabled(self.secret.ready and bool(self.name.text().strip()))

    def _given(self) -> None:
        self.given.emit(self.name.text(), self.secret.secret)
        self.accept()


class PersonDialog(QDialog):
    """Asks who else may sign in, beside the jury.

    :ivar given: carries the value of the role, and the name.
    """

    given = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Account for another person"))
        self.name, self.role = line_edit(), ChoiceBox()
        for each in (Role.SECOND_READER, Role.REGISSEUR):
            self.role.addItem(role_name(each), each.value)
        self.make = button(tr("Make the account"), self._given, part="primary")
        _lay_out(
            self,
            Field(tr("Name"), self.name, tr("As it stands in the journal")),
            Field(tr("Role"), self.role, tr("Jurors and observers come from the list of the jury.")),
            last=self.make,
        )
        self.name.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))

    def _given(self) -> None:
        self.given.emit(self.role.currentData(), self.name.text())
        self.accept()


def _lay_out(dialog: QDialog, *parts: QWidget, last: QPushButton) -> None:
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    last.setDefault(True)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 22, 24, 20)
    column.setSpacing(14)
    column.addWidget(label(dialog.windowTitle(), "title"))
    for part in parts:
        column.addWidget(part)
    column.addLayout(row(button(tr("Cancel"), dialog.reject), None, last))
    dialog.setMinimumWidth(theme.metrics().base * 40)
