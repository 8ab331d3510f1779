"""Controlelijst: what the call asks, what the program makes of it, and what the regisseur says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.completeness import Checked
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.services.request_mail import draft_request, keep_request
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.candidacies.checklist_item import ChecklistItem
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, clear, label, row, rule
from jury_desktop.ui.widgets.form import bring_into_view, scroll

tr = area("candidacies")


class ChecklistTab(QWidget):
    """The checklist of one candidacy.

    :ivar checked: the regisseur says how an item stands; carries its key, and the state or None.
    :ivar request_wanted: the regisseur wants to ask the candidate for what lacks.
    """

    checked = Signal(str, object)
    request_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._candidacy = ""
        self.items: dict[str, ChecklistItem] = {}
        self.summary = label("", "muted", wrap=True)
        self.request = button(tr("Ask for what lacks…"), self._request_clicked, icon="mail")
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 2, 10, 8)
        self._column.setSpacing(10)
        head = row(self.summary, self.request)
        head.setStretch(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(scroll(inner, tr("Checklist")), 1)

    def show_details(self, details: CandidacyDetails) -> None:
        """Show the checklist of a candidacy, of another one from what lacks; the cursor stays on its item."""
        lines = details.checklist
        if [line.item.key for line in lines] != list(self.items):
            self._offer(lines)
        other, self._candidacy = details.candidacy.id != self._candidacy, details.candidacy.id
        for line in lines:
            self.items[line.item.key].show_line(line)
        lacking = sum(line.open for line in lines)
        said = tr("%n items lack.", "", lacking) if lacking else tr("Everything the call asks is there.")
        self.summary.setText(said)
        self.request.setEnabled(bool(lacking))
        if other and lacking:
            bring_into_view(self.items[next(line.item.key for line in lines if line.open)])

    def _offer(self, lines: Sequence[Checked]) -> None:
        """The items are those of the call, so they are made once."""
        clear(self._column)
        self.items = {}
        for line in lines:
            made = ChecklistItem(line.item, self._language)
            made.checked.connect(self.checked)
            self.items[line.item.key] = made
            self._column.addWidget(made)
            self._column.addWidget(rule())
        hint = tr("1 to 4 choose, Backspace leaves it to the program again.")
        self._column.addWidget(label(hint, "small", wrap=True))
        self._column.addStretch(1)

    @asks(draft_request, keep_request)
    def _request_clicked(self) -> None:
        self.request_wanted.emit()
