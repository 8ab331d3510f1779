"""Fields for a new secret: typed twice, with advice on how good it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.domain.role import Role
from jury_desktop.domain.secret import refusal
from jury_desktop.services.protection import advise
from jury_desktop.ui.sign_in.words import strength_words
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.wording import render

tr = area("sign_in")


class SecretFields(QWidget):
    """Asks for a new secret of somebody.

    :ivar edited: something was typed; see :meth:`ready`.
    """

    edited = Signal()

    def __init__(self, language: str, *, text: str = "") -> None:
        super().__init__()
        self._language = language
        self._role, self._name = Role.JUROR, ""
        self.first, self.again = hidden_line(), hidden_line()
        self.visible = QCheckBox(tr("Show what I type"))
        self.field = Field(text or tr("New code or passphrase"), self.first, self._rule())
        self.repeat = Field(tr("Once more"), self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.field, self.repeat, self.visible):
            column.addWidget(part)
        self.visible.toggled.connect(self._show)
        for line in (self.first, self.again):
            line.textChanged.connect(self._typed)

    def ask_of(self, role: Role, name: str) -> None:
        """Whose secret it will be; what is asked of it depends on that."""
        self._role, self._name = role, name
        self._typed()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.first.text()

    @property
    def ready(self) -> bool:
        """Whether it is good enough, and the same twice."""
        return self._refusal() is None and self.first.text() == self.again.text()

    def _refusal(self) -> Message | None:
        return refusal(self.first.text(), self._role, self._name)

    def _rule(self) -> str:
        if self._role is Role.REGISSEUR:
            return tr("Twelve characters or more: four ordinary words in a row are easy to keep in mind.")
        return tr("Six digits or more. Letters and words are welcome.")

    def _typed(self) -> None:
        weak = self._refusal()
        if not self.first.text():
            self.field.show_hint(self._rule())
        elif weak is not None:
            self.field.show_problem(render(weak, self._language))
        else:
            self.field.show_hint(strength_words(advise(self.first.text(), self._name).strength))
        differs = bool(self.again.text()) and not self.first.text().startswith(self.again.text())
        self.repeat.show_problem(tr("That is not the same.") if differs else "")
        self.edited.emit()

    def _show(self, visible: bool) -> None:
        for line in (self.first, self.again):
            show_typing(line, visible=visible)


def hidden_line() -> QLineEdit:
    """A field that shows dots."""
    made = line_edit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def show_typing(line: QLineEdit, *, visible: bool) -> None:
    """Show what is typed in a field, or dots."""
    line.setEchoMode(QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password)
