"""What can be done with the list and the candidacy on show without the mouse."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.proof import state_arrival
from jury_desktop.services.request_mail import draft_request, keep_request
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.candidacies.details import DetailsPanel
from jury_desktop.ui.pages.candidacies.list_panel import ListPanel
from jury_desktop.ui.pages.candidacies.source_field import SHORTCUT
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
            Action("candidacies.request", tr("Ask for what lacks…"), self._request, "", "mail"),
            Action(
                "candidacies.arrival",
                tr("Establish the arrival…"),
                self._arrival,
                "",
                "clock",
                words=tr("proof in time"),
            ),
            Action("candidacies.letter", tr("To the letter about this"), self._letter, "", "mail"),
            Action("candidacies.next", tr("Next candidacy"), self._next, "Alt+Down"),
            Action("candidacies.previous", tr("Previous candidacy"), self._previous, "Alt+Up"),
            Action("candidacies.source", tr("Show where it stands"), self._source, SHORTCUT),
            *self._tabs(),
            Action("candidacies.search", tr("Search in the candidacies"), self._search, "Ctrl+F", "search"),
        )

    def _tabs(self) -> Iterator[Action]:
        """Alt and a digit go to a tab, in the order in which they stand."""
        opening = {
            "files": (tr("Attachments"), self._files),
            "particulars": (tr("Particulars"), self._particulars),
            "checklist": (tr("Checklist"), self._checklist),
            "messages": (tr("Messages"), self._messages),
            "progress": (tr("Jury"), self._progress),
            "history": (tr("History"), self._history),
        }
        for number, (key, (text, run)) in enumerate(opening.items(), start=1):
            yield Action(f"candidacies.tab_{key}", text, run, f"Alt+{number}")

    def _files(self) -> None:
        self._details.enter_tab("files")

    def _particulars(self) -> None:
        self._details.enter_tab("particulars")

    def _checklist(self) -> None:
        self._details.enter_tab("checklist")

    def _messages(self) -> None:
        self._details.enter_tab("messages")

    def _progress(self) -> None:
        self._details.enter_tab("progress")

    def _history(self) -> None:
        self._details.enter_tab("history")

    @asks(judge_admissibility)
    def _admit(self) -> None:
        self._details.judge(Admissibility.ADMISSIBLE)

    @asks(judge_admissibility)
    def _to_complete(self) -> None:
        self._details.judge(Admissibility.TO_COMPLETE)

    @asks(judge_admissibility)
    def _late(self) -> None:
        self._details.judge(Admissibility.LATE)

    @asks(judge_admissibility)
    def _inadmissible(self) -> None:
        self._details.judge(Admissibility.INADMISSIBLE)

    @asks(draft_request, keep_request)
    def _request(self) -> None:
        self._details.ask_for_what_lacks()

    @asks(state_arrival)
    def _arrival(self) -> None:
        self._details.establish_arrival()

    def _letter(self) -> None:
        self._details.go_to_letter()

    def _source(self) -> None:
        self._details.particulars.go_to_source()

    def _next(self) -> None:
        self._list.step(1)

    def _previous(self) -> None:
        self._list.step(-1)

    def _search(self) -> None:
        self._list.search.setFocus()
