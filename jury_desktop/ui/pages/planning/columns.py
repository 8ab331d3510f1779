"""The session windows side by side on one time scale, with the pitches in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Slot
from jury_desktop.ui import theme
from jury_desktop.ui.pages.planning.block import PitchBlock, Placed
from jury_desktop.ui.pages.planning.ghost import Ghost
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, clear, label
from jury_desktop.ui.widgets.form import bring_into_view
from jury_desktop.wording import day

tr = area("planning")

GUTTER = 46
"""Room for the hours, in points."""
TOP = 8
"""Above the first hour, in points."""
PIXELS_PER_MINUTE = 2.5
BREAK_SHOWN_FROM = 10
"""Gaps between pitches from this many minutes on are named a break."""


class Scale(QWidget):
    """The hours of one window with its blocks; one minute is the same height in every window."""

    def __init__(self, window: SessionWindow, pitches: Sequence[Placed]) -> None:
        super().__init__()
        self.window_ = window
        self.blocks = [PitchBlock(pitch, self) for pitch in pitches]
        self.ghost = Ghost(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(window.minutes * PIXELS_PER_MINUTE) + 20)

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())

    def top(self, moment: datetime) -> int:
        """Where a moment lies, in points from the top."""
        minutes = (moment - self.window_.start).total_seconds() / 60
        return round(minutes * PIXELS_PER_MINUTE) + TOP

    def slot(self, at: QPoint, minutes: int, grid: int) -> Slot:
        """The slot of a block of so many minutes with its top at a point, on the grid and in the window."""
        latest = (self.window_.minutes - minutes) // grid
        steps = max(0, min(latest, round((at.y() - TOP) / PIXELS_PER_MINUTE / grid)))
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
        return (self.width() - GUTTER) // self.window_.rooms

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self._room_width()
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
    """All windows side by side. While a pitch is moved by keyboard the keys come here.

    :ivar chosen: the reference of the pitch that was clicked or focused; so do ``move_wanted`` and
        ``lock_wanted``.
    :ivar dragged: reference, the point of the screen and how far below its top the block is held.
    :ivar released: the block was let go; ``let_be``: it stays where it was.
    :ivar pressed: a key while a pitch is moved; ``left``: the keys go elsewhere meanwhile.
    """

    chosen = Signal(str)
    move_wanted = Signal(str)
    lock_wanted = Signal(str)
    dragged = Signal(str, QPoint, int)
    released = Signal()
    let_be = Signal()
    pressed = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._wanted = ""
        self.columns: list[WindowColumn] = []

    def show_columns(self, columns: Sequence[WindowColumn]) -> None:
        """Show other windows; the keyboard stays at the same pitch."""
        wanted = self._wanted or self._focused()
        clear(self._row)
        self.columns = list(columns)
        for column in self.columns:
            column.setMinimumWidth(200)
            self._row.addWidget(column, 1)
        for block in self.blocks():
            for name in ("chosen", "move_wanted", "lock_wanted", "dragged", "released", "let_be"):
                getattr(block, name).connect(getattr(self, name))
        self.focus_on(wanted)

    def blocks(self) -> list[PitchBlock]:
        """Every pitch on show, window by window."""
        return [block for column in self.columns for block in column.scale.blocks]

    def select(self, reference: str) -> None:
        """Mark the pitch of a candidacy."""
        for block in self.blocks():
            block.select(block.pitch.candidacy.reference == reference)

    def focus_on(self, reference: str) -> None:
        """Give the keyboard to a pitch, as soon as it is there."""
        found = [block for block in self.blocks() if block.pitch.candidacy.reference == reference]
        self._wanted = "" if found else reference
        for block in found:
            block.setFocus()

    def _focused(self) -> str:
        return next((b.pitch.candidacy.reference for b in self.blocks() if b.hasFocus()), "")

    # moving a pitch

    def slot_at(self, point: QPoint, held: int, minutes: int, grid: int) -> Slot | None:
        """The slot under a point of the screen, for a block held so far below its top; None beside all."""
        for column in self.columns:
            scale = column.scale
            at = scale.mapFromGlobal(point) - QPoint(0, held)
            if 0 <= at.x() < scale.width():
                return scale.slot(at, minutes, grid)
        return None

    def show_ghost(self, slot: Slot, minutes: int, tone: Tone) -> None:
        """Show where a pitch would come, in the colour of the verdict."""
        for column in self.columns:
            if column.scale.window_.id == slot.window:
                column.scale.show_ghost(slot, minutes, tone)
            else:
                column.scale.ghost.hide()

    def hide_ghost(self) -> None:
        """Nothing is being moved any more."""
        for column in self.columns:
            column.scale.ghost.hide()

    def take_keys(self) -> None:
        """From now on keys move the pitch."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def give_keys_back(self, reference: str) -> None:
        """The pitch has landed, or stays."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.hasFocus():
            self.focus_on(reference)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus():
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.left.emit()
