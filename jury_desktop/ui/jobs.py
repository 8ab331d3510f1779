"""Work that must not hold up the window.

Lanes, each one thread: everything that touches the dossier's database goes through ``DATABASE`` in the
order it was asked, heavy sums (solver, PDF) through ``CALCULATION``, what is shown of files through
``DRAWING``, so that a file that takes long holds up no other work, and copies of the whole dossier through
``COPYING``, for the same reason. A job gets plain values and a
:class:`JobContext`, and returns plain values; its result comes back on the window's thread.

A lane knows its job by number only and lets go of it before it says that it is done. What a job calls back
belongs to widgets, and Qt takes a widget apart without holding Python's lock: were the lane the last to hold
one, both would end it at the same moment (seen as crashes on a busy machine).
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.ui.garbage import GarbageCollector

T = TypeVar("T")
PROGRESS_EVERY = 0.05
"""Seconds between two reports of the same job that reach the window."""

TURN = 0.0001
"""Seconds a job may go on once the window wants Python's lock. Every call into Qt lets go of that lock, so
that the window takes it some three hundred times to draw a page anew. Python's own five milliseconds, or even
one, then add up to what is felt (measured with 2,000 letters: 314 ms); a tenth of one gives a third of the
drawing itself, and jobs take no longer."""


class Lane(Enum):
    """Which thread does the work."""

    DATABASE = "database"
    CALCULATION = "calculation"
    DRAWING = "drawing"
    COPYING = "copying"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. ``total`` 0 means that nobody can say."""

    done: int = 0
    total: int = 0
    text: str | Message = ""


