"""What is noted at the table about a candidacy: notes, a vote, and whether the jury comes back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.talk import Talk, Votes
from jury_desktop.services.decide import Deliberation
from jury_desktop.services.talk import ask_second_look, end_second_look, keep_notes
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.still import NumberBox

tr = area("minutes")

MOST = 99
Said = tuple[str, Votes | None]
"""Notes and votes as they stand in the fields."""


class TalkView(QWidget):
    """The fields, and what may be done with them. What is typed and not kept stays while the page lives.

    :ivar kept: the user keeps notes and votes; ``again`` the user wants a second look, ``had`` it was had.
    """

    kept = Signal()
    again = Signal()
    had = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, Stage] | None = None
        self._known: Said = ("", None)
        self._drafts: dict[tuple[str, Stage], Said] = {}
        self._filling = False
        notes = GrowingText(tr("Notes of the discussion (for the minutes)"))
        self.notes = only_for(notes, keep_notes)
        self.votes = {
            name: only_for(_count(text), keep_notes)
            for name, text in (
                ("in_favour", tr("In favour")),
                ("against", tr("Against")),
                ("abstained", tr("Abstained")),
            )
        }
        self.keep = only_for(button(tr("Keep notes"), self.kept.emit, icon="save"), keep_notes)
        self.look = only_for(
            button(tr("Look again later…"), self.again.emit, icon="refresh-cw"), ask_second_look
        )
        self.seen = only_for(button(tr("Looked at again"), self.had.emit, icon="check"), end_second_look)
        self._waiting = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._waiting)
        column.addWidget(Field(tr("Notes of the discussion (for the minutes)"), self.notes))
        counts = [_named(box) for box in self.votes.values()]
        column.addWidget(label(tr("Vote"), "strong"))
        column.addWidget(flow(*counts, spacing=12))
        column.addWidget(flow(self.keep, self.look, self.seen))
        self.notes.textChanged.connect(self._edited)
        for box in self.votes.values():
            box.valueChanged.connect(self._edited)

    def show_talk(self, found: Deliberation) -> None:
        """Show what was noted about a candidacy, or what was typed about it and not kept."""
        talk = found.talk
        self._shown = (found.candidacy.id, found.stage)
        self._known = (talk.notes, talk.votes) if talk else ("", None)
        self._filling = True
        notes, votes = self._drafts.get(self._shown, self._known)
        if self.notes.toPlainText() != notes:
            self.notes.setPlainText(notes)
        for name, box in self.votes.items():
            box.setValue(getattr(votes, name) if votes else 0)
        self._filling = False
        self._show_waiting(talk)
        self.setEnabled(not found.sealed)
        self._edited()

    def said(self) -> Said:
        """Notes and votes as they stand."""
        counts = {name: box.value() for name, box in self.votes.items()}
        votes = Votes(**counts) if any(counts.values()) else None
        return self.notes.toPlainText().strip(), votes

    def _show_waiting(self, talk: Talk | None) -> None:
        clear(self._waiting)
        waiting = talk.waiting if talk else None
        if waiting is not None:
            text = tr("To be looked at again at the end: {reason}").format(reason=waiting.reason)
            self._waiting.addWidget(note(text, Tone.WARN))
        self.look.setVisible(waiting is None)
        self.seen.setVisible(waiting is not None)

    def _edited(self) -> None:
        if self._filling or self._shown is None:
            return
        changed = self.said() != self._known
        if changed:
            self._drafts[self._shown] = self.said()
        else:
            self._drafts.pop(self._shown, None)
        self.keep.setEnabled(changed)


def _named(box: QSpinBox) -> QWidget:
    """A count with its name before it."""
    made = QWidget()
    name = label(box.accessibleName(), "muted")
    name.setBuddy(box)
    made.setLayout(row(name, box))
    return made


def _count(name: str) -> QSpinBox:
    made = NumberBox()
    made.setMaximum(MOST)
    made.setAccessibleName(name)
    return made
