"""That not all pitches fit in the windows, whoever could come when: facts, of which none is too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Explanation, PlanInstance
from jury_desktop.scheduling.clash import Trials, smallest_clash
from jury_desktop.scheduling.drop import only, without
from jury_desktop.scheduling.facts import Fact, Kind, day_of, facts_of, message_of
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import most_that_fit

ROOM = frozenset({Kind.PLACED, Kind.LENGTH, Kind.BREAK, Kind.CHANGEOVER})
"""What room is about: how many pitches, how long the windows, and what lies between two pitches."""


def too_many(problem: Problem, left: Sequence[str], trials: Trials) -> list[Explanation]:
    """More pitches than the windows can hold; empty when there is room enough.

    :param left: those that got no place; of pitches of one length they are named first.
    """
    hopeful = [p for p in problem.pitches if any(problem.starts[p])]
    room = sum(most_that_fit(problem, w, hopeful) * problem.sessions[w].rooms for w in problem.windows)
    if len(hopeful) <= room:
        return []
    names = [problem.instance.pitches[p].id for p in hopeful]
    whole = Explanation("capacity", tuple(names), say("scheduling.too_many", pitches=len(names), room=room))
    facts = _room_facts(problem.instance, _shortest(problem, hopeful, left)[: room + 1], trials)
    return [whole] if facts is None else list(_told(problem.instance, facts, whole))


def _shortest(problem: Problem, hopeful: Sequence[int], left: Sequence[str]) -> list[str]:
    """The pitches by their length: if one more of the shortest than there is room for do not fit, none do."""
    pitches = [problem.instance.pitches[p] for p in hopeful]
    return [it.id for it in sorted(pitches, key=lambda it: (it.minutes, it.id not in left))]


def _room_facts(instance: PlanInstance, names: Sequence[str], trials: Trials) -> list[Fact] | None:
    """The facts for which these pitches do not fit, such that none is too many; None when time ran out."""
    crowd = only(instance, names)
    everything = facts_of(crowd)
    bare = without(crowd, [it for it in everything if it.kind not in ROOM])
    facts = [it for it in everything if it.kind in ROOM]
    if trials.possible(bare) is not False:
        return None
    needed = all(trials.possible(without(bare, [it])) for it in _one_of_each(bare, facts))
    found = facts if needed else smallest_clash(bare, facts, trials)
    return None if trials.spent else found


def _one_of_each(instance: PlanInstance, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, of pitches that are equally long one: here nothing else tells them apart."""
    minutes = {pitch.id: pitch.minutes for pitch in instance.pitches}
    seen: set[int] = set()
    for fact in facts:
        if fact.kind is not Kind.PLACED:
            yield fact
        elif minutes[fact.pitch] not in seen:
            seen.add(minutes[fact.pitch])
            yield fact


def _told(instance: PlanInstance, facts: Sequence[Fact], whole: Explanation) -> Iterator[Explanation]:
    names = tuple(fact.pitch for fact in facts if fact.kind is Kind.PLACED)
    windows = [fact.window for fact in facts if fact.kind is Kind.LENGTH]
    if len(names) == len(whole.who) and len(windows) == len(instance.windows):
        yield whole
    else:
        days = tuple(day_of(instance, window) for window in windows)
        text = say("scheduling.too_many_of", pitches=names, room=len(names) - 1, days=days)
        yield Explanation("capacity", names, text)
    for fact in facts:
        if fact.kind in (Kind.BREAK, Kind.CHANGEOVER):
            yield Explanation(fact.kind.value, fact.who, message_of(instance, fact))
