"""Where the line is drawn between those who are chosen and those who are not: a question, no decision."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jury_desktop.domain.decision import Stage
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label
from jury_desktop.ui.widgets.still import NumberBox

tr = area("advice")


class Line(QWidget):
    """A number of places. Of each stage the user's own choice is remembered while the page lives.

    :ivar moved: the user moved the line.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stage = Stage.FINAL
        self._chosen: dict[Stage, int] = {}
        self.box = NumberBox()
        self.box.setMinimum(1)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setAccessibleName(tr("Line after how many places"))
        self.box.setToolTip(tr("Draw the line between chosen and not chosen after so many places"))
        self.box.valueChanged.connect(self._moved)
        name = label(tr("Line after"), "muted")
        name.setBuddy(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(name)
        line.addWidget(self.box)

    @property
    def cut(self) -> int:
        """So many stand above the line."""
        return self.box.value()

    def show_range(self, stage: Stage, usual: int, most: int) -> None:
        """Show the line of a stage: where the user drew it, else at its usual place."""
        self._stage = stage
        with QSignalBlocker(self.box):
            self.box.setMaximum(max(1, most))
            self.box.setValue(self._chosen.get(stage, usual))

    def _moved(self, cut: int) -> None:
        self._chosen[self._stage] = cut
        self.moved.emit()
