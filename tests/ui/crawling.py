"""Somebody who tries everything on a page: presses what can be pressed, types where something can be typed,
in every tab and in every dialog that opens; what is refused is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from jury_desktop.domain.errors import JuryError
from jury_desktop.ui.jobs import Job, JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.shell import Answer, Question
from jury_desktop.ui.widgets.score_segments import ScoreSegments
from jury_desktop.ui.widgets.state_segments import StateSegments
from tests.fakes import MemoryStore
from tests.ui.doubles import DirectShell

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    ScoreSegments,
    StateSegments,
)
LEAVES = frozenset({"Annuleren", "Sluiten"})
Key = tuple[str, ...]


@dataclass
class TryingShell(DirectShell):
    """Answers every question with yes and every file dialog with a file; keeps what was refused.

    :param folder: where files go.
    """

    folder: Path = Path()
    refused: list[str] = field(default_factory=list)

    def ask(self, question: Question, answered: Callable[[Answer], object]) -> None:
        answered(Answer(question.choices[0].key, "Daarom"))

    def pick_open(
        self, title: str, filters: str, picked: Callable[[Sequence[Path]], object], *, many: bool = False
    ) -> None:
        file = self.folder / "gekozen.txt"
        file.write_text("niets", encoding="utf-8")
        picked((file,))

    def pick_save(self, title: str, filters: str, name: str, picked: Callable[[Path], object]) -> None:
        picked(self.folder / Path(name).name)

    def pick_folder(self, title: str, picked: Callable[[Path], object]) -> None:
        picked(self.folder)

    def pick_printer(self, title: str, picked: Callable[[QPrinter], object]) -> None:
        """Paper is not needed here."""

    def run_operation(self, operation: Operation[Any]) -> Job:  # type: ignore[override]
        """Done on a copy, so that each thing is tried on the dossier as it was; where that lacks what the
        step would need, it was let in."""
        assert self.dossier is not None
        store: MemoryStore = self.dossier.store  # type: ignore[assignment]
        copy = store.copied()
        copy.read_only = store.read_only
        dossier = replace(self.dossier, store=copy)

        def tried(context: JobContext) -> None:
            with suppress(LookupError):
                operation.verb(dossier, context)

        return self._do(tried, lambda _: None, "", operation.failed, operation.ended)

    def run_calculation(self, work: Any, done: Any, **_how: Any) -> Job:  # type: ignore[override]
        """What is drawn or reckoned touches no dossier."""
        return self._do(lambda _: None, lambda _: None, "", None, None)

    def _do(self, work: Any, done: Any, *rest: Any, **more: Any) -> Job:  # type: ignore[override]
        def noted(context: JobContext) -> Any:
            try:
                return work(context)
            except JuryError as error:
                self.refused.append(error.message.key)
                raise

        return super()._do(noted, done, *rest, **more)


def controls(within: QWidget) -> Iterator[QWidget]:
    """What can be seen in a widget and takes a hand or a key, other than to read on."""
    for found in within.findChildren(QWidget):
        inner = isinstance(found.parent(), (QComboBox, QAbstractSpinBox)) or isinstance(found, QScrollBar)
        if isinstance(found, CONTROLS) and found.isVisible() and not inner:
            yield found


def is_on(control: QWidget) -> bool:
    """Whether something can be done with it."""
    reads = isinstance(control, (QLineEdit, QPlainTextEdit)) and control.isReadOnly()
    return control.isEnabled() and not reads


def key_of(control: QWidget) -> Key:
    """How a control is known, also on another copy of the page."""
    text = control.text() if isinstance(control, QAbstractButton) else ""
    around = []
    parent = control.parent()
    while isinstance(parent, QWidget):
        around.append(type(parent).__name__)
        parent = parent.parent()
    return type(control).__name__, text or control.accessibleName(), *around[:4]


def use(control: QWidget) -> None:
    """Do with a control what it is for."""
    if isinstance(control, QAbstractButton):
        menu = control.menu() if hasattr(control, "menu") else None
        if menu is not None:
            menu.actions()[0].trigger()
        else:
            control.click()
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(control.count() - 1)
        control.activated.emit(control.currentIndex())
    elif isinstance(control, QAbstractSpinBox):
        control.stepUp()
        control.editingFinished.emit()
    elif isinstance(control, (ScoreSegments, StateSegments)):
        QTest.keyClicks(control, "1")
    else:
        control.setFocus()
        QTest.keyClicks(control, "x")
        control.clearFocus()


def opened_by(page: QWidget) -> Iterator[QDialog]:
    """The dialogs that are on show beside a page."""
    for found in QApplication.topLevelWidgets():
        if isinstance(found, QDialog) and found.isVisible() and found is not page:
            yield found


def try_dialogs(page: QWidget) -> int:
    """Tries all that the dialogs offer that are open, and closes them; gives how many there were."""
    count = 0
    while (dialog := next(opened_by(page), None)) is not None:
        count += 1
        for control in list(controls(dialog)):
            there = shiboken6.isValid(control) and shiboken6.isValid(dialog) and dialog.isVisible()
            leaves = isinstance(control, QAbstractButton) and control.text() in LEAVES
            if there and not leaves and is_on(control) and isinstance(control, QAbstractButton):
                use(control)
        if shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.done(0)
        if shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.hide()
        QApplication.processEvents()
    return count
