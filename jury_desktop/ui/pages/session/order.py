"""The left side: which session, and its pitches in their order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.session import PitchState
from jury_desktop.services.session import Session, SessionPitch, Sessions
from jury_desktop.ui.pages.session.words import clock_time, hours_of, session_name, state_pill
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.opening_box import OpeningBox
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import day

tr = area("session")


class RunningOrder(Panel):
    """The pitches of one room of one half-day.

    :ivar session_chosen: another session was chosen; carries its key.
    :ivar chosen: another pitch is on show; carries it, or None.
    """

    session_chosen = Signal(str)
    chosen = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(margins=(10, 12, 10, 10))
        self._shell = shell
        self.box = OpeningBox()
        self.box.setAccessibleName(tr("Session"))
        self.box.activated.connect(self._picked)
        self.table: Table[SessionPitch] = Table(
            RowsModel(_columns(shell.language), key_of), tr("Running order")
        )
        self.table.setSortingEnabled(False)
        self.table.chosen.connect(self.chosen)
        GiveWay(self.table, 4, 1)
        self.none = label(tr("No pitches in this session."), "muted", wrap=True)
        self.body.addWidget(self.box)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table, 1)

    def show_sessions(self, seen: Sessions, current: str) -> None:
        """Offer every session, with the one on show chosen."""
        names = [(session.key, self._name(session)) for session in seen.sessions]
        shown = [(self.box.itemData(at), self.box.itemText(at)) for at in range(self.box.count())]
        if names != shown:
            self.box.clear()
            for key, name in names:
                self.box.addItem(name, key)
        self.box.setCurrentIndex(self.box.findData(current))

    def show_pitches(self, pitches: tuple[SessionPitch, ...]) -> None:
        """Show the pitches of a session; the one that was chosen stays so."""
        self.none.setVisible(not pitches)
        self.table.setVisible(bool(pitches))
        self.table.rows.set_rows(pitches)

    def _name(self, session: Session) -> str:
        today = (
            session.window.start.astimezone(BRUSSELS).date() == self._shell.now().astimezone(BRUSSELS).date()
        )
        name = session_name(session, self._shell.language)
        return tr("{session} (today)").format(session=name) if today else name

    def _picked(self, at: int) -> None:
        self.session_chosen.emit(self.box.itemData(at))


def key_of(pitch: SessionPitch) -> str:
    """What tells a pitch from another in the order: a moved one stands in it twice at most."""
    moved = pitch.state is PitchState.MOVED
    return f"{pitch.candidacy.reference}{'.moved' if moved else ''}"


def _spoken_hours(pitch: SessionPitch) -> str:
    """The expected hours, with the planned ones and those the candidate was told where they differ."""
    told = [hours_of(pitch)]
    if pitch.expected.start != pitch.place.start:
        told.append(tr("planned {time}").format(time=clock_time(pitch.place.start)))
    if pitch.told is not None and pitch.told != pitch.place.start:
        told.append(tr("told {time}").format(time=clock_time(pitch.told)))
    return ", ".join(told)


def _scores(pitch: SessionPitch) -> Pill:
    if not pitch.panel or pitch.state is PitchState.ABSENT:
        return Pill("–", Tone.NEUTRAL)
    text = f"{pitch.submitted}/{pitch.scoring}"
    return Pill(text, Tone.GOOD if pitch.submitted == pitch.scoring else Tone.WARN)


def _columns(language: str) -> tuple[Column[SessionPitch], ...]:
    told = partial(_told_state, language=language)
    return (
        Column(tr("Hour"), hours_of, Look.FIGURES, width=104, spoken=_spoken_hours, tip=_spoken_hours),
        Column(tr("No."), lambda pitch: pitch.candidacy.reference, Look.MUTED, width=52),
        Column(tr("Organisation"), lambda pitch: pitch.candidacy.organisation, Look.STRONG),
        Column(tr("State"), told, mark=state_pill, delegate=PillCell, width=104, tip=told),
        Column(tr("Scores"), lambda pitch: _scores(pitch).text, mark=_scores, delegate=PillCell, width=74),
    )


def _told_state(pitch: SessionPitch, language: str) -> str:
    """How far a pitch is, and where it went: "verplaatst, do 15/06 10:35"."""
    if pitch.moved_to is None:
        return state_pill(pitch).text
    start = pitch.moved_to.start.astimezone(BRUSSELS)
    return f"{state_pill(pitch).text}, {day(start.date(), language, 'EEE d/MM')} {start:%H:%M}"
