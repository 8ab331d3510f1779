"""One session of the plan: its day, hours and place, how many jurors can sit in it, its pitches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import SessionWindow
from jury_desktop.services.session_windows import change_window
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.planning.block import Placed
from jury_desktop.ui.pages.planning.lane import Free
from jury_desktop.ui.pages.planning.scale import Scale
from jury_desktop.ui.pages.planning.sessions.words import hours_text, place_text
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, icon_button, label, note, row
from jury_desktop.ui.widgets.elided import ElidedLabel

tr = area("planning")

SIDES = 24
"""What a column takes beside its scale, in points."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a column shows: a session ("Woensdag 14/06"), its pitches, and when jurors can sit in it.

    :param window: with the hours that the column shows: those of now, and those at which pitches still stand.
    :param now: the session as it is now; None when it is gone.
    """

    window: SessionWindow
    title: str
    pitches: tuple[Placed, ...]
    free: tuple[Free, ...]
    quorum: int
    now: SessionWindow | None


class WindowColumn(Panel):
    """One session window: its day and hours, how many jurors can sit, its pitches.

    :ivar change_wanted: the user wants the session otherwise; carries its id.
    """

    change_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(margins=(12, 10, 12, 8))
        self.now = session.now
        self.body.setSpacing(2)
        self.change = icon_button("pencil", tr("Change the session of {day}").format(day=session.title))
        self.change.clicked.connect(self._change)
        only_for(self.change, change_window)
        kept = self.change.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # headings stand on one line, also that of a session that is gone
        self.change.setSizePolicy(kept)
        if session.now is None:
            self.change.hide()
        self.body.addLayout(row(label(session.title, "heading"), None, self.change))
        self._about = label("", "muted")
        self.body.addWidget(self._about)
        for text in filter(None, (_where(session), _changed(session))):
            self.body.addWidget(text)
        self.body.addSpacing(8)
        self.scale = Scale(session.window)
        self.body.addWidget(self.scale)
        self.body.addStretch(1)
        self.setAccessibleName(session.title)

    def _change(self) -> None:
        self.change_wanted.emit(self.scale.window_.id)

    def shows(self, session: Session) -> bool:
        """Whether it is the column of this session as it is."""
        return (self.scale.window_, self.now) == (session.window, session.now)

    def show_jurors(self, free: Sequence[Free], quorum: int) -> None:
        """Show how many jurors can sit, and when."""
        who = tr("%n jurors", "", sum(bool(juror.stretches) for juror in free))
        self._about.setText(f"{hours_text(self.now or self.scale.window_)} · {who}")
        self.scale.show_jurors(free, quorum)
        self.setMinimumWidth(self.scale.narrowest() + SIDES)


def _where(session: Session) -> QWidget | None:
    """Its own address and the name of its one room; nothing where it has none."""
    window = session.now or session.window
    room = window.room_name(1) if window.rooms == 1 else ""
    text = " · ".join(filter(None, (place_text(window), room)))
    return ElidedLabel("small", text) if text else None


def _changed(session: Session) -> QWidget | None:
    """That pitches stand where the session no longer is."""
    if session.now is None:
        return note(tr("This session is gone."), Tone.WARN)
    if (session.now.start, session.now.end) != (session.window.start, session.window.end):
        return note(tr("The session has other hours now."), Tone.WARN)
    return None
