"""One event of the journal: what was done, by whom and when, and what it changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jury_desktop.services.journal import JournalLine
from jury_desktop.services.journal_words import Change, changes, sentence, why
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, stack
from jury_desktop.wording import moment

tr = area("journal")


class EventView(QWidget):
    """An event in words. ``whole`` also shows its number and fingerprint."""

    def __init__(self, line: JournalLine, language: str, *, whole: bool = False) -> None:
        super().__init__()
        event = line.event
        parts: list[QWidget] = [
            label(sentence(event, language), "large" if whole else "strong", wrap=True, select=True),
            label(f"{moment(event.at, language)} · {who(line)}", "muted", wrap=True),
        ]
        if reason := why(event, language):
            parts.append(label(reason, wrap=True, select=True))
        if line.sealed:
            parts.append(label(sealed_words(), "note", wrap=True))
        if changed := changes(event, language):
            parts.append(changes_grid(changed))
        if whole:
            groups = " ".join(event.hash[at : at + 16] for at in range(0, len(event.hash), 16))
            proof = tr("Event {number} · fingerprint {hash}").format(number=event.sequence, hash=groups)
            parts.append(label(proof, "small", wrap=True, select=True))
        self.setLayout(stack(*parts, spacing=10 if whole else 4))


def who(line: JournalLine) -> str:
    """Who did it, and for whom if for another."""
    event = line.event
    if not event.on_behalf_of:
        return event.actor
    return tr("{actor} on behalf of {person}").format(actor=event.actor, person=event.on_behalf_of)


def sealed_words() -> str:
    """Why nothing shows of a score."""
    return tr("Sealed: what was scored shows once the call lets it be seen.")


def changes_grid(changed: tuple[Change, ...]) -> QWidget:
    """Name, old and new of each change, in three columns; old is left out where there was nothing."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for at, change in enumerate(changed):
        grid.addWidget(label(change.name, "small", wrap=True), at, 0, top)
        grid.addWidget(label(told(change), wrap=True, select=True), at, 1, top)
    grid.setColumnMinimumWidth(0, 96)
    return holder


def told(change: Change) -> str:
    """ "1, 4 → 2, 5"; only what there is."""
    if not change.old:
        return change.new
    nothing = tr("(nothing)")
    return f"{change.old}  →  {change.new or nothing}"
