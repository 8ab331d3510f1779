"""Taking over a list of scores from Excel or CSV: choose the file, see what it would do, then keep it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jury_desktop.services.import_scores import ScoreImport, import_scores
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Changes, Operation, Subject, calling
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("assessment")

FILES = "Excel, CSV (*.xlsx *.csv)"
SHEET: Changes = frozenset({Subject.SHEET})
MOST_TOLD = 12
"""Refused rows that are told one by one; more of them are counted."""


class ScoreListImport:
    """Asks and tells through the window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    @asks(import_scores)
    def pick(self) -> None:
        """Let the user choose a list."""
        self._shell.pick_open(tr("List of scores"), FILES, self._rehearse)

    def _rehearse(self, files: Sequence[Path]) -> None:
        """First a dry run, so that nothing is kept before the user has seen what would be."""

        def done(found: ScoreImport) -> None:
            self._ask(files[0], found)

        text = tr("Reading the list…")
        work = calling(import_scores, files[0], dry_run=True)
        self._shell.run_job(work, done, key="assessment-import", text=text)

    def _ask(self, file: Path, found: ScoreImport) -> None:
        def answered(answer: Answer) -> None:
            verb = calling(import_scores, file, submit=answer.choice == "submit")
            self._shell.run_operation(
                Operation(tr("Import scores"), verb, SHEET, Final.CELLS, said=_imported)
            )

        text = "\n".join(self._account(found))
        if found.added or found.changed:
            choices = (
                Choice("submit", tr("Import, and submit what is complete")),
                Choice("import", tr("Import as drafts"), primary=True),
            )
            self._shell.ask(Question(tr("Import {file}?").format(file=file.name), text, choices), answered)
        else:
            self._shell.notify(Notice(text, Tone.WARN if found.rejected else Tone.INFO))

    def _account(self, found: ScoreImport) -> list[str]:
        counts = (
            tr("%n scores to add", "", found.added),
            tr("%n to change", "", found.changed),
            tr("%n already the same", "", found.same),
            tr("%n rows refused", "", len(found.rejected)),
        )
        rows = [
            tr("Row {row}: {reason}").format(row=each.row, reason=self._shell.words(each.reason))
            for each in found.rejected[:MOST_TOLD]
        ]
        more = len(found.rejected) - MOST_TOLD
        return [" · ".join(counts), *rows, *([tr("… and %n more", "", more)] if more > 0 else [])]


def _imported(found: ScoreImport) -> str:
    told = tr("%n scores added", "", found.added) + ", " + tr("%n changed", "", found.changed)
    submitted = tr("%n sheets submitted", "", found.submitted) if found.submitted else ""
    return ", ".join(filter(None, (told, submitted))) + "."


def columns() -> str:
    """What a list must look like."""
    names = "jurylid, kandidatuur, ronde, criterium, uitdaging, score, toelichting"
    return tr("Excel or CSV with the columns {names}").format(names=names)
