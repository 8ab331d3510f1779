"""The foot of the window: what is being worked on, how far it is, and a way to stop it."""

from __future__ import annotations

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


class Foot(QFrame):
    """Shows the longest running job; hidden as long as nothing takes long."""

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

    def _changed(self) -> None:
        running = self._jobs.running
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
        self.text.setText(said)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.bar.setAccessibleDescription(said)
        self.cancel.setEnabled(not job.context.cancelled())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
            self.text.setText(tr("Stopping…"))
