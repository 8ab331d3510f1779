"""Which facts an explanation names, read off its sentences; and the instance in which those alone hold.

Written apart from ``scheduling.facts`` and ``scheduling.drop``: what they take for a fact is checked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Expertise, Interval, Pitch, PlanInstance, PlanJuror


@dataclass(frozen=True)
class Named:
    """One thing a sentence says: what sort, and about whom or what."""

    sort: str
    about: tuple[str, ...] = ()


def named_by(instance: PlanInstance, pitch: str, said: Iterable[Message]) -> set[Named]:
    """All that sentences about one pitch name; the pitch itself has to stand somewhere and needs no name."""
    return {found for message in said for found in _named(instance, pitch, message)}


def _named(instance: PlanInstance, pitch: str, message: Message) -> Iterator[Named]:
    key, values = message.key.removeprefix("scheduling."), message.values
    about = str(values.get("pitch", pitch))
    window = _window(instance, values["when"]) if "when" in values else ""
    sort = key.removeprefix("no_").removeprefix("fact_").split("_")[0]
    key = key.removesuffix("_while")
    if key in ("too_many", "too_many_of", "crowded", "together"):
        yield from _room(instance, key, values)
    elif sort == "pinned":
        yield Named("pinned", (about,))
        if key == "no_pinned_wrong":
            yield Named("shut", (window,))  # perhaps: a lock off the grid fits no longer window either
    elif sort in ("window", "candidate"):
        yield Named(sort, (about, window) if sort == "candidate" else (window,))
    elif sort in ("quorum", "expertise", "break", "changeover"):
        yield Named(sort)
        yield from (Named("conflict", (juror, about)) for juror in values.get("barred", ()))
        yield from (Named("absent", (juror, window)) for juror in values.get("absent", ()))
    elif sort == "absent":
        yield Named("absent", (values["juror"], window))
    elif sort == "conflict":
        yield Named("conflict", (values["juror"], about))
    elif sort == "day":
        yield Named("day_limit", (values["juror"],))
    elif sort == "organisation":
        yield Named("organisation", tuple(sorted((values["pitch"], values["other"]))))
    elif sort == "placed":
        yield Named("placed", (values["pitch"],))
    else:
        assert key == "alone", f"a sentence that nobody can check: {key}"


def _room(instance: PlanInstance, key: str, values: object) -> Iterator[Named]:
    assert isinstance(values, dict)
    everything = key == "too_many"
    pitches = [it.id for it in instance.pitches] if everything else values["pitches"]
    yield from (Named("placed", (name,)) for name in pitches)
    days = [_day(instance, window) for window in instance.windows]
    for window, day in zip(instance.windows, days, strict=True):
        if everything or day in values.get("days", ()):
            yield Named("window", (window.id,))


def _window(instance: PlanInstance, moment: date | datetime | str) -> str:
    """The window that a sentence calls by its day; by its start where there are more that day, and its id."""
    if isinstance(moment, str):
        return moment[moment.index("(") + 1 : -1]
    exact = isinstance(moment, datetime)
    found = [it.id for it in instance.windows if (it.start if exact else it.start.date()) == moment]
    assert len(found) == 1, "a day that could be two windows"
    return found[0]


def _day(instance: PlanInstance, window: SessionWindow) -> str:
    alone = [it.start.date() for it in instance.windows].count(window.start.date()) == 1
    if [it.start for it in instance.windows].count(window.start) > 1:
        return f"{window.start:%d/%m/%Y %H:%M} ({window.id})"
    return f"{window.start:%d/%m}" if alone else f"{window.start:%d/%m %H:%M}"


def holding(
    instance: PlanInstance, facts: set[Named], pitches: Sequence[str], *, fixed: bool
) -> PlanInstance:
    """The instance in which these pitches must stand and nothing holds but the facts.

    :param fixed: whether the windows are as they are, but for those that are too short for a pitch.
    """
    rules = replace(
        instance.rules,
        levels=(),
        quorum=instance.rules.quorum if Named("quorum") in facts else 0,
        expertise=Expertise.HARD if Named("expertise") in facts else Expertise.OFF,
        break_after=instance.rules.break_after if Named("break") in facts else 0,
        changeover_minutes=instance.rules.changeover_minutes if Named("changeover") in facts else 0,
    )
    kept = [it for it in instance.pitches if it.id in pitches]
    longest = max(it.minutes for it in kept)
    room = sum((_room_for(instance, it) for it in kept), timedelta())
    windows = []
    for window in instance.windows:
        holds = Named("window", (window.id,)) in facts or Named("shut", (window.id,)) in facts
        given = fixed and window.minutes >= longest and not _pinned_outside(kept, window, facts)
        windows.append(window if holds or given else replace(window, end=window.end + room))
    return replace(
        instance,
        windows=tuple(windows),
        rules=rules,
        pitches=tuple(_pitch(instance, it, facts) for it in kept),
        jurors=tuple(_juror(instance, it, windows, facts) for it in instance.jurors),
        conflicts=tuple(
            (fact.about[0], fact.about[1])
            for fact in facts
            if fact.sort == "conflict" and fact.about[1] in pitches
        ),
    )


def _pinned_outside(kept: Sequence[Pitch], window: SessionWindow, facts: set[Named]) -> bool:
    """Whether a lock lies beyond the end of a window, so that its length is one of the things to name."""
    return any(
        it.pinned is not None
        and it.pinned.window == window.id
        and it.pinned.start + timedelta(minutes=it.minutes) > window.end
        and Named("pinned", (it.id,)) in facts
        for it in kept
    )


def _room_for(instance: PlanInstance, pitch: Pitch) -> timedelta:
    """Room for one pitch more, whatever comes before it."""
    rules, grid = instance.rules, instance.grid_minutes
    minutes = pitch.minutes + max(rules.break_minutes, rules.changeover_minutes)
    return timedelta(minutes=-(-minutes // grid) * grid)


def _pitch(instance: PlanInstance, pitch: Pitch, facts: set[Named]) -> Pitch:
    away = []
    for window in instance.windows:
        if Named("candidate", (pitch.id, window.id)) in facts:
            span = Interval(window.start, window.end)
            away += [_common(gap, span) for gap in pitch.unavailable if gap.overlaps(span)]
    pairs = tuple("+".join(it.about) for it in facts if it.sort == "organisation" and pitch.id in it.about)
    pinned = pitch.pinned if Named("pinned", (pitch.id,)) in facts else None
    return replace(pitch, unavailable=tuple(away), organisations=pairs, pinned=pinned)


def _juror(
    instance: PlanInstance, juror: PlanJuror, windows: Sequence[SessionWindow], facts: set[Named]
) -> PlanJuror:
    free: list[Interval] = []
    for old, new in zip(instance.windows, windows, strict=True):
        span = Interval(old.start, old.end)
        if Named("absent", (juror.id, old.id)) not in facts:
            free.append(Interval(new.start, new.end))
            continue
        free += [_common(it, span) for it in juror.available if it.overlaps(span)]
        if new.end > old.end and any(it.start < old.end <= it.end for it in juror.available):
            free.append(Interval(old.end, new.end))  # who stays to the end stays longer too
    limit = juror.max_minutes_per_day if Named("day_limit", (juror.id,)) in facts else None
    return replace(juror, organisation="", available=tuple(free), max_minutes_per_day=limit)


def _common(one: Interval, other: Interval) -> Interval:
    return Interval(max(one.start, other.start), min(one.end, other.end))
