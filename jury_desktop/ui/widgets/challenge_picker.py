"""Choosing challenges: a numbered square for each, coloured once it is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.marks import spoken_challenges

GAP = 4
"""Points around a square, for the ring of the keyboard focus."""


class ChallengeToggle(QPushButton):
    """One challenge, chosen or not."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = spoken_challenges((number,), {number: name})
        self.setAccessibleName(said)
        self.setToolTip(said)

    def sizeHint(self) -> QSize:
        side = theme.metrics().chip + 2 * GAP
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_chip(painter, QPointF(GAP, GAP), self.number, faint=not self.isChecked())
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.rect()))


class ChallengePicker(QWidget):
    """All challenges of a call side by side.

    :ivar changed: the user chose otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggles: dict[int, ChallengeToggle] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)

    def offer(self, names: Mapping[int, str]) -> None:
        """Offer these challenges, by number; the same ones again change nothing."""
        if list(names) == list(self.toggles):
            return
        for toggle in self.toggles.values():
            self._line.removeWidget(toggle)
            toggle.deleteLater()
        self.toggles = {number: self._toggle(number, name) for number, name in names.items()}
        self._line.addStretch(1)

    def _toggle(self, number: int, name: str) -> ChallengeToggle:
        made = ChallengeToggle(number, name)
        made.clicked.connect(self._clicked)
        self._line.insertWidget(len(self.toggles) + self._line.count(), made)
        return made

    def chosen(self) -> tuple[int, ...]:
        """The numbers chosen, in order."""
        return tuple(number for number, toggle in self.toggles.items() if toggle.isChecked())

    def choose(self, numbers: Sequence[int]) -> None:
        """Choose these, without telling."""
        for number, toggle in self.toggles.items():
            toggle.setChecked(number in numbers)

    def _clicked(self) -> None:
        self.changed.emit()
