"""Signing final letters: asks for the key and its passphrase or PIN, forgotten as soon as it was used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.card import CardCertificate
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import Letter
from jury_desktop.services.letter_book import LetterKey, LetterRow
from jury_desktop.services.letter_signing import (
    NOT_VALID,
    Signed,
    Unsigned,
    card_module,
    certificates_on,
    keep_signed,
    sign_letters,
    take_back_signatures,
    to_sign,
)
from jury_desktop.ui.dialogs.question import QuestionDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Verb, calling
from jury_desktop.ui.pages.letters.sending import LETTERS
from jury_desktop.ui.pages.letters.sign_dialog import FILE, CardPart, KeyFilePart, SignDialog
from jury_desktop.ui.shell import Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from jury_desktop.letters.cards import CardKey
    from jury_desktop.letters.signing import KeyFile

tr = area("letters")


class Signing(QObject):
    """Signs the letters that the page asks for; what the user chose is remembered while the page lives."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self._keys: tuple[LetterKey, ...] = ()
        self._way = FILE
        self._file: Path | None = None
        self._module = card_module()
        self._dialog: SignDialog | None = None

    def ask(self, rows: Sequence[LetterRow]) -> None:
        """With which key are these final letters signed?"""
        self._keys = tuple(found.key for found in rows)
        self._dialog = SignDialog(len(rows), self._way, self._file, self._module, self._page)
        self._dialog.file_wanted.connect(self._browse)
        self._dialog.read_wanted.connect(self._read)
        self._dialog.given.connect(self._given)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _browse(self) -> None:
        if self._dialog is None:
            return
        part = self._dialog.part()
        by_card = part is self._dialog.by_card
        title = tr("Library of the card (PKCS#11)") if by_card else tr("Key to sign with")
        kinds = f"{tr('Libraries')} (*.dll *.so *.so.* *.dylib)" if by_card else f"{tr('Keys')} (*.p12 *.pfx)"
        self._shell.pick_open(title, kinds, partial(self._picked, part))

    def _picked(self, part: KeyFilePart | CardPart, files: Sequence[Path]) -> None:
        if self._dialog is not None and files:
            part.choose(files[0])

    def _read(self) -> None:
        """What is on the card of the library that is filled in?"""
        module = self._dialog.by_card.module() if self._dialog is not None else None
        if self._dialog is None or module is None:
            return
        self._dialog.by_card.wait()
        self._shell.run_calculation(
            lambda _: certificates_on(module),
            self._offer,
            key="card",
            text=tr("Reading the card…"),
            failed=self._unread,
        )

    def _offer(self, found: tuple[CardCertificate, ...]) -> None:
        if self._dialog is not None and self._dialog.by_card.module() == found[0].module:
            self._dialog.show_certificates(found)

    def _unread(self, error: JuryError) -> None:
        if self._dialog is not None:
            self._dialog.show_unread(self._shell.words(error.message))

    def _given(self) -> None:
        self._start(self._shell.now())

    def _start(self, at: datetime | None) -> None:
        """Sign as of now, or whatever the certificate says of now."""
        if self._dialog is None:
            return
        self._way, part = self._dialog.ways.current(), self._dialog.part()
        self._file = Path(self._dialog.by_file.file.text().strip())
        self._module = self._dialog.by_card.module()
        self._dialog.wait()
        work = _Sign(part.key(), at)
        read = calling(to_sign, self._keys)
        self._shell.run_job(read, lambda found: self._sign(found, work), key="letters-to-sign")

    def _sign(self, unsigned: tuple[Unsigned, ...], work: _Sign) -> None:
        work.know(unsigned)
        text = tr("Signing the letters…")
        self._shell.run_calculation(work, self._keep, text=text, failed=self._refused)

    def _refused(self, error: JuryError) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(self._shell.words(error.message))
            if error.message.key in NOT_VALID:
                self._ask_anyway(error.message, self._dialog)
        else:
            self._shell.notify(Notice(error.message, Tone.BAD))

    def _ask_anyway(self, why: Message, dialog: SignDialog) -> None:
        anyway = Choice("anyway", tr("Sign all the same"))
        question = Question(tr("Sign with this certificate?"), why, (anyway,))
        QuestionDialog(question, self._shell.language, lambda _: self._start(None), dialog).open()

    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.forget()
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
    """The work: opens the key and signs. It forgets the passphrase or PIN when it begins."""

    def __init__(self, key: Callable[[], KeyFile | CardKey], at: datetime | None) -> None:
        self._key: Callable[[], KeyFile | CardKey] | None = key
        self._at = at
        self._unsigned: tuple[Unsigned, ...] = ()

    def know(self, unsigned: tuple[Unsigned, ...]) -> None:
        """These are to be signed."""
        self._unsigned = unsigned

    def __call__(self, context: JobContext) -> tuple[Signed, ...]:
        assert self._key is not None, "a key is used once"
        key, self._key = self._key(), None
        return sign_letters(self._unsigned, key, context.progress, context.cancelled, at=self._at)
