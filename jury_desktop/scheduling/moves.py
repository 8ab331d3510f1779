"""The verdict on placing a pitch by hand: what it would break, or what it would cost."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import (
    LevelResult,
    Move,
    PitchPlan,
    PlanInstance,
    PlanStatus,
    Slot,
)
from jury_desktop.scheduling.hours import minutes_between
from jury_desktop.scheduling.measure import measure, overlap, seated
from jury_desktop.scheduling.problem import Placement, Problem, Spot
from jury_desktop.scheduling.seat_reason import too_few
from jury_desktop.scheduling.solve import assignments, left_out
from jury_desktop.scheduling.verify import broken_rules

Spots = dict[int, Spot]

TELLING = (
    ("window", "grid", "room", "pin", "candidate"),
    ("overlap", "changeover", "break", "organisation"),
    ("quorum", "expert", "panel_max", "day"),
)
"""Broken rules by how much they say about a move; the first group that occurs is told."""


def try_move(instance: PlanInstance, plan: PitchPlan, pitch: str, slot: Slot) -> Move:
    """What happens when the pitch is put in this slot; nothing is changed.

    When exactly one other pitch is in the way and the two can change places, they do. The other pitches stay
    where they are; panels are made anew, as everyone who can, or by a short solve where that needs a choice.
    """
    problem = Problem(instance)
    spot = _spot(instance, slot)
    if spot is None:
        return Move(False, (say("scheduling.move_nowhere", window=slot.window, start=slot.start),), None)
    p = [it.id for it in instance.pitches].index(pitch)
    spots = spots_of(instance, plan)
    moved = spots | {p: spot}
    rivals = [q for q in spots if q != p and overlap(problem, p, spot, q, spots[q]) and _same(spot, spots[q])]
    first = _verdict(problem, plan, moved, ())
    if first.legal or len(rivals) != 1:
        return first
    return _swap(problem, plan, spots, p, rivals[0], first)


def as_it_stands(instance: PlanInstance, plan: PitchPlan) -> PitchPlan | None:
    """The plan with its own places and panels, its goals measured by this instance, which knows all that the
    plan names; None when it breaks a rule of it."""
    if broken_rules(instance, plan.assignments):
        return None
    problem, spots = Problem(instance), spots_of(instance, plan)
    jurors = {juror.id: j for j, juror in enumerate(instance.jurors)}
    panels = {it.pitch: frozenset(jurors[name] for name in it.jurors) for it in plan.assignments}
    placed = [Placement(p, spot, panels[instance.pitches[p].id]) for p, spot in spots.items()]
    return _plan(problem, plan, placed)


def unproven(plan: PitchPlan) -> PitchPlan:
    """The plan without what was proven about another problem than the one it is looked at by."""
    return replace(plan, levels=tuple(replace(level, bound=0) for level in plan.levels))


def _swap(problem: Problem, plan: PitchPlan, spots: Spots, p: int, q: int, otherwise: Move) -> Move:
    """The verdict when two pitches change places; the pitch that had none sends the other off the plan."""
    if p not in spots:
        return otherwise
    moved = spots | {p: spots[q], q: spots[p]}
    swapped = _verdict(problem, plan, moved, (problem.instance.pitches[q].id,))
    return swapped if swapped.legal else otherwise


def _same(one: Spot, other: Spot) -> bool:
    return (one.window, one.room) == (other.window, other.room)


def _spot(instance: PlanInstance, slot: Slot) -> Spot | None:
    for w, window in enumerate(instance.windows):
        if window.id == slot.window:
            return Spot(w, slot.room - 1, minutes_between(window.start, slot.start))
    return None


def spots_of(instance: PlanInstance, plan: PitchPlan) -> Spots:
    """Where the pitches of a plan stand, in index numbers."""
    numbers = {pitch.id: p for p, pitch in enumerate(instance.pitches)}
    found = {}
    for it in plan.assignments:
        spot = _spot(instance, Slot(it.window, it.room, it.start))
        if spot is not None:
            found[numbers[it.pitch]] = spot
    return found


def _verdict(problem: Problem, plan: PitchPlan, spots: Spots, also_moved: tuple[str, ...]) -> Move:
    changed = _plan(problem, plan, _seat(problem, plan, spots))
    broken = broken_rules(problem.instance, changed.assignments)
    if broken:
        return Move(False, tuple(_named(problem, spots, it) for it in _telling(broken)), None)
    before = {level.name: level.value for level in plan.levels}
    worse = tuple(
        (after.name, before[after.name], after.value)
        for after in changed.levels
        if after.value > before.get(after.name, after.value)
    )
    return Move(True, (), changed, also_moved, worse)


def _named(problem: Problem, spots: Spots, broken: Message) -> Message:
    """A quorum that is not reached, with the names of who is away or kept apart; other rules as they are."""
    if broken.key != "scheduling.broken_quorum":
        return broken
    p = [it.id for it in problem.instance.pitches].index(str(broken.values["pitch"]))
    spot = spots[p]
    able = problem.jurors_at(p, spot.window, spot.start)
    return too_few(problem, p, spot, "here") if len(able) < problem.rules.quorum else broken


def _telling(broken: tuple[Message, ...]) -> tuple[Message, ...]:
    """The broken rules that say most: a place that is none before a clash, a clash before its panels."""
    for group in TELLING:
        found = [it for it in broken if it.key.removeprefix("scheduling.broken_") in group]
        if found:
            return tuple(found)
    return broken


def _seat(problem: Problem, plan: PitchPlan, spots: Spots) -> list[Placement]:
    """The panels for these spots; where they need a choice, one found by solving, or all who can in turn."""
    from jury_desktop.scheduling.search import too_large

    if not problem.contested:
        return seated(problem, spots, {})
    if too_large(problem):
        return _panels_where_it_changed(problem, plan, spots)
    return _chosen_panels(problem, spots) or seated(problem, spots, {p: frozenset() for p in spots})


def _panels_where_it_changed(problem: Problem, plan: PitchPlan, spots: Spots) -> list[Placement]:
    """New panels in the windows in which pitches came, went or moved; the others keep theirs."""
    from jury_desktop.scheduling.engine import Budget
    from jury_desktop.scheduling.paths import reseat

    jurors = {juror.id: j for j, juror in enumerate(problem.instance.jurors)}
    numbers = {pitch.id: p for p, pitch in enumerate(problem.instance.pitches)}
    panels = {numbers[it.pitch]: frozenset(jurors[name] for name in it.jurors) for it in plan.assignments}
    before = spots_of(problem.instance, plan)
    moved = {p for p in {*before, *spots} if before.get(p) != spots.get(p)}
    touched = {at[p].window for at in (before, spots) for p in moved if p in at}
    placed = [Placement(p, spot, panels.get(p, frozenset())) for p, spot in spots.items()]
    for w in sorted(touched):
        found = reseat(problem, placed, w, (), Budget(1.0, 1), list(problem.jurors), anew=True, even=False)
        renewed = found if found is not None else {}
        placed = [replace(it, panel=renewed.get(it.pitch, it.panel)) for it in placed]
    return seated(problem, spots, {it.pitch: it.panel for it in placed})


def _chosen_panels(problem: Problem, spots: Spots) -> list[Placement] | None:
    from jury_desktop.scheduling.engine import Budget
    from jury_desktop.scheduling.ladder import climb

    windows = problem.instance.windows
    slots = {
        p: Slot(windows[spot.window].id, spot.room + 1, problem.moment(spot.window, spot.start))
        for p, spot in spots.items()
    }
    pitches = tuple(replace(problem.instance.pitches[p], pinned=slot) for p, slot in sorted(slots.items()))
    fixed = Problem(replace(problem.instance, pitches=pitches))
    answer = climb(fixed, Budget(1.0, 1))
    if answer.placements is None:
        return None
    numbers = sorted(slots)
    return [replace(it, pitch=numbers[it.pitch]) for it in answer.placements]


def _plan(problem: Problem, plan: PitchPlan, placements: list[Placement]) -> PitchPlan:
    """The plan of these placements. Bounds stay proven until a level comes out otherwise than before."""
    values = measure(problem, placements)
    bounds = {level.name: level for level in plan.levels}
    same = True
    levels = []
    for name in problem.rules.levels:
        known = bounds.get(name)
        bound = min(known.bound, values[name]) if known is not None and same else 0
        levels.append(LevelResult(name, values[name], bound))
        same = same and known is not None and known.value == values[name]
    proven = all(level.value == level.bound for level in levels)
    reasons = {it.pitch: it for it in plan.left_out}
    return replace(
        plan,
        status=PlanStatus.OPTIMAL if proven else PlanStatus.FEASIBLE,
        levels=tuple(levels),
        assignments=assignments(problem, placements),
        left_out=tuple(reasons.get(it.pitch, it) for it in left_out(problem, placements)),
        explanation=(),
    )
