"""What can be done with the list and the candidacy on show without the mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.ui.actions import Action
from jury_desktop.ui.pages.candidacies.details import DetailsPanel
from jury_desktop.ui.pages.candidacies.list_panel import ListPanel
from jury_desktop.ui.text import area

tr = area("candidacies")


class Keys(QObject):
    """The actions on one candidacy, for the menu, the palette and their shortcuts."""

    def __init__(self, candidacies: ListPanel, details: DetailsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._list = candidacies
        self._details = details

    def actions(self) -> tuple[Action, ...]:
        """All of them."""
        return (
            Action("candidacies.admit", tr("Admissible · next"), self._admit, "Ctrl+Return", "check"),
            Action("candidacies.complete", tr("To complete"), self._to_complete),
            Action("candidacies.late", tr("Late…"), self._late),
            Action("candidacies.inadmissible", tr("Inadmissible…"), self._inadmissible),
            Action("candidacies.next", tr("Next candidacy"), self._next, "Alt+Down"),
            Action("candidacies.previous", tr("Previous candidacy"), self._previous, "Alt+Up"),
            Action("candidacies.search", tr("Search in the candidacies"), self._search, "Ctrl+F", "search"),
        )

    def _admit(self) -> None:
        self._details.judge(Admissibility.ADMISSIBLE)

    def _to_complete(self) -> None:
        self._details.judge(Admissibility.TO_COMPLETE)

    def _late(self) -> None:
        self._details.judge(Admissibility.LATE)

    def _inadmissible(self) -> None:
        self._details.judge(Admissibility.INADMISSIBLE)

    def _next(self) -> None:
        self._list.step(1)

    def _previous(self) -> None:
        self._list.step(-1)

    def _search(self) -> None:
        self._list.search.setFocus()
