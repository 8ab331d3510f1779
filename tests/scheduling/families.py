"""Random planning problems by kind, each from a seed: what a call like that of Lier asks, and far larger."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import Expertise, Interval, PitchPlan, PlanInstance, Slot
from tests.scheduling import builders as a

SIZES = {"S": (12, 6), "M": (20, 8), "L": (120, 30, 10, 3), "XL": (600, 100, 30, 5)}
"""Pitches, jurors, and where they differ from the usual windows and rooms."""


def sized(name: str, seed: int = 1) -> PlanInstance:
    """An instance by the name of its size: S as in Lier, M in windows exactly full, L and XL far larger."""
    if name == "S":
        return a.lier(*SIZES["S"], seed=seed)
    if name == "M":
        return a.full(seed)
    pitches, jurors, days, rooms = SIZES[name]
    return a.large(pitches, jurors, days, rooms, seed)


def lier_size(kind: str, seed: int) -> PlanInstance:
    """Twelve to fifteen pitches, five to ten jurors, three windows, by the rules of a kind."""
    dice = random.Random(f"{kind} {seed}")
    made = a.lier(dice.randint(12, 15), dice.randint(5, 10), seed)
    return LIER_KINDS[kind](made, dice)


def _rules(**rules: object) -> Callable[[PlanInstance, random.Random], PlanInstance]:
    """Other rules, all else as in Lier."""
    return lambda made, _: replace(made, rules=replace(made.rules, **rules))  # type: ignore[arg-type]


def _day_limits(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Some jurors sit no more than two or three hours a day."""
    limits = [dice.choice((None, 105, 140, 180)) for _ in made.jurors]
    jurors = zip(made.jurors, limits, strict=True)
    return replace(made, jurors=tuple(replace(it, max_minutes_per_day=limit) for it, limit in jurors))


