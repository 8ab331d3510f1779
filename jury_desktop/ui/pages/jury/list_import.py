"""Taking over a list of jurors: choose the file, see what it would do, then keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jury_desktop.services.import_jurors import JurorImport, import_jurors
from jury_desktop.services.jury import jury
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.jury import steps
from jury_desktop.ui.pages.jury.list_lines import change_lines
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("jury")

FILES = "Excel, CSV (*.xlsx *.csv)"


class ListImport:
    """Asks and tells through the window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    @asks(import_jurors)
    def pick(self) -> None:
        """Let the user choose a list."""
        self._shell.pick_open(tr("List of jurors"), FILES, self._rehearse)

    def _rehearse(self, files: Sequence[Path]) -> None:
        """First a dry run, so that nothing is kept before the user has seen what would be."""

        def done(found: tuple[JurorImport, Sequence[str]]) -> None:
            self._ask(files[0], *found)

        text = tr("Reading the list…")
        self._shell.run_job(_Rehearsal(files[0], self._shell.language), done, key="jury-import", text=text)

    def _ask(self, file: Path, found: JurorImport, lines: Sequence[str]) -> None:
        def answered(_answer: Answer) -> None:
            self._shell.run_operation(steps.importing(file))

        text = "\n".join((*self._account(found), *(("", *lines) if lines else ())))
        if found.added or found.changed:
            choices = (Choice("import", tr("Import"), primary=True),)
            self._shell.ask(Question(tr("Import {file}?").format(file=file.name), text, choices), answered)
        else:
            self._shell.notify(Notice(text, Tone.WARN if found.rejected else Tone.INFO))

    def _account(self, found: JurorImport) -> list[str]:
        counts = (
            tr("%n to add", "", len(found.added)),
            tr("%n to change", "", len(found.changed)),
            tr("%n already the same", "", found.same),
            tr("%n refused", "", len(found.rejected)),
        )
        rows = [
            tr("Row {row}: {reason}").format(row=each.row, reason=self._shell.words(each.reason))
            for each in found.rejected
        ]
        return [" · ".join(counts), *rows]


@dataclass(frozen=True, slots=True)
class _Rehearsal:
    """Tells what a list would do, and each line of that."""

    file: Path
    language: str

    def __call__(self, dossier: Dossier, context: JobContext) -> tuple[JurorImport, Sequence[str]]:
        found = import_jurors(dossier, self.file, dry_run=True)
        return found, change_lines(found.change, jury(dossier).call.windows, self.language)


def columns() -> str:
    """What a list must look like."""
    names = "naam, organisatie, functie, e-mail, hoedanigheid, deskundigheid, beschikbaar, 14/06 …"
    return tr("Excel or CSV with the columns {names}").format(names=names)
