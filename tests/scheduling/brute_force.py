"""Every plan of a tiny instance, tried one by one; what is best among them is the truth for the solver.

Legality and values come from the verifier, which shares no code with the solver.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product

from jury_desktop.domain.pitch import Assignment, Expertise, Level, Pitch, PlanInstance, PlanJuror
from jury_desktop.scheduling.verify import broken_rules
from jury_desktop.scheduling.verify_levels import recount


def best_values(instance: PlanInstance) -> list[int] | None:
    """The values of the levels of the best plan, None when no plan is legal."""
    best: list[int] | None = None
    for assignments in _plans(instance):
        if Level.LEFT_OUT not in instance.rules.levels and len(assignments) < len(instance.pitches):
            continue
        values = recount(instance, assignments)
        found = [values[level] for level in instance.rules.levels]
        if (best is None or found < best) and not broken_rules(instance, assignments):
            best = found
    return best


def _plans(instance: PlanInstance) -> Iterator[tuple[Assignment, ...]]:
    """Every way to stand and to be seated; what breaks a rule of the room has no panels tried."""
    nobody = replace(instance, jurors=(), conflicts=(), rules=replace(instance.rules, quorum=0, panel_max=1))
    nobody = replace(nobody, rules=replace(nobody.rules, expertise=Expertise.OFF))
    options = [(None, *_places(nobody, pitch)) for pitch in instance.pitches]
    for placed in product(*options):
        slots = tuple(it for it in placed if it is not None)
        if broken_rules(nobody, slots):
            continue
        panels = [list(_panels(instance, it)) for it in slots]
        for seating in product(*panels):
            yield tuple(replace(it, jurors=panel) for it, panel in zip(slots, seating, strict=True))


def _places(instance: PlanInstance, pitch: Pitch) -> Iterator[Assignment]:
    length = timedelta(minutes=pitch.minutes)
    bare = replace(instance, pitches=(replace(pitch, pinned=None),))
    for window in instance.windows:
        start = window.start
        while start + length <= window.end:
            for room in range(1, window.rooms + 1):
                it = Assignment(pitch.id, window.id, room, start, start + length, ())
                if not broken_rules(bare, (it,)):
                    yield it
            start += timedelta(minutes=instance.grid_minutes)


def _panels(instance: PlanInstance, it: Assignment) -> Iterator[tuple[str, ...]]:
    able = tuple(juror.id for juror in instance.jurors if _able(instance, it, juror))
    if _nothing_to_choose(instance):
        yield able
        return
    most = len(able) if instance.rules.panel_max is None else instance.rules.panel_max
    for size in range(instance.rules.quorum, min(most, len(able)) + 1):
        yield from combinations(able, size)


def _nothing_to_choose(instance: PlanInstance) -> bool:
    """Whether everyone who is able must sit: no largest panel, no day limit, nothing at the same time."""
    limits = [juror.max_minutes_per_day for juror in instance.jurors]
    one_by_one = len(instance.windows) == 1 and instance.windows[0].rooms == 1
    return instance.rules.panel_max is None and limits.count(None) == len(limits) and one_by_one


def _able(instance: PlanInstance, it: Assignment, juror: PlanJuror) -> bool:
    """Whether the juror alone may hear the pitch."""
    rules = replace(instance.rules, quorum=0, panel_max=99, expertise=Expertise.OFF)
    pitch = next(pitch for pitch in instance.pitches if pitch.id == it.pitch)
    alone = replace(instance, pitches=(replace(pitch, pinned=None),), jurors=(juror,), rules=rules)
    return not broken_rules(alone, (replace(it, jurors=(juror.id,)),))
