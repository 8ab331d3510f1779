"""Which messages the review shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox

from jury_desktop.services.review import ReviewRow, care
from jury_desktop.ui.pages.candidacies.words import kinds
from jury_desktop.ui.text import area

tr = area("candidacies")

OPEN, CARE, ALL = "open", "care", "all"


class ReviewFilter(QComboBox):
    """All messages, those that wait or ask for attention, or those of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Show which messages"))
        choices = ((ALL, tr("All messages")), (OPEN, tr("To confirm")), (CARE, tr("Asks for attention")))
        for name, text in choices:
            self.addItem(text, name)
        for kind, text in kinds().items():
            self.addItem(text, kind.value)

    def keeper(self) -> Callable[[ReviewRow], bool] | None:
        """Which rows the choice keeps; None for all."""
        wanted = self.currentData()
        if wanted == ALL:
            return None
        if wanted == OPEN:
            return lambda row: not row.placed.confirmed
        if wanted == CARE:
            return lambda row: care(row.placed) < 2
        return lambda row: row.placed.kind.value == wanted
