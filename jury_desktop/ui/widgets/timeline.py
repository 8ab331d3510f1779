"""The milestones of the call on one line, with today on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets import paint

tr = area("widgets")

WORDS_TOP = 20
"""Pixels above the words: the line with its dots."""
MOST_LINES = 3
"""Lines that a label may take."""
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """A milestone: its date in words, its label, and its days where the call gives them."""

    when: str
    label: str
    start: date | None = None
    end: date | None = None


def position(moments: Sequence[Moment], today: date) -> float:
    """Where today stands, 0 to 1. Each milestone has an equal part of the line and lies in its middle; its
    days fill the part between the quarters, the days to the next milestone the rest."""
    parts = len(moments)
    dated = [(at, m.start, m.end or m.start) for at, m in enumerate(moments) if m.start is not None]
    marks: list[tuple[date, float]] = []
    for at, start, end in dated:
        if end is None or start == end:
            marks.append((start, (at + 0.5) / parts))
        else:
            marks += [(start, (at + 0.25) / parts), (end, (at + 0.75) / parts)]
    return _between(marks, today)


def _between(marks: Sequence[tuple[date, float]], today: date) -> float:
    if not marks or today < marks[0][0]:
        return 0.0
    for (before, left), (after, right) in pairwise(marks):
        if before <= today < after:
            return left + (right - left) * ((today - before).days / (after - before).days)
    return marks[-1][1]


class Timeline(QWidget):
    """The line itself: a label that is too long for its part goes on below, and is whole on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: tuple[Moment, ...] = ()
        self._today = date.min
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_moments(self, moments: Sequence[Moment], today: date) -> None:
        """Show these milestones as seen from ``today``."""
        self._moments = tuple(moments)
        self._today = today
        said = "; ".join(f"{moment.when} {moment.label}" for moment in moments)
        self.setAccessibleName(tr("Timeline: {list}").format(list=said))
        self.updateGeometry()
        self.update()

    # size

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(600, self.width())))

    def heightForWidth(self, width: int) -> int:
        room = width / max(1, len(self._moments)) - 2 * MARGIN
        labels = (
            paint.wrapped(moment.label, theme.font("small"), room, MOST_LINES) for moment in self._moments
        )
        lines = 1 + max(map(len, labels), default=1)
        return round(WORDS_TOP + lines * _line() + 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._moments:
            at = int(event.pos().x() * len(self._moments) / max(1, self.width()))
            moment = self._moments[min(at, len(self._moments) - 1)]
            QToolTip.showText(event.globalPos(), f"{moment.when} · {moment.label}", self)
            return True
        return super().event(event)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._moments:
            return
        painter = QPainter(self)
        self._paint_line(painter)
        width = self.width() / len(self._moments)
        for at, moment in enumerate(self._moments):
            self._paint_moment(painter, QRectF(at * width, 0, width, self.height()), moment)

    def _paint_line(self, painter: QPainter) -> None:
        colours = theme.current().colours
        now = self.width() * position(self._moments, self._today)
        with paint.painting(painter):
            painter.setBrush(theme.colour(colours.line))
            painter.drawRoundedRect(QRectF(0, 6, self.width(), 4), 2, 2)
            painter.setBrush(theme.colour(colours.accent))
            painter.drawRoundedRect(QRectF(0, 6, now, 4), 2, 2)

    def _paint_moment(self, painter: QPainter, box: QRectF, moment: Moment) -> None:
        colours = theme.current().colours
        last = moment.end or moment.start
        past = last is not None and last < self._today
        current = not past and moment.start is not None and moment.start <= self._today
        self._paint_dot(painter, QPointF(box.center().x(), 8), past=past, current=current)
        ink = colours.accent_text if current else colours.text
        words = box.adjusted(MARGIN, WORDS_TOP, -MARGIN, 0)
        self._write(painter, words, _date_font(moment.when, words.width()), ink, moment.when, 1)
        words = words.adjusted(0, _line(), 0, 0)
        self._write(painter, words, theme.font("small"), colours.muted, moment.label, MOST_LINES)

    def _paint_dot(self, painter: QPainter, centre: QPointF, *, past: bool, current: bool) -> None:
        colours = theme.current().colours
        with paint.painting(painter):
            painter.setPen(theme.pen(colours.accent if past or current else colours.line_strong, 2))
            painter.setBrush(theme.colour(colours.accent if past else colours.panel))
            painter.drawEllipse(centre, 6 if current else 5, 6 if current else 5)
            if current:
                painter.setBrush(theme.colour(colours.accent))
                painter.drawEllipse(centre, 2, 2)

    def _write(self, painter: QPainter, box: QRectF, font: QFont, ink: str, text: str, lines: int) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        for at, part in enumerate(paint.wrapped(text, font, box.width(), lines)):
            line = QRectF(box.left(), box.top() + at * _line(), box.width(), _line())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, part)


def _line() -> float:
    return QFontMetricsF(theme.font()).lineSpacing()


def _date_font(when: str, room: float) -> QFont:
    """The font of a date: smaller where it would not fit."""
    usual = theme.font(weight=600)
    fits = QFontMetricsF(usual).horizontalAdvance(when) <= room
    return usual if fits else theme.font("small", 600)
