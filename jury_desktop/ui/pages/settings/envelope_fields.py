"""Where the address stands on the letters: two usual places or one's own, and a sheet to try it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDoubleSpinBox, QVBoxLayout, QWidget

from jury_desktop.domain.envelope import LEFTS, NBN, TOPS, WINDOW_RIGHT, Envelope
from jury_desktop.services.envelopes import save_envelope, write_sheet_to_try
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field
from jury_desktop.ui.widgets.still import ChoiceBox, DecimalBox

tr = area("settings")

LEFT, RIGHT, OWN = "left", "right", "own"
PLACES = {LEFT: NBN, RIGHT: WINDOW_RIGHT}
CHANGES = frozenset({Subject.SETTINGS})


class EnvelopeFields(QWidget):
    """Every choice is kept at once, for the letters that are made from then on."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._kept = NBN
        self.place = only_for(ChoiceBox(), save_envelope)
        self.place.addItem(tr("On the left (NBN Z 01-002)"), LEFT)
        self.place.addItem(tr("On the right"), RIGHT)
        self.place.addItem(tr("A place of its own"), OWN)
        self.left, self.top = _millimetres(LEFTS), _millimetres(TOPS)
        self.try_ = button(tr("Save a sheet to try…"), self._save_sheet)
        self._own = QWidget()
        self._build()
        self.show_envelope(NBN)
        self.place.activated.connect(self._chosen)
        for field in (self.left, self.top):
            field.editingFinished.connect(self._typed)

    def _build(self) -> None:
        own = row(Field(tr("From the left"), self.left), Field(tr("From above"), self.top), None, spacing=16)
        own.setContentsMargins(0, 0, 0, 0)
        self._own.setLayout(own)
        says = tr("Letters that are made from now on have their address there; final ones stay as they are.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Field(tr("Address in the window of the envelope"), self.place))
        column.addWidget(self._own)
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(row(self.try_, None))

    def show_envelope(self, envelope: Envelope) -> None:
        """Show the place that is kept."""
        self._kept = envelope
        usual = next((key for key, place in PLACES.items() if place == envelope), OWN)
        blocked = [QSignalBlocker(each) for each in (self.place, self.left, self.top)]
        self.place.setCurrentIndex(self.place.findData(usual))
        self.left.setValue(envelope.left)
        self.top.setValue(envelope.top)
        del blocked
        self._own.setVisible(usual == OWN)

    def entered(self) -> Envelope:
        """What the fields say now."""
        usual = PLACES.get(str(self.place.currentData()))
        return usual or Envelope(self.left.value(), self.top.value())

    def _chosen(self) -> None:
        self._own.setVisible(self.place.currentData() == OWN)
        self._keep()

    def _typed(self) -> None:
        if self.place.currentData() == OWN:
            self._keep()

    def _keep(self) -> None:
        wanted = self.entered()
        if wanted == self._kept:
            return
        self._kept = wanted
        self._shell.run_operation(
            Operation(
                tr("Change the place of the address"),
                calling(save_envelope, wanted),
                CHANGES,
                inverse=lambda before: calling(save_envelope, before),
            )
        )

    def _save_sheet(self) -> None:
        self._shell.pick_save(tr("Sheet to try"), "PDF (*.pdf)", tr("Sheet-for-envelopes.pdf"), self._picked)

    def _picked(self, place: Path) -> None:
        work = _Sheet(self.entered(), self._shell.now(), place)
        self._shell.run_calculation(work, self._written)

    def _written(self, place: Path) -> None:
        text = tr("“{name}” is ready: print it at its real size.").format(name=place.name)
        self._shell.notify(Notice(text, Tone.GOOD))


class _Sheet:
    """The work: writes the sheet."""

    def __init__(self, envelope: Envelope, made: datetime, place: Path) -> None:
        self._envelope, self._made, self._place = envelope, made, place

    def __call__(self, context: JobContext) -> Path:
        return write_sheet_to_try(self._envelope, self._made, self._place)


def _millimetres(bounds: tuple[float, float]) -> QDoubleSpinBox:
    made = only_for(DecimalBox(), save_envelope)
    made.setRange(*bounds)
    made.setDecimals(1)
    made.setSingleStep(0.5)
    made.setSuffix(tr(" mm"))
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made
