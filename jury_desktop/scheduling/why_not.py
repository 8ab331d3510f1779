"""Why a pitch does not stand in a window of a plan: what keeps it out, or what it would cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.pitch import Explanation, Level, PitchPlan, PlanInstance
from jury_desktop.scheduling.beside import clash_among, told
from jury_desktop.scheduling.clash import Trials
from jury_desktop.scheduling.drop import held_to, only, with_rules
from jury_desktop.scheduling.explain import TESTS
from jury_desktop.scheduling.facts import Fact, Kind, when
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.relax import what_helps
from jury_desktop.scheduling.stuck import why_stuck


def why_not(
    instance: PlanInstance,
    plan: PitchPlan,
    pitch: str,
    window: str,
    *,
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
) -> Explanation:
    """Why the pitch does not stand in the window: what keeps it out, or what it would cost."""
    if any((it.pitch, it.window) == (pitch, window) for it in plan.assignments):
        return _about("already", "scheduling.why_already", instance, pitch, window)
    problem = Problem(instance)
    p = [it.id for it in instance.pitches].index(pitch)
    w = [it.id for it in instance.windows].index(window)
    trials = Trials(TESTS, seconds, cancelled)
    everybody = [it.pitch for it in plan.assignments if it.pitch != pitch]
    wanted = only(held_to(instance, pitch, window), [*everybody, pitch])
    held = _elsewhere(instance, pitch, window)
    if not problem.starts[p][w]:
        reason = _together(why_stuck(instance, pitch, [window], trials))
        return replace(reason, would_help=what_helps(wanted, [pitch], trials, held))
    possible = trials.possible(wanted)
    if possible is None:
        return Explanation("not_proven", (pitch,), say("scheduling.not_proven", pitches=(pitch,)))
    if possible:
        return _cost(wanted, plan, pitch, window, trials)
    whole = _about("capacity", "scheduling.why_beside", instance, pitch, window)
    facts = clash_among(wanted, [pitch], trials, held)
    return whole if facts is None else _together([whole, *told(wanted, [pitch], facts, trials, held)])


def _elsewhere(instance: PlanInstance, pitch: str, window: str) -> list[Fact]:
    """What the question itself puts aside: that the pitch could stand in another window."""
    others = [it.id for it in instance.windows if it.id != window]
    return [Fact(Kind.CANDIDATE, pitch=pitch, window=name) for name in others]


def _together(found: Sequence[Explanation]) -> Explanation:
    """Several facts that clash only together, said as one, with all whom they concern."""
    who = dict.fromkeys(name for it in found for name in it.who)
    helps = dict.fromkeys(help_ for it in found for help_ in it.would_help)
    also = tuple(it.text for it in found[1:])
    return replace(found[0], who=tuple(who), also=also, would_help=tuple(helps))


def _cost(wanted: PlanInstance, plan: PitchPlan, pitch: str, window: str, trials: Trials) -> Explanation:
    """The first level that comes out worse when the pitch stands in the window, with all others placed."""
    levels = tuple(level.name for level in plan.levels if level.name != Level.LEFT_OUT)
    known = {level.name: level.value for level in plan.levels}
    found = trials.levels(with_rules(wanted, levels=levels))
    if levels and not found:
        return _about("maybe", "scheduling.why_maybe", wanted, pitch, window)
    for level in found:
        before = known[level.name]
        if level.bound > before:
            key = f"scheduling.cost_{level.name.value}"
            return _about("cost", key, wanted, pitch, window, before=before, count=level.value)
        if level.value > before:
            return _about("maybe", "scheduling.why_maybe", wanted, pitch, window)
        if level.value < before:
            break
    return _about("free", "scheduling.why_free", wanted, pitch, window)


def _about(
    kind: str, key: str, instance: PlanInstance, pitch: str, window: str, **values: Value
) -> Explanation:
    text = say(key, pitch=pitch, when=when(instance, window), **values)
    return Explanation(kind, (pitch,), text)
