"""Choosing what the jury practises on: the example that comes with the program, or a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.challenge_toggles import ChallengeToggles

tr = area("assessment")

FIRST = 2
"""Challenges that are ticked at the start: enough to talk about, and soon scored."""


class ChooseDialog(QDialog):
    """The challenges it is scored on, and where it comes from. Opens without blocking.

    :ivar example_wanted: practise on the example; carries the numbers of the challenges.
    :ivar file_wanted: practise on a file that is still to be chosen; carries the same.
    """

    example_wanted = Signal(object)
    file_wanted = Signal(object)

    def __init__(self, call: Call, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What do you practise on?"))
        self.setModal(True)
        names = [(challenge.number, challenge.personas) for challenge in call.challenges]
        self._names = dict(names)
        self.challenges = ChallengeToggles()
        self.challenges.offer(names)
        self.challenges.choose([number for number, _ in names[:FIRST]])
        self.chosen = label("", "small", wrap=True)
        self.example = button(tr("Use the example"), self._example, part="primary")
        self.file = button(tr("Choose a file…"), self._file, icon="file-text")
        self._fill()
        self.challenges.changed.connect(self._tell)
        self.finished.connect(self.deleteLater)
        self._tell()

    def _fill(self) -> None:
        told = tr(
            "The example is an invented candidacy with strong and weak sides. A file of your own works too. "
            "Whatever you choose lies apart: it never comes into the ranking, the plan, the letters or any "
            "count."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(label(told, "muted", wrap=True))
        column.addWidget(label(tr("Scored on these challenges"), "strong"))
        column.addWidget(self.challenges)
        column.addWidget(self.chosen)
        column.addStretch(1)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.file, self.example))
        self.example.setDefault(True)
        self.resize(theme.metrics().base * 42, theme.metrics().base * 24)

    def _tell(self) -> None:
        chosen = [f"{number} {self._names[number]}" for number in self.challenges.chosen()]
        self.chosen.setText(", ".join(chosen) or tr("Choose at least one challenge."))
        for choice in (self.example, self.file):
            choice.setEnabled(bool(chosen))

    def _example(self) -> None:
        self.example_wanted.emit(self.challenges.chosen())
        self.accept()

    def _file(self) -> None:
        self.file_wanted.emit(self.challenges.chosen())
        self.accept()
