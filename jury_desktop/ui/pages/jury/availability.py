"""When a juror can sit: a tick per session for the whole of it, or from–to within it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Interval
from jury_desktop.ui.pages.jury.words import hours, window_day, within
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import clear, label, role, row, stack
from jury_desktop.ui.widgets.moments import QuarterClock
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("jury")


class WindowHours(QWidget):
    """One session. What was entered elsewhere in several stretches stays until somebody changes it here.

    :ivar changed: the user changed something.
    """

    changed = Signal()

    def __init__(self, window: SessionWindow, language: str) -> None:
        super().__init__()
        self.window_ = window
        self._kept: tuple[Interval, ...] = ()
        name = f"{window_day(window, language)}  {hours(window.start, window.end)}"
        self.tick = QCheckBox(window_day(window, language))
        self.tick.setAccessibleName(name)
        self.tick.setToolTip(name)
        self.start = _clock(tr("{window}: from").format(window=name), window)
        self.end = _clock(tr("{window}: until").format(window=name), window)
        line = row(self.tick, None, self.start, label("–", "muted"), self.end, spacing=6)
        self.problem = role(label("", wrap=True), "problem")
        self.problem.hide()
        self.setLayout(stack(line, self.problem, spacing=2))
        for clock in (self.start, self.end):
            clock.refused.connect(self._refused)
        self.tick.clicked.connect(self._ticked)
        self.start.timeChanged.connect(self._moved)
        self.end.timeChanged.connect(self._moved)
        self.show_stretches(())

    def show_stretches(self, stretches: tuple[Interval, ...]) -> None:
        """Show when the juror is free, without telling."""
        self._kept = stretches
        self.tick.setChecked(bool(stretches))
        whole = Interval(self.window_.start, self.window_.end)
        first, last = (stretches[0], stretches[-1]) if stretches else (whole, whole)
        self._set(self.start, max(first.start, whole.start))
        self._set(self.end, min(last.end, whole.end))
        self._enable()

    def stretches(self) -> tuple[Interval, ...]:
        """When the juror is free."""
        return self._kept

    def _set(self, clock: QuarterClock, moment: datetime) -> None:
        local = moment.astimezone(BRUSSELS)
        clock.blockSignals(True)
        clock.setTime(QTime(local.hour, local.minute))
        clock.blockSignals(False)

    def _ticked(self, on: bool) -> None:
        """The whole session with one click or press of Space, or nothing of it."""
        self.show_stretches((Interval(self.window_.start, self.window_.end),) if on else ())
        self.changed.emit()

    def _moved(self, _time: QTime) -> None:
        start, end = self._moment(self.start), self._moment(self.end)
        if start < end:
            self._kept = (Interval(start, end),)
        self.start.setProperty("invalid", start >= end)
        self.changed.emit()

    def _refused(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.setVisible(bool(why))

    def valid(self) -> bool:
        """Whether the hours make sense."""
        return not self.tick.isChecked() or self._moment(self.start) < self._moment(self.end)

    def _moment(self, clock: QuarterClock) -> datetime:
        day = self.window_.start.astimezone(BRUSSELS)
        return day.replace(hour=clock.time().hour(), minute=clock.time().minute())

    def _enable(self) -> None:
        for clock in (self.start, self.end):
            clock.setEnabled(self.tick.isChecked())


class Availability(QWidget):
    """Every session of the call.

    :ivar changed: the user changed something.
    """

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.sessions: list[WindowHours] = []
        self._windows: tuple[SessionWindow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def offer(self, windows: tuple[SessionWindow, ...]) -> None:
        """Offer the sessions of a call; does nothing when they are on offer already."""
        if windows == self._windows:
            return
        self._windows = windows
        clear(self._column)
        self.sessions = [WindowHours(window, self._language) for window in windows]
        for session in self.sessions:
            session.changed.connect(self.changed)
            self._column.addWidget(session)

    def show_available(self, available: Sequence[Interval]) -> None:
        """Show when a juror is free."""
        for session in self.sessions:
            session.show_stretches(within(session.window_, available))

    def available(self) -> tuple[Interval, ...]:
        """When the juror is free, in order of time."""
        return tuple(stretch for session in self.sessions for stretch in session.stretches())

    def take(self) -> bool:
        """Take the hours that are typed; False where one cannot be."""
        asked = [session for session in self.sessions if session.tick.isChecked()]
        return take_all(*(clock for session in asked for clock in (session.start, session.end)))

    def valid(self) -> bool:
        """Whether every session's hours make sense."""
        return all(session.valid() for session in self.sessions)


def _clock(name: str, window: SessionWindow) -> QuarterClock:
    made = QuarterClock()
    made.setAccessibleName(name)
    made.setFixedWidth(made.fontMetrics().horizontalAdvance("00:00") + 44)
    first, last = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
    made.offer(first.time(), last.time())
    return made
