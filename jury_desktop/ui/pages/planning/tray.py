"""The pitches that have no place on the plan, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Explanation
from jury_desktop.services.planning import PlanView, with_names
from jury_desktop.ui import theme
from jury_desktop.ui.pages.planning.grip import Grip
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, clear, label, role, row
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.enter import PushButton
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.scrolling import RING, ScrollArea

tr = area("planning")

MOST = 40
"""Candidates that are shown; the others are counted."""
LINES = 3
"""Candidates in view at once, for the sessions to which they are dragged need the room."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A candidate without a place, with why and what would help."""

    candidacy: Candidacy
    reasons: tuple[str, ...]
    helps: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Why, and what would help, to be read on request."""
        return "\n".join((*self.reasons, *((help_text(self.helps),) if self.helps else ())))


def waiting_for(view: PlanView, shell: Shell) -> tuple[Waiting, ...]:
    """Who was left out of the newest plan, and who was invited after it was made."""
    if view.plan is None:
        return ()
    known = {pitch.id for pitch in view.plan.instance.pitches}
    plan = view.plan.plan
    left = [
        Waiting(
            view.candidacies[it.pitch],
            tuple(said(view, shell, reason) for reason in it.reasons),
            tuple(said(view, shell, text) for why in plan.explanation for text in _helps(why, it.pitch)),
        )
        for it in plan.left_out
        if it.pitch in view.candidacies
    ]
    newer = tr("Invited after this plan was made. Plan again to give it a place.")
    late = [pitch.id for pitch in view.problem.pitches if pitch.id not in known]
    return (*left, *(Waiting(view.candidacies[pitch], (newer,)) for pitch in late))


def said(view: PlanView, shell: Shell, message: Message) -> str:
    """A message of the planner in words, with the names of the jurors."""
    return shell.words(with_names(message, view.jurors))


def _helps(why: Explanation, pitch: str) -> tuple[Message, ...]:
    return why.would_help if pitch in why.who else ()


class Tray(Panel):
    """Above the plan, only while somebody waits: a line each, and beside the plan why, once one is chosen.

    A name can be dragged to a session.

    :ivar chosen: the reference of the candidate that was pressed; ``move_wanted`` (M) to place by keyboard.
    :ivar dragged: reference, where the mouse is on the screen, and how far below its top it is held.
    :ivar released: it was let go; ``let_be``: Escape during a drag.
    """

    chosen = Signal(str)
    move_wanted = Signal(str)
    dragged = Signal(str, QPoint, int)
    released = Signal()
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12))
        self.setAccessibleName(tr("Without a place"))
        self._names: list[WaitingName] = []
        self._wanted = ""
        self._head = row()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(RING, RING, RING, RING)
        self._lines.setSpacing(2)
        listed = QWidget()
        listed.setLayout(self._lines)
        self._area = ScrollArea(listed, tr("Without a place"))
        self.body.setSpacing(4)
        self.body.addLayout(self._head)
        self.body.addWidget(self._area)
        self.hide()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who waits; hides itself when nobody does."""
        wanted = self._wanted or next((name.reference for name in self._names if name.hasFocus()), "")
        clear(self._head)
        clear(self._lines)
        self._names = []
        self.setVisible(bool(waiting))
        count = StatusPill(tr("%n candidates", "", len(waiting)), Tone.WARN)
        self._head.addWidget(label(tr("Without a place"), "heading"))
        self._head.addWidget(count)
        self._head.addStretch(1)
        for it in waiting[:MOST]:
            self._add(it)
        if len(waiting) > MOST:
            self._lines.addWidget(label(tr("and %n more", "", len(waiting) - MOST), "muted"))
        self._fit()
        self.reveal(wanted)
        self._wanted = ""

    def _fit(self) -> None:
        """No higher than the lines in view at once need."""
        if self._names:
            shown, gap = min(self._lines.count(), LINES), self._lines.spacing()
            self._area.setFixedHeight(shown * (_line_height() + gap) - gap + 2 * RING)

    def reveal(self, reference: str) -> None:
        """Give the keyboard to a candidate who waits here, as soon as that is read."""
        self._wanted = reference
        for name in self._names:
            if name.reference == reference:
                self._wanted = ""
                name.show()  # what is not seen yet takes no focus
                name.setFocus()

    def _add(self, it: Waiting) -> None:
        name = f"{it.candidacy.reference} {it.candidacy.organisation}"
        press = WaitingName(name, it.candidacy.reference)
        self._names.append(press)
        for signal in ("chosen", "move_wanted", "dragged", "released", "let_be"):
            getattr(press, signal).connect(getattr(self, signal))
        press.setFixedHeight(_line_height())
        press.setToolTip("\n\n".join((press.toolTip(), it.told)))
        press.setAccessibleDescription(it.told)
        line = row(press, ElidedLabel("muted", " ".join(it.reasons)))
        line.setStretch(1, 1)
        self._lines.addLayout(line)


def _line_height() -> int:
    """What one candidate takes, in points."""
    return QFontMetrics(theme.font()).height() + 8


def help_text(helps: Sequence[str]) -> str:
    """What would help, each on its own line."""
    lines = dict.fromkeys(helps)
    return "\n".join((tr("What would help:"), *(f"– {line}" for line in lines)))


class WaitingName(PushButton):
    """A candidate without a place: pressed to read about, dragged or moved by keyboard to a session.

    :ivar chosen: see :class:`Tray` for all of them.
    """

    chosen = Signal(str)
    move_wanted = Signal(str)
    dragged = Signal(str, QPoint, int)
    released = Signal()
    let_be = Signal()

    def __init__(self, name: str, reference: str) -> None:
        super().__init__(name)
        self.reference = reference
        self._grip = Grip()
        role(self, "slim")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Drag it to a session, or press M"))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.reference)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip.press(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip.moves(event):
            self.setDown(False)
            self.dragged.emit(self.reference, event.globalPosition().toPoint(), 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip.let_go():
            self.setDown(False)
            self.released.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_M:
            self.chosen.emit(self.reference)
            self.move_wanted.emit(self.reference)
        elif event.key() == Qt.Key.Key_Escape and self._grip.let_go():
            self.setDown(False)
            self.let_be.emit()
        else:
            super().keyPressEvent(event)
