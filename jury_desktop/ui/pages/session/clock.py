"""The clock of a pitch on the screen: what is left of each phase, large enough for the whole table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jury_desktop.domain.pitch_clock import Part, expected_end, left, part_now, spent
from jury_desktop.domain.session import PitchRun, PitchState
from jury_desktop.services.session_runs import ClockStep, turn_clock
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.pages.session.words import clock_time, countdown, phase_name
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, restyle, row, stack
from jury_desktop.ui.widgets.figure import Bar

tr = area("session")

SOON = timedelta(seconds=60)
"""From so much left on the time is coloured."""
TALL = 2
"""How many times an ordinary figure: the whole table reads it."""
TICK = 200
"""Milliseconds between two looks at the clock."""


class PitchClock(QWidget):
    """Shows the clock of the pitch on show, as its moments say; it counts nothing itself.

    :ivar wanted: the user wants a :class:`ClockStep`.
    :ivar told: carries the phase and what is left of it, each time it is looked at.
    """

    wanted = Signal(object)
    told = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._run: PitchRun | None = None
        self._parts: tuple[Part, ...] = ()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self.look)
        self.tone = ""
        """The colour of the figure: warn when time is nearly up, bad when it is."""
        self._name = label("", "muted")
        self._figure = label("", "number")
        self._figure.setFont(theme.font("number", 700, figures=True))
        self._figure.setStyleSheet(f"font-size: {TALL * theme.metrics().number}px")
        self._ends = label("", "muted", wrap=True)
        self._phases = QHBoxLayout()
        self._bars: list[tuple[QLabel, Bar]] = []
        self.start = button("", self._toggle, icon="play")
        self.next = button(tr("Next phase"), self._next_phase, icon="arrow-right")
        self.end = button(tr("End the pitch"), self._end, icon="check")
        self._build()

    def _build(self) -> None:
        self._phases.setSpacing(12)
        parts = (self._name, self._figure, self._phases, self._ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(stack(*parts, spacing=4))
        column.addLayout(row(self.start, self.next, self.end, None))

    def show_run(self, run: PitchRun | None, parts: Sequence[Part]) -> None:
        """Show the clock of a pitch; None before anything is kept of it."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._make_bars()
        self._run = run
        going = run is not None and run.running
        if going and not self._ticker.isActive():
            self._ticker.start()
        elif not going:
            self._ticker.stop()
        self._offer()
        self.look()

    @property
    def ticking(self) -> bool:
        """Whether it looks at the time again and again."""
        return self._ticker.isActive()

    def look(self) -> None:
        """Show the time as it is now."""
        if not self._parts:
            return
        now = self._now()
        part, rest = part_now(self._run, self._parts), left(self._run, self._parts, now)
        over = rest < timedelta(0)
        at = self._parts.index(part)
        told = [phase_name(part.phase), f"{at + 1}/{len(self._parts)}"]
        self._name.setText(" · ".join((*told, tr("over time")) if over else told))
        self._figure.setText(countdown(rest))
        self.told.emit(f"{phase_name(part.phase)} {countdown(rest)}")
        spoken = tr("{time} left") if not over else tr("{time} over time")
        self._figure.setAccessibleName(
            f"{phase_name(part.phase)}: {spoken.format(time=countdown(abs(rest)))}"
        )
        self._colour(Tone.BAD if over else Tone.WARN if rest <= SOON else None)
        self._ends.setText(self._ending(now))
        for (name, bar), each in zip(self._bars, self._parts, strict=True):
            bar.show_share(min(1.0, spent(self._run, each.phase, now) / each.length))
            self._dress(name, "strong" if each is part else "muted")

    def spoken(self) -> str:
        """What a screen reader says of the time."""
        return self._figure.accessibleName()

    def _ending(self, now: datetime) -> str:
        run = self._run
        if run is not None and run.ended_at is not None and not run.stretches:
            return tr("Heard without the clock")
        if run is not None and run.ended_at is not None:
            return tr("Over at {time}").format(time=clock_time(run.ended_at))
        if run is None or run.started_at is None:
            return tr("Not started yet")
        ends = expected_end(run, self._parts, now)
        text = tr("Started at {start} · over at about {end}")
        return text.format(start=clock_time(run.started_at), end=clock_time(ends))

    def _make_bars(self) -> None:
        clear(self._phases)
        self._bars = []
        for part in self._parts:
            minutes = int(part.length.total_seconds() // 60)
            name, bar = label(f"{phase_name(part.phase)} {minutes}′", "muted"), Bar()
            self._bars.append((name, bar))
            self._phases.addLayout(stack(name, bar, spacing=3), minutes)

    def _offer(self) -> None:
        """What can be done with the clock now."""
        run = self._run
        heard = run is None or run.state is not PitchState.ABSENT
        going, over = bool(run and run.running), bool(run and run.ended_at)
        last = bool(self._parts) and part_now(run, self._parts) is self._parts[-1]
        begun = bool(run and run.stretches)
        texts = {True: tr("Stop the clock"), False: tr("Continue") if begun else tr("Start the pitch")}
        self.start.setText(texts[going])
        set_icon(self.start, "pause" if going else "play", "text")
        self.start.setEnabled(heard)
        self.next.setEnabled(heard and begun and not last and not over)
        self.end.setEnabled(heard and begun and not over)

    @asks(turn_clock)
    def _toggle(self) -> None:
        going = self._run is not None and self._run.running
        self.wanted.emit(ClockStep.STOP if going else ClockStep.START)

    @asks(turn_clock)
    def _next_phase(self) -> None:
        self.wanted.emit(ClockStep.NEXT_PHASE)

    @asks(turn_clock)
    def _end(self) -> None:
        self.wanted.emit(ClockStep.END)

    def _dress(self, name: QLabel, part: str) -> None:
        if name.property("role") != part:
            name.setProperty("role", part)
            restyle(name)

    def _colour(self, tone: Tone | None) -> None:
        wanted = tone.value if tone else ""
        if wanted != self.tone:
            self.tone = wanted
            self._figure.setProperty("tone", wanted)
            restyle(self._figure)
