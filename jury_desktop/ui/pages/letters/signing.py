"""Signing final letters: asks for the key and its passphrase, which is forgotten as soon as it was used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.outgoing import Letter
from jury_desktop.services.letter_book import LetterKey, LetterRow
from jury_desktop.services.letter_signing import (
    Signed,
    Unsigned,
    keep_signed,
    key_from,
    sign_letters,
    take_back_signatures,
    to_sign,
)
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Verb, calling
from jury_desktop.ui.pages.letters.making import fit
from jury_desktop.ui.pages.letters.sending import LETTERS
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit

tr = area("letters")


class SignDialog(QDialog):
    """Asks for the file with the key and its passphrase; it stays until the key has opened.

    :ivar file_wanted: the user wants to look for the file; ``given``: wants to sign.
    """

    file_wanted = Signal()
    given = Signal()

    def __init__(self, count: int, file: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign letters"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(500)
        self.file = line_edit(str(file or ""))
        self.browse = button(tr("Browse…"), self.file_wanted.emit)
        self.words = line_edit()
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = note("", Tone.BAD)
        self._count = count
        self.sign = button(tr("Sign %n letters", "", count), self.given.emit, part="primary")
        self.sign.setDefault(True)
        for typed in (self.file, self.words):
            typed.textChanged.connect(self._typed)
        self._build()
        self._typed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)
        (self.words if self.file.text() else self.browse).setFocus()

    def _build(self) -> None:
        says = tr("Each letter gets an invisible electronic signature. The PDF without it stays as it is.")
        key = Field(tr("Key (.p12 or .pfx)"), self.file)
        chosen = row(key, self.browse)
        chosen.setAlignment(self.browse, Qt.AlignmentFlag.AlignBottom)
        words = Field(tr("Passphrase"), self.words, tr("It is used once and kept nowhere."))
        buttons = row(None, button(tr("Cancel"), self.reject), self.sign)
        title = label(self.windowTitle(), "title")
        parts = (title, label(says, "muted", wrap=True), chosen, words, self.problem, buttons)
        column = stack(*parts, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)

    def wait(self) -> None:
        """The letters are being signed."""
        self.sign.setEnabled(False)
        self.words.setReadOnly(True)

    def show_problem(self, problem: str) -> None:
        """Say why it did not work, and let the user try again."""
        self.words.setReadOnly(False)
        self._typed()
        self._tell(problem)
        self.words.setFocus()
        self.words.selectAll()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.words.setAccessibleDescription(problem)
        fit(self)

    def _typed(self) -> None:
        self._tell("")
        self.sign.setEnabled(bool(self.file.text().strip()))


class Signing(QObject):
    """Signs the letters that the page asks for; the last file is remembered while the page lives."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._keys: tuple[LetterKey, ...] = ()
        self._file: Path | None = None
        self._dialog: SignDialog | None = None

    def ask(self, rows: Sequence[LetterRow]) -> None:
        """With which key are these final letters signed?"""
        self._keys = tuple(found.key for found in rows)
        self._dialog = SignDialog(len(rows), self._file, self._page)
        self._dialog.file_wanted.connect(self._browse)
        self._dialog.given.connect(self._given)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _browse(self) -> None:
        keys = tr("Keys")
        self._shell.pick_open(tr("Key to sign with"), f"{keys} (*.p12 *.pfx)", self._picked)

    def _picked(self, files: Sequence[Path]) -> None:
        if self._dialog is not None and files:
            self._dialog.file.setText(str(files[0]))
            self._dialog.words.setFocus()

    def _given(self) -> None:
        if self._dialog is None:
            return
        self._file = Path(self._dialog.file.text().strip())
        self._dialog.wait()
        work = _Sign(self._file, self._dialog.words.text())
        read = calling(to_sign, self._keys)
        self._shell.run_job(read, lambda found: self._sign(found, work), key="letters-to-sign")

    def _sign(self, unsigned: tuple[Unsigned, ...], work: _Sign) -> None:
        work.know(unsigned)
        text = tr("Signing the letters…")
        self._shell.run_calculation(work, self._keep, text=text, failed=self._refused)

    def _refused(self, error: JuryError) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(self._shell.words(error.message))
        else:
            self._shell.notify(Notice(error.message, Tone.BAD))

    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.words.clear()
        self._dialog = None

    def _keep(self, signed: tuple[Signed, ...]) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        before = tuple(each.letter for each in signed)

        def inverse(made: tuple[Letter, ...]) -> Verb[None]:
            return calling(take_back_signatures, made, before)

        keep = calling(keep_signed, signed)
        self._shell.run_operation(Operation(tr("Sign letters"), keep, LETTERS, inverse, done=self._told))

    def _told(self, letters: tuple[Letter, ...]) -> None:
        self._shell.notify(Notice(tr("%n letters signed", "", len(letters)), Tone.GOOD))


class _Sign:
    """The work: opens the key and signs. It forgets the passphrase when it begins."""

    def __init__(self, file: Path, passphrase: str) -> None:
        self._file, self._passphrase = file, passphrase
        self._unsigned: tuple[Unsigned, ...] = ()

    def know(self, unsigned: tuple[Unsigned, ...]) -> None:
        """These are to be signed."""
        self._unsigned = unsigned

    def __call__(self, context: JobContext) -> tuple[Signed, ...]:
        key = key_from(self._file, self._passphrase)
        self._passphrase = ""
        return sign_letters(self._unsigned, key, context.progress, context.cancelled)
