"""The slider for the weight of one criterion."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from jury_desktop.domain.call import Criterion
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, row
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.wording import score as written

tr = area("advice")

STEPS = 10
"""So many steps of the slider make the weight of the call."""
MOST = 4 * STEPS


class WeightSlider(QWidget):
    """The weight of one criterion, from nothing to four times that of the call.

    :ivar moved: the user moved it.
    """

    moved = Signal()

    def __init__(self, criterion: Criterion, language: str) -> None:
        super().__init__()
        self._criterion = criterion
        self._language = language
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST)
        self.slider.setPageStep(STEPS // 2)
        self.slider.setAccessibleName(tr("Weight of {criterion}").format(criterion=criterion.title))
        self.slider.setValue(STEPS)
        self.slider.valueChanged.connect(self._changed)
        self._figure = figure_label("", width=9)
        self.turns = label("", "small", wrap=True)
        title = label(criterion.title, wrap=True)
        head = row(title, self._figure)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.slider)
        column.addWidget(self.turns)
        self._tell()

    @property
    def key(self) -> str:
        """The key of its criterion."""
        return self._criterion.key

    @property
    def weight(self) -> float:
        """The weight it stands at."""
        return self._criterion.weight * self.slider.value() / STEPS

    def reset(self) -> None:
        """Back to the weight of the call, without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(STEPS)
        self._tell()

    def show_turns(self, below: float | None, above: float | None) -> None:
        """Say from which weight on others come above the line."""
        found = [self._criterion.weight * factor for factor in (below, above) if factor is not None]
        told = [written(weight, self._language) for weight in found]
        joined = tr("{one} or {other}").format(one=told[0], other=told[1]) if len(told) > 1 else "".join(told)
        nobody = tr("the same above the line at every weight of this slider")
        self.turns.setText(
            tr("others above the line at {weights}").format(weights=joined) if told else nobody
        )

    def _changed(self) -> None:
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        times = f"{self.slider.value() / STEPS:g}".replace(".", "," if self._language == "nl" else ".")
        self._figure.setText(f"{written(self.weight, self._language)}  ×{times}")
