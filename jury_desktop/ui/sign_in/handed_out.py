"""What is shown once and kept nowhere: codes that were drawn, and the recovery key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from jury_desktop.services.accounts import HandedOut
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, role, row
from jury_desktop.ui.widgets.form import scroll

tr = area("sign_in")


class HandedOutDialog(QDialog):
    """Shows secrets, and does not go before the user says to have them."""

    def __init__(self, title: str, told: str, handed: Sequence[HandedOut], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.handed = tuple(handed)
        self.copy = button(tr("Copy"), self._copy, icon="copy")
        self.noted = button(tr("I have noted it"), self.accept, part="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(scroll(self._secrets(), title) if len(self.handed) > 8 else self._secrets())
        column.addWidget(note(told, Tone.WARN))
        column.addLayout(row(self.copy, None, self.noted))
        self.setMinimumWidth(theme.metrics().base * 40)
        self.finished.connect(self.deleteLater)
        self.copy.setFocus()

    @classmethod
    def recovery_key(cls, key: str, parent: QWidget) -> HandedOutDialog:
        """The key by which a regisseur comes in who forgot the passphrase."""
        told = tr(
            "With this key a regisseur comes in who forgot the passphrase. You see it now and never again: "
            "print it or write it down, and put it away apart from this computer."
        )
        return cls(tr("Recovery key"), told, (HandedOut("", key.replace("-", " ")),), parent)

    @classmethod
    def codes(cls, handed: Sequence[HandedOut], parent: QWidget) -> HandedOutDialog:
        """Codes to be told to whom they are for."""
        told = tr(
            "You see this now and never again. Tell each person their own code; at the first sign-in they "
            "choose another one, which only they know."
        )
        return cls(tr("Codes for the first sign-in"), told, handed, parent)

    def _secrets(self) -> QFrame:
        frame = role(QFrame(), "sunken")
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for at, each in enumerate(self.handed):
            shown = label(each.secret, "large", wrap=not each.name, select=True)
            shown.setAccessibleName(f"{each.name} {each.secret}".strip())
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if each.name:
                grid.addWidget(label(each.name), at, 0)
            grid.addWidget(shown, at, 1 if each.name else 0)
        return frame

    def _copy(self) -> None:
        lines = (f"{each.name}\t{each.secret}".strip() for each in self.handed)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(tr("Copied"))

    def reject(self) -> None:
        """Escape takes nothing away that cannot be had again."""
        self.noted.setFocus()
