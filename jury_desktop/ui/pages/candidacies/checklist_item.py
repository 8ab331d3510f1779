"""One item of the checklist: how it stands, why, and on which line of the call it rests."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import RequiredItem
from jury_desktop.domain.candidacy import ItemState
from jury_desktop.domain.completeness import Checked
from jury_desktop.services.completeness import check_item
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.candidacies.words import item_states
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import label, row
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.state_segments import StateSegments
from jury_desktop.wording import day, render

tr = area("candidacies")

_NOTHING = Pill("", Tone.NEUTRAL)


class ChecklistItem(QWidget):
    """Shows one :class:`~jury_desktop.domain.completeness.Checked` and lets the regisseur rule on it.

    :ivar checked: the regisseur says how it stands; carries its key, and the state or None.
    """

    checked = Signal(str, object)

    def __init__(self, item: RequiredItem, language: str) -> None:
        super().__init__()
        self._item = item
        self._language = language
        states = [(state.value, shown.text, shown.tone) for state, shown in item_states().items()]
        self.choice = only_for(StateSegments(item.title, states, tr("As the program proposes")), check_item)
        self.mark = StatusPill()
        self.why = label("", "small", wrap=True, select=True)
        self.choice.changed.connect(self._changed)
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = row(label(self._item.title, "strong", wrap=True), self.mark)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addLayout(row(self.choice, None))
        column.addWidget(self.why)
        if self._item.source:
            source = tr("The call: “{source}”").format(source=self._item.source)
            column.addWidget(label(source, "small", wrap=True, select=True))

    def show_line(self, line: Checked) -> None:
        """Show how the item stands now."""
        why = why_so(line, self._language)
        self.choice.show_state(line.state.value)
        self.choice.setAccessibleDescription(why)
        self.why.setText(why)
        self.mark.show_pill(mark_of(line, self._language))

    def _changed(self, state: str) -> None:
        self.checked.emit(self._item.key, ItemState(state) if state else None)


def why_so(line: Checked, language: str) -> str:
    """Who says how it stands, and what the program found."""
    found = render(line.reason, language)
    if line.check is None:
        return tr("Proposal: {reason}").format(reason=found)
    said = tr("You decided. The program: {reason}").format(reason=found)
    return f"{line.check.reason}\n{said}" if line.check.reason else said


def mark_of(line: Checked, language: str) -> Pill:
    """What goes on with an item: it was found since, or the candidate was asked for it."""
    if line.came_in:
        return Pill(tr("Found since"), Tone.INFO)
    if line.open and line.check is not None and line.check.answer_by is not None:
        return Pill(tr("Asked, by {day}").format(day=day(line.check.answer_by, language, "d MMM")), Tone.WARN)
    return _NOTHING
