"""Writes what the dossier keeps to a file of the user's choice, and says how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.services.candidacies import attachment_content
from jury_desktop.services.candidacy_sheet import write_candidacies
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("candidacies")


class Saver(QObject):
    """Saves one kept content at a time; belongs to the widget that offers it."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._key = ""

    def save(self, sha256: str, name: str) -> None:
        """Let the user choose a place for the content, with ``name`` proposed, and write it there."""
        self._key = sha256
        self._shell.pick_save(tr("Save a copy"), "", name, self._chosen)

    def _chosen(self, place: Path) -> None:
        key = self._key

        def write(dossier: Dossier, _: JobContext) -> Path:
            write_file(place, attachment_content(dossier, key))
            return place

        self._shell.run_job(write, self._written)

    def _written(self, place: Path) -> None:
        self._shell.notify(Notice(tr("Saved as {name}.").format(name=place.name), Tone.GOOD))


class Exporter(QObject):
    """Writes the list of candidacies to a workbook."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    @asks(write_candidacies)
    def export(self) -> None:
        """Let the user choose a place, and write the workbook there."""
        filters = tr("Workbooks") + " (*.xlsx)"
        name = tr("candidacies") + ".xlsx"
        self._shell.pick_save(tr("Export the candidacies"), filters, name, self._chosen)

    def _chosen(self, place: Path) -> None:
        language = self._shell.language

        def write(dossier: Dossier, _: JobContext) -> tuple[int, str]:
            return write_candidacies(dossier, place, language), place.name

        self._shell.run_job(write, self._written)

    def _written(self, done: tuple[int, str]) -> None:
        count, name = done
        said = tr("%n candidacies written to {name}.", "", count).format(name=name)
        self._shell.notify(Notice(said, Tone.GOOD))


def write_file(place: Path, content: bytes) -> None:
    """Writes the content.

    :raises JuryError: when it cannot be written there.
    """
    try:
        place.write_bytes(content)
    except OSError as error:
        raise refuse("import.cannot_write", path=str(place), detail=cause(error)) from error
