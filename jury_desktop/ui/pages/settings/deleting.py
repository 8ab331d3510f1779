"""Deleting the dossier for good: what there is of it, a last look, the report, and then it is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.deletion import (
    BESIDE,
    Deletion,
    Holding,
    Remains,
    delete_files,
    found_remains,
    holding,
    outcome,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.folders import OpenFolder
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit

tr = area("privacy")

MEGABYTE = 1_000_000
NAMED = 6
"""Files that are named one by one; a dossier may have dozens of copies."""


@dataclass(frozen=True, slots=True)
class Doomed:
    """What is to be deleted."""

    file: Path
    holding: Holding
    remains: tuple[Remains, ...]


class DeletionDialog(QDialog):
    """Shows what goes and what cannot be reached, and asks for the ground and the name of the file.

    :ivar confirmed: the user goes on; carries the ground.
    """

    confirmed = Signal(str)

    def __init__(self, doomed: Doomed, words: Callable[..., str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete this dossier for good"))
        self.setModal(True)
        self._name = doomed.file.name
        self.ground, self.name = line_edit(doomed.holding.retention.ground), line_edit()
        self.go_on = button(tr("Choose where the report comes…"), self._go_on, part="danger")
        self._fill(doomed, words)
        for field in (self.ground, self.name):
            field.textChanged.connect(self._judge)
        self._judge()
        self.finished.connect(self.deleteLater)

    def _fill(self, doomed: Doomed, words: Callable[..., str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        says = tr("Nothing brings it back. The report is written first; without it nothing is deleted.")
        column.addWidget(label(says, wrap=True))
        for name, told in (
            (tr("Holds"), _held(doomed.holding, words)),
            (tr("Files that go"), _files(doomed.remains)),
        ):
            column.addLayout(stack(label(name, "strong"), label(told, wrap=True, select=True), spacing=4))
        column.addWidget(note(words(say("privacy.report_limits"))))
        column.addWidget(Field(tr("On what ground"), self.ground))
        column.addWidget(Field(tr("Type the name of the file to confirm"), self.name, self._name))
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.go_on))
        self.setMinimumWidth(theme.metrics().base * 46)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _judge(self) -> None:
        sure = self.name.text().strip() == self._name
        self.go_on.setEnabled(sure and bool(self.ground.text().strip()))

    def _go_on(self) -> None:
        self.confirmed.emit(self.ground.text().strip())
        self.accept()


class Deleting:
    """Deletes the dossier that is open."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell, self._page = shell, page

    @asks(holding)
    def ask(self) -> None:
        """Look what there is of it, and ask."""

        def look(dossier: Dossier, _: JobContext) -> Doomed:
            held = holding(dossier)
            if held.file is None:
                raise refuse("privacy.not_a_file")
            return Doomed(held.file, held, found_remains(held.file, held.copies))

        self._shell.run_job(look, self._show, key="deletion")

    def _show(self, doomed: Doomed) -> None:
        dialog = DeletionDialog(doomed, self._shell.words, self._page.window())
        dialog.confirmed.connect(partial(self._confirmed, doomed))
        dialog.open()

    def _confirmed(self, doomed: Doomed, ground: str) -> None:
        day = f"{self._shell.now().astimezone(BRUSSELS):%Y-%m-%d}"
        name = f"{self._shell.words(say('privacy.report_name', day=day))}.html"
        picked = partial(self._delete, doomed, ground)
        self._shell.pick_save(tr("Report of the deletion"), "HTML (*.html)", name, picked)

    def _delete(self, doomed: Doomed, ground: str, report: Path) -> None:
        shell = self._shell

        def work(_: JobContext) -> Deletion:
            return delete_files(doomed.holding, doomed.file, ground, report, shell.now, shell.language)

        def done(deletion: Deletion) -> None:
            tone = Tone.GOOD if deletion.whole else Tone.BAD
            folder = OpenFolder(report.parent)
            shell.notify(Notice(outcome(deletion), tone, tr("Open the folder"), folder, everywhere=True))

        shell.part_with_dossier(str(doomed.file), work, done, tr("Deleting the dossier…"))


def _held(held: Holding, words: Callable[..., str]) -> str:
    named = ((words(say(f"privacy.count_{name}")), count) for name, count in held.counts.items() if count)
    return " · ".join(f"{name}: {count}" for name, count in named)


def _files(remains: Sequence[Remains]) -> str:
    """The dossier and its copies; what SQLite keeps beside them goes along without a name of its own."""
    known = [each for each in remains if not each.file.name.endswith((*BESIDE, ".json"))]
    lines = [f"{each.file.name} ({-(-each.bytes // MEGABYTE)} MB)" for each in known[:NAMED]]
    if len(known) > NAMED:
        lines.append(tr("and %n more copies", "", len(known) - NAMED))
    return "\n".join(lines)