class JobContext:
    """What a job may ask and tell while it runs; safe to use from its thread."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0
        self._said = ""
        self._end: Callable[[], object] | None = None

    def progress(self, done: int, total: int, text: str | Message = "") -> None:
        """Say how far the job is; cheap enough to call for every item. Another sentence is always heard."""
        now, said = time.monotonic(), text.key if isinstance(text, Message) else text
        if now - self._told >= PROGRESS_EVERY or done >= total or said != self._said:
            self._told, self._said = now, said
            self._tell(Progress(done, total, text))

    def cancelled(self) -> bool:
        """Whether the user wants the job to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Stop here if the user wants it.

        :raises Cancelled: when the job has been cancelled.
        """
        if self.cancelled():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next check."""
        self._stop.set()
        if (end := self._end) is not None:
            end()

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[None]:
        """Work that cannot check: ``end`` ends it from another thread as soon as the user wants it to stop.

        :raises Cancelled: when the job has been cancelled by then.
        """
        self._end = end
        try:
            self.check()
            yield
        finally:
            self._end = None


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work asked for; :meth:`cancel` may be called at any time.

    :ivar change: it changes the dossier.
    :ivar value: what the work returned, once it has.
    :ivar error: what it raised instead.
    :ivar stopped: see :meth:`Jobs.submit`.
    """

    text: str
    key: str
    work: Callable[[JobContext], Any]
    context: JobContext
    done: Callable[[Any], object] | None
    failed: Callable[[JuryError], object] | None
    ended: Callable[[], object] | None
    change: bool = False
    stopped: Callable[[Any], object] | None = None
    progress: Progress = Progress()
    value: object = None
    error: BaseException | None = None

    def cancel(self) -> None:
        """Ask the job to stop; its result is dropped, unless it changed the dossier all the same or somebody
        wants what there is by then."""
        self.context.cancel()

    def run(self, *, surely: bool) -> None:
        """Do the work, unless it was cancelled and need not ``surely`` be done; lets no exception out."""
        try:
            if not surely:
                self.context.check()
            self.value = self.work(self.context)
        except BaseException as error:
            self.error = error


class Jobs(QObject):
    """The lanes. Lives on the window's thread.

    :ivar changed: the set of running jobs or the progress of one has changed.
    :ivar refused: a job raised a JuryError that nobody else handles; carries the error.
    :ivar crashed: a job raised anything else; carries the exception.
    """

    changed = Signal()
    refused = Signal(object)
    crashed = Signal(object)
    _progressed = Signal(int, object)
    _returned = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []
        self._latest: dict[str, Job] = {}
        self._numbers = itertools.count()
        self._asked: dict[int, Job] = {}
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"jury-{lane.value}") for lane in Lane
        }
        self._garbage = GarbageCollector(self)
        sys.setswitchinterval(TURN)
        self._closed = False
        self._progressed.connect(self._note_progress, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[JobContext], T],
        done: Callable[[T], object] | None = None,
        *,
        lane: Lane = Lane.DATABASE,
        text: str = "",
        key: str = "",
        failed: Callable[[JuryError], object] | None = None,
        ended: Callable[[], object] | None = None,
        change: bool = False,
        stopped: Callable[[T], object] | None = None,
    ) -> Job:
        """Do ``work`` in its lane, then call ``done`` with its result on the window's thread.

        :param change: it changes the dossier: it still starts when the program ends, so that nothing is lost,
            and what it kept just before it was cancelled is told.
        :param text: what the foot of the window says when it takes longer than half a second.
        :param key: of several jobs with one key only the last asked delivers or is refused; older ones are
            told to stop.
        :param failed: gets the JuryError instead of the notice bar.
        :param ended: called last, whatever happened, unless its object is gone.
        :param stopped: gets, in place of ``done``, what the work had when the user stopped it; without it, or
            when a newer job with its key stopped it, that is dropped.
        """
        number = next(self._numbers)
        context = JobContext(lambda progress: self._progressed.emit(number, progress))
        job = Job(text, key, work, context, done, failed, ended, change, stopped)
        if self._closed:  # a timer of a window that has just been closed
            return job
        if key:
            self._replace(key, job)
        self.running.append(job)
        self._asked[number] = job
        self._lanes[lane].submit(self._run, number)
        self.changed.emit()
        return job

    def _replace(self, key: str, job: Job) -> None:
        if older := self._latest.get(key):
            older.cancel()
        self._latest[key] = job

    def _run(self, number: int) -> None:
        """In the lane's thread."""
        job = self._asked[number]
        job.run(surely=job.change and self._closed)
        del job  # see above: the lane is never the last to hold it
        if not self._closed:
            self._returned.emit(number)

    def _note_progress(self, number: int, progress: Progress) -> None:
        if (job := self._asked.get(number)) is not None:
            job.progress = progress
            self.changed.emit()

    def _finish(self, number: int) -> None:
        job = self._asked.pop(number, None)
        if job is None:  # it came back while the program ended
            return
        self.running.remove(job)
        if self._latest.get(job.key) is job:
            del self._latest[job.key]
        elif job.key:
            job.stopped = None  # a newer one answers
        try:
            self._deliver(job)
        finally:
            deliver(job.ended)
            self.changed.emit()

    def _deliver(self, job: Job) -> None:
        halted = job.context.cancelled() and not job.change
        if isinstance(job.error, Cancelled) or (halted and isinstance(job.error, JuryError)):
            return
        if job.error is None:
            deliver(job.stopped if halted else job.done, job.value)
        elif not isinstance(job.error, JuryError):
            self.crashed.emit(job.error)
        elif job.failed is not None:
            deliver(job.failed, job.error)
        else:
            self.refused.emit(job.error)

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self.running:
            job.cancel()

    def shutdown(self) -> None:
        """Stop what can stop, wait for the rest and end the threads; nothing more is done or delivered."""
        self._closed = True
        self.cancel_all()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._asked.clear()
        self._garbage.end()


def deliver(callback: Callable[..., object] | None, *values: object) -> None:
    """Call back, unless the widget that asked is gone by now."""
    if callback is None:
        return
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    callback(*values)
