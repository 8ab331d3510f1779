"""What an explanation names is impossible by itself, and none of it is too many: by brute force.

Brute force asks the verifier, which shares no code with the explanations; what they name is read off their
sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Level, PlanInstance, PlanStatus, Slot
from jury_desktop.scheduling.explain import explain
from jury_desktop.scheduling.solve import Wish, best_plan
from jury_desktop.scheduling.stuck import why_stuck
from jury_desktop.scheduling.why_not import why_not
from tests.scheduling.brute_force import best_values
from tests.scheduling.named_facts import Named, holding, named_by
from tests.scheduling.proposals import carried_out
from tests.scheduling.strategies import instances

LENIENT = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
LONG = 600.0
"""Seconds: what is told never depends on how fast the machine is."""


def possible(instance: PlanInstance) -> bool:
    return best_values(instance) is not None


def assert_smallest(
    instance: PlanInstance, named: set[Named], pitches: tuple[str, ...], *, fixed: bool
) -> None:
    """Impossible with these facts alone; possible without any one of them."""
    assert not possible(holding(instance, named, pitches, fixed=fixed)), f"{named} does not explain it"
    for fact in named:
        if fact.sort == "shut":
            continue  # the window that a lock names, not a fact of its own
        fewer = tuple(name for name in pitches if fact != Named("placed", (name,)))
        rest = named - {fact}
        assert not fewer or possible(holding(instance, rest, fewer, fixed=fixed)), f"{fact} is too many"


@settings(max_examples=200, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=1, most_jurors=4, most_windows=2))
def test_why_a_pitch_can_stand_nowhere(instance: PlanInstance) -> None:
    assume(len({window.start for window in instance.windows}) == len(instance.windows))
    pitch = instance.pitches[0].id
    found = why_stuck(instance, pitch, [window.id for window in instance.windows])
    unlimited = tuple(replace(juror, max_minutes_per_day=None) for juror in instance.jurors)
    bound = replace(instance, jurors=unlimited, rules=replace(instance.rules, levels=()))
    assert bool(found) is not possible(bound)
    assume(found)
    named = named_by(instance, pitch, [it.text for it in found])
    assert_smallest(instance, named, (pitch,), fixed=True)


PAIRS = ("conflict", "organisation", "candidate")
"""Facts that name a pitch without saying that it stands on the plan."""


def explained(instance: PlanInstance) -> dict[str, tuple[Message, ...]]:
    """The sentences about each pitch without a place, given time enough."""
    plan = best_plan(instance, Wish(LONG))
    found = explain(instance, plan, seconds=LONG, each=LONG)
    if found.status is PlanStatus.INFEASIBLE:
        return {}
    return {it.pitch: it.reasons for it in found.left_out}


def alone_possible(instance: PlanInstance, pitch: str) -> bool:
    """Whether the pitch could stand if there were no other, and jurors could sit all day."""
    return not why_stuck(instance, pitch, [window.id for window in instance.windows])


@settings(max_examples=25, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=2, most_windows=1, rooms=1))
def test_why_a_pitch_stands_nowhere_beside_the_others(instance: PlanInstance) -> None:
    first = (Level.LEFT_OUT, *(level for level in instance.rules.levels if level is not Level.LEFT_OUT))
    instance = replace(instance, rules=replace(instance.rules, levels=first))
    reasons = {name: said for name, said in explained(instance).items() if alone_possible(instance, name)}
    assume(reasons)
    hopeful = tuple(it for it in instance.pitches if alone_possible(instance, it.id))
    only_hopeful = replace(instance, pitches=hopeful)
    for name, said in reasons.items():
        named = named_by(only_hopeful, name, said)
        placed = {fact.about[0] for fact in named if fact.sort in ("placed", "pinned")}
        about = {word for fact in named if fact.sort in PAIRS for word in fact.about}
        crowd = any(it.key.startswith("scheduling.too_many") for it in said)
        subjects = placed | (about & {it.id for it in hopeful}) | (set() if crowd else {name})
        assert_smallest(only_hopeful, named, tuple(sorted(subjects)), fixed=False)


def left_out_first(instance: PlanInstance) -> PlanInstance:
    return replace(instance, rules=replace(instance.rules, levels=(Level.LEFT_OUT,)))


@settings(max_examples=40, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=2, most_windows=1, rooms=1))
def test_what_would_help_gives_one_pitch_more_a_place_when_it_is_done_as_it_is_worded(
    instance: PlanInstance,
) -> None:
    instance = left_out_first(instance)
    plan = explain(instance, best_plan(instance, Wish(LONG)), seconds=LONG, each=LONG)
    proven = all(level.value == level.bound for level in plan.levels)
    assert not (proven and any(it.constraint == "not_proven" for it in plan.explanation))
    proposals = {help_ for it in plan.explanation for help_ in it.would_help}
    assume(proposals)
    before = best_values(instance)
    for proposal in proposals:
        after = best_values(carried_out(instance, proposal))
        assert after is not None, proposal
        assert before is None or after[0] < before[0], proposal


@settings(max_examples=40, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=2, most_jurors=2, most_windows=2, rooms=1), st.integers(0, 1))
def test_what_would_bring_a_pitch_to_a_window_does_when_it_is_done_as_it_is_worded(
    instance: PlanInstance, asked: int
) -> None:
    """With all others that have a place on the plan; the pitch in that window is then a lock there."""
    instance = left_out_first(instance)
    assume(len({window.start.date() for window in instance.windows}) == len(instance.windows))
    plan = best_plan(instance, Wish(LONG))
    pitch, window = instance.pitches[asked % len(instance.pitches)], instance.windows[-1]
    found = why_not(instance, plan, pitch.id, window.id, seconds=LONG)
    assume(found.would_help)
    others = {it.pitch for it in plan.assignments} | {pitch.id}
    for proposal in found.would_help:
        changed = carried_out(instance, proposal)
        assert any(possible(held) for held in held_in(changed, pitch.id, window.id, others)), proposal


def held_in(instance: PlanInstance, pitch: str, window: str, kept: set[str]) -> Iterator[PlanInstance]:
    """The instance in which these pitches must stand, one of them at each start in each room of a window."""
    span = next(it for it in instance.windows if it.id == window)
    pitches = [it for it in instance.pitches if it.id in kept]
    pairs = tuple(pair for pair in instance.conflicts if pair[1] in kept)
    own = next(it for it in pitches if it.id == pitch)
    for room in range(1, span.rooms + 1):
        start = span.start
        while start < span.end:
            slot = Slot(window, room, start)
            if own.pinned in (None, slot):
                held = tuple(replace(it, pinned=slot) if it is own else it for it in pitches)
                rules = replace(instance.rules, levels=())
                yield replace(instance, pitches=held, conflicts=pairs, rules=rules)
            start += timedelta(minutes=instance.grid_minutes)


@settings(max_examples=25, deadline=None, suppress_health_check=LENIENT)
@given(instances(most_pitches=3, most_jurors=2, most_windows=1, rooms=1), st.integers(0, 2))
def test_why_there_is_no_plan_in_which_all_stand_that_must(instance: PlanInstance, pinned: int) -> None:
    """All must stand, and one more may be locked at the first hour."""
    first = instance.windows[0]
    locked = tuple(
        replace(it, pinned=Slot(first.id, 1, first.start)) if at == pinned else it
        for at, it in enumerate(instance.pitches)
    )
    rules = replace(instance.rules, levels=(Level.MOVED,))
    instance = replace(instance, pitches=locked, rules=rules)
    assume(all(alone_possible(instance, it.id) for it in instance.pitches))
    plan = best_plan(instance, Wish(LONG))
    assert (plan.status is PlanStatus.INFEASIBLE) is not possible(instance)
    assume(plan.status is PlanStatus.INFEASIBLE)
    found = explain(instance, plan, seconds=LONG, each=LONG).explanation
    alone = instance.pitches[0].id if len(instance.pitches) == 1 else ""
    named = named_by(instance, alone, [it.text for it in found])
    words = {word for fact in named if fact.sort not in ("absent", "window") for word in fact.about}
    subjects = tuple(it.id for it in instance.pitches if it.id in words or it.id == alone)
    assert_smallest(instance, named, subjects, fixed=False)
