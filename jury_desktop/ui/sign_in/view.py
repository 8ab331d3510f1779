"""The screen before a dossier with accounts: who somebody is, and the proof of it. It is the lock as well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jury_desktop.domain.role import Role
from jury_desktop.services.sign_in import Door, Entrant
from jury_desktop.ui import theme
from jury_desktop.ui.sign_in.secret_fields import SecretFields, hidden_line, show_typing
from jury_desktop.ui.sign_in.words import honest, role_name
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("sign_in")


class SignInView(QWidget):
    """Asks who somebody is; knows nothing of the dossier but its name and theirs.

    :ivar given: somebody gave a secret; carries the id of the account and the secret.
    :ivar recovering: a regisseur gave a recovery key; carries account, key and the new secret.
    :ivar chosen: somebody chose another secret than the one they were given; carries it.
    :ivar left: somebody wants to do something else than sign in here.
    """

    given = Signal(str, str)
    recovering = Signal(str, str, str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._entrants: dict[str, Entrant] = {}
        self._waiting = False
        self.setAccessibleName(tr("Sign in"))
        self.dossier = label("", "muted", wrap=True)
        self.who = ChoiceBox()
        self.secret, self.key = hidden_line(), line_edit()
        self.visible = QCheckBox(tr("Show what I type"))
        self.field = Field(tr("Code or passphrase"), self.secret)
        self.key_field = Field(
            tr("Recovery key"), self.key, tr("Six words; capitals, spaces and hyphens make no difference.")
        )
        self.renewed, self.own = SecretFields(language), SecretFields(language)
        self.enter = button(tr("Sign in"), self._given, part="primary", icon="lock-open")
        self.forgot = button(tr("Recovery key…"), self._forgot, part="link")
        self.recover = button(tr("Go on with the new passphrase"), self._recovering, part="primary")
        self.back = button(tr("Back"), self.ask, part="link")
        self.choose = button(tr("Keep and go on"), self._chosen, part="primary")
        self.steps: list[QWidget] = []
        self._fill()
        self._listen()

    def _fill(self) -> None:
        other = button(tr("Another dossier…"), self._left, part="link", icon="folder-open")
        self.steps.append(
            _step(
                tr("Sign in"),
                self.dossier,
                Field(tr("Who are you?"), self.who),
                self.field,
                self.visible,
                row(self.forgot, other, None, self.enter),
            )
        )
        words = tr("With the recovery key that was printed a regisseur chooses a new passphrase.")
        self.steps.append(
            _step(
                tr("Passphrase forgotten"),
                label(words, "muted", wrap=True),
                self.key_field,
                self.renewed,
                row(self.back, None, self.recover),
            )
        )
        words = tr("The one you used was chosen by somebody else. From now on only you know it.")
        self.steps.append(
            _step(
                tr("Choose a code of your own"),
                label(words, "muted", wrap=True),
                self.own,
                row(None, self.choose),
            )
        )
        panel = Panel(margins=(32, 28, 32, 24))
        panel.setFixedWidth(theme.metrics().base * 36)
        for step in self.steps:
            panel.body.addWidget(step)
        self._at(0)
        panel.body.addWidget(label(honest(), "small", wrap=True))
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row(None, panel, None))
        column.addStretch(3)

    def _listen(self) -> None:
        self.visible.toggled.connect(self._show)
        self.who.currentIndexChanged.connect(self._somebody)
        self.secret.textChanged.connect(self._typed)
        self.secret.returnPressed.connect(self.enter.click)
        self.key.textChanged.connect(self._typed)
        for fields, last in ((self.renewed, self.recover), (self.own, self.choose)):
            fields.edited.connect(self._typed)
            fields.again.returnPressed.connect(last.click)

    # what is shown

    def show_door(self, door: Door, juror: str = "", account: str = "") -> None:
        """Show who may sign in.

        :param juror: whom to propose, by the id on the list of the jury; ``account`` by that of the account.
        """
        self._entrants = {each.account: each for each in door.entrants}
        self.dossier.setText(door.title)
        self.who.clear()
        for each in door.entrants:
            self.who.addItem(f"{each.name} · {role_name(each.role)}", each.account)
        wanted = (e.account for e in door.entrants if e.account == account or (juror and e.juror == juror))
        self.who.setCurrentIndex(max(self.who.findData(next(wanted, "")), -1))
        self.ask()

    def ask(self) -> None:
        """Who, and the secret."""
        self._at(0)
        self._typed()
        (self.secret if self.entrant is not None else self.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_own(self, role: Role, name: str) -> None:
        """Another secret than the one that somebody else chose."""
        self.own.ask_of(role, name)
        self._at(2)
        self._typed()
        self.own.first.setFocus()

    def show_problem(self, problem: str) -> None:
        """Say why it was not right, beside what was typed, and let them try again."""
        self._waiting = False
        self._typed()
        shown, typed = (
            (self.field, self.secret),
            (self.key_field, self.key),
            (self.own.field, self.own.first),
        )[self.step]
        shown.show_problem(problem)
        typed.setFocus()
        typed.selectAll()

    def forget(self) -> None:
        """Nothing that was typed stays in the window."""
        self._waiting = False
        for line in (self.secret, self.key):
            line.clear()
        self.renewed.clear()
        self.own.clear()
        self.visible.setChecked(False)

    @property
    def entrant(self) -> Entrant | None:
        """Who was chosen."""
        return self._entrants.get(self.who.currentData() or "")

    # steps

    def _at(self, step: int) -> None:
        self._waiting = False
        self.step = step
        for at, each in enumerate(self.steps):
            each.setVisible(at == step)

    def _somebody(self) -> None:
        self.field.show_problem("")
        self.secret.clear()
        self._typed()

    def _typed(self) -> None:
        found = self.entrant
        self.field.show_problem("")
        self.key_field.show_problem("")
        self.forgot.setVisible(found is not None and found.role is Role.REGISSEUR)
        self.enter.setEnabled(not self._waiting and found is not None and bool(self.secret.text()))
        self.recover.setEnabled(not self._waiting and bool(self.key.text()) and self.renewed.ready)
        self.choose.setEnabled(not self._waiting and self.own.ready)

    def _show(self, visible: bool) -> None:
        show_typing(self.secret, visible=visible)

    def _forgot(self) -> None:
        if (found := self.entrant) is not None:
            self.renewed.ask_of(found.role, found.name)
            self._at(1)
            self._typed()
            self.key.setFocus()

    def _given(self) -> None:
        if (found := self.entrant) is not None and self.secret.text():
            self._wait()
            self.given.emit(found.account, self.secret.text())

    def _recovering(self) -> None:
        if (found := self.entrant) is not None:
            self._wait()
            self.recovering.emit(found.account, self.key.text(), self.renewed.secret)

    def _chosen(self) -> None:
        self._wait()
        self.chosen.emit(self.own.secret)

    def _wait(self) -> None:
        """A secret is looked at: that takes a moment on purpose."""
        self._waiting = True
        self._typed()

    def _left(self) -> None:
        self.left.emit()


def _step(title: str, *parts: QWidget | object) -> QWidget:
    """One question, with what it asks below each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(label(title, "title"))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)  # type: ignore[arg-type]
    return holder
