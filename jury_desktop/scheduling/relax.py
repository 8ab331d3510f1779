"""What could be asked of people so that one more pitch fits; each proposal is tested before it is made.

Ignoring a conflict of interest is never proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import PlanInstance
from jury_desktop.scheduling.clash import Trials
from jury_desktop.scheduling.drop import longer, with_rules, without
from jury_desktop.scheduling.facts import Fact, Kind, facts_of, when

EXTENSIONS = (15, 30, 60)
"""By how many minutes a window may be proposed to be longer."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, in words and made."""

    text: Message
    changed: PlanInstance


def what_helps(
    instance: PlanInstance, pitches: Iterable[str], trials: Trials, held: Sequence[Fact] = ()
) -> tuple[Message, ...]:
    """The proposals with which every pitch of the instance gets a place, each found to do so.

    Of one kind of change only the smallest that helps is given.

    :param pitches: those that lack a place; proposals about other candidates are not made.
    :param held: facts about which nothing is proposed.
    """
    found: list[Message] = []
    for family in _families(instance, frozenset(pitches), held):
        for proposal in family:
            if trials.possible(proposal.changed):
                found.append(proposal.text)
                break
    return tuple(found)


def _families(
    instance: PlanInstance, pitches: frozenset[str], held: Sequence[Fact]
) -> Iterator[Iterator[Proposal]]:
    """Changes of one kind together, smaller before larger; what asks least of people first."""
    yield _shorter_break(instance)
    open_ = [it.id for it in instance.windows if Fact(Kind.LENGTH, window=it.id) not in held]
    for window in open_:
        yield _longer_window(instance, window)
    yield _smaller_quorum(instance)
    for fact in facts_of(instance):
        own = fact.kind in (Kind.CANDIDATE, Kind.PIN) and fact.pitch in pitches
        if fact in held:
            continue
        if own or fact.kind in (Kind.ABSENT, Kind.DAY_LIMIT, Kind.EXPERT):
            yield _dropped(instance, fact)
    for window in open_:
        yield _one_room_more(instance, window)


def _shorter_break(instance: PlanInstance) -> Iterator[Proposal]:
    rules = instance.rules
    if rules.break_after:
        for minutes in range(rules.break_minutes - 5, -1, -5):
            text = say("scheduling.help_break", minutes=minutes)
            yield Proposal(text, with_rules(instance, break_minutes=minutes))


def _longer_window(instance: PlanInstance, window: str) -> Iterator[Proposal]:
    for minutes in EXTENSIONS:
        text = say("scheduling.help_window", minutes=minutes, when=when(instance, window))
        yield Proposal(text, longer(instance, window, timedelta(minutes=minutes)))


def _smaller_quorum(instance: PlanInstance) -> Iterator[Proposal]:
    for quorum in range(min(instance.rules.quorum - 1, len(instance.jurors)), 0, -1):
        yield Proposal(say("scheduling.help_quorum", quorum=quorum), with_rules(instance, quorum=quorum))


def _dropped(instance: PlanInstance, fact: Fact) -> Iterator[Proposal]:
    values = {name: getattr(fact, name) for name in ("pitch", "juror") if getattr(fact, name)}
    if fact.window:
        values["when"] = when(instance, fact.window)
    text = say(f"scheduling.help_{fact.kind.value}", **values)
    yield Proposal(text, without(instance, [fact]))


def _one_room_more(instance: PlanInstance, window: str) -> Iterator[Proposal]:
    windows = tuple(replace(it, rooms=it.rooms + 1) if it.id == window else it for it in instance.windows)
    text = say("scheduling.help_room", when=when(instance, window))
    yield Proposal(text, replace(instance, windows=windows))
