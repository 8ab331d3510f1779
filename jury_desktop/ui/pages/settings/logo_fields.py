"""The logo at the head of the letters: chosen from a file, described for who cannot see it, or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.letter_texts import LetterTexts
from jury_desktop.services.letter_texts import TextChange, save_logo, save_logo_file, take_back
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import Operation, Subject, Verb, calling
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row

tr = area("settings")

CHANGES = frozenset({Subject.SETTINGS, Subject.LETTER})


class LogoFields(QWidget):
    """Says what is on the logo, and takes another."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._alt = ""
        self._file = Path()
        self.shown = label("", wrap=True)
        self.choose = button(tr("Choose a logo…"), self._pick)
        self.remove = button(tr("Take the logo away"), self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Logo"), "strong"))
        column.addWidget(self.shown)
        column.addLayout(row(self.choose, self.remove, None))

    def show_texts(self, texts: LetterTexts) -> None:
        """Show what is kept."""
        self._alt = texts.logo_alt
        self.shown.setText(texts.logo_alt if texts.logo else tr("No logo"))
        self.remove.setVisible(bool(texts.logo))

    @asks(save_logo_file)
    def _pick(self) -> None:
        self._shell.pick_open(tr("Logo"), f"{tr('Pictures')} (*.png *.jpg *.jpeg)", self._picked)

    def _picked(self, files: Sequence[Path]) -> None:
        if files:
            self._file = files[0]
            text = tr(
                "A screen reader reads this aloud in the place of the logo: “Logo of the town of Netegem”."
            )
            choices = (Choice("keep", tr("Keep"), primary=True),)
            title, asked = tr("What is on the logo?"), tr("Description")
            self._shell.ask(Question(title, text, choices, asked, self._alt), self._described)

    def _described(self, answer: Answer) -> None:
        alt = " ".join(answer.reason.split())
        self._run(calling(save_logo_file, self._file, alt))

    @asks(save_logo)
    def _remove(self) -> None:
        self._run(calling(save_logo, None, ""))

    def _run(self, verb: Verb[TextChange]) -> None:
        self._shell.run_operation(Operation(tr("Change the logo"), verb, CHANGES, _back))


def _back(change: TextChange) -> Verb[TextChange]:
    return calling(take_back, change)
