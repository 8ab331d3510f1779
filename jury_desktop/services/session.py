"""The pitch sessions as they run: who comes when, before whom, how far each is, and who has submitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.call import PitchRules, Round, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Assignment, Interval, Slot
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import JurorPresence, PitchRun, PitchState, still_to_come
from jury_desktop.services.admission import needs
from jury_desktop.services.planning import communicated_slots
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import pitches_of


@dataclass(frozen=True, slots=True)
class Seat:
    """A juror on a panel; ``submitted`` once the pitch has been scored and sealed.

    :param noted: how the juror attended, None while nothing is known.
    """

    juror: Juror
    submitted: bool
    noted: JurorPresence | None = None

    @property
    def scores(self) -> bool:
        """Whether a score of this juror is waited for."""
        return self.noted is None or self.noted.scores


@dataclass(frozen=True, slots=True)
class SessionPitch:
    """One pitch of a session with its panel.

    :param place: where it stands on the plan, or stood before it was moved.
    :param expected: when it is heard: its own hours once it has begun.
    :param told: the hour that the candidate was last told, None before the plan was communicated.
    :param moved_to: its place now, where this is the one it was moved from.
    """

    place: Assignment
    candidacy: Candidacy
    panel: tuple[Seat, ...]
    expected: Interval
    run: PitchRun | None = None
    told: datetime | None = None
    moved_to: Slot | None = None

    @property
    def state(self) -> PitchState:
        """How far it is, here."""
        if self.moved_to is not None:
            return PitchState.MOVED
        return self.run.state if self.run else PitchState.TO_COME

    @property
    def scoring(self) -> int:
        """How many of the panel score it."""
        return sum(seat.scores for seat in self.panel)

    @property
    def submitted(self) -> int:
        """How many of those have submitted."""
        return sum(seat.submitted and seat.scores for seat in self.panel)


@dataclass(frozen=True, slots=True)
class Session:
    """A room in a session window, with its pitches in order of time."""

    window: SessionWindow
    room: int
    pitches: tuple[SessionPitch, ...]

    @property
    def key(self) -> str:
        """What tells it from another."""
        return f"{self.window.id}.{self.room}"

    @property
    def going(self) -> SessionPitch | None:
        """The pitch that goes on."""
        return next((pitch for pitch in self.pitches if pitch.state is PitchState.GOING), None)

    @property
    def held_last(self) -> SessionPitch | None:
        """The pitch that was over last."""
        held = [pitch for pitch in self.pitches if pitch.state is PitchState.HELD]
        return max(held, key=_over_at, default=None)

    def still_to_come(self, pitch: SessionPitch) -> bool:
        """Whether a pitch of this session has still to be heard, as far as the clock is used here."""
        here = [it.run for it in self.pitches if it.state is not PitchState.MOVED]
        return pitch.state is PitchState.TO_COME and still_to_come(pitch.run, here)

    def scored_now(self, here: SessionPitch) -> SessionPitch:
        """Which pitch the jurors score who sit down now: the one on show. Where that has still to be heard,
        the one heard last, until everybody submitted."""
        last = self.held_last
        waits = last is not None and last.submitted < last.scoring
        return last if last is not None and waits and self.still_to_come(here) else here

    @property
    def next(self) -> SessionPitch | None:
        """The first that is still to come."""
        return next((pitch for pitch in self.pitches if pitch.state is PitchState.TO_COME), None)


def _over_at(pitch: SessionPitch) -> tuple[datetime, datetime]:
    """When a pitch was over; of two within one moment the later in the plan counts."""
    assert pitch.run is not None
    assert pitch.run.ended_at is not None
    return pitch.run.ended_at, pitch.place.start


@dataclass(frozen=True, slots=True)
class Sessions:
    """All sessions of the newest plan, none before there is one; ``rules`` give the phases of a pitch."""

    rules: PitchRules
    sessions: tuple[Session, ...]

    def session(self, key: str) -> Session:
        """The session with this key; refused where there is none."""
        known = {session.key: session for session in self.sessions}
        if key not in known:
            raise refuse("session.unknown", name=key, known=tuple(known))
        return known[key]

    def at(self, now: datetime) -> Session | None:
        """The session that goes on; else the next one; the last when all are over."""
        going = [session for session in self.sessions if session.going]
        ahead = [session for session in self.sessions if session.window.end >= now]
        return next(iter((*going, *ahead, *self.sessions[-1:])), None)


@needs(Right.SEE_SELECTION)
def sessions(dossier: Dossier) -> Sessions:
    """The sessions of the newest pitch plan."""
    with dossier.read() as uow:
        selection = pitches_of(uow)
        told = communicated_slots(uow)
    return sessions_of(selection, told)


def sessions_of(selection: Selection, told: Mapping[str, Slot]) -> Sessions:
    """The sessions of a selection that has been read; ``told`` are the places last communicated."""
    planned = selection.plan.instance.windows if selection.plan else ()
    now = {window.id: window.room_names for window in selection.call.windows}
    windows = [replace(window, room_names=now.get(window.id, window.room_names)) for window in planned]
    every = (*_standing(selection, told), *_left_behind(selection))
    return Sessions(
        selection.call.pitch,
        tuple(
            Session(window, room, _in_room(every, window.id, room))
            for window in windows
            for room in range(1, window.rooms + 1)
        ),
    )


def _in_room(every: tuple[SessionPitch, ...], window: str, room: int) -> tuple[SessionPitch, ...]:
    inside = (pitch for pitch in every if (pitch.place.window, pitch.place.room) == (window, room))
    return tuple(sorted(inside, key=lambda pitch: pitch.place.start))


def _standing(selection: Selection, told: Mapping[str, Slot]) -> Iterator[SessionPitch]:
    """Every pitch where it stands on the plan."""
    by_reference = {candidacy.reference: candidacy for candidacy in selection.candidacies}
    done = selection.panel(Round.PITCH).submitted
    for place in selection.plan.plan.assignments if selection.plan else ():
        candidacy = by_reference[place.pitch]
        run, slot = selection.run(candidacy.id), told.get(place.pitch)
        seats = (
            Seat(selection.juror(key), (key, candidacy.id) in done, run.juror(key) if run else None)
            for key in place.jurors
        )
        planned = Interval(place.start, place.end)
        hour = run.hour(planned) if run else planned
        yield SessionPitch(place, candidacy, tuple(seats), hour, run, slot.start if slot else None)


def _left_behind(selection: Selection) -> Iterator[SessionPitch]:
    """Every pitch where it stood before it was moved, or before a plan without it was made."""
    for run in selection.runs:
        candidacy, slot = selection.candidacy(run.candidacy), run.moved_from
        now = selection.place(run.candidacy)
        here = Slot(now.window, now.room, now.start) if now else None
        if slot is None or slot == here:
            continue
        end = slot.start + (now.end - now.start if now else selection.call.pitch.length)
        place = Assignment(candidacy.reference, slot.window, slot.room, slot.start, end, ())
        yield SessionPitch(place, candidacy, (), Interval(place.start, end), run, moved_to=here)
