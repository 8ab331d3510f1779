"""Why pitches cannot all stand on the plan together: facts that clash, and what would give them a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Explanation, PlanInstance
from jury_desktop.scheduling.clash import Trials, smallest_clash
from jury_desktop.scheduling.drop import without
from jury_desktop.scheduling.facts import Fact, Kind, day_of, facts_of, message_of
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.relax import what_helps

FOR_FACTS = 0.7
"""The share of the tests and of the time that may go into which facts clash; the rest finds help."""


def clash_among(
    instance: PlanInstance,
    pitches: Sequence[str],
    trials: Trials,
    held: Sequence[Fact] = (),
    near: Sequence[Fact] = (),
) -> list[Fact] | None:
    """The facts for which the pitches of an impossible instance cannot all stand, none of them too many.

    None when time ran out, or where the instance is too large for it.

    :param pitches: those that lack a place.
    :param held: what is asked rather than a fact, and so never part of the answer.
    :param near: the facts of a clash of another pitch, which with those of these pitches may be one again.
    """
    from jury_desktop.scheduling.search import too_large

    if trials.spent or too_large(Problem(instance)):
        return None
    tests = trials.part(FOR_FACTS)
    facts = [it for it in facts_of(instance) if it not in held]
    likely = [it for it in facts if it in near or it.pitch in pitches]
    if near:
        narrowed = without(instance, [it for it in facts if it not in likely])
        if tests.possible(narrowed) is False:
            instance, facts = narrowed, likely
    found = smallest_clash(instance, facts, tests)
    return None if tests.spent else found


def told(
    instance: PlanInstance,
    pitches: Sequence[str],
    facts: Sequence[Fact],
    trials: Trials,
    held: Sequence[Fact] = (),
) -> list[Explanation]:
    """The facts of a clash, each as one explanation; what would help stands with the first."""
    found = _sentences(instance, pitches, facts)
    return with_help(found, what_helps(instance, pitches, trials, held, facts), pitches)


def _sentences(instance: PlanInstance, pitches: Sequence[str], facts: Sequence[Fact]) -> list[Explanation]:
    pinned = {fact.pitch for fact in facts if fact.kind == Kind.PIN}
    others = [fact for fact in facts if fact.kind == Kind.PLACED and fact.pitch not in pinned]
    rest = [fact for fact in facts if fact.kind is not Kind.PLACED]
    if len(others) < 2:
        rest += [fact for fact in others if len(pitches) > 1 or fact.pitch not in pitches]
        found = []
    else:
        windows = [fact.window for fact in rest if fact.kind is Kind.LENGTH]
        rest = [fact for fact in rest if fact.kind is not Kind.LENGTH]
        found = [_crowded(instance, [fact.pitch for fact in others], windows, alone=not rest)]
    found += [Explanation(it.kind.value, it.who, message_of(instance, it)) for it in rest]
    return found or [Explanation("capacity", tuple(pitches), say("scheduling.alone", pitches=tuple(pitches)))]


def _crowded(
    instance: PlanInstance, pitches: Sequence[str], windows: Sequence[str], *, alone: bool
) -> Explanation:
    """That certain pitches do not fit together in certain windows; when not alone, for what follows too."""
    names, days = tuple(pitches), tuple(day_of(instance, window) for window in windows)
    key = ("scheduling.crowded" if days else "scheduling.together") + ("" if alone else "_while")
    return Explanation("capacity", names, say(key, pitches=names, **({"days": days} if days else {})))


def with_help(
    found: Sequence[Explanation], help_: tuple[Message, ...], pitches: Iterable[str]
) -> list[Explanation]:
    """The explanations of one lack; what would help stands with the first, which names the pitches."""
    who = dict.fromkeys((*found[0].who, *pitches))
    return [replace(found[0], who=tuple(who), would_help=help_), *found[1:]]
