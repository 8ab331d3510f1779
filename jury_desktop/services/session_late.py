"""A session that runs late: what would happen to the rest of its room, and keeping it once people agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.late_hits import Elsewhere, hits
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Assignment, Interval, PlanInstance, with_names
from jury_desktop.domain.pitch_clock import expected_end, parts
from jury_desktop.domain.rights import Right
from jury_desktop.domain.running_late import Late, Turn, delay, is_other_day, run_late, turns
from jury_desktop.domain.session import ExpectedHour, PitchState
from jury_desktop.services.admission import needs
from jury_desktop.services.planning import communicated_slots, problem_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import latest_plan, pitches_of
from jury_desktop.services.session import Session, SessionPitch, Sessions, sessions_of
from jury_desktop.services.session_runs import RunChange, run_of

OVER = frozenset({PitchState.HELD, PitchState.ABSENT, PitchState.MOVED})
"""The pitches that no delay can move."""
NOT_HEARD = frozenset({PitchState.ABSENT, PitchState.MOVED})
"""The pitches before which nobody sits."""


@dataclass(frozen=True, slots=True)
class LatePitch:
    """What a delay does to one pitch; ``going`` where it has begun.

    :param planned: the hour on the plan, ``told`` the one the candidate was last told, if any.
    :param before: when it was expected until now, ``after`` when it would be.
    :param hits: whom the new hour hits and why; jurors by name.
    """

    candidacy: Candidacy
    planned: Interval
    before: Interval
    after: Interval
    told: datetime | None
    hits: tuple[Message, ...]
    going: bool = False


@dataclass(frozen=True, slots=True)
class LateView:
    """A room that would run late, pitch by pitch; nothing is kept yet.

    :param session: window and room, as :attr:`Session.key` says.
    """

    session: str
    late: Late
    pitches: tuple[LatePitch, ...]

    @property
    def moves(self) -> tuple[LatePitch, ...]:
        """The pitches that would be expected at another hour."""
        return tuple(pitch for pitch in self.pitches if pitch.after != pitch.before)


def delay_now(rules: Sessions, session: Session, now: datetime) -> int:
    """How many minutes a room runs later than expected, as its clock stands; 0 when it does not, once a
    session is past in which nothing goes on, and while a pitch is heard on another day than planned."""
    row, going = _turns(rules, session), session.going
    if (going is None and now > session.window.end) or on_another_day(session):
        return 0
    ends = expected_end(going.run, parts(rules.rules, going.run), now) if going else now
    return delay(row, ends, now)


def on_another_day(session: Session) -> bool:
    """Whether a pitch goes on that is heard on another day than planned: there no hours can be shifted."""
    begun = session.going.run.started_at if session.going and session.going.run else None
    return begun is not None and is_other_day(begun, session.window.start)


@needs(Right.SEE_SELECTION)
def late_view(dossier: Dossier, session: str, late: Late) -> LateView:
    """What it would do when a room runs late; changes nothing. Refused where there is no such session, and
    while a pitch is heard on another day than planned: the rest then needs another day, not other hours."""
    with dossier.read() as uow:
        return _view(uow, session, late)


@needs(Right.PLAN)
def keep_late(dossier: Dossier, view: LateView) -> tuple[RunChange, ...]:
    """Keeps the hours that were shown as those expected from now on; the plan stays as it is.

    Refused when anything changed in between, so that nothing happens that nobody saw.
    """
    with dossier.change() as uow:
        if _view(uow, view.session, view.late) != view:
            raise refuse("session.late_changed")
        if not view.moves:
            return ()
        changes = tuple(_expect(uow, pitch) for pitch in view.moves)
        old = {pitch.candidacy.reference: pitch.before for pitch in view.moves}
        new = {pitch.candidacy.reference: pitch.after for pitch in view.moves}
        record_change(uow, "session.late", ("session", _name(uow, view)), old, new)
        return changes


def _view(uow: UnitOfWork, key: str, late: Late) -> LateView:
    selection = pitches_of(uow)
    found = sessions_of(selection, communicated_slots(uow))
    session = found.session(key)
    if on_another_day(session):
        raise refuse("session.late_other_day")
    problem = problem_of(uow, selection)
    elsewhere = tuple(
        Elsewhere(pitch.place, pitch.expected)
        for other in found.sessions
        if other.key != key
        for pitch in other.pitches
        if pitch.state not in OVER
    )
    row = _turns(found, session)
    names = {juror.id: juror.name for juror in selection.jurors}
    by_reference = {pitch.place.pitch: pitch for pitch in session.pitches if pitch.state not in OVER}
    late_row = run_late(row, late)
    day = _day(found, session, {turn.pitch: turn.expected for turn in late_row})
    return LateView(
        key,
        late,
        tuple(
            _pitch(by_reference[now.pitch], now, then, problem, (elsewhere, day), names)
            for now, then in zip(row, late_row, strict=True)
        ),
    )


def _day(found: Sessions, session: Session, then: Mapping[str, Interval]) -> tuple[Elsewhere, ...]:
    """Every pitch of the day that was or will be heard, at the hour it would be, with who sits there."""
    date = session.window.start.astimezone(BRUSSELS).date()
    pitches = (pitch for other in found.sessions for pitch in other.pitches if pitch.state not in NOT_HEARD)
    heard = (Elsewhere(_seated(it), then.get(it.place.pitch, it.expected)) for it in pitches)
    return tuple(it for it in heard if it.expected.start.astimezone(BRUSSELS).date() == date)


def _seated(pitch: SessionPitch) -> Assignment:
    """The place with the jurors who are or will be there."""
    return replace(pitch.place, jurors=tuple(seat.juror.id for seat in pitch.panel if seat.scores))


def _turns(found: Sessions, session: Session) -> tuple[Turn, ...]:
    here = [pitch for pitch in session.pitches if pitch.state is not PitchState.MOVED]
    hours = {pitch.place.pitch: _awaited(pitch) for pitch in here}
    over = [pitch.place.pitch for pitch in here if pitch.state in OVER]
    begun = {
        it.place.pitch: at for it in here if it is session.going and it.run and (at := it.run.started_at)
    }
    return turns([pitch.place for pitch in here], found.rules, hours, over, begun)


def _awaited(pitch: SessionPitch) -> Interval:
    """The hour a delay is counted from: of a pitch that goes on the end its session expects, unless it began
    after that."""
    planned = Interval(pitch.place.start, pitch.place.end)
    awaited = pitch.run.awaited(planned) if pitch.run else planned
    begun = pitch.run.started_at if pitch.run else None
    return Interval(begun, awaited.end) if begun is not None and begun < awaited.end else awaited


def _pitch(
    pitch: SessionPitch,
    now: Turn,
    then: Turn,
    problem: PlanInstance,
    others: tuple[tuple[Elsewhere, ...], tuple[Elsewhere, ...]],
    names: Mapping[str, str],
) -> LatePitch:
    away = frozenset(seat.juror.id for seat in pitch.panel if not seat.scores)
    moved = then.expected != now.expected
    hour = _from_its_plan(then) if then.going else then.expected
    elsewhere, whole_day = others
    day = [it for it in whole_day if it.place.pitch != pitch.place.pitch]
    found = hits(problem, pitch.place, hour, elsewhere, away, day) if moved else ()
    told = tuple(with_names(message, names) for message in found)
    return LatePitch(pitch.candidacy, then.planned, now.expected, then.expected, pitch.told, told, then.going)


def _from_its_plan(turn: Turn) -> Interval:
    """The hour of a pitch that goes on, less what it began early: who was needed was there for that."""
    start = max(turn.expected.start, turn.planned.start)
    return Interval(start, max(start, turn.expected.end))


def _expect(uow: UnitOfWork, pitch: LatePitch) -> RunChange:
    before = run_of(uow, pitch.candidacy.id)
    known = bool(uow.runs.find(id=before.id))
    hour = ExpectedHour(pitch.after, pitch.planned.start)
    after = replace(before, expected=None if pitch.after == pitch.planned else hour)
    uow.runs.save(after)
    return RunChange(before if known else None, after)


def _name(uow: UnitOfWork, view: LateView) -> str:
    """A session as the journal names it: day, hour and room."""
    window_, _, room = view.session.rpartition(".")
    plan = latest_plan(uow)
    assert plan is not None
    window = next(it for it in plan.instance.windows if it.id == window_)
    return f"{window.start.astimezone(BRUSSELS):%d/%m/%Y %H:%M} · {room}"
