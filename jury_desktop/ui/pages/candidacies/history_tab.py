"""Geschiedenis: what the journal says about one candidacy, newest first; what is sealed is only counted."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.services.journal import JournalLine
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import clear, label, rule
from jury_desktop.ui.widgets.event_view import EventView
from jury_desktop.ui.widgets.form import scroll

tr = area("candidacies")

SHOWN = 60
"""Events shown here; all of them stand in the journal."""


class HistoryTab(QWidget):
    """The events of one candidacy."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shown: tuple[JournalLine, ...] | None = None
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 2, 10, 8)
        self._column.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(inner, tr("History")))

    def show_details(self, details: CandidacyDetails) -> None:
        """Show what happened to a candidacy."""
        if details.history == self._shown:
            return
        self._shown = details.history
        clear(self._column)
        if sealed := sum(line.sealed for line in details.history):
            said = tr("%n events on score sheets are sealed for now. They stand in the journal.", "", sealed)
            self._column.addWidget(label(said, "note", wrap=True))
        told = [line for line in details.history if not line.sealed]
        for line in told[:SHOWN]:
            self._column.addWidget(EventView(line, self._language))
            self._column.addWidget(rule())
        self._column.addStretch(1)
