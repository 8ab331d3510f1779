"""The foot of the window: what is being worked on, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from jury_desktop.ui.jobs import Job, Jobs
from jury_desktop.ui.notices import words
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button
from jury_desktop.ui.widgets.elided import ElidedLabel

tr = area("shell")

SHOW_AFTER = 500
"""Milliseconds a job may take before anything is shown (Nielsen: under 0.1 s nothing, over 1 s feedback)."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work of many jobs that the foot follows as one.

    :param text: what is being done; ``done`` of ``total`` steps lie behind.
    :param stop: asks to end it after the step of now.
    """

    text: str
    done: int
    total: int
    stop: Callable[[], object]


class Foot(QFrame):
    """Shows the longest running job, or the task it follows; hidden as long as nothing takes long."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.language = "nl"
        self.setObjectName("foot")
        self.text = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(280)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = button(tr("Cancel"), self._cancel)
        self._job: Job | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_AFTER)
        self._timer.timeout.connect(self.show)
        self._fill()
        self.hide()
        jobs.changed.connect(self._changed)

    def _fill(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 8, 22, 8)
        line.setSpacing(14)
        line.addWidget(self.text, 1)
        line.addWidget(self.bar)
        line.addWidget(self.cancel)

    def follow(self, task: Task | None) -> None:
        """Show a task from now on, whatever jobs it takes; None ends it."""
        self._task = task
        if task is None:
            self.hide()
            self._job = None
            self._changed()
        else:
            self._timer.stop()
            self._show(task.text, task.done, task.total)
            self.cancel.setEnabled(True)
            self.show()

    def _changed(self) -> None:
        running = self._jobs.running
        if self._task is not None:
            return
        if not running:
            self._job = None
            self._timer.stop()
            self.hide()
            return
        if running[0] is not self._job:
            self._job = running[0]
            self.hide()
            self._timer.start()
        self._show_progress(running[0])

    def _show_progress(self, job: Job) -> None:
        progress = job.progress
        said = words(progress.text, self.language) or job.text or tr("Working…")
        self._show(said, progress.done, progress.total)
        self.cancel.setEnabled(not job.context.cancelled())

    def _show(self, text: str, done: int, total: int) -> None:
        self.text.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(text)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()
        elif self._job is not None:
            self._job.cancel()
        self.cancel.setEnabled(False)
        self.text.setText(tr("Stopping…"))
