"""The regisseur establishes when a message arrived: asked in a window of its own, kept, undone on Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import ProofChange, state_arrival, undo_proof
from jury_desktop.services.review import ReviewRow
from jury_desktop.ui.dialogs.arrival_dialog import ArrivalDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.pages.candidacies.reading import CHANGES
from jury_desktop.ui.pages.candidacies.review_table import heading, key
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("intake")


class Establishing(QObject):
    """Establishes the arrival of one message at a time."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._row: ReviewRow | None = None

    def ask(self, row: ReviewRow, deadline: datetime) -> None:
        """Ask when a message arrived; of one without any proof the deadline is where the clock starts."""
        self._row = row
        dialog = ArrivalDialog(heading(row), row.placed.mail.arrival.at or deadline, self._window)
        dialog.established.connect(self._establish)
        dialog.open()

    def _establish(self, at: datetime, reason: str) -> None:
        if self._row is None:
            return
        sha256 = key(self._row)

        def verb(dossier: Dossier, _: JobContext) -> ProofChange:
            return state_arrival(dossier, sha256, at, reason)

        text = tr("Establish the arrival of {message}").format(message=heading(self._row))
        self._shell.run_operation(Operation(text, verb, CHANGES, inverse=unproving))


def unproving(change: ProofChange) -> Callable[[Dossier, JobContext], None]:
    """What puts the proof back as it was."""
    return lambda dossier, _: undo_proof(dossier, change)
