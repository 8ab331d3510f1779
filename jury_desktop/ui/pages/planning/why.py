"""Why a pitch does not stand in another session: asked per session, answered by the planner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import Explanation
from jury_desktop.ui.pages.planning.tray import help_text
from jury_desktop.ui.pages.planning.words import window_names
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("planning")

FEW = 5
"""Sessions that have a question each; of more one is chosen from a list."""
FREE = frozenset({"free", "already"})
"""Kinds of answer that name no obstacle."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The planner's answer on one pitch in one window."""

    pitch: str
    window: str
    explanation: Explanation


class WhyNot(QWidget):
    """A question per session; the answer comes below it and stays while the pitch is chosen.

    :ivar asked: pitch and window that the user wants to know about.
    """

    asked = Signal(str, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._pitch = ""
        self._wanted: tuple[str, ...] = ()
        self._answers: dict[str, QVBoxLayout] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_pitch(self, pitch: str, windows: Sequence[SessionWindow]) -> None:
        """Offer the question for these windows; the same pitch keeps its answers."""
        wanted = tuple(window.id for window in windows)
        if (pitch, wanted) == (self._pitch, self._wanted):
            return
        clear(self._column)
        self._pitch, self._wanted, self._answers = pitch, wanted, {}
        if len(windows) > FEW:
            self._offer_list(windows)
        else:
            for key, name in window_names(windows, self._shell.language, timed=False).items():
                self._add(key, name)

    def forget(self) -> None:
        """Another plan: the answers given do not hold any more."""
        self._pitch = ""

    def show_waiting(self, window: str) -> None:
        """Say that the planner is at work on a question."""
        self._answer(window, label(tr("The planner is looking…"), "muted"))

    def show_answer(self, answered: Answered) -> None:
        """Put an answer under its question; one about another pitch comes too late and is left."""
        if answered.pitch != self._pitch or answered.window not in self._answers:
            return
        found = answered.explanation
        tone = Tone.GOOD if found.constraint in FREE else Tone.NEUTRAL
        text = " ".join(self._shell.words(message) for message in (found.text, *found.also))
        said: list[QWidget] = [note(text, tone)]
        if found.would_help:
            helps = [self._shell.words(message) for message in found.would_help]
            said.append(label(help_text(helps), "muted", wrap=True))
        self._answer(answered.window, *said)

    def _add(self, window: str, name: str) -> None:
        text = tr("Why not on {day}?").format(day=name)
        ask = button(text, Ask(self, window), icon="circle-question-mark", part="link")
        self._column.addLayout(row(ask, None))
        self._answers[window] = QVBoxLayout()
        self._column.addLayout(self._answers[window])

    def _offer_list(self, windows: Sequence[SessionWindow]) -> None:
        choice = ChoiceBox()
        choice.setAccessibleName(tr("Why not in another session?"))
        choice.addItem(tr("Why not in another session?"))
        for key, name in window_names(windows, self._shell.language).items():
            choice.addItem(name, key)
        choice.activated.connect(self._listed)
        self._column.addWidget(choice)
        self._answers = dict.fromkeys(self._wanted, QVBoxLayout())
        self._column.addLayout(self._answers[self._wanted[0]])

    def _listed(self, place: int) -> None:
        if place:
            self.ask(self._wanted[place - 1])

    def _answer(self, window: str, *parts: QWidget) -> None:
        if window in self._answers:
            clear(self._answers[window])
            for part in parts:
                self._answers[window].addWidget(part)

    def ask(self, window: str) -> None:
        """The user asks about a window."""
        self.show_waiting(window)
        self.asked.emit(self._pitch, window)


class Ask:
    """Asks about one window."""

    def __init__(self, panel: WhyNot, window: str) -> None:
        self._panel, self._window = panel, window

    def __call__(self) -> None:
        self._panel.ask(self._window)
