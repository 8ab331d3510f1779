"""What is different between two plans, pitch by pitch and goal by goal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from jury_desktop.domain.pitch import Assignment, Expertise, Level, Pitch, PitchPlan, PlanInstance


class ChangeKind(StrEnum):
    """What became of a pitch."""

    MOVED = "moved"
    """Another time, session or room."""
    PLACED = "placed"
    """It had no place before."""
    GONE = "gone"
    """It has no place any more."""
    PANEL = "panel"
    """It stands where it stood, before another panel."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One pitch that is different; ``before`` and ``after`` are its places, None for none."""

    pitch: str
    before: Assignment | None
    after: Assignment | None

    @property
    def kind(self) -> ChangeKind:
        """What became of it."""
        if self.before is None:
            return ChangeKind.PLACED
        if self.after is None:
            return ChangeKind.GONE
        return ChangeKind.PANEL if _slot(self.before) == _slot(self.after) else ChangeKind.MOVED

    @property
    def came(self) -> tuple[str, ...]:
        """The jurors who are new on its panel."""
        return _others(self.after, self.before)

    @property
    def left(self) -> tuple[str, ...]:
        """The jurors who are not on its panel any more."""
        return _others(self.before, self.after)

    @property
    def shift(self) -> timedelta:
        """How much later it begins; nothing where it had or has no place."""
        if self.before is None or self.after is None:
            return timedelta()
        return self.after.start - self.before.start


def plan_changes(before: PitchPlan, after: PitchPlan) -> tuple[PlanChange, ...]:
    """The pitches that are different, in the order of the later plan; those without a place last."""
    old = {place.pitch: place for place in before.assignments}
    new = {place.pitch: place for place in after.assignments}
    pairs = [PlanChange(pitch, old.get(pitch), new.get(pitch)) for pitch in {**new, **old}]
    return tuple(each for each in pairs if not _same(each.before, each.after))


def level_changes(before: PitchPlan, after: PitchPlan) -> tuple[tuple[Level, int, int], ...]:
    """The goals that both plans pursue and that come out otherwise: goal, before, after."""
    known = {level.name: level.value for level in before.levels}
    return tuple(
        (level.name, known[level.name], level.value)
        for level in after.levels
        if level.name in known and known[level.name] != level.value
    )


def counts(changes: tuple[PlanChange, ...]) -> Counter[ChangeKind]:
    """How many pitches of each kind there are."""
    return Counter(change.kind for change in changes)


def _same(one: Assignment | None, other: Assignment | None) -> bool:
    if one is None or other is None:
        return one is other
    return _slot(one) == _slot(other) and set(one.jurors) == set(other.jurors)


def _slot(place: Assignment) -> tuple[object, ...]:
    return place.window, place.room, place.start


def _others(of: Assignment | None, than: Assignment | None) -> tuple[str, ...]:
    if of is None or than is None:
        return ()
    return tuple(juror for juror in of.jurors if juror not in than.jurors)


def missing(instance: PlanInstance, plan: PitchPlan, goal: Level) -> tuple[str, ...]:
    """The pitches for which a goal is missed, in the order of the instance; none for goals of the whole."""
    placed = {place.pitch: place for place in plan.assignments}
    knows = {juror.id: set(juror.expertise) for juror in instance.jurors}

    def misses(pitch: Pitch) -> bool:
        place = placed.get(pitch.id)
        match goal:
            case Level.TOLD_LEFT_OUT:
                return place is None and pitch.communicated is not None
            case Level.PREFERENCE_MISSED:
                wished = pitch.preferred_windows
                return place is not None and bool(wished) and place.window not in wished
            case Level.NO_EXPERT if place is not None and instance.rules.expertise is not Expertise.OFF:
                known = set[int]().union(*(knows.get(juror, set()) for juror in place.jurors))
                return bool(pitch.challenges) and known.isdisjoint(pitch.challenges)
            case _:
                return False

    return tuple(pitch.id for pitch in instance.pitches if misses(pitch))
