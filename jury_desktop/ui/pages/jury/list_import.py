"""Taking over a list of jurors: choose the file, see what it would do, then keep it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jury_desktop.services.import_jurors import JurorImport, import_jurors
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.jury import steps
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

        def done(found: JurorImport) -> None:
            self._ask(files[0], found)

        text = tr("Reading the list…")
        work = calling(import_jurors, files[0], dry_run=True)
        self._shell.run_job(work, done, key="jury-import", text=text)

    def _ask(self, file: Path, found: JurorImport) -> None:
        def answered(_answer: Answer) -> None:
            self._shell.run_operation(steps.importing(file))

        text = "\n".join(self._account(found))
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


def columns() -> str:
    """What a list must look like."""
    names = "naam, organisatie, functie, e-mail, hoedanigheid, deskundigheid, beschikbaar, 14/06 …"
    return tr("Excel or CSV with the columns {names}").format(names=names)
