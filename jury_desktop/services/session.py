"""The pitch sessions as they run: who comes when, before whom, and who has submitted."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import PitchRules, Round, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Assignment
from jury_desktop.domain.selection import Selection
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


@dataclass(frozen=True, slots=True)
class Seat:
    """A juror on a panel; ``submitted`` once the pitch has been scored and sealed."""

    juror: Juror
    submitted: bool


@dataclass(frozen=True, slots=True)
class SessionPitch:
    """One pitch of a session with its panel."""

    place: Assignment
    candidacy: Candidacy
    panel: tuple[Seat, ...]

    @property
    def submitted(self) -> int:
        """How many of the panel have submitted."""
        return sum(seat.submitted for seat in self.panel)


@dataclass(frozen=True, slots=True)
class Session:
    """A session window with its pitches in order of time and room."""

    window: SessionWindow
    pitches: tuple[SessionPitch, ...]


@dataclass(frozen=True, slots=True)
class Sessions:
    """All sessions of the newest plan, none before there is one; ``rules`` give the phases of a pitch."""

    rules: PitchRules
    sessions: tuple[Session, ...]


def sessions(dossier: Dossier) -> Sessions:
    """The sessions of the newest pitch plan."""
    with dossier.read() as uow:
        selection = selection_of(uow)
    plan = selection.plan
    windows = plan.instance.windows if plan else ()
    return Sessions(selection.call.pitch, tuple(_session(selection, window) for window in windows))


def _session(selection: Selection, window: SessionWindow) -> Session:
    places = selection.plan.plan.assignments if selection.plan else ()
    inside = sorted((p for p in places if p.window == window.id), key=lambda place: (place.start, place.room))
    by_reference = {candidacy.reference: candidacy for candidacy in selection.candidacies}
    found = (_pitch(selection, place, by_reference[place.pitch]) for place in inside)
    return Session(window, tuple(found))


def _pitch(selection: Selection, place: Assignment, candidacy: Candidacy) -> SessionPitch:
    done = selection.panel(Round.PITCH).submitted
    seats = tuple(Seat(selection.juror(key), (key, candidacy.id) in done) for key in place.jurors)
    return SessionPitch(place, candidacy, seats)
