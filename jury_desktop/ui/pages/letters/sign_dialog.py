"""With what letters are signed: a key file with its passphrase, or a certificate on a card with its PIN."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QLineEdit, QPushButton, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.card import CardCertificate
from jury_desktop.services.letter_signing import key_from, key_on
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.switch import Tabs

if TYPE_CHECKING:
    from jury_desktop.letters.cards import CardKey
    from jury_desktop.letters.signing import KeyFile

tr = area("letters")

FILE, CARD = "file", "card"


class KeyFilePart(QWidget):
    """A file with a key, and its passphrase.

    :ivar changed: the user typed or chose something; ``file_wanted``: wants to look for the file.
    """

    changed = Signal()
    file_wanted = Signal()

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self.file = line_edit(str(file or ""))
        self.browse = button(tr("Browse…"), self.file_wanted.emit)
        self.secret = secret_edit()
        chosen = beside(Field(tr("Key (.p12 or .pfx)"), self.file), self.browse)
        words = Field(tr("Passphrase"), self.secret, tr("It is used once and kept nowhere."))
        self.setLayout(filled(chosen, words))
        for typed in (self.file, self.secret):
            typed.textChanged.connect(self.changed)

    def ready(self) -> bool:
        """Whether there is something to sign with."""
        return bool(self.file.text().strip())

    def key(self) -> Callable[[], KeyFile]:
        """What reads the key as it is filled in now."""
        return partial(key_from, Path(self.file.text().strip()), self.secret.text())

    def start(self) -> QWidget:
        """Where the user begins."""
        return self.secret if self.ready() else self.browse

    def choose(self, file: Path) -> None:
        """The user found the file."""
        self.file.setText(str(file))
        self.secret.setFocus()


class CardPart(QWidget):
    """The library of a card, a certificate on it, and its PIN.

    :ivar changed: the user typed or chose something; ``file_wanted``: wants to look for the library;
        ``read_wanted``: wants to know what is on the card.
    """

    changed = Signal()
    file_wanted = Signal()
    read_wanted = Signal()

    def __init__(self, module: Path | None) -> None:
        super().__init__()
        self.file = line_edit(str(module or ""))
        self.browse = button(tr("Browse…"), self.file_wanted.emit)
        self.certificates = ChoiceBox()
        self.certificates.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.read = button(tr("Read the card"), self.read_wanted.emit)
        self.secret = secret_edit()
        where = tr(
            "It comes with the software of the card or token: a file that ends in .dll, .so or .dylib."
        )
        asked = tr("Leave it empty when the card reader asks for it. It is used once and kept nowhere.")
        chosen = beside(Field(tr("Library of the card (PKCS#11)"), self.file), self.browse)
        self.file.setAccessibleDescription(where)
        found = beside(Field(tr("Certificate"), self.certificates), self.read)
        words = Field(tr("PIN"), self.secret, asked)
        self.setLayout(filled(stack(chosen, label(where, "small", wrap=True), spacing=4), found, words))
        self.file.textChanged.connect(self._forget)
        self.secret.textChanged.connect(self.changed)
        self.show_certificates(())

    def ready(self) -> bool:
        """Whether there is something to sign with."""
        return self.certificates.currentData() is not None

    def key(self) -> Callable[[], CardKey]:
        """What names the key as it is filled in now."""
        return partial(key_on, self.certificates.currentData(), self.secret.text())

    def start(self) -> QWidget:
        """Where the user begins."""
        if self.ready():
            return self.secret
        return self.read if self.module() else self.browse

    def module(self) -> Path | None:
        """The library that is filled in."""
        typed = self.file.text().strip()
        return Path(typed) if typed else None

    def choose(self, file: Path) -> None:
        """The user found the library: what is on the card?"""
        self.file.setText(str(file))
        self.read_wanted.emit()

    def wait(self) -> None:
        """The card is being read."""
        self.read.setEnabled(False)

    def show_certificates(self, found: Sequence[CardCertificate]) -> None:
        """Offer these; the first is the one that binds its holder."""
        self.certificates.clear()
        for each in found:
            self.certificates.addItem(_described(each), each)
            self.certificates.setItemData(
                self.certificates.count() - 1, _described(each), Qt.ItemDataRole.ToolTipRole
            )
        self.certificates.setEnabled(bool(found))
        self.read.setEnabled(self.module() is not None)
        self.changed.emit()
        if found and self.isVisible():
            self.secret.setFocus()

    def _forget(self) -> None:
        self.show_certificates(())


class SignDialog(QDialog):
    """Asks with what to sign; it stays until the key has opened.

    :ivar file_wanted: the user wants to look for the file of the way that shows; ``read_wanted``: wants to
        know what is on the card; ``given``: wants to sign.
    """

    file_wanted = Signal()
    read_wanted = Signal()
    given = Signal()

    def __init__(self, count: int, way: str, file: Path | None, module: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign letters"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.by_file, self.by_card = KeyFilePart(file), CardPart(module)
        self.ways = Tabs(((FILE, tr("Key file")), (CARD, tr("Card or token"))), tr("What signs"))
        self.problem = note("", Tone.BAD)
        self.sign = button(tr("Sign %n letters", "", count), self.given.emit, part="primary")
        self.sign.setDefault(True)
        QShortcut(QKeySequence(SUBMIT), self, self._submit)
        self._build()
        self._connect()
        self.ways.choose(way)
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)
        self.part().start().setFocus()
        if self.part() is self.by_card:
            self._look()

    def _build(self) -> None:
        says = tr("Each letter gets an invisible electronic signature. The PDF without it stays as it is.")
        buttons = row(None, button(tr("Cancel"), self.reject), self.sign)
        title = label(self.windowTitle(), "title")
        parts = (title, label(says, "muted", wrap=True), self.ways, self.by_file, self.by_card)
        column = stack(*parts, self.problem, buttons, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def _connect(self) -> None:
        for part in (self.by_file, self.by_card):
            part.changed.connect(self._typed)
            part.file_wanted.connect(self.file_wanted)
        self.by_card.read_wanted.connect(self.read_wanted)
        self.ways.chosen.connect(self._chosen)

    def part(self) -> KeyFilePart | CardPart:
        """The way that shows."""
        return self.by_card if self.ways.current() == CARD else self.by_file

    def wait(self) -> None:
        """The letters are being signed."""
        self.sign.setEnabled(False)
        self.part().secret.setReadOnly(True)

    def show_certificates(self, found: Sequence[CardCertificate]) -> None:
        """What is on the card."""
        self.by_card.show_certificates(found)

    def show_problem(self, problem: str) -> None:
        """Say why it did not work, and let the user try again."""
        secret = self.part().secret
        secret.setReadOnly(False)
        self._typed()
        self._tell(problem)
        secret.setFocus()
        secret.selectAll()

    def show_unread(self, problem: str) -> None:
        """Say why there is no certificate to choose."""
        self.by_card.show_certificates(())
        self._tell(problem)

    def forget(self) -> None:
        """Leave nothing of what was typed."""
        self.by_file.secret.clear()
        self.by_card.secret.clear()

    def _chosen(self) -> None:
        self._turn()
        self.part().start().setFocus()
        if self.part() is self.by_card:
            self._look()

    def _look(self) -> None:
        """A card of which the library is known is read at once."""
        if self.by_card.module() is not None and not self.by_card.ready():
            self.read_wanted.emit()

    def _turn(self) -> None:
        self.by_file.setVisible(self.part() is self.by_file)
        self.by_card.setVisible(self.part() is self.by_card)
        self._typed()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.part().secret.setAccessibleDescription(problem)
        fit(self)

    def _submit(self) -> None:
        """Sign; where something is still missing, go there."""
        if self.part().secret.isReadOnly():
            return
        if self.sign.isEnabled():
            self.given.emit()
        else:
            self.part().start().setFocus()

    def _typed(self) -> None:
        self._tell("")
        self.sign.setEnabled(self.part().ready())


def secret_edit() -> QLineEdit:
    """A field of which nobody sees what is typed."""
    made = line_edit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def beside(field: Field, press: QPushButton) -> QHBoxLayout:
    """A field with a button that fills it."""
    made = row(field, press)
    made.setAlignment(press, Qt.AlignmentFlag.AlignBottom)
    made.setStretch(0, 1)
    return made


def filled(*parts: QWidget | QLayout) -> QLayout:
    """The fields of one way under each other."""
    made = stack(*parts, spacing=14)
    made.setContentsMargins(0, 0, 0, 0)
    return made


def _described(certificate: CardCertificate) -> str:
    ends = certificate.valid_until.astimezone(BRUSSELS)
    return tr("{holder} – {card}, until {day}").format(
        holder=certificate.holder, card=certificate.card, day=f"{ends:%d/%m/%Y}"
    )
