"""How often each juror sits: drawn as one widget, for a jury may be large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.ui import theme

FIGURES = 40
"""Room for the count, in points."""
AIR = 6
"""Between two lines, in points."""


class SeatCounts(QWidget):
    """A line for each juror: the name, and how many pitches they hear."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, lines: Sequence[tuple[str, int]]) -> None:
        """Show jurors by name with their count."""
        self.lines = tuple(lines)
        self.setAccessibleName("; ".join(f"{name} {count}" for name, count in self.lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(FIGURES * 3, round(self._height() * len(self.lines)))

    def _height(self) -> float:
        return QFontMetricsF(theme.font()).height() + AIR

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current().colours
        painter.setPen(theme.colour(colours.text))
        plain, figures = theme.font(), theme.font(figures=True)
        measure, height = QFontMetricsF(plain), self._height()
        first = int(event.rect().top() // height)
        last = min(len(self.lines), int(event.rect().bottom() // height) + 1)
        for place in range(first, last):
            name, count = self.lines[place]
            line = QRectF(0, place * height, self.width(), height)
            room = line.adjusted(0, 0, -FIGURES, 0)
            painter.setFont(plain)
            shown = measure.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            painter.setFont(figures)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))
