"""The particulars and the availability of a candidacy, changed by the regisseur and undone on Ctrl+Z."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.candidacies import Particulars, correct_candidacy, particulars_of, set_availability
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("candidacies")

CHANGES = frozenset({Subject.CANDIDACY, Subject.CONFLICT})


class Correcting(QObject):
    """Keeps corrections.

    :ivar refused: one could not be kept; the reason has been said.
    """

    refused = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def correct(self, was: Candidacy, wanted: Particulars) -> None:
        """Keep other particulars of a candidacy."""
        old, key = particulars_of(was), was.id
        self._shell.run_operation(
            Operation(
                tr("Change the particulars of {reference}").format(reference=was.reference),
                lambda dossier, _: correct_candidacy(dossier, key, wanted, seen=old),
                CHANGES,
                inverse=lambda made: lambda dossier, _: correct_candidacy(dossier, key, old, undoes=made),
                failed=self._refused,
            )
        )

    def set_availability(
        self, was: Candidacy, stretches: tuple[Interval, ...], preferred: tuple[str, ...]
    ) -> None:
        """Keep when the candidate can pitch."""
        key, before = was.id, (was.unavailable, was.preferred_windows)
        self._shell.run_operation(
            Operation(
                tr("Change the availability of {reference}").format(reference=was.reference),
                lambda dossier, _: set_availability(dossier, key, stretches, preferred),
                CHANGES,
                inverse=lambda made: lambda dossier, _: set_availability(dossier, key, *before, undoes=made),
                failed=self._refused,
            )
        )

    def _refused(self, error: JuryError) -> None:
        self._shell.notify(Notice(error.message, Tone.BAD))
        self.refused.emit()
