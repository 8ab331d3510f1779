"""Where a pitch would come: an outline in the colour of the verdict, with its hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui import theme
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint


class Ghost(QWidget):
    """Lies over the blocks and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tone = Tone.NEUTRAL
        self.text = ""
        self.hide()

    def show_time(self, start: datetime, minutes: int, tone: Tone) -> None:
        """Show these hours in this colour."""
        end = start + timedelta(minutes=minutes)
        self.text = f"{start.astimezone(BRUSSELS):%H:%M}–{end.astimezone(BRUSSELS):%H:%M}"
        self.tone = tone
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = theme.current().colours.tone(self.tone)
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with paint.painting(painter):
            pen = theme.pen(ink, 2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setOpacity(0.88)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(box, 5, 5)
        painter.setFont(theme.font(weight=600))
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
