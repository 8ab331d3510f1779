"""The clock of a pitch: pitch, questions and deliberation, each counted down."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import PitchRules
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, restyle, row
from jury_desktop.ui.widgets.figure import Bar

tr = area("session")

SOON = 60
"""From this many seconds left the time is coloured."""
TALL = 2
"""How many times an ordinary figure: the whole table reads it."""
TICK = 200
"""Milliseconds between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a pitch and its length in seconds."""

    name: str
    seconds: int


def phases(rules: PitchRules) -> tuple[Phase, ...]:
    """The parts of a pitch as the call sets them; a part of no minutes is left out."""
    parts = (
        Phase(tr("Pitch"), rules.pitch_minutes * 60),
        Phase(tr("Questions"), rules.question_minutes * 60),
        Phase(tr("Deliberation of the jury"), rules.deliberation_minutes * 60),
    )
    return tuple(part for part in parts if part.seconds)


class PitchClock(QWidget):
    """Counts one phase down at a time; over time it counts on, in the colour of a warning.

    It belongs to the pitch for which it was started: who looks at another pitch meanwhile does not stop it.

    :param now: seconds on a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._offered = ""
        self._pitch = ""
        self._phases: tuple[Phase, ...] = ()
        self._at = 0
        self._before = 0.0
        """Seconds run before the last pause."""
        self._since = 0.0
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self.look)
        self._name = label("", "muted")
        self._figure = label("", "number")
        self._figure.setFont(theme.font("number", 700, figures=True))
        self._figure.setStyleSheet(f"font-size: {TALL * theme.metrics().number}px")
        self.tone = ""
        """The colour of the figure: warn when time is nearly up, bad when it is."""
        self._bar = Bar()
        self.start = button(tr("Start"), self.toggle, icon="play")
        self.next = button(tr("Next phase"), self.next_phase)
        self.reset = button(tr("Back to the start"), self.restart, part="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._name)
        column.addWidget(self._figure)
        column.addWidget(self._bar)
        column.addLayout(row(self.start, self.next, self.reset, None))

    def show_phases(self, parts: Sequence[Phase]) -> None:
        """Take other phases, from their start."""
        self._phases = tuple(parts)
        self.restart()

    def offer_pitch(self, reference: str) -> None:
        """The pitch that is looked at; the clock takes it as its own unless it is busy with another."""
        self._offered = reference
        if not self.busy:
            self._pitch = reference
            self.look()

    @property
    def busy(self) -> bool:
        """Whether it has been started and not put back."""
        return self._ticker.isActive() or bool(self._at) or self._before > 0

    def toggle(self) -> None:
        """Start, pause or go on."""
        if self._ticker.isActive():
            self._before += self._now() - self._since
            self._ticker.stop()
        else:
            self._since = self._now()
            self._ticker.start()
        self.look()

    def next_phase(self) -> None:
        """Go to the next part of the pitch; the clock keeps running when it ran."""
        self._at = min(self._at + 1, len(self._phases) - 1)
        self._before = 0.0
        self._since = self._now()
        self.look()

    def restart(self) -> None:
        """Back to the start of the first phase, standing still."""
        self._ticker.stop()
        self._at, self._before = 0, 0.0
        self._pitch = self._offered
        self.look()

    def left(self) -> int:
        """Seconds left in this phase; negative once it has run over."""
        spent = self._before + (self._now() - self._since if self._ticker.isActive() else 0.0)
        return self._phases[self._at].seconds - int(spent) if self._phases else 0

    def look(self) -> None:
        """Show the time as it is now."""
        if not self._phases:
            return
        phase, left = self._phases[self._at], self.left()
        sign = "−" if left < 0 else ""
        shown = f"{sign}{abs(left) // 60}:{abs(left) % 60:02d}"
        whose = f"{self._pitch} · " if self._pitch else ""
        self._name.setText(f"{whose}{phase.name} · {self._at + 1}/{len(self._phases)}")
        self._figure.setText(shown)
        self._figure.setAccessibleName(f"{phase.name} {shown}")
        self._colour(Tone.BAD if left < 0 else Tone.WARN if left <= SOON else None)
        self._bar.show_share(min(1.0, max(0.0, 1 - left / phase.seconds)))
        self.start.setText(tr("Pause") if self._ticker.isActive() else tr("Start"))
        self.next.setEnabled(self._at < len(self._phases) - 1)
        self.reset.setVisible(self.busy)

    def spoken(self) -> str:
        """What a screen reader says of the time."""
        return self._figure.accessibleName()

    def _colour(self, tone: Tone | None) -> None:
        wanted = tone.value if tone else ""
        if wanted != self.tone:
            self.tone = wanted
            self._figure.setProperty("tone", wanted)
            restyle(self._figure)
