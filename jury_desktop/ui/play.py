"""A demonstration that plays out in the window, step by step, while the window stays usable."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from jury_desktop.services.demo import Step
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("shell")

PAUSE = 120
"""Milliseconds between two steps, in which the window reads what it shows."""


class Play:
    """Runs the steps one after the other as operations, so that every page sees each of them at once."""

    def __init__(self, steps: Iterator[Step], ended: Callable[[], object]) -> None:
        self._steps = steps
        self._ended = ended

    def begin(self, window: MainWindow) -> None:
        """Start once the dossier is open."""
        self._window = window
        told = tr("This is a demonstration: a whole selection plays out, day after day. Look around freely.")
        window.shell.notify(Notice(told))
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def _next(self) -> None:
        if self._window.shell.dossier is None:
            self._timer.start()
            return
        step = next(self._steps, None)
        if step is None:
            told = tr("The demonstration is complete. Everything in it is yours to try.")
            self._window.shell.notify(Notice(told, Tone.GOOD))
            self._ended()
            return

        def verb(dossier: Dossier, context: JobContext) -> None:
            step.run(dossier)

        text = self._window.shell.words(step.text)
        self._window.shell.run_operation(Operation(text, verb, EVERYTHING, done=self._went))

    def _went(self, _result: None) -> None:
        self._timer.start()
