"""Beside the pitches of a session: when each juror is free, and where there are too few of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Interval
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint

tr = area("planning")

STRIDE, LEAST = 4, 3
"""Width of the bar of a juror with the room beside it, in points: where there is room, and at least."""
BAR = 0.7
"""The part of that which the bar takes."""
MOST = 12
"""Jurors that have a bar each; of more, one bar tells how many there are by its depth."""
TOGETHER = 6
"""Width of that bar."""
FAINT = 0.4
"""How deep the colour is of who does not sit before the chosen pitch."""
EDGE = 3
"""Width of the mark where there are too few, with the room beside it."""


@dataclass(frozen=True, slots=True)
class Free:
    """A juror with the stretches of a session in which they can sit."""

    id: str
    name: str
    stretches: tuple[Interval, ...]

    def free_at(self, moment: datetime) -> bool:
        """Whether the juror can sit at a moment."""
        return any(it.start <= moment < it.end for it in self.stretches)


def lane_width(jurors: int, room: int = 0) -> int:
    """How wide the lane is for so many jurors where there is so much room for it, in points.

    Bars are thinner where it is narrow; too many jurors have one bar together.
    """
    if jurors > MOST:
        return EDGE + TOGETHER
    return EDGE + max(jurors * LEAST, min(jurors * STRIDE, room - EDGE))


class AvailabilityLane(QWidget):
    """Lies beside the blocks, on the same scale. Hovering names who is free at that moment."""

    def __init__(self, window: SessionWindow, top: int, per_minute: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._top, self._per_minute = window, top, per_minute
        self._jurors: tuple[Free, ...] = ()
        self._quorum = 0
        self._seated: frozenset[str] = frozenset()

    def show_jurors(self, jurors: Sequence[Free], quorum: int) -> None:
        """Show who is free when; below ``quorum`` of them the edge is marked."""
        self._jurors, self._quorum = tuple(jurors), quorum
        self.setAccessibleName(tr("Availability of the jury"))
        self.setAccessibleDescription(self._described())
        self.update()

    def _described(self) -> str:
        """Who is free when; of a large jury how many."""
        there = [juror for juror in self._jurors if juror.stretches]
        if not there:
            return tr("nobody is available")
        if len(there) > MOST:
            return tr("{free} of {all} available").format(free=len(there), all=len(self._jurors))
        hours = [(juror.name, ", ".join(map(_hours, juror.stretches))) for juror in there]
        return "; ".join(f"{name} {when}" for name, when in hours)

    def show_seated(self, seated: frozenset[str]) -> None:
        """Let the panel of the chosen pitch stand out."""
        if seated != self._seated:
            self._seated = seated
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with paint.painting(painter):
            if len(self._jurors) <= MOST:
                self._paint_each(painter)
            else:
                self._paint_together(painter)
            painter.setBrush(theme.colour(theme.current().colours.tone(Tone.BAD)[0]))
            for start, end, count in self._counted():
                if count < self._quorum:
                    painter.drawRect(QRectF(0, self._y(start), 2, self._y(end) - self._y(start)))

    def _paint_each(self, painter: QPainter) -> None:
        colours, stride = theme.current().colours, (self.width() - EDGE) / max(1, len(self._jurors))
        for place, juror in enumerate(self._jurors):
            left, wide = EDGE + place * stride, BAR * stride
            seated = juror.id in self._seated
            painter.setBrush(theme.colour(colours.accent, 1.0 if seated else FAINT))
            for stretch in juror.stretches:
                top, bottom = self._y(stretch.start), self._y(stretch.end)
                painter.drawRoundedRect(QRectF(left, top, wide, bottom - top), wide / 2, wide / 2)

    def _paint_together(self, painter: QPainter) -> None:
        whole = max(1, len(self._jurors))
        for start, end, count in self._counted():
            depth = FAINT * (0.3 + count / whole) if count else 0.0
            painter.setBrush(theme.colour(theme.current().colours.accent, depth))
            painter.drawRect(QRectF(EDGE, self._y(start), TOGETHER, self._y(end) - self._y(start)))
            if (share := self._seated_share(start)) > 0:
                painter.setBrush(theme.colour(theme.current().colours.accent))
                painter.drawRect(
                    QRectF(EDGE, self._y(start), TOGETHER * share, self._y(end) - self._y(start))
                )

    def _seated_share(self, moment: datetime) -> float:
        """How much of the panel of the chosen pitch is free, from 0 to 1."""
        panel = [juror for juror in self._jurors if juror.id in self._seated]
        return sum(juror.free_at(moment) for juror in panel) / max(1, len(panel))

    def _counted(self) -> list[tuple[datetime, datetime, int]]:
        """The stretches of the session between two changes, with how many are free in each."""
        ends = {moment for juror in self._jurors for it in juror.stretches for moment in (it.start, it.end)}
        moments = sorted(ends | {self._window.start, self._window.end})
        return [(start, end, len(self._free_at(start))) for start, end in pairwise(moments)]

    def _free_at(self, moment: datetime) -> list[str]:
        return [juror.name for juror in self._jurors if juror.free_at(moment)]

    def _y(self, moment: datetime) -> float:
        return self._top + (moment - self._window.start).total_seconds() / 60 * self._per_minute

    def event(self, event: QEvent) -> bool:
        """Who is free where the mouse is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            minutes = (event.pos().y() - self._top) / self._per_minute
            moment = self._window.start + timedelta(minutes=max(0, round(minutes)))
            QToolTip.showText(event.globalPos(), self.told(moment), self)
            return True
        return super().event(event)

    def told(self, moment: datetime) -> str:
        """Who is free at a moment: "14:10 · 6 of 8", and their names."""
        names = self._free_at(moment)
        count = tr("{free} of {all} available").format(free=len(names), all=len(self._jurors))
        return "\n".join((f"{moment.astimezone(BRUSSELS):%H:%M} · {count}", *names))


def _hours(stretch: Interval) -> str:
    return f"{stretch.start.astimezone(BRUSSELS):%H:%M}–{stretch.end.astimezone(BRUSSELS):%H:%M}"
