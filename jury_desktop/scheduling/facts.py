"""The facts a plan has to live with, one by one, in the terms of the people who could change them.

A fact can be dropped from an instance (:mod:`drop`), as if it did not hold: that is how a clash is narrowed
down to the facts that cause it. Values of the messages: ``pitch``, ``other`` and ``juror`` are ids, ``when``
is the day of a window, or its start when there are more windows that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jury_desktop.domain.availability import joined
from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.pitch import Expertise, Interval, PlanInstance
from jury_desktop.scheduling.problem import BRUSSELS


class Kind(StrEnum):
    """What sort of fact it is; also the ``constraint`` of an explanation."""

    PLACED = "placed"
    PIN = "pinned"
    CANDIDATE = "candidate"
    LENGTH = "window"
    BREAK = "break"
    CHANGEOVER = "changeover"
    QUORUM = "quorum"
    EXPERT = "expertise"
    ABSENT = "absent"
    CONFLICT = "conflict"
    DAY_LIMIT = "day_limit"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; which of the names are filled depends on its kind."""

    kind: Kind
    pitch: str = ""
    juror: str = ""
    window: str = ""
    other: str = ""

    @property
    def who(self) -> tuple[str, ...]:
        """The ids it concerns."""
        return tuple(name for name in (self.pitch, self.other, self.juror, self.window) if name)


def facts_of(instance: PlanInstance) -> list[Fact]:
    """Every fact that can keep a pitch off the plan, those that say most in front."""
    rules = instance.rules
    found = [Fact(Kind.PIN, pitch=pitch.id) for pitch in instance.pitches if pitch.pinned]
    found += _candidates(instance)
    found += [Fact(Kind.QUORUM)] if rules.quorum else []
    found += _absences(instance)
    found += _conflicts(instance)
    found += [Fact(Kind.BREAK)] if rules.break_after and rules.break_minutes else []
    found += [Fact(Kind.CHANGEOVER)] if rules.changeover_minutes else []
    found += [Fact(Kind.EXPERT)] if rules.expertise == Expertise.HARD else []
    found += [Fact(Kind.DAY_LIMIT, juror=j.id) for j in instance.jurors if j.max_minutes_per_day is not None]
    found += _shared_organisations(instance)
    found += [Fact(Kind.LENGTH, window=window.id) for window in instance.windows]
    found += [Fact(Kind.PLACED, pitch=pitch.id) for pitch in instance.pitches]
    return found


def _candidates(instance: PlanInstance) -> Iterator[Fact]:
    for pitch in instance.pitches:
        for window in instance.windows:
            span = Interval(window.start, window.end)
            if any(gap.overlaps(span) for gap in pitch.unavailable):
                yield Fact(Kind.CANDIDATE, pitch=pitch.id, window=window.id)


def _absences(instance: PlanInstance) -> Iterator[Fact]:
    for juror in instance.jurors:
        for window in instance.windows:
            if not any(it.covers(Interval(window.start, window.end)) for it in joined(juror.available)):
                yield Fact(Kind.ABSENT, juror=juror.id, window=window.id)


def _conflicts(instance: PlanInstance) -> Iterator[Fact]:
    declared = set(instance.conflicts)
    for juror in instance.jurors:
        for pitch in instance.pitches:
            if (juror.id, pitch.id) in declared or (
                juror.organisation and juror.organisation in pitch.organisations
            ):
                yield Fact(Kind.CONFLICT, pitch=pitch.id, juror=juror.id)


def _shared_organisations(instance: PlanInstance) -> Iterator[Fact]:
    for index, pitch in enumerate(instance.pitches):
        for other in instance.pitches[:index]:
            if set(pitch.organisations) & set(other.organisations):
                yield Fact(Kind.ORGANISATION, pitch=pitch.id, other=other.id)


def message_of(instance: PlanInstance, fact: Fact) -> Message:
    """The fact as a sentence."""
    values: dict[str, Value] = {}
    if fact.window:
        values["when"] = when(instance, fact.window)
    for name in ("pitch", "juror", "other"):
        if getattr(fact, name):
            values[name] = getattr(fact, name)
    rules = instance.rules
    if fact.kind == Kind.PIN:
        values["start"] = next(
            it.pinned.start for it in instance.pitches if it.id == fact.pitch and it.pinned
        )
    if fact.kind == Kind.QUORUM:
        values["count"] = rules.quorum
    if fact.kind == Kind.BREAK:
        values.update(minutes=rules.break_minutes, count=rules.break_after)
    if fact.kind == Kind.CHANGEOVER:
        values["minutes"] = rules.changeover_minutes
    if fact.kind == Kind.DAY_LIMIT:
        values["limit"] = next(it.max_minutes_per_day or 0 for it in instance.jurors if it.id == fact.juror)
    return say(f"scheduling.fact_{fact.kind.value}", **values)


def day_of(instance: PlanInstance, window: str) -> str:
    """The day of a window, for a list of them; with its start when it is not the only one that day."""
    moment = when(instance, window)
    if isinstance(moment, str):
        return moment
    return f"{moment:%d/%m %H:%M}" if isinstance(moment, datetime) else f"{moment:%d/%m}"


def when(instance: PlanInstance, window: str) -> date | datetime | str:
    """How to name a window: its day; its start when there are more that day, and where several begin then,
    that with its place: "14/06/2023 13:00 (zaal B)"."""
    named = next(it for it in instance.windows if it.id == window)
    day = _day(named)
    if sum(_day(it) == day for it in instance.windows) == 1:
        return day
    if sum(it.start == named.start for it in instance.windows) == 1:
        return named.start
    where = " / ".join(filter(None, named.room_names)) or named.place
    alike = [it for it in instance.windows if it.start == named.start]
    if not where or sum(where in (" / ".join(filter(None, it.room_names)), it.place) for it in alike) > 1:
        where = named.id
    return f"{named.start.astimezone(BRUSSELS):%d/%m/%Y %H:%M} ({where})"


def _day(window: SessionWindow) -> date:
    return window.start.astimezone(BRUSSELS).date()
