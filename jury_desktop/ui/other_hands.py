"""What somebody else writes in the open dossier (the command line, a second window) shows here too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.services.glance import News, news_since
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import Job, JobContext, Jobs
from jury_desktop.ui.operations import EVERYTHING

EVERY = 3000
"""Milliseconds between two looks at the newest event: one row of the journal, read beside the window."""

SOON = 200
"""Milliseconds between two tries to look, when something is known to have happened."""


class Reads(Protocol):
    """What the look asks of the window's shell."""

    dossier: Dossier | None
    jobs: Jobs

    def run_job(
        self,
        work: Callable[[Dossier, JobContext], News],
        done: Callable[[News], object],
        *,
        key: str,
        failed: Callable[[JuryError], object],
    ) -> Job:
        """As ``Shell.run_job``."""


class OtherHands(QObject):
    """Looks now and then whether the journal has grown by anything but what this window did.

    :ivar grown: it has; carries all subjects.
    """

    grown = Signal(object)

    def __init__(self, shell: Reads, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._of: Dossier | None = None
        self._last = News(0, "")
        self._own = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def note_own(self) -> None:
        """This window changed something, and everybody here has been told."""
        self._own = True

    def look(self) -> None:
        """Look at the newest event, unless work is going on that may be adding some."""
        shown = self._window.isVisible() and self._shell.dossier is not None
        if shown and not self._shell.jobs.running:
            since = self._last.sequence if self._of is self._shell.dossier else 0
            self._shell.run_job(partial(_news, since), self._seen, key="other-hands", failed=_later)

    def look_soon(self) -> None:
        """Look now, or as soon as the work that goes on is done."""
        if self._shell.jobs.running:
            QTimer.singleShot(SOON, self, self.look_soon)
        else:
            self.look()

    def _seen(self, found: News) -> None:
        if self._shell.dossier is None:
            return  # it was closed meanwhile
        known = self._of is self._shell.dossier
        before, own = self._last, self._own
        self._of, self._last = self._shell.dossier, found
        if known and found.event == before.event:
            return
        self._own = False
        if known and (found.others or not own):
            self.grown.emit(EVERYTHING)


def _news(since: int, dossier: Dossier, _context: JobContext) -> News:
    """What happened since the event with this number."""
    return news_since(dossier, since)


def _later(_error: JuryError) -> None:
    """Who holds the dossier for a moment lets go of it again; the next look comes by itself."""
