"""Declare a conflict of interest: which juror, which candidacy, why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QWidget

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("jury")

Declared = Callable[[str, str, str], object]
"""Gets juror id, candidacy id and reason."""


class DeclareConflictDialog(QDialog):
    """Asks for the three, and does not close before they are there."""

    def __init__(
        self,
        jurors: Sequence[Juror],
        candidacies: Sequence[Candidacy],
        declared: Declared,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._declared = declared
        self.setWindowTitle(tr("Declare a conflict of interest"))
        self.juror = Field(tr("Juror"), _choice([(juror.id, juror.name) for juror in jurors]))
        listed = [(each.id, f"{each.reference}  {each.organisation}") for each in candidacies]
        self.candidacy = Field(tr("Candidacy"), _choice(listed))
        self.reason = Field(
            tr("Reason"), GrowingText(tr("Reason")), tr("In a sentence; it stays in the dossier.")
        )
        self.keep = button(tr("Declare"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self._build()
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        says = tr("From this moment on the juror no longer gets the candidacy to score.")
        buttons = row(None, button(tr("Cancel"), self.reject), self.keep)
        title = label(self.windowTitle(), "title")
        parts = (title, label(says, "muted", wrap=True), self.juror, self.candidacy, self.reason, buttons)
        column = stack(*parts, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)
        self.setMinimumWidth(440)

    def choose(self, juror: str) -> None:
        """Propose a juror."""
        box = self.juror.widget
        if isinstance(box, QComboBox):
            box.setCurrentIndex(box.findData(juror))

    def _keep(self) -> None:
        juror, candidacy = (self._picked(field) for field in (self.juror, self.candidacy))
        text = self.reason.widget
        reason = text.toPlainText().strip() if isinstance(text, QPlainTextEdit) else ""
        missing = tr("Give a reason.") if not reason else ""
        self.reason.show_problem(missing)
        if juror and candidacy and reason:
            self.accept()
            self._declared(juror, candidacy, reason)

    def _picked(self, field: Field) -> str:
        box = field.widget
        found = box.currentData() if isinstance(box, QComboBox) else None
        field.show_problem("" if found else tr("Choose one."))
        return found or ""


def _choice(options: Sequence[tuple[str, str]]) -> QComboBox:
    made = ChoiceBox()
    made.setPlaceholderText(tr("Choose…"))
    for key, text in options:
        made.addItem(text, key)
    made.setCurrentIndex(-1)
    return made