def _lengths(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Pitches of thirty to fifty minutes, on a grid of ten."""
    pitches = tuple(replace(it, minutes=dice.choice((30, 35, 40, 50))) for it in made.pitches)
    return replace(made, pitches=pitches, grid_minutes=10)


def _two_rooms(made: PlanInstance, _: random.Random) -> PlanInstance:
    """A second room in the last window."""
    *first, last = made.windows
    return replace(made, windows=(*first, replace(last, rooms=2)))


def _one_day(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Two of the windows on one day, jurors who come in pieces, and day limits."""
    first, _, last = made.windows
    morning = SessionWindow("vm", a.at("08:30", 14), a.at("11:30", 14), 1)
    jurors = tuple(
        replace(it, available=(*it.available, Interval(morning.start, morning.end)))
        if dice.random() < 0.7
        else it
        for it in made.jurors
    )
    away = {"vr": "vm"}
    pitches = tuple(
        replace(it, preferred_windows=tuple(away.get(one, one) for one in it.preferred_windows))
        for it in made.pitches
    )
    return _day_limits(replace(made, windows=(first, morning, last), jurors=jurors, pitches=pitches), dice)


def _consortia(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Organisations that stand behind more than one pitch, in two rooms, and jurors from some of them."""
    houses = [f"house-{n}" for n in range(8)]
    pitches = tuple(replace(it, organisations=tuple(dice.sample(houses, 2))) for it in made.pitches)
    jurors = tuple(replace(it, organisation=dice.choice((*houses, "", "", ""))) for it in made.jurors)
    return _two_rooms(replace(made, pitches=pitches, jurors=jurors), dice)


def _announced(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """A plan that was told, and then something happened."""
    from jury_desktop.scheduling.solve import Wish, best_plan

    return disturbed(told(made, best_plan(made, Wish())), dice)


LIER_KINDS: dict[str, Callable[[PlanInstance, random.Random], PlanInstance]] = {
    "everyone": lambda made, _: made,
    "panels": _rules(panel_max=4),
    "large panels": _rules(panel_max=6, common_jurors=2),
    "day limits": _day_limits,
    "hard expertise": _rules(expertise=Expertise.HARD),
    "changeover": _rules(changeover_minutes=5, break_after=2, break_minutes=20),
    "lengths": _lengths,
    "two rooms": _two_rooms,
    "one day": _one_day,
    "consortia": _consortia,
    "announced": _announced,
}


def told(instance: PlanInstance, plan: PitchPlan) -> PlanInstance:
    """The instance after the plan was communicated."""
    slots = {it.pitch: Slot(it.window, it.room, it.start) for it in plan.assignments}
    pitches = tuple(replace(it, communicated=slots.get(it.id)) for it in instance.pitches)
    return replace(instance, pitches=pitches)


def disturbed(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """The instance after one thing that happens between the letter and the day."""
    return dice.choice((_juror_ill, _candidate_away, _withdrawn, _one_more, _window_shorter))(instance, dice)


def _juror_ill(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """A juror cannot come to one of the windows."""
    who, lost = dice.choice(instance.jurors), dice.choice(instance.windows)
    kept = tuple(it for it in who.available if not it.overlaps(Interval(lost.start, lost.end)))
    jurors = tuple(replace(it, available=kept) if it == who else it for it in instance.jurors)
    return replace(instance, jurors=jurors)


def _candidate_away(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """Candidates cannot come when they were told to."""
    who = set(dice.sample([it.id for it in instance.pitches if it.communicated], 2))
    return replace(
        instance,
        pitches=tuple(
            replace(it, unavailable=(*it.unavailable, _around(it.communicated)))
            if it.id in who and it.communicated
            else it
            for it in instance.pitches
        ),
    )


def _around(slot: Slot) -> Interval:
    return Interval(slot.start - timedelta(minutes=20), slot.start + timedelta(minutes=40))


def _withdrawn(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """A candidate withdraws and another takes longer."""
    gone, longer = dice.sample([it.id for it in instance.pitches], 2)
    return replace(
        instance,
        pitches=tuple(
            replace(it, minutes=it.minutes + 10) if it.id == longer else it
            for it in instance.pitches
            if it.id != gone
        ),
        conflicts=tuple(pair for pair in instance.conflicts if pair[1] != gone),
    )


def _one_more(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """A pitch that was forgotten, and one of those told is gone."""
    gone = dice.choice(instance.pitches).id
    challenges = dice.sample(range(1, 8), 2)
    return replace(
        instance,
        pitches=(*(it for it in instance.pitches if it.id != gone), a.pitch("K-99", 35, challenges)),
        conflicts=tuple(pair for pair in instance.conflicts if pair[1] != gone),
    )


def _window_shorter(instance: PlanInstance, dice: random.Random) -> PlanInstance:
    """A window starts later than was told."""
    late = dice.choice(instance.windows)
    start = late.start + timedelta(minutes=instance.grid_minutes * dice.randint(1, 5))
    windows = tuple(replace(it, start=start) if it == late else it for it in instance.windows)
    return replace(instance, windows=windows)


LARGE_KINDS = ("everyone", "panels", "one theme", "crowded", "announced")


def many(kind: str, pitches: int, seed: int = 1) -> PlanInstance:
    """From Lier size to XL: jurors, windows and rooms grow with the number of pitches."""
    steps = [
        (0, 6, 3, 1),
        (30, 12, 4, 2),
        (60, 20, 6, 2),
        (120, 30, 10, 3),
        (240, 50, 15, 4),
        (600, 100, 30, 5),
    ]
    _, jurors, days, rooms = max(step for step in steps if step[0] <= pitches)
    dice = random.Random(f"{kind} {pitches} {seed}")
    made = a.large(pitches, jurors, days, rooms, seed)
    return _LARGE[kind](made, dice)


def _one_theme(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Every pitch answers one of nine challenges, and most panels know it."""
    pitches = tuple(replace(it, challenges=(dice.randint(1, 9),)) for it in made.pitches)
    jurors = tuple(replace(it, expertise=tuple(dice.sample(range(1, 10), 3))) for it in made.jurors)
    return replace(made, pitches=pitches, jurors=jurors)


def _crowded(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """So many pitches that the rooms are full, jurors who may sit for three hours a day."""
    kept = len(made.pitches) // (6 * made.windows[0].rooms) + 1
    windows = made.windows[:kept]
    names = {it.id for it in windows}
    pitches = tuple(
        replace(it, preferred_windows=tuple(one for one in it.preferred_windows if one in names))
        for it in made.pitches
    )
    return _day_limits(replace(made, windows=windows, pitches=pitches), dice)


def _large_announced(made: PlanInstance, dice: random.Random) -> PlanInstance:
    """Three in four have been told a place, taken from a plan made quickly; two windows start later."""
    from jury_desktop.scheduling.solve import Wish, best_plan

    plan = best_plan(made, Wish(time_limit=1))
    known = replace(plan, assignments=tuple(it for it in plan.assignments if dice.random() < 0.75))
    return _window_shorter(_window_shorter(told(made, known), dice), dice)


_LARGE: dict[str, Callable[[PlanInstance, random.Random], PlanInstance]] = {
    "everyone": lambda made, _: made,
    "panels": _rules(panel_max=5),
    "one theme": _one_theme,
    "crowded": _crowded,
    "announced": _large_announced,
}
