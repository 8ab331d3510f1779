"""What the officer does with the practice: choose a candidacy, see the scores side by side, clear it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Call
from jury_desktop.services.practice import (
    ClearedPractice,
    PracticeState,
    PracticeTable,
    choose_practice,
    practice_table,
    put_back_practice,
    remove_practice,
)
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.pages.assessment.practice.choose_dialog import ChooseDialog
from jury_desktop.ui.pages.assessment.practice.table_dialog import TableDialog
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.empty import EmptyState

tr = area("assessment")

SHEET: Changes = frozenset({Subject.SHEET})
FILES = "*.pdf *.docx *.odt *.txt *.png *.jpg *.jpeg"


class PracticeSteps:
    """Asks and tells through the window."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def nothing_yet(self, call: Call) -> EmptyState:
        """Before a candidacy to practise on was chosen."""
        text = tr(
            "Let the jury score one invented candidacy first, with the same sheet and the same scale, "
            "and talk about the differences. It counts for nothing."
        )

        @asks(choose_practice)
        def choose() -> None:
            self.choose(call)

        return EmptyState(
            "scale", tr("Practise first?"), text, tr("Choose a candidacy to practise on…"), choose
        )

    def choose(self, call: Call) -> None:
        """Choose what to practise on, and the challenges."""
        dialog = ChooseDialog(call, self._parent)

        def example(challenges: Sequence[int]) -> None:
            self._lay(calling(choose_practice, None, tuple(challenges)))

        def from_file(challenges: Sequence[int]) -> None:
            def picked(files: Sequence[Path]) -> None:
                self._lay(calling(choose_practice, files[0], tuple(challenges)))

            self._shell.pick_open(tr("A candidacy to practise on"), tr("Documents") + f" ({FILES})", picked)

        dialog.example_wanted.connect(example)
        dialog.file_wanted.connect(from_file)
        dialog.open()

    def _lay(self, verb: Verb[PracticeState]) -> None:
        text = tr("Choose a candidacy to practise on")
        self._shell.run_operation(Operation(text, verb, SHEET, inverse=_cleared))

    def compare(self) -> None:
        """Show what everybody gave, side by side; not before the rule of the call opens it."""

        def read(table: PracticeTable) -> None:
            TableDialog(table, self._shell.language, self._parent).open()

        self._shell.run_job(calling(practice_table), read, key="practice-table")

    def clear(self, done: Callable[[], object]) -> None:
        """Clear the practice away, once the officer is sure."""
        text = tr("The candidacy and everything scored in practice go. Nothing that counts changes.")
        choices = (Choice("clear", tr("Clear the practice"), danger=True),)

        def answered(_answer: Answer) -> None:
            text, verb = tr("Clear the practice"), calling(remove_practice)
            operation = Operation(text, verb, SHEET, inverse=_laid_back, done=lambda _: self._gone(done))
            self._shell.run_operation(operation)

        self._shell.ask(Question(tr("Clear the practice?"), text, choices), answered)

    def _gone(self, done: Callable[[], object]) -> None:
        self._shell.notify(Notice(tr("The practice has been cleared."), Tone.GOOD))
        done()


def _cleared(_result: object) -> Verb[ClearedPractice]:
    return calling(remove_practice)


def _laid_back(cleared: ClearedPractice) -> Verb[None]:
    return calling(put_back_practice, cleared)
