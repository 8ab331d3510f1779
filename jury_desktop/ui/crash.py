"""What happens when the program itself is wrong: a report on disk, one dialog, and work goes on."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.services.fault_report import log_folder, report_of, without_folders, write_report
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row

tr = area("shell")


class CrashDialog(QDialog):
    """Says that something went wrong in the program, what was kept and where the report lies."""

    def __init__(self, report: str, file: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._report = report
        self._file = file
        self.setWindowTitle(tr("Something went wrong in Jury Desktop"))
        self._fill()
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(label(_explanation(self._file), wrap=True, select=True))
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setAccessibleName(tr("Report"))
        column.addWidget(details, 1)
        copy = button(tr("Copy the report"), self._copy, icon="copy")
        show = button(tr("Open the folder"), self._open_folder, icon="folder-open")
        show.setEnabled(self._file is not None)
        close = button(tr("Go on"), self.accept, part="primary")
        column.addLayout(row(copy, show, None, close))
        self.resize(theme.metrics().base * 52, theme.metrics().base * 34)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))


def _explanation(file: Path | None) -> str:
    said = tr(
        "The step you just took was not finished. Everything that was saved before is still there, "
        "and you can go on working. Nothing has been sent to anybody."
    )
    return said if file is None else said + "\n" + tr("The report is in {file}.").format(file=file)


class CrashHandler:
    """The program's ``sys.excepthook``: one dialog at a time, and the same crash only once."""

    def __init__(self, now: Callable[[], datetime], folder: Path | None = None) -> None:
        self._now = now
        self._folder = folder or log_folder()
        self._seen: set[str] = set()
        self._dialog: CrashDialog | None = None

    def install(self) -> None:
        """Catch what nobody else caught: here, in another thread, and while something was taken apart."""
        sys.excepthook = self.handle
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._on_the_way_out

    def _in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self._write(report_of(found.exc_type, found.exc_value, found.exc_traceback))

    def _on_the_way_out(self, found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            self._write(report_of(found.exc_type, found.exc_value, found.exc_traceback))

    def _write(self, report: str) -> Path | None:
        """The report on disk, and for who started the program from a console."""
        if sys.stderr is not None:
            sys.stderr.write(f"{report}\n")
        return write_report(report, self._now(), self._folder)

    def handle_error(self, error: BaseException) -> None:
        """The same for an exception that a job brought back."""
        self.handle(type(error), error, error.__traceback__)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report and show it. An exception in ``data()`` comes hundreds of times: one is enough."""
        report = report_of(kind, error, trace)
        place = traceback.extract_tb(trace)[-1:] if trace else []
        same = f"{kind.__name__} {place}"
        if same in self._seen or issubclass(kind, KeyboardInterrupt):
            return
        self._seen.add(same)
        file = self._write(report)
        if self._dialog is None and QApplication.instance() is not None:
            self._show(report, file)

    def _show(self, report: str, file: Path | None) -> None:
        self._dialog = CrashDialog(report, file, QApplication.activeWindow())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


def watch_hard_crashes(folder: Path | None = None) -> str:
    """Note from now on where the interpreter itself breaks off; returns what it noted last time, or "".

    Such a crash (memory, a fault in a library) ends the program without a word, so it is told at the next
    start. The interpreter notes files and functions, and no values.
    """
    place = folder or log_folder()
    file = place / "hard-crash.txt"
    try:
        place.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        faulthandler.enable(file.open("w", encoding="utf-8"))
    except OSError:
        return ""
    return without_folders(before)
