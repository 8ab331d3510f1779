"""The session windows side by side on one time scale, with the pitches in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.pitch import Assignment
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.basics import Panel, clear, label
from jury_desktop.wording import day

tr = area("planning")

GUTTER = 46
"""Room for the hours, in points."""
PIXELS_PER_MINUTE = 2.5
BREAK_SHOWN_FROM = 10
"""Gaps between pitches from this many minutes on are named a break."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A pitch on the plan with its candidacy; ``pinned`` pitches stay where they are."""

    place: Assignment
    candidacy: Candidacy
    jurors: tuple[str, ...]
    pinned: bool


class PitchBlock(QWidget):
    """One pitch: its hours, reference and organisation, on an edge in the colour of its first challenge."""

    chosen = Signal(str)

    def __init__(self, pitch: Placed, parent: QWidget) -> None:
        super().__init__(parent)
        self.pitch = pitch
        self.selected = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = f"{_hours(pitch.place)} {self._name()}, {', '.join(pitch.jurors)}"
        self.setAccessibleName(said)
        self.setToolTip("\n".join((_hours(pitch.place), self._name(), *pitch.jurors)))

    def select(self, chosen: bool) -> None:
        """Show whether this is the pitch that the side panel tells about."""
        self.selected = chosen
        self.update()

    def _name(self) -> str:
        return f"{self.pitch.candidacy.reference} {self.pitch.candidacy.organisation}"

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        with paint.painting(painter):
            painter.setPen(theme.pen(look.colours.accent if self.selected else look.colours.line, 1))
            painter.setBrush(theme.colour(look.colours.accent_soft if self.selected else look.colours.panel))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.challenge(min(self.pitch.candidacy.challenges, default=7))))
            painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        self._write(painter)
        if self.hasFocus():
            paint.draw_focus(painter, QRectF(self.rect()), 5)

    def _write(self, painter: QPainter) -> None:
        colours = theme.current().colours
        strong, small = theme.font(weight=600), theme.font("small")
        width, line = self.width() - 24, theme.metrics().base * 1.35
        painter.setFont(strong)
        painter.setPen(theme.colour(colours.text))
        pin = "  ⚲" if self.pitch.pinned else ""
        name = painter.fontMetrics().elidedText(self._name() + pin, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(14, 8 + line * 0.75), name)
        painter.setFont(small)
        painter.setPen(theme.colour(colours.muted))
        painter.drawText(QPointF(14, 8 + line * 1.8), self._details(painter.fontMetrics(), width))
        if self.height() > 8 + line * 2 + theme.metrics().chip + 8:
            box = QRectF(14, 8 + line * 2.2, width, theme.metrics().chip)
            paint.draw_chips(painter, box, self.pitch.candidacy.challenges)

    def _details(self, measure: QFontMetrics, width: int) -> str:
        """The hours, with the number of jurors where there is room for it."""
        hours, jurors = _hours(self.pitch.place), tr("%n jurors", "", len(self.pitch.jurors))
        whole = f"{hours} · {jurors}"
        return whole if measure.horizontalAdvance(whole) <= width else hours

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.chosen.emit(self.pitch.candidacy.reference)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.pitch.candidacy.reference)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.pitch.candidacy.reference)


class Scale(QWidget):
    """The hours of one window with its blocks; one minute is the same height in every window."""

    def __init__(self, window: SessionWindow, pitches: Sequence[Placed]) -> None:
        super().__init__()
        self.window_ = window
        self.blocks = [PitchBlock(pitch, self) for pitch in pitches]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(window.minutes * PIXELS_PER_MINUTE) + 20)

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())

    def top(self, moment: datetime) -> int:
        """Where a moment lies, in points from the top."""
        minutes = (moment - self.window_.start).total_seconds() / 60
        return round(minutes * PIXELS_PER_MINUTE) + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = (self.width() - GUTTER) // self.window_.rooms
        for block in self.blocks:
            place = block.pitch.place
            left = GUTTER + room * (place.room - 1)
            block.setGeometry(
                left, self.top(place.start) + 1, room - 4, self.top(place.end) - self.top(place.start) - 2
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current().colours
        painter.setFont(theme.font("small", figures=True))
        moment = self.window_.start
        while moment <= self.window_.end:
            y = self.top(moment)
            painter.setPen(theme.pen(colours.line_soft, 1))
            painter.drawLine(GUTTER - 8, y, self.width(), y)
            painter.setPen(theme.colour(colours.muted))
            painter.drawText(QPointF(0, y + 4), f"{moment.astimezone(BRUSSELS):%H:%M}")
            moment += timedelta(minutes=30)
        self._paint_breaks(painter)

    def _paint_breaks(self, painter: QPainter) -> None:
        painter.setPen(theme.colour(theme.current().colours.muted))
        painter.setFont(theme.font("small", 600))
        for room in range(1, self.window_.rooms + 1):
            places = [block.pitch.place for block in self.blocks if block.pitch.place.room == room]
            for before, after in pairwise(places):
                if (after.start - before.end) >= timedelta(minutes=BREAK_SHOWN_FROM):
                    middle = (self.top(before.end) + self.top(after.start)) / 2
                    painter.drawText(QPointF(GUTTER + 14, middle + 4), tr("break"))


class WindowColumn(Panel):
    """One session window: its day and hours, how many jurors can sit, its pitches."""

    def __init__(self, window: SessionWindow, pitches: Sequence[Placed], jurors: int, language: str) -> None:
        super().__init__(margins=(12, 14, 12, 8))
        start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
        title = day(start.date(), language, "EEEE d/MM").capitalize()
        self.body.setSpacing(2)
        self.body.addWidget(label(title, "heading"))
        who = tr("%n jurors", "", jurors)
        self.body.addWidget(label(f"{start:%H:%M}–{end:%H:%M} · {who}", "muted"))
        self.body.addSpacing(8)
        self.scale = Scale(window, pitches)
        self.body.addWidget(self.scale)
        self.body.addStretch(1)
        self.setAccessibleName(title)


class PlanColumns(QWidget):
    """All windows side by side.

    :ivar chosen: the reference of the pitch that was clicked or focused.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.columns: list[WindowColumn] = []

    def show_columns(self, columns: Sequence[WindowColumn]) -> None:
        """Show other windows."""
        clear(self._row)
        self.columns = list(columns)
        for column in self.columns:
            column.setMinimumWidth(200)
            self._row.addWidget(column, 1)
        for block in self.blocks():
            block.chosen.connect(self.chosen)

    def blocks(self) -> list[PitchBlock]:
        """Every pitch on show, window by window."""
        return [block for column in self.columns for block in column.scale.blocks]

    def select(self, reference: str) -> None:
        """Mark the pitch of a candidacy."""
        for block in self.blocks():
            block.select(block.pitch.candidacy.reference == reference)


def _hours(place: Assignment) -> str:
    start, end = place.start.astimezone(BRUSSELS), place.end.astimezone(BRUSSELS)
    return f"{start:%H:%M}–{end:%H:%M}"
