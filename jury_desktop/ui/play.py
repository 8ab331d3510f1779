"""A demonstration that plays out in the window, step by step, while the window stays usable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.services.demo import Step
from jury_desktop.services.demo_state import stop_demo
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action, Menu
from jury_desktop.ui.final import Final
from jury_desktop.ui.foot import Task
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING, Operation
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("shell")

PAUSE = 120
"""Milliseconds between two steps, in which the window reads what it shows."""
TOPIC = "demonstration"


@dataclass(frozen=True, slots=True)
class Script:
    """A demonstration that has still to be played: the place of its dossier, and its steps."""

    place: str
    steps: Sequence[Step]


class Play:
    """Runs the steps one after the other as operations, so that every page sees each of them at once.

    :param begin: makes a new demonstration, on the database thread.
    :param ended: called on the database thread, once every step has been played.
    :param kept: the place of a demonstration that was played before; shown instead of a new one.
    """

    def __init__(
        self, begin: Callable[[], Script], ended: Callable[[Dossier], object], kept: str = ""
    ) -> None:
        self._begin = begin
        self._ended = ended
        self._kept = kept
        self._steps: Sequence[Step] = ()
        self._done = 0
        self._stopping = False
        self._refusal: JuryError | None = None
        self._dossier: Dossier | None = None

    def start(self, window: MainWindow) -> None:
        """Show the demonstration that is there, or play a new one."""
        self._window = window
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._next)
        again = Action("demo.again", tr("Start the demonstration again"), self._again, menu=Menu.FILE)
        window.book.put("demo", (again,))
        if self._kept:
            window.opening.open(self._kept, self._reopened)
        else:
            self._again()

    def _reopened(self) -> None:
        told = tr("This is the demonstration of last time, with everything you changed in it.")
        self._tell(told, Tone.INFO, offer=True)

    def _again(self) -> None:
        """Play a demonstration from the start, in a dossier of its own."""
        if self._window.may_leave():
            self._timer.stop()
            self._window.foot.follow(None)
            text = tr("Preparing the demonstration…")
            self._window.shell.jobs.submit(lambda _: self._begin(), self._begun, text=text)

    def _begun(self, script: Script) -> None:
        self._steps, self._done, self._stopping, self._refusal = script.steps, 0, False, None
        self._window.opening.open(script.place, self._opened)

    def _opened(self) -> None:
        self._dossier = self._window.shell.dossier
        told = tr("This is a demonstration: a whole selection plays out, day after day. Look around freely.")
        self._tell(told, Tone.INFO)
        self._next()

    def _next(self) -> None:
        """The next step; none in another dossier that was opened meanwhile."""
        if self._window.shell.dossier is not self._dossier:
            self._window.foot.follow(None)
        elif self._done == len(self._steps):
            self._finish()
        elif self._stopping:
            self._stop()
        else:
            self._play(self._steps[self._done])

    def _play(self, step: Step) -> None:
        def verb(dossier: Dossier, context: JobContext) -> None:
            if dossier is not self._dossier:
                raise Cancelled
            step.run(dossier)

        text = self._window.shell.words(step.text)
        self._window.foot.follow(Task(self._progress(text), self._done, len(self._steps), self._stop_soon))
        operation = Operation(text, verb, EVERYTHING, Final.STORY, done=self._went, failed=self._failed)
        self._window.shell.run_operation(operation)

    def _progress(self, text: str) -> str:
        said = tr("Demonstration, step {step} of {total}: {text}")
        return said.format(step=self._done + 1, total=len(self._steps), text=text)

    def _went(self, _result: None) -> None:
        self._done += 1
        self._timer.start()

    def _stop_soon(self) -> None:
        """The step that is being played is finished first: nothing is left half done."""
        self._stopping = True

    def _stop(self) -> None:
        self._window.foot.follow(None)
        done, total = self._done, len(self._steps)

        def verb(dossier: Dossier, context: JobContext) -> None:
            stop_demo(dossier, done, total)

        text = tr("Stop the demonstration")
        self._window.shell.run_operation(Operation(text, verb, EVERYTHING, Final.STORY, done=self._stopped))

    def _stopped(self, _result: None) -> None:
        told = tr("The demonstration was stopped after step {step} of {total}. What was made, stays.")
        self._tell(told.format(step=self._done, total=len(self._steps)), Tone.INFO, offer=True)
        if self._refusal is not None:
            self._window.shell.notify(Notice(self._refusal.message, Tone.BAD, everywhere=True))

    def _failed(self, error: JuryError) -> None:
        """A step that is refused is the last one."""
        self._refusal = error
        self._stop()

    def _finish(self) -> None:
        self._window.foot.follow(None)
        ended = self._ended
        self._window.shell.run_job(lambda dossier, _: ended(dossier), _nothing)
        told = tr("The demonstration is complete. Everything in it is yours to try.")
        self._tell(told, Tone.GOOD, offer=True)

    def _tell(self, text: str, tone: Tone, *, offer: bool = False) -> None:
        action, run = (tr("Start again"), self._again) if offer else ("", None)
        self._window.shell.notify(Notice(text, tone, action, run, topic=TOPIC, everywhere=True))


def _nothing(_result: object) -> None:
    """Nothing more has to be shown."""
