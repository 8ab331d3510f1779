"""Instances in which something does not hold: a fact dropped, a window longer, a pitch held to a window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from jury_desktop.domain.availability import joined, without_stretch
from jury_desktop.domain.pitch import Expertise, Interval, Pitch, PlanInstance, PlanJuror
from jury_desktop.scheduling.facts import Fact, Kind

LONG = timedelta(hours=12)
"""How far a window is stretched when its length is dropped."""


def without(instance: PlanInstance, dropped: Iterable[Fact]) -> PlanInstance:
    """The instance as if these facts did not hold."""
    for fact in dropped:
        instance = _DROP[fact.kind](instance, fact)
    return instance


def _drop_placed(instance: PlanInstance, fact: Fact) -> PlanInstance:
    return replace(
        instance,
        pitches=tuple(pitch for pitch in instance.pitches if pitch.id != fact.pitch),
        conflicts=tuple(pair for pair in instance.conflicts if pair[1] != fact.pitch),
    )


def _drop_pin(instance: PlanInstance, fact: Fact) -> PlanInstance:
    return _pitches(instance, fact.pitch, lambda pitch: replace(pitch, pinned=None))


def _drop_candidate(instance: PlanInstance, fact: Fact) -> PlanInstance:
    span = span_of(instance, fact.window)
    return _pitches(
        instance,
        fact.pitch,
        lambda pitch: replace(pitch, unavailable=without_stretch(pitch.unavailable, span)),
    )


def _drop_length(instance: PlanInstance, fact: Fact) -> PlanInstance:
    return longer(instance, fact.window, LONG, who_stay(instance, fact.window, LONG))


def _drop_absent(instance: PlanInstance, fact: Fact) -> PlanInstance:
    return _jurors(
        instance,
        fact.juror,
        lambda juror: replace(juror, available=(*juror.available, span_of(instance, fact.window))),
    )


def _drop_conflict(instance: PlanInstance, fact: Fact) -> PlanInstance:
    """The conflict of one juror with one pitch; what else follows from the juror's organisation stays."""
    own = next(juror.organisation for juror in instance.jurors if juror.id == fact.juror)
    others = [it.id for it in instance.pitches if own and own in it.organisations]
    freed = _jurors(instance, fact.juror, lambda juror: replace(juror, organisation=""))
    pairs = dict.fromkeys((*instance.conflicts, *((fact.juror, name) for name in others)))
    return replace(freed, conflicts=tuple(it for it in pairs if it != (fact.juror, fact.pitch)))


def _drop_day_limit(instance: PlanInstance, fact: Fact) -> PlanInstance:
    return _jurors(instance, fact.juror, lambda juror: replace(juror, max_minutes_per_day=None))


def _drop_organisation(instance: PlanInstance, fact: Fact) -> PlanInstance:
    """What two pitches share; what either shares with a third, or with a juror, stays."""
    names = {pitch.id: set(pitch.organisations) for pitch in instance.pitches}
    if not {fact.pitch, fact.other} <= set(names):
        return instance
    shared = names[fact.pitch] & names[fact.other]
    thirds = {it for it in names if it not in (fact.pitch, fact.other) and names[it] & shared}

    def parted(pitch: Pitch) -> Pitch:
        if pitch.id == fact.pitch:
            own = [it for it in pitch.organisations if it not in shared]
            return replace(pitch, organisations=(*own, *(_pair(pitch.id, it) for it in sorted(thirds))))
        if pitch.id in thirds:
            return replace(pitch, organisations=(*pitch.organisations, _pair(fact.pitch, pitch.id)))
        return pitch

    kept = ((juror.id, fact.pitch) for juror in instance.jurors if juror.organisation in shared)
    pairs = dict.fromkeys((*instance.conflicts, *kept))
    return replace(instance, pitches=tuple(map(parted, instance.pitches)), conflicts=tuple(pairs))


def _pair(one: str, other: str) -> str:
    """The name of an organisation that nobody has but these two."""
    return f"{one} & {other}"


def with_rules(instance: PlanInstance, **values: Any) -> PlanInstance:
    """The instance with other rules."""
    return replace(instance, rules=replace(instance.rules, **values))


_DROP = {
    Kind.PLACED: _drop_placed,
    Kind.PIN: _drop_pin,
    Kind.CANDIDATE: _drop_candidate,
    Kind.LENGTH: _drop_length,
    Kind.BREAK: lambda instance, _: with_rules(instance, break_after=0),
    Kind.CHANGEOVER: lambda instance, _: with_rules(instance, changeover_minutes=0),
    Kind.QUORUM: lambda instance, _: with_rules(instance, quorum=0),
    Kind.EXPERT: lambda instance, _: with_rules(instance, expertise=Expertise.SOFT),
    Kind.ABSENT: _drop_absent,
    Kind.CONFLICT: _drop_conflict,
    Kind.DAY_LIMIT: _drop_day_limit,
    Kind.ORGANISATION: _drop_organisation,
}


def longer(instance: PlanInstance, window: str, extra: timedelta, stay: Collection[str]) -> PlanInstance:
    """The instance with a longer window.

    :param stay: the jurors who are there as much longer.
    """
    span = span_of(instance, window)
    more = Interval(span.end, span.end + extra)
    return replace(
        instance,
        windows=tuple(replace(it, end=it.end + extra) if it.id == window else it for it in instance.windows),
        jurors=tuple(
            replace(it, available=(*it.available, more)) if it.id in stay else it for it in instance.jurors
        ),
    )


def who_stay(instance: PlanInstance, window: str, extra: timedelta) -> tuple[str, ...]:
    """The jurors who are there at the end of a window, and would have to be asked to stay so much longer."""
    end = span_of(instance, window).end
    free = {juror.id: joined(juror.available) for juror in instance.jurors}
    return tuple(
        name for name, hours in free.items() if any(it.start < end <= it.end < end + extra for it in hours)
    )


def span_of(instance: PlanInstance, window: str) -> Interval:
    """From start to end of a window."""
    found = next(it for it in instance.windows if it.id == window)
    return Interval(found.start, found.end)


def _pitches(instance: PlanInstance, name: str, change: Callable[[Pitch], Pitch]) -> PlanInstance:
    return replace(instance, pitches=tuple(change(it) if it.id == name else it for it in instance.pitches))


def _jurors(instance: PlanInstance, name: str, change: Callable[[PlanJuror], PlanJuror]) -> PlanInstance:
    return replace(instance, jurors=tuple(change(it) if it.id == name else it for it in instance.jurors))


def only(instance: PlanInstance, names: Iterable[str]) -> PlanInstance:
    """The instance with these pitches alone, each of which must get a place."""
    kept = set(names)
    return replace(
        with_rules(instance, levels=()),
        pitches=tuple(it for it in instance.pitches if it.id in kept),
        conflicts=tuple(pair for pair in instance.conflicts if pair[1] in kept),
    )


def held_to(instance: PlanInstance, pitch: str, window: str) -> PlanInstance:
    """The instance with one pitch kept out of every window but one, also when they were longer."""
    span = span_of(instance, window)
    others = [span_of(instance, it.id) for it in instance.windows if it.id != window]
    shut = without_stretch(map(_stretched, others), _stretched(span))
    return _pitches(instance, pitch, lambda it: replace(it, unavailable=(*it.unavailable, *shut)))


def _stretched(span: Interval) -> Interval:
    return Interval(span.start, span.end + LONG)
