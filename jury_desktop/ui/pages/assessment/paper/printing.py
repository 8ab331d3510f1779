"""Printing the sheets of a round: read from the dossier, drawn beside it, a file for each juror."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.letters.sheet_stack import SheetStack
from jury_desktop.services.paper_prints import sheet_stacks, write_stacks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import calling
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("assessment")


@dataclass(frozen=True, slots=True)
class _Write:
    """Draws the sheets, a file for each juror."""

    stacks: tuple[SheetStack, ...]
    folder: Path

    def __call__(self, context: JobContext) -> tuple[Path, ...]:
        def before(done: int, total: int) -> None:
            context.check()
            context.progress(done, total)

        return write_stacks(self.stacks, self.folder, before)


class Printing(QObject):
    """Asks for a folder and fills it.

    :param said: hears what has been written, or why it could not be, and whether that is bad.
    """

    def __init__(self, shell: Shell, said: Callable[[str, bool], object], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._said = said

    def ask(self, round_: Round) -> None:
        """Let the officer choose where the sheets of a round go."""

        def picked(folder: Path) -> None:
            self._read(round_, folder)

        self._shell.pick_folder(tr("Where do the sheets go?"), picked)

    def _read(self, round_: Round, folder: Path) -> None:
        def read(stacks: tuple[SheetStack, ...]) -> None:
            work, run = _Write(stacks, folder), self._shell.run_calculation
            if shiboken6.isValid(self):
                text = tr("Making the sheets…")
                run(work, self._printed, key="paper-print", text=text, failed=self._failed)

        work = calling(sheet_stacks, round_, self._shell.language)
        self._shell.run_job(work, read, key="paper-stacks", failed=self._failed)

    def _printed(self, files: tuple[Path, ...]) -> None:
        told = tr("%n files with sheets lie in {folder}, one for each juror.", "", len(files))
        self._said(told.format(folder=files[0].parent), False)

    def _failed(self, error: JuryError) -> None:
        self._said(self._shell.words(error.message), True)
