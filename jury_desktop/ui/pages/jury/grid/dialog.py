"""The dialog in which the availability of the whole jury is entered at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.services.availability import availability_workbook, save_availability
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.jury import Jury
from jury_desktop.services.ports import Dossier
from jury_desktop.services.whole_files import write_whole
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.jury import steps
from jury_desktop.ui.pages.jury.grid.model import AvailabilityModel
from jury_desktop.ui.pages.jury.grid.view import AvailabilityTable
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("jury")
Standard = QKeySequence.StandardKey

STEPS = (15, 30, 60)
"""Minutes of a column."""
USUAL = 30


class AvailabilityDialog(QDialog):
    """Nothing is kept before Save; then all of it in one step that can be undone.

    :ivar import_wanted: the user has a list instead.
    """

    import_wanted = Signal()

    def __init__(self, shell: Shell, seen: Jury, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setWindowTitle(tr("Availability of the jury"))
        self.setModal(True)
        jurors = [juror for juror in seen.jurors if juror.scores]
        self.table = AvailabilityTable(AvailabilityModel(jurors, seen.call.windows, shell.language))
        self.step = ChoiceBox()
        self.step.setAccessibleName(tr("Parts of a session"))
        for minutes in STEPS:
            self.step.addItem(tr("per %n minutes", "", minutes), minutes)
        self.step.setCurrentIndex(STEPS.index(USUAL))
        tip = tr("A row for each juror and a column for each session, to fill in and import again")
        self.out = button(tr("To Excel…"), self._pick_file, icon="file-down", tip=tip)
        self.bring = button(tr("Import list…"), self._import, icon="upload")
        self.keep = button(tr("Save"), self._keep, part="primary")
        self._fill(parent)
        self.step.currentIndexChanged.connect(self._rescale)
        self.table.table.dataChanged.connect(self._follow)
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        for key, go in ((Standard.Undo, self.table.undo), (Standard.Redo, self.table.redo)):
            QShortcut(QKeySequence(key), self, go)
        self.finished.connect(self.deleteLater)
        self._follow()
        self.table.setCurrentIndex(self.table.table.index(0, 0))
        self.table.setFocus()

    def _fill(self, parent: QWidget) -> None:
        how = tr(
            "Drag to paint. By keyboard: arrows move, Shift with arrows selects, Space changes what is "
            "selected, H the whole session, D the whole day. A click on a name or on a column changes all "
            "of it. Ctrl+Z takes a stroke back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addLayout(row(label(self.windowTitle(), "title"), None, self.step))
        column.addWidget(label(how, "muted", wrap=True))
        column.addWidget(self.table, 1)
        cancel = button(tr("Cancel"), self.reject)
        column.addLayout(row(self.out, self.bring, None, cancel, self.keep))
        room = parent.window().size()
        base = theme.metrics().base
        self.resize(min(room.width() - 40, base * 100), min(room.height() - 60, base * 46))

    def _rescale(self) -> None:
        self.table.table.show_step(self.step.currentData())
        self.table.setCurrentIndex(self.table.table.index(0, 0))

    def _follow(self) -> None:
        """What is not kept yet must not go out as if it were, nor be lost to a list."""
        changed = bool(self.table.table.changed())
        self.keep.setEnabled(changed)
        for each in (self.out, self.bring):
            each.setEnabled(not changed)

    def reject(self) -> None:
        """What was painted is not thrown away by a key alone."""
        changed = len(self.table.table.changed())
        if not changed:
            super().reject()
            return
        title = tr("Close without saving?")
        text = tr("The availability of %n jurors that you changed here is lost.", "", changed)
        choices = (Choice("drop", tr("Close without saving")),)
        self._shell.ask(Question(title, text, choices), self._drop)

    def _drop(self, _answer: Answer) -> None:
        super().reject()

    @asks(save_availability)
    def _keep(self) -> None:
        changed = self.table.table.changed()
        self.accept()
        self._shell.run_operation(steps.freeing(changed))

    @asks(import_jurors)
    def _import(self) -> None:
        self.reject()
        self.import_wanted.emit()

    def _pick_file(self) -> None:
        self._shell.pick_save(tr("Availability"), "Excel (*.xlsx)", tr("Availability.xlsx"), self._write)

    def _write(self, path: Path) -> None:
        work: Callable[[Dossier, JobContext], Path] = _Write(path, self._shell.language)
        self._shell.run_job(work, self._written, key="jury-availability")

    def _written(self, path: Path) -> None:
        text = tr("The availability has been written to {file}.").format(file=path.name)
        self._shell.notify(Notice(text, Tone.GOOD, passing=True))


class _Write:
    """Writes the workbook as kept in the dossier."""

    def __init__(self, path: Path, language: str) -> None:
        self._path, self._language = path, language

    def __call__(self, dossier: Dossier, context: JobContext) -> Path:
        write_whole(self._path, availability_workbook(dossier, self._language))
        return self._path
