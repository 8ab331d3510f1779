"""A question that only the user can answer; everything else is said in a notice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.notices import words
from jury_desktop.ui.shell import Answer, Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack

tr = area("shell")

SIDE_BY_SIDE = 2
"""More choices than this stand below each other."""


class QuestionDialog(QDialog):
    """A question with its choices, and a field for the reason where one is asked."""

    def __init__(
        self, question: Question, language: str, answered: Callable[[Answer], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._answered = answered
        self.setWindowTitle(question.title)
        self.setModal(True)
        self.reason = QPlainTextEdit()
        self.buttons: dict[str, QPushButton] = {}
        self._fill(words(question.text, language))
        self._reason_changed()
        self.finished.connect(self.deleteLater)

    def _fill(self, text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.question.title, "title", wrap=True))
        column.addWidget(label(text, wrap=True, select=True))
        if self.question.reason:
            self._fill_reason(column)
            QShortcut(QKeySequence(SUBMIT), self, self._submit)
        column.addSpacing(6)
        cancel = button(tr("Cancel"), self.reject)
        choices = [self._choice(choice) for choice in self.question.choices]
        if len(choices) > SIDE_BY_SIDE:
            column.addLayout(stack(*choices))
            choices = []
        column.addLayout(row(cancel, None, *choices))
        self.setMinimumWidth(theme.metrics().base * 36)

    def _fill_reason(self, column: QVBoxLayout) -> None:
        caption = label(self.question.reason, "muted")
        caption.setBuddy(self.reason)
        self.reason.setAccessibleName(self.question.reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.metrics().base * 7)
        self.reason.setPlainText(self.question.proposal)
        self.reason.selectAll()  # what is typed takes the place of the proposal; an arrow key goes on from it
        self.reason.textChanged.connect(self._reason_changed)
        column.addWidget(caption)
        column.addWidget(self.reason)

    def _choice(self, choice: Choice) -> QPushButton:
        part = "primary" if choice.primary else "danger" if choice.danger else ""
        made = button(choice.text, self._chosen, part=part)
        made.setDefault(choice.primary)
        made.setObjectName(choice.key)
        self.buttons[choice.key] = made
        return made

    def _reason_changed(self) -> None:
        ready = not self.question.reason or bool(self.reason.toPlainText().strip())
        for made in self.buttons.values():
            made.setEnabled(ready)

    def _submit(self) -> None:
        """Press the main choice, or the only one; of several equals none is meant."""
        choices = self.question.choices
        main = [choice for choice in choices if choice.primary] or choices
        if len(main) == 1:
            self.buttons[main[0].key].click()

    def _chosen(self) -> None:
        sender = self.sender()
        self.accept()
        if sender is not None:
            self._answered(Answer(sender.objectName(), self.reason.toPlainText().strip()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)
