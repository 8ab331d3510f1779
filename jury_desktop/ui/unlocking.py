"""Asking for the words that open a packet or a dossier, until they do or the user gives up."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6

from jury_desktop.domain.errors import JuryError
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog
from jury_desktop.ui.window_shell import WindowShell

Found = tuple[Dossier, str]
"""A dossier, and the place by which it is found again."""
MENDABLE = frozenset({"packet.wrong_passphrase", "storage.wrong_passphrase", "storage.recovery_mistyped"})
"""What is said in the dialog, which stays: a wrong word can be mended."""


class Unlocking:
    """One question for the words; ``opened`` and ``refused`` are told how it ended, if it did."""

    def __init__(
        self,
        shell: WindowShell,
        dialog: PassphraseDialog,
        opened: Callable[[Found], object],
        refused: Callable[[JuryError], object],
    ) -> None:
        self._shell = shell
        self._dialog = dialog
        self._opened = opened
        self._refused = refused

    def ask(self, open_with: Callable[[str], Found], text: str) -> None:
        """Show the question; ``open_with`` runs on the database thread and ``text`` tells of it."""

        def given(words: str) -> None:
            self._dialog.wait()
            self._shell.jobs.submit(
                lambda _: open_with(words), self._let_in, text=text, failed=self._not_let_in
            )

        self._dialog.given.connect(given)
        self._dialog.open()

    def _let_in(self, found: Found) -> None:
        if shiboken6.isValid(self._dialog):  # the user may have given up meanwhile
            self._dialog.accept()
            self._opened(found)
        else:
            self._shell.jobs.submit(lambda _: found[0].store.close())

    def _not_let_in(self, error: JuryError) -> None:
        if not shiboken6.isValid(self._dialog):
            return
        if error.message.key in MENDABLE:
            self._dialog.show_problem(self._shell.words(error.message))
        else:
            self._dialog.reject()
            self._refused(error)
