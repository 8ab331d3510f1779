"""Says why a plan is as it is, in the terms of the regisseur, and what would help.

First what the instance shows by itself (a candidate with no possible window, a quorum that is never reached,
more pitches than fit); then, by solving, a smallest set of facts that clash. Every proposal has been tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.pitch import (
    Explanation,
    LeftOut,
    Level,
    PitchPlan,
    PlanInstance,
    PlanStatus,
)
from jury_desktop.scheduling.clash import SECONDS_PER_TEST, Trials, smallest_clash
from jury_desktop.scheduling.drop import held_to, only, with_rules
from jury_desktop.scheduling.facts import Fact, Kind, day_of, facts_of, message_of, when
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.reasons import too_many
from jury_desktop.scheduling.relax import what_helps
from jury_desktop.scheduling.stuck import why_stuck

TESTS = 150
"""How many times at most the solver is asked for one explanation."""
FOR_ROOM = 0.4
"""The share of the tests and of the time that may go into which pitches do not fit; the rest finds help."""


def explain(
    instance: PlanInstance,
    plan: PitchPlan,
    *,
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
    each: float = SECONDS_PER_TEST,
) -> PitchPlan:
    """The plan with the reasons of every pitch left out, or of there being no plan at all.

    :param each: seconds that one test of the solver may take, of ``seconds`` in all.
    """
    trials = Trials(TESTS, seconds, cancelled, each)
    if plan.status == PlanStatus.INFEASIBLE:
        found = _no_plan(instance, trials)
        reasons = tuple(it.text for it in found)
        left_out = tuple(replace(it, reasons=reasons) for it in plan.left_out)
        return replace(plan, explanation=tuple(found), left_out=left_out)
    if plan.status == PlanStatus.UNKNOWN or not plan.left_out:
        return plan
    return _explain_left_out(instance, plan, trials)


def _no_plan(instance: PlanInstance, trials: Trials) -> list[Explanation]:
    """Why the pitches that must stand (pinned, or all when none may be left out) cannot."""
    problem = Problem(instance)
    may_leave_out = Level.LEFT_OUT in instance.rules.levels
    musts = [it.id for it in instance.pitches if it.pinned is not None or not may_leave_out]
    stuck = [p for p in problem.pitches if instance.pitches[p].id in musts and not any(problem.starts[p])]
    bound = only(instance, musts)
    if stuck:
        names = [instance.pitches[p].id for p in stuck]
        found = [it for name in names for it in why_stuck(instance, name, _windows(instance), trials)]
        return _once(_with_help(found, what_helps(bound, names, trials), names))
    return _clash(bound, musts, trials)


def _explain_left_out(instance: PlanInstance, plan: PitchPlan, trials: Trials) -> PitchPlan:
    problem = Problem(instance)
    numbers = {pitch.id: p for p, pitch in enumerate(instance.pitches)}
    alone = {
        it.pitch: why_stuck(instance, it.pitch, _windows(instance), trials)
        if not any(problem.starts[numbers[it.pitch]])
        else []
        for it in plan.left_out
    }
    crowd = _crowd(problem, [name for name, found in alone.items() if not found], trials)
    placed = [it.pitch for it in plan.assignments]
    explanations: list[Explanation] = []
    left_out: list[LeftOut] = []
    for it in plan.left_out:
        found = alone[it.pitch]
        if found:
            helps = what_helps(only(instance, [it.pitch]), [it.pitch], trials)
            found = _with_help(found, helps, [it.pitch])
        else:
            found = crowd or _clash(only(instance, [*placed, it.pitch]), [it.pitch], trials)
        explanations += found
        left_out.append(LeftOut(it.pitch, tuple(one.text for one in found)))
    return replace(plan, explanation=tuple(_once(explanations)), left_out=tuple(left_out))


def _windows(instance: PlanInstance) -> list[str]:
    return [window.id for window in instance.windows]


def _crowd(problem: Problem, left: Sequence[str], trials: Trials) -> list[Explanation]:
    """When there are more pitches than places: that, and what would give every one of them a place."""
    crowd = too_many(problem, left, trials.part(FOR_ROOM)) if left else []
    if not crowd:
        return []
    everybody = only(problem.instance, [*_hopeful(problem)])
    found = [replace(crowd[0], who=()), *crowd[1:]]
    return _with_help(found, what_helps(everybody, left, trials), left)


def _hopeful(problem: Problem) -> list[str]:
    """The pitches that could stand somewhere by themselves."""
    return [problem.instance.pitches[p].id for p in problem.pitches if any(problem.starts[p])]


def _once(explanations: Iterable[Explanation]) -> list[Explanation]:
    """Explanations with the same text made one, about everybody they concern."""
    found: dict[tuple[str, Message], Explanation] = {}
    for it in explanations:
        key = (it.constraint, it.text)
        known = found.get(key)
        who = (*known.who, *(name for name in it.who if name not in known.who)) if known else it.who
        help_ = dict.fromkeys((*(known.would_help if known else ()), *it.would_help))
        found[key] = replace(it, who=who, would_help=tuple(help_))
    return list(found.values())


def _with_help(
    found: Sequence[Explanation], help_: tuple[Message, ...], pitches: Sequence[str]
) -> list[Explanation]:
    """The explanations of one lack; what would help stands with the first, which names the pitches."""
    who = dict.fromkeys((*found[0].who, *pitches))
    return [replace(found[0], who=tuple(who), would_help=help_), *found[1:]]


def _clash(
    instance: PlanInstance, pitches: Sequence[str], trials: Trials, held: Sequence[Fact] = ()
) -> list[Explanation]:
    """The facts that keep these pitches from a place beside the others, each as one explanation.

    When time runs out the facts may be more than are needed, and only the first is told.

    :param held: what is asked rather than a fact, and so never part of the answer.
    """
    if trials.possible(instance) is not False:
        text = say("scheduling.not_proven", pitches=tuple(pitches))
        return [Explanation("not_proven", tuple(pitches), text)]
    facts = smallest_clash(instance, [it for it in facts_of(instance) if it not in held], trials)
    pinned = {fact.pitch for fact in facts if fact.kind == Kind.PIN}
    others = [fact for fact in facts if fact.kind == Kind.PLACED and fact.pitch not in pinned]
    found = _crowded(instance, facts, others)
    rest = [fact for fact in facts if fact.kind is not Kind.PLACED]
    if found:
        rest = [fact for fact in rest if fact.kind is not Kind.LENGTH]
    else:
        rest += [fact for fact in others if len(pitches) > 1 or fact.pitch not in pitches]
    found += [Explanation(it.kind.value, it.who, message_of(instance, it)) for it in rest]
    found = found or [
        Explanation("capacity", tuple(pitches), say("scheduling.alone", pitches=tuple(pitches)))
    ]
    if trials.spent:
        return found[:1]
    return _with_help(found, what_helps(instance, pitches, trials, held), pitches)


def _crowded(instance: PlanInstance, facts: list[Fact], placed: list[Fact]) -> list[Explanation]:
    """That certain pitches do not fit together in certain windows."""
    names = tuple(fact.pitch for fact in placed)
    if len(names) < 2:
        return []
    windows = [fact.window for fact in facts if fact.kind == Kind.LENGTH]
    days = tuple(day_of(instance, window) for window in windows)
    key = "scheduling.crowded" if days else "scheduling.together"
    return [Explanation("capacity", names, say(key, pitches=names, days=days))]


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
        alone = only(held_to(instance, pitch, window), [pitch])
        return replace(reason, would_help=what_helps(alone, [pitch], trials, held))
    if trials.possible(wanted):
        return _cost(wanted, plan, pitch, window, trials)
    found = _clash(wanted, [pitch], trials, held)
    return found[0] if len(found) == 1 else _together(found)


def _elsewhere(instance: PlanInstance, pitch: str, window: str) -> list[Fact]:
    """What the question itself puts aside: that the pitch could stand in another window."""
    others = [it.id for it in instance.windows if it.id != window]
    return [
        *(Fact(Kind.CANDIDATE, pitch=pitch, window=name) for name in others),
        *(Fact(Kind.LENGTH, window=name) for name in others),
    ]


def _together(found: Sequence[Explanation]) -> Explanation:
    """Several facts that clash only together, said as one, with all whom they concern."""
    who = dict.fromkeys(name for it in found for name in it.who)
    return replace(found[0], who=tuple(who), also=tuple(it.text for it in found[1:]))


def _cost(wanted: PlanInstance, plan: PitchPlan, pitch: str, window: str, trials: Trials) -> Explanation:
    """The first level that comes out worse when the pitch stands in the window, with all others placed."""
    levels = tuple(level.name for level in plan.levels if level.name != Level.LEFT_OUT)
    known = {level.name: level.value for level in plan.levels}
    for level in trials.levels(with_rules(wanted, levels=levels)):
        before = known[level.name]
        if level.bound > before:
            key = f"scheduling.cost_{level.name.value}"
            return _about("cost", key, wanted, pitch, window, before=before, after=level.value)
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
