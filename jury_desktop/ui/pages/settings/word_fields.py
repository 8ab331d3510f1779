"""The document on which drafts in Word are written: one's own, chosen from a file, or a plain page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.word_paper import NONE, KeptPaper, save_word_paper, set_word_paper
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import Operation, Subject, Verb, calling
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row

tr = area("settings")

CHANGES = frozenset({Subject.SETTINGS})


class WordFields(QWidget):
    """Says what the document is called, and takes another."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.shown = label("", wrap=True)
        self.choose = button(tr("Choose a document…"), self._pick)
        self.remove = button(tr("Take the document away"), self._remove)
        says = tr(
            "Put {field} where the letter comes; other fields are those of the texts, such as {example}."
        ).format(field="{{ letter }}", example="{{ reference }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Document for drafts in Word"), "strong"))
        column.addWidget(self.shown)
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(row(self.choose, self.remove, None))

    def show_paper(self, kept: KeptPaper) -> None:
        """Show what is kept."""
        self.shown.setText(kept.name or tr("A plain page"))
        self.remove.setVisible(kept != NONE)

    @asks(save_word_paper)
    def _pick(self) -> None:
        kinds = f"{tr('Word documents')} (*.docx)"
        self._shell.pick_open(tr("Document for drafts in Word"), kinds, self._picked)

    def _picked(self, files: Sequence[Path]) -> None:
        if files:
            self._run(calling(save_word_paper, files[0]))

    @asks(set_word_paper)
    def _remove(self) -> None:
        self._run(calling(set_word_paper, NONE))

    def _run(self, verb: Verb[KeptPaper]) -> None:
        text = tr("Change the document for Word")
        self._shell.run_operation(Operation(text, verb, CHANGES, _back))


def _back(before: KeptPaper) -> Verb[KeptPaper]:
    return calling(set_word_paper, before)
