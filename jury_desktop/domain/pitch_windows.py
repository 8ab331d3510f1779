"""The session windows of a dossier, once somebody changed those that the call file gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jury_desktop.domain.availability import joined
from jury_desktop.domain.call import BRUSSELS, Call, SessionWindow
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Assignment, Interval, Pitch, PlanInstance, Slot


@dataclass(frozen=True, slots=True)
class KeptWindow:
    """A session window as the dossier has it since the sessions were changed; before that the call's hold.

    :param unanswered: the jurors (ids) of whom it is not known whether they can sit in it, since it lies
        where no session lay before.
    :param readdressed_at: when it last got another address: who was invited before that has to hear it.
    """

    id: str
    window: SessionWindow
    unanswered: tuple[str, ...] = ()
    readdressed_at: datetime | None = None


def with_windows(call: Call, kept: Collection[KeptWindow]) -> Call:
    """The call with the sessions that the dossier keeps, in order of time; its own when it keeps none."""
    return replace(call, windows=in_order(each.window for each in kept)) if kept else call


def stands(place: Assignment, windows: Iterable[SessionWindow]) -> bool:
    """Whether a place on a plan still lies in its session as the sessions are now."""
    window = next((each for each in windows if each.id == place.window), None)
    span = Interval(place.start, place.end)
    return (
        window is not None and place.room <= window.rooms and Interval(window.start, window.end).covers(span)
    )


def address_of(window: SessionWindow) -> tuple[str, tuple[str, ...], bool]:
    """What a session says of where candidates have to be."""
    return window.place, window.room_names, window.online


def in_order(windows: Iterable[SessionWindow]) -> tuple[SessionWindow, ...]:
    """Windows in order of time."""
    return tuple(sorted(windows, key=lambda window: window.start))


def fault_of(new: SessionWindow, others: Iterable[SessionWindow], call: Call) -> Message | None:
    """Why a session cannot be as it is stated, by the rules that a call file is held to; None when it can."""
    if new.end <= new.start or new.end.astimezone(BRUSSELS).date() != _day(new):
        return say("windows.end")
    if new.start <= call.deadline:
        return say("windows.before_deadline", deadline=call.deadline)
    if new.minutes < call.pitch.minutes:
        return say("windows.too_short", minutes=new.minutes, pitch=call.pitch.minutes)
    span = Interval(new.start, new.end)
    for other in others:
        if span.overlaps(Interval(other.start, other.end)):
            return say("windows.overlap", start=other.start, end=other.end)
    return None


def is_new_time(new: SessionWindow, before: Iterable[SessionWindow]) -> bool:
    """Whether part of a session lies where no session lay before, so that nobody has said who can come."""
    span = Interval(new.start, new.end)
    return not any(known.covers(span) for known in joined(Interval(w.start, w.end) for w in before))


def named(
    new: SessionWindow,
    old: SessionWindow | None,
    others: Iterable[SessionWindow],
    past: Iterable[SessionWindow] = (),
) -> SessionWindow:
    """The session under the id it has to have: that of the old one as long as it stays on its day.

    On another day it is another session: wishes for the old one, and places told in it, are not about it.

    :param others: the sessions beside it, whose ids are taken.
    :param past: sessions that any plan knew: at the hours of one of them it is that one again.
    """
    if old is not None and _day(old) == _day(new):
        return replace(new, id=old.id)
    here, before = {window.id for window in others}, list(past)
    for window in before:
        if (window.start, window.end) == (new.start, new.end) and window.id not in here:
            return replace(new, id=window.id)
    taken, stem, number = here | {window.id for window in before}, f"{_day(new):%Y-%m-%d}", 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return replace(new, id=key)


def in_windows(problem: PlanInstance, windows: Sequence[SessionWindow]) -> PlanInstance:
    """The problem with these windows: a pitch locked where it no longer fits is let go, and a wish for a
    session that is gone is none."""
    known = {window.id: window for window in windows}

    def fitted(pitch: Pitch) -> Pitch:
        wishes = tuple(name for name in pitch.preferred_windows if name in known)
        pinned = pitch.pinned
        if pinned is not None and not fits(pitch.minutes, pinned, known.get(pinned.window), problem):
            pinned = None
        return replace(pitch, preferred_windows=wishes, pinned=pinned)

    return replace(problem, windows=tuple(windows), pitches=tuple(map(fitted, problem.pitches)))


def fits(minutes: int, slot: Slot, window: SessionWindow | None, problem: PlanInstance) -> bool:
    """Whether a pitch of so many minutes can stand in a slot as far as its window says."""
    if window is None or slot.room > window.rooms:
        return False
    begins = round((slot.start - window.start).total_seconds() / 60)
    return 0 <= begins <= window.minutes - minutes and begins % problem.grid_minutes == 0


def _day(window: SessionWindow) -> date:
    return window.start.astimezone(BRUSSELS).date()
