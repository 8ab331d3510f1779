"""Choosing the passphrase of a dossier, and the recovery key that is shown once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from jury_desktop.domain.lock import Advice, Strength
from jury_desktop.services.protection import advise, draw_passphrase
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.printing import ask_printer
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, restyle, role, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit

tr = area("settings")

_TONES = {
    Strength.EASY: Tone.BAD,
    Strength.WEAK: Tone.BAD,
    Strength.FAIR: Tone.GOOD,
    Strength.STRONG: Tone.GOOD,
}


class NewPassphraseDialog(QDialog):
    """Asks for a passphrase, and for the present one where there is one.

    :param own: words that who knows the dossier tries first.
    :param given: called with the new passphrase and the present one ("" for none).
    """

    def __init__(
        self,
        own: Sequence[str],
        *,
        locked: bool,
        given: Callable[[str, str], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change the passphrase") if locked else tr("Protect with a passphrase"))
        self.setModal(True)
        self._own, self._locked, self._tell = tuple(own), locked, given
        self.present = line_edit()
        self.words = line_edit()
        self.draw = button(tr("Suggest six words"), self._draw, icon="refresh-cw")
        self.advice = note("")
        self.protect = button(
            tr("Change the passphrase") if locked else tr("Protect the dossier"), self._given, part="primary"
        )
        self.protect.setDefault(True)
        self.setLayout(self._laid_out())
        self.setMinimumWidth(theme.metrics().base * 46)
        for field in (self.present, self.words):
            field.textChanged.connect(self._judge)
        self._judge()
        (self.present if locked else self.words).setFocus()
        self.finished.connect(self.deleteLater)

    def _laid_out(self) -> QVBoxLayout:
        says = tr(
            "The whole dossier is encrypted. From then on it opens with this passphrase alone, on every "
            "computer. Some words after each other are easier to remember and harder to guess than signs and "
            "digits."
        )
        lost = tr(
            "Nobody can open the dossier once both the passphrase and the recovery key are lost. You see "
            "that key once, right after this."
        )
        present = Field(tr("Passphrase or recovery key that it has now"), self.present)
        present.setVisible(self._locked)
        column = stack(
            label(self.windowTitle(), "title", wrap=True),
            label(says, "muted", wrap=True),
            present,
            Field(tr("New passphrase"), self.words),
            row(self.draw, None),
            self.advice,
            note(lost, Tone.WARN),
            row(button(tr("Cancel"), self.reject), None, self.protect),
            spacing=14,
        )
        column.setContentsMargins(24, 22, 24, 20)
        return column

    def _draw(self) -> None:
        self.words.setText(draw_passphrase())
        self.words.setFocus()

    def _judge(self) -> None:
        words = self.words.text()
        found = advise(words, *self._own)
        self.advice.setText(said(found) if words else tr("Type a passphrase, or have one suggested."))
        self.advice.setProperty("tone", (_TONES[found.strength] if words else Tone.NEUTRAL).value)
        restyle(self.advice)
        known = bool(self.present.text().strip()) or not self._locked
        self.protect.setEnabled(found.will_do and known)

    def _given(self) -> None:
        self.accept()
        deliver(self._tell, self.words.text(), self.present.text())


def said(found: Advice) -> str:
    """What the advice means for somebody who has to choose."""
    return {
        Strength.EASY: tr("Too easy: who has the file finds this passphrase within a few hours. Add words."),
        Strength.WEAK: tr("Too weak: who has the file finds this passphrase within weeks. Add words."),
        Strength.FAIR: tr("Fair: to find this passphrase takes who has the file months or years."),
        Strength.STRONG: tr("Strong: nobody finds this passphrase by trying."),
    }[found.strength]


class RecoveryDialog(QDialog):
    """Shows the recovery key, and does not go before the user says to have it: it is kept nowhere."""

    def __init__(self, name: str, key: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The recovery key of {name}").format(name=name))
        self.setModal(True)
        self._name, self._key = name, key
        self.key = label(in_rows(key), "large", select=True)
        self.key.setAccessibleName(tr("Recovery key: {key}").format(key=key))
        self.key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.print = button(tr("Print…"), self._print, icon="printer")
        self.copy = button(tr("Copy the key"), self._copy, icon="copy")
        self.kept = button(tr("I have kept the key"), self.accept, part="primary")
        self.setLayout(self._laid_out())
        self.setMinimumWidth(theme.metrics().base * 46)
        self.finished.connect(self.deleteLater)
        self.print.setFocus()

    def _laid_out(self) -> QVBoxLayout:
        frame = role(QFrame(), "sunken")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(self.key)
        once = tr(
            "You see this key now and never again. Print it and keep it under lock and key, away from this "
            "computer. With it the dossier opens when nobody knows the passphrase any more."
        )
        column = stack(
            label(self.windowTitle(), "title", wrap=True),
            label(explained(), "muted", wrap=True),
            frame,
            note(once, Tone.WARN),
            row(self.print, self.copy, None, self.kept),
            spacing=14,
        )
        column.setContentsMargins(24, 22, 24, 20)
        return column

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self.copy.setText(tr("Copied"))

    def _print(self) -> None:
        ask_printer(self, self.windowTitle(), self._print_on)

    def _print_on(self, printer: QPrinter) -> None:
        sheet = recovery_sheet(self.windowTitle(), self._key)
        sheet.print_(printer)

    def reject(self) -> None:
        """Escape takes nothing away that cannot be had again."""
        self.kept.setFocus()


def explained() -> str:
    """How the key is used."""
    return tr(
        "Fourteen groups of four letters and digits. Type them in the place of the passphrase; capitals, "
        "spaces and hyphens make no difference."
    )


def in_rows(key: str) -> str:
    """The groups in rows that can be read out: four, four, four and two."""
    groups = key.split("-")
    return "\n".join("  ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def recovery_sheet(title: str, key: str) -> QTextDocument:
    """The sheet for the safe."""
    sheet = QTextDocument()
    sheet.setPlainText(f"{title}\n\n{in_rows(key)}\n\n{explained()}")
    return sheet
