"""The right side: the pitch on show with its clock, what comes next, how late it is, and who is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from jury_desktop.domain.pitch_clock import parts
from jury_desktop.domain.session import PitchState
from jury_desktop.services.session import Session, SessionPitch, Sessions
from jury_desktop.services.session_late import keep_late
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.session.clock import PitchClock
from jury_desktop.ui.pages.session.order import key_of
from jury_desktop.ui.pages.session.panel import PanelView
from jury_desktop.ui.pages.session.words import clock_time, hours_of, state_pill
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, row, rule
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.marks import ChallengeChips, StatusPill

tr = area("session")

LOOK_AGAIN = 15_000
"""Milliseconds between two looks at how late the session runs."""


class StagePanel(Panel):
    """The pitch on show.

    :ivar late_wanted: the user wants to shift the rest of the session.
    :ivar pitch_wanted: the user wants to see another pitch; carries its key in the running order.
    """

    late_wanted = Signal()
    pitch_wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._delay: Callable[[], int] = int
        self._other = ""
        self._head = QVBoxLayout()
        self._head.setSpacing(4)
        self.clock = PitchClock(shell.now)
        self.next = label("", "muted", wrap=True)
        self.late = note("", Tone.WARN)
        self.shift = button(tr("Shift the rest…"), self._wants_shift)
        self.elsewhere = button("", self._wants_other, part="link")
        self.panel = PanelView()
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN)
        self._again.timeout.connect(self._look_at_delay)
        self._build()

    def _build(self) -> None:
        self.body.addLayout(self._head)
        self.body.addWidget(self.elsewhere)
        self.body.addWidget(self.clock)
        self.body.addWidget(self.next)
        for part in (self.late, self.shift):  # its room is kept: nothing moves under the mouse when it comes
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        late = row(self.late, self.shift)
        late.setStretch(0, 1)
        self.body.addLayout(late)
        self.body.addWidget(rule())
        self.body.addWidget(self.panel, 1)

    def show_pitch(
        self, seen: Sessions, session: Session | None, pitch: SessionPitch | None, delay: Callable[[], int]
    ) -> None:
        """Show a pitch of a session; ``delay`` tells how many minutes that session runs late."""
        self._delay = delay
        clear(self._head)
        here = pitch is not None and pitch.state is not PitchState.MOVED
        for part in (self.clock, self.panel, self.next):
            part.setVisible(here)
        self._show_going(session, pitch)
        self._look_at_delay()
        if pitch is None:
            self._head.addWidget(label(tr("Choose a pitch."), "muted"))
            self._again.stop()
            return
        self._again.start()
        self._show_head(pitch)
        if here:
            self.clock.show_run(pitch.run, parts(seen.rules, pitch.run))
            self.panel.show_pitch(pitch, seen.rules.quorum)
            self.next.setText(_next(session, pitch))

    def _show_head(self, pitch: SessionPitch) -> None:
        pill = state_pill(pitch)
        told = filter(None, (hours_of(pitch), pitch.candidacy.reference, _other_hours(pitch)))
        first = row(ElidedLabel("muted", " · ".join(told)), StatusPill(pill.text, pill.tone))
        name = label(pitch.candidacy.organisation, "title", wrap=True)
        second = row(name, ChallengeChips(pitch.candidacy.challenges))
        for line in (first, second):
            line.setStretch(0, 1)
            self._head.addLayout(line)

    def _show_going(self, session: Session | None, pitch: SessionPitch | None) -> None:
        """Where another pitch goes on than the one on show, the way to it."""
        going = session.going if session else None
        other = going is not None and pitch is not None and going.candidacy.id != pitch.candidacy.id
        self.elsewhere.setVisible(other)
        self._other = key_of(going) if going else ""
        if going is not None:
            self.elsewhere.setText(tr("{reference} is going on: show it").format(reference=self._other))

    def _look_at_delay(self) -> None:
        minutes = self._delay()
        for part in (self.late, self.shift):
            part.setVisible(minutes > 0)
        if minutes > 0:
            self.late.setText(tr("Runs %n minutes late.", "", minutes))

    @asks(keep_late)
    def _wants_shift(self) -> None:
        self.late_wanted.emit()

    def _wants_other(self) -> None:
        self.pitch_wanted.emit(self._other)


def _other_hours(pitch: SessionPitch) -> str:
    """The planned hour and the one that was told, where they differ from the one expected."""
    told = []
    if pitch.place.start != pitch.expected.start:
        told.append(tr("planned at {time}").format(time=clock_time(pitch.place.start)))
    if pitch.told is not None and pitch.told != pitch.place.start:
        told.append(tr("the candidate was told {time}").format(time=clock_time(pitch.told)))
    return " · ".join(told)


def _next(session: Session | None, pitch: SessionPitch) -> str:
    """What comes after the pitch on show."""
    pitches = session.pitches if session else ()
    after = pitches[pitches.index(pitch) + 1 :] if pitch in pitches else ()
    following = next((each for each in after if each.state is PitchState.TO_COME), None)
    if following is None:
        return tr("After this one there is no pitch to come in this session.")
    text = tr("Next: {time} {reference} {organisation}")
    return text.format(
        time=clock_time(following.expected.start),
        reference=following.candidacy.reference,
        organisation=following.candidacy.organisation,
    )
