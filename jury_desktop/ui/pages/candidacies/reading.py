"""Reading a mailbox: how far it is, and a way to stop that leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from jury_desktop.services.import_mail import ImportReport, import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.take_back import LastImport, take_back_import
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import Job, JobContext, Progress
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row, stack
from jury_desktop.ui.widgets.elided import ElidedLabel

tr = area("candidacies")

CHANGES = frozenset({Subject.CANDIDACY, Subject.MAIL, Subject.CONFLICT})
EVERY = 100
"""Milliseconds between two looks at how far the job is."""


class ReadingView(QWidget):
    """Imports a mailbox and shows how that goes.

    :ivar imported: the mailbox is in the dossier; carries the :class:`ImportReport`.
    :ivar stopped: the user stopped it.
    :ivar failed: it could not be done; the window has said why.
    :ivar paths: what is being imported, or was last.
    """

    imported = Signal(object)
    stopped = Signal()
    failed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._job: Job | None = None
        self._report: ImportReport | None = None
        self.paths: tuple[Path, ...] = ()
        self.title = label("", "title", wrap=True)
        self.text = ElidedLabel("muted")
        self.bar = QProgressBar()
        self.cancel = button(tr("Cancel"), self._cancel)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._fill()

    def _fill(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        panel = Panel(margins=(32, 28, 32, 28))
        panel.setFixedWidth(theme.metrics().base * 46)
        kept = tr("Nothing is kept until everything has been read. Cancel leaves the dossier as it was.")
        for part in (self.title, self.bar, self.text, label(kept, "small", wrap=True)):
            panel.body.addWidget(part)
        panel.body.addLayout(row(None, self.cancel))
        self.setLayout(stack(None, row(None, panel, None), None, None))

    def read(self, paths: Sequence[Path]) -> None:
        """Import these files and folders."""
        self.paths = tuple(paths)
        names = ", ".join(path.name for path in paths[:3]) + (" …" if len(paths) > 3 else "")
        self.title.setText(tr("Reading {name}").format(name=names))
        self._show(Progress())
        self.cancel.setEnabled(True)
        self._timer.start()
        self._job = self._shell.run_operation(
            Operation(
                tr("Import {name}").format(name=names),
                Import(self.paths),
                CHANGES,
                inverse=taken_back,
                done=self._done,
                ended=self._ended,
            )
        )

    def _look(self) -> None:
        """How far it is; it may have been stopped at the foot of the window too."""
        if self._job is not None and self._job.context.cancelled():
            self._stopping()
        elif self._job is not None:
            self._show(self._job.progress)

    def _show(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        text = progress.text if isinstance(progress.text, str) else self._shell.words(progress.text)
        self.text.setText(text or tr("Opening…"))
        self.bar.setAccessibleDescription(self.text.text())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._stopping()

    def _stopping(self) -> None:
        self.cancel.setEnabled(False)
        self.text.setText(tr("Stopping…"))

    def _done(self, report: ImportReport) -> None:
        self._report = report

    def _ended(self) -> None:
        self._timer.stop()
        job, self._job = self._job, None
        report, self._report = self._report, None
        if report is not None:
            self.imported.emit(report)
        elif job is not None and job.context.cancelled():
            self.stopped.emit()
        else:
            self.failed.emit()


def taken_back(report: ImportReport) -> Callable[[Dossier, JobContext], LastImport]:
    """What undoes an import."""
    return lambda dossier, _: take_back_import(dossier, number=report.number)


class Import:
    """The service call as an operation takes it."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths

    def __call__(self, dossier: Dossier, context: JobContext) -> ImportReport:
        return import_mail(dossier, self._paths, progress=context.progress, cancelled=context.cancelled)
