"""Asking for a server and a password, until they open a dossier or the user gives up."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6

from jury_desktop.domain.errors import JuryError
from jury_desktop.ui.dialogs.server_dialog import ServerDialog
from jury_desktop.ui.text import area
from jury_desktop.ui.unlocking import Found
from jury_desktop.ui.window_shell import WindowShell

tr = area("shell")

OF_PASSWORD = frozenset({"server.password_needed", "server.password_wrong"})
"""What is mended with another password; all else with another address, or by somebody else."""


class Connecting:
    """One question; whatever goes wrong is said in it, for address and password can both be mended."""

    def __init__(self, shell: WindowShell, dialog: ServerDialog, opened: Callable[[Found], object]) -> None:
        self._shell = shell
        self._dialog = dialog
        self._opened = opened

    def ask(self, open_with: Callable[[str, str], Found]) -> None:
        """Show the question; ``open_with`` takes address and password and runs on the database thread."""

        def given(place: str, password: str) -> None:
            self._dialog.wait()
            self._shell.jobs.submit(
                lambda _: open_with(place, password),
                self._let_in,
                text=tr("Opening {name}…").format(name=place.rpartition("@")[2]),
                failed=self._not_let_in,
                ended=self._ended,
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
        if shiboken6.isValid(self._dialog):
            of_password = error.message.key in OF_PASSWORD
            self._dialog.show_problem(self._shell.words(error.message), of_password=of_password)

    def _ended(self) -> None:
        """Also after a fault of ours, which is told elsewhere."""
        if shiboken6.isValid(self._dialog) and self._dialog.waits:
            self._dialog.let_go()
