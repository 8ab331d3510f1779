"""The hours of one session with its pitches; one minute is the same height in every session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Slot
from jury_desktop.ui import theme
from jury_desktop.ui.pages.planning.block import PitchBlock, Placed
from jury_desktop.ui.pages.planning.ghost import Ghost
from jury_desktop.ui.pages.planning.lane import AvailabilityLane, Free, lane_width
from jury_desktop.ui.pages.planning.sessions.words import room_text
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.form import bring_into_view

tr = area("planning")

GUTTER = 42
"""Room for the hours, in points."""
TOP, TOP_NAMED = 8, 26
"""Above the first hour, in points; with the names of the rooms."""
PIXELS_PER_MINUTE = 2.5
NARROWEST = 115
"""Room for a block at least, in points; the lane of the jurors takes of the rest what it needs."""
BREAK_SHOWN_FROM = 10
"""Gaps between pitches from this many minutes on are named a break."""


class Scale(QWidget):
    """Its blocks come into being when they come into view: of hundreds, only some are ever looked at."""

    def __init__(self, window: SessionWindow) -> None:
        super().__init__()
        self.window_ = window
        self.pitches: tuple[Placed, ...] = ()
        self.blocks: list[PitchBlock] = []
        self.inhabited = False
        self._head = TOP if window.rooms == 1 else TOP_NAMED
        self.lane = AvailabilityLane(window, self._head, PIXELS_PER_MINUTE, self)
        self._jurors = self._lane = 0
        self.ghost = Ghost(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(window.minutes * PIXELS_PER_MINUTE) + self._head + 12)

    def sizeHint(self) -> QSize:
        return QSize(self.narrowest(), self.height())

    def narrowest(self) -> int:
        """The width at which blocks can still be read."""
        return GUTTER + NARROWEST * self.window_.rooms + lane_width(self._jurors)

    # what is on it

    def show_pitches(self, pitches: Sequence[Placed], made: Callable[[PitchBlock], object]) -> None:
        """Show other pitches; blocks that are the same stay. ``made`` hears of every new one."""
        self.pitches = tuple(pitches)
        if self.inhabited:
            self._furnish(made)
        self.update()

    def show_jurors(self, jurors: Sequence[Free], quorum: int) -> None:
        """Show when jurors are free, beside the pitches."""
        self._jurors = len(jurors)
        self.lane.show_jurors(jurors, quorum)
        self._lay()

    def inhabit(self, made: Callable[[PitchBlock], object]) -> bool:
        """Make the blocks, if they are not there; gives whether any was made."""
        if self.inhabited:
            return False
        self.inhabited = True
        self._furnish(made)
        return bool(self.blocks)

    def _furnish(self, made: Callable[[PitchBlock], object]) -> None:
        known = {block.pitch.candidacy.reference: block for block in self.blocks}
        self.blocks = []
        for pitch in self.pitches:
            block = known.get(pitch.candidacy.reference)
            if block is not None and block.pitch == pitch:
                del known[pitch.candidacy.reference]
            else:
                block = PitchBlock(pitch, self)
                made(block)
                block.show()
            self.blocks.append(block)
        for block in known.values():
            block.hide()
            block.deleteLater()
        self._lay()
        self.ghost.raise_()

    # where things are

    def top(self, moment: datetime) -> int:
        """Where a moment lies, in points from the top."""
        minutes = (moment - self.window_.start).total_seconds() / 60
        return round(minutes * PIXELS_PER_MINUTE) + self._head

    def slot(self, at: QPoint, minutes: int, grid: int) -> Slot:
        """The slot of a block of so many minutes with its top at a point, on the grid and in the window."""
        latest = (self.window_.minutes - minutes) // grid
        steps = max(0, min(latest, round((at.y() - self._head) / PIXELS_PER_MINUTE / grid)))
        room = max(0, at.x() - GUTTER) // max(1, self._room_width())
        start = self.window_.start + timedelta(minutes=steps * grid)
        return Slot(self.window_.id, min(room + 1, self.window_.rooms), start)

    def show_ghost(self, slot: Slot, minutes: int, tone: Tone) -> None:
        """Show where a pitch would come."""
        left = GUTTER + self._room_width() * (slot.room - 1)
        top, bottom = self.top(slot.start), self.top(slot.start + timedelta(minutes=minutes))
        self.ghost.setGeometry(left, top + 1, self._room_width() - 4, bottom - top - 2)
        self.ghost.show_time(slot.start, minutes, tone)
        bring_into_view(self.ghost)

    def _room_width(self) -> int:
        return (self.width() - GUTTER - self._lane) // self.window_.rooms

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def _lay(self) -> None:
        spare = self.width() - GUTTER - NARROWEST * self.window_.rooms
        self._lane = lane_width(self._jurors, spare)
        room = self._room_width()
        for block in self.blocks:
            place = block.pitch.place
            left, top = GUTTER + room * (place.room - 1), self.top(place.start)
            block.setGeometry(left, top + 1, room - 4, self.top(place.end) - top - 2)
        self.lane.setGeometry(self.width() - self._lane, 0, self._lane, self.height())

    # how it is drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_hours(painter)
        if self.window_.rooms > 1:
            self._paint_rooms(painter)
        self._paint_breaks(painter)

    def _paint_hours(self, painter: QPainter) -> None:
        colours, right = theme.current().colours, self.width() - self._lane
        painter.setFont(theme.font("small", figures=True))
        moment = self.window_.start
        while moment <= self.window_.end:
            y = self.top(moment)
            painter.setPen(theme.pen(colours.line_soft, 1))
            painter.drawLine(GUTTER - 5, y, right, y)
            painter.setPen(theme.colour(colours.muted))
            painter.drawText(QPointF(0, y + 4), f"{moment.astimezone(BRUSSELS):%H:%M}")
            moment += timedelta(minutes=30)

    def _paint_rooms(self, painter: QPainter) -> None:
        painter.setPen(theme.colour(theme.current().colours.muted))
        painter.setFont(theme.font("small", 600))
        for room in range(1, self.window_.rooms + 1):
            box = QRectF(GUTTER + self._room_width() * (room - 1), 0, self._room_width() - 4, TOP_NAMED - 6)
            text = painter.fontMetrics().elidedText(
                room_text(self.window_, room), Qt.TextElideMode.ElideRight, round(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_breaks(self, painter: QPainter) -> None:
        painter.setPen(theme.colour(theme.current().colours.muted))
        painter.setFont(theme.font("small", 600))
        for room in range(1, self.window_.rooms + 1):
            places = [pitch.place for pitch in self.pitches if pitch.place.room == room]
            for before, after in pairwise(places):
                if (after.start - before.end) >= timedelta(minutes=BREAK_SHOWN_FROM):
                    middle = (self.top(before.end) + self.top(after.start)) / 2
                    left = GUTTER + self._room_width() * (room - 1) + 14
                    painter.drawText(QPointF(left, middle + 4), tr("break"))
