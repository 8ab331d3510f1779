"""The pitches that have no place on the plan, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Explanation
from jury_desktop.services.planning import PlanView, with_names
from jury_desktop.ui.pages.planning.grip import Grip
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, clear, label, role, row, rule, stack
from jury_desktop.ui.widgets.enter import PushButton
from jury_desktop.ui.widgets.marks import StatusPill

tr = area("planning")

MOST = 8
"""Candidates that are shown with their reasons; the others are counted."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A candidate without a place, with why and what would help."""

    candidacy: Candidacy
    reasons: tuple[str, ...]
    helps: tuple[str, ...] = ()


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
    """Above the plan, only while somebody waits. A name can be dragged to a session.

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
        self.hide()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who waits; hides itself when nobody does."""
        wanted = self._wanted or next((name.reference for name in self._names if name.hasFocus()), "")
        clear(self.body)
        self._names = []
        self.setVisible(bool(waiting))
        count = StatusPill(tr("%n candidates", "", len(waiting)), Tone.WARN)
        self.body.addLayout(row(label(tr("Without a place"), "heading"), count, None))
        for place, it in enumerate(waiting[:MOST]):
            if place:
                self.body.addWidget(rule())
            self._add(it)
        if len(waiting) > MOST:
            self.body.addWidget(label(tr("and %n more", "", len(waiting) - MOST), "muted"))
        self.reveal(wanted)
        self._wanted = ""

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
        reasons = [label(reason, wrap=True) for reason in it.reasons]
        if it.helps:
            reasons.append(label(help_text(it.helps), "muted", wrap=True))
        self.body.addLayout(stack(row(press, None), *reasons, spacing=2))


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
        role(self, "link")
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
