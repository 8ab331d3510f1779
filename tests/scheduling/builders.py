"""Builders for planning instances: small ones said in a line, and random ones of a given size."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import (
    Expertise,
    Interval,
    Pitch,
    PlanInstance,
    PlanJuror,
    PlanRules,
    Slot,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
WEDNESDAY = datetime(2023, 6, 14, 13, 0, tzinfo=BRUSSELS)

RULES = PlanRules(
    quorum=1,
    panel_max=None,
    break_after=3,
    break_minutes=15,
    changeover_minutes=0,
    expertise=Expertise.SOFT,
    common_jurors=1,
)


def at(clock: str, day: int = 14) -> datetime:
    """A moment in June 2023, Brussels time: ``at("13:30", 14)``."""
    hour, minute = clock.split(":")
    return datetime(2023, 6, day, int(hour), int(minute), tzinfo=BRUSSELS)


def window(name: str, start: str, end: str, day: int = 14, rooms: int = 1) -> SessionWindow:
    return SessionWindow(name, at(start, day), at(end, day), rooms)


def during(start: str, end: str, day: int = 14) -> Interval:
    return Interval(at(start, day), at(end, day))


def slot(name: str, start: str, day: int = 14, room: int = 1) -> Slot:
    return Slot(name, room, at(start, day))


def pitch(name: str, minutes: int = 30, challenges: Sequence[int] = (1,), **more: object) -> Pitch:
    organisations = more.pop("organisations", (f"org-{name}",))
    return Pitch(name, minutes, organisations, tuple(challenges), **more)  # type: ignore[arg-type]


def juror(name: str, *available: Interval, expertise: Sequence[int] = (1,), **more: object) -> PlanJuror:
    organisation = more.pop("organisation", f"home-{name}")
    when = available or (Interval(at("00:00", 1), at("23:00", 30)),)
    return PlanJuror(name, organisation, when, tuple(expertise), **more)  # type: ignore[arg-type]


def instance(
    windows: Sequence[SessionWindow],
    pitches: Sequence[Pitch],
    jurors: Sequence[PlanJuror],
    conflicts: Sequence[tuple[str, str]] = (),
    grid_minutes: int = 5,
    **rules: object,
) -> PlanInstance:
    return PlanInstance(
        grid_minutes,
        tuple(windows),
        replace(RULES, **rules),  # type: ignore[arg-type]
        tuple(pitches),
        tuple(jurors),
        tuple(conflicts),
    )


LIER = (
    window("wo", "13:00", "17:00", 14),
    window("vr", "09:00", "12:00", 16),
    window("ma", "09:00", "12:00", 19),
)


def lier(pitches: int = 14, jurors: int = 8, seed: int = 1, **rules: object) -> PlanInstance:
    """An instance as the call of Lier would give it: three half-days, one room, some conflicts and wishes."""
    return random_instance(LIER, pitches, jurors, seed, **({"quorum": 3} | rules))


def full(seed: int = 1, **rules: object) -> PlanInstance:
    """Twenty pitches and eight jurors in three windows that they fill exactly."""
    windows = (
        window("wo", "13:00", "17:35", 14),
        window("vr", "09:00", "13:35", 16),
        window("ma", "09:00", "12:45", 19),
    )
    return random_instance(windows, 20, 8, seed, minutes=35, **({"quorum": 3} | rules))


def large(
    pitches: int = 120, jurors: int = 30, days: int = 10, rooms: int = 3, seed: int = 1
) -> PlanInstance:
    """Several rooms over many days."""
    start = datetime(2023, 6, 12, 9, 0, tzinfo=BRUSSELS)
    windows = []
    for day in range(days):
        begin = start + timedelta(days=day)
        windows.append(SessionWindow(f"d{day}", begin, begin + timedelta(hours=4), rooms))
    return random_instance(windows, pitches, jurors, seed, quorum=3)


def random_instance(
    windows: Sequence[SessionWindow],
    pitches: int,
    jurors: int,
    seed: int,
    minutes: int = 35,
    **rules: object,
) -> PlanInstance:
    """Pitches with one to three challenges, some wishes and absences; jurors mostly there, some conflicts."""
    dice = random.Random(seed)
    ids = [w.id for w in windows]
    made = [_random_pitch(dice, f"K-{n:02}", ids, windows, minutes) for n in range(1, pitches + 1)]
    panel = [_random_juror(dice, f"j{n}", windows) for n in range(1, jurors + 1)]
    conflicts = [(j.id, p.id) for j in panel for p in made if dice.random() < 0.07]
    return instance(windows, made, panel, conflicts, **rules)


def _random_pitch(
    dice: random.Random, name: str, ids: list[str], windows: Sequence[SessionWindow], minutes: int
) -> Pitch:
    challenges = sorted(dice.sample(range(1, 8), dice.choice((1, 1, 2, 3))))
    away = dice.choice(windows)
    half = away.start + timedelta(minutes=dice.choice((60, 90, 120)))
    return pitch(
        name,
        minutes,
        challenges,
        preferred_windows=tuple(sorted(dice.sample(ids, 1))) if dice.random() < 0.3 else (),
        unavailable=(Interval(away.start, half),) if dice.random() < 0.3 else (),
    )


def _random_juror(dice: random.Random, name: str, windows: Sequence[SessionWindow]) -> PlanJuror:
    available = []
    for w in windows:
        luck = dice.random()
        if luck < 0.75:
            available.append(Interval(w.start, w.end))
        elif luck < 0.9:
            available.append(Interval(w.start + timedelta(minutes=60), w.end))
    return juror(name, *available, expertise=sorted(dice.sample(range(1, 8), 3)))
