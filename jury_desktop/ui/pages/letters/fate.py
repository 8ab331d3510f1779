"""What became of a letter that left: it came back, or somebody saw that it was received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from jury_desktop.domain.outgoing import Letter
from jury_desktop.services.letter_fate import record_bounce, record_receipt, take_back_fate
from jury_desktop.ui.dialogs.fitting import fit
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.moments import moment_edit, moment_of, to_qt
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("letters")

BOUNCED, RECEIVED = "bounced", "received"
CHANGES = frozenset({Subject.LETTER, Subject.REBUTTAL})


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to a letter, when, and what shows it."""

    bounced: bool
    at: datetime
    shown_by: str


class FateDialog(QDialog):
    """Asks what became of a letter; ``told`` is called when the user keeps it."""

    def __init__(
        self, name: str, sent: datetime, now: datetime, told: Callable[[Fate], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What became of it"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._told = told
        self.what = ChoiceBox()
        self.what.addItem(tr("It came back"), BOUNCED)
        self.what.addItem(tr("It was received"), RECEIVED)
        self.moment = moment_edit(now, latest=now)
        self.moment.setMinimumDateTime(to_qt(sent))
        self.moment.refused.connect(self._refused)
        self.words = line_edit()
        self.field = Field(tr("What shows it"), self.words)
        self.keep = button(tr("Record"), self._accept, part="primary")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._accept)
        self._build(name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _build(self, name: str) -> None:
        self.what.currentIndexChanged.connect(self._chosen)
        what, on = Field(tr("What happened"), self.what), Field(tr("On"), self.moment)
        when = row(stack(what, None), stack(on, None), spacing=16)
        buttons = row(None, button(tr("Cancel"), self.reject), self.keep)
        title, about = label(self.windowTitle(), "title"), label(name, "muted", wrap=True)
        column = stack(title, about, when, self.field, buttons, spacing=14)
        column.setContentsMargins(24, 22, 24, 20)
        self.setLayout(column)
        self._chosen()

    def _refused(self, _problem: str) -> None:
        fit(self)

    def _chosen(self) -> None:
        bounced = self.what.currentData() == BOUNCED
        example = tr("For example: mailbox unknown, or not collected at the post office")
        received = tr("For example: the read receipt, or the answer of the candidate")
        self.field.show_hint(example if bounced else received)
        fit(self)

    def _accept(self) -> None:
        if not self.words.text().strip():
            self.field.show_problem(tr("Say what shows it; that is kept in the dossier."))
            fit(self)
            self.words.setFocus()
            return
        if not take_all(self.moment):
            return
        bounced = self.what.currentData() == BOUNCED
        deliver(self._told, Fate(bounced, moment_of(self.moment), self.words.text()))
        self.accept()


def recording(letter: Letter, fate: Fate) -> Operation[Letter]:
    """Keep what became of a letter."""
    verb = record_bounce if fate.bounced else record_receipt
    sent = letter.sent_at
    at = max(fate.at, sent) if sent else fate.at  # the field knows no seconds
    return Operation(
        tr("Record what became of a letter"),
        calling(verb, letter.id, at, fate.shown_by),
        CHANGES,
        lambda made: calling(take_back_fate, made, letter),
    )
