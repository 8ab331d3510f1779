"""A packet has been made: where it lies, what is in it, and, this once, what opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from jury_desktop.services.packets import MadePacket
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, role, row
from jury_desktop.ui.widgets.form import Facts

tr = area("jury")


class PacketMadeDialog(QDialog):
    """Shows the passphrase, and does not go before the user says to have it: it is kept nowhere."""

    def __init__(self, made: MadePacket, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The packet for {name} is ready").format(name=made.juror.name))
        self.setModal(True)
        self.words = label(made.passphrase.replace("-", " "), "large", wrap=True, select=True)
        self.words.setAccessibleName(tr("Passphrase: {words}").format(words=self.words.text()))
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copy = button(tr("Copy the passphrase"), self._copy, icon="copy")
        self.noted = button(tr("I have noted the passphrase"), self.accept, part="primary")
        self._fill(made)
        self.finished.connect(self.deleteLater)
        self.copy.setFocus()

    def _fill(self, made: MadePacket) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(_facts(made))
        column.addWidget(label(tr("Passphrase"), "heading"))
        column.addWidget(self._passphrase())
        told = tr(
            "You see this passphrase now and never again. Tell it to the juror yourself, by telephone for "
            "instance, and never in the mail that carries the packet. If it is lost, make another packet."
        )
        column.addWidget(note(told, Tone.WARN))
        column.addLayout(row(self.copy, None, self.noted))
        self.setMinimumWidth(theme.metrics().base * 46)

    def _passphrase(self) -> QFrame:
        frame = role(QFrame(), "sunken")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(self.words)
        return frame

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())
        self.copy.setText(tr("Copied"))

    def reject(self) -> None:
        """Escape takes nothing away that cannot be had again."""
        self.noted.setFocus()


def _facts(made: MadePacket) -> Facts:
    facts = Facts()
    facts.add(tr("File"), str(made.file))
    facts.add(tr("In it"), _counted(made.candidacies))
    if made.left_out:
        out = tr("{list}: a conflict of interest").format(list=", ".join(made.left_out))
        facts.add(tr("Not in it"), out)
    return facts


def _counted(references: tuple[str, ...]) -> str:
    return tr("%n candidacies", "", len(references)) + ": " + ", ".join(references)
