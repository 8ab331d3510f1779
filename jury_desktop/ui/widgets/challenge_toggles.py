"""Challenges to tick: a numbered square per challenge, grey until it is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.flow import FlowLayout
from jury_desktop.ui.widgets.marks import spoken_challenges


class ChallengeToggle(QPushButton):
    """One challenge; Space or a click ticks it."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        said = spoken_challenges((number,), {number: name})
        self.setCheckable(True)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.metrics().chip + 8
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_chip(painter, QPointF(4, 4), self.number, faint=not self.isChecked())
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 6)


class ChallengeToggles(QWidget):
    """All challenges of a call.

    :ivar changed: the user ticked or unticked one.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggles: list[ChallengeToggle] = []
        self._flow = FlowLayout(self, spacing=2)

    def offer(self, challenges: Sequence[tuple[int, str]]) -> None:
        """Offer these challenges, as number and name; does nothing when they are on offer already."""
        if [toggle.number for toggle in self.toggles] == [number for number, _ in challenges]:
            return
        for toggle in self.toggles:
            toggle.deleteLater()
        self.toggles = [ChallengeToggle(number, name) for number, name in challenges]
        for toggle in self.toggles:
            toggle.clicked.connect(self._clicked)
            self._flow.addWidget(toggle)

    def chosen(self) -> tuple[int, ...]:
        """The numbers that are ticked."""
        return tuple(toggle.number for toggle in self.toggles if toggle.isChecked())

    def choose(self, numbers: Sequence[int]) -> None:
        """Tick exactly these, without telling."""
        for toggle in self.toggles:
            toggle.setChecked(toggle.number in numbers)

    def _clicked(self) -> None:
        self.changed.emit()
