"""What could be asked of people so that one more pitch fits; each proposal is tested before it is made.

Ignoring a conflict of interest is never proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.pitch import PlanInstance
from jury_desktop.scheduling.clash import Trials
from jury_desktop.scheduling.drop import longer, span_of, who_stay, with_rules, without
from jury_desktop.scheduling.facts import Fact, Kind, facts_of, when
from jury_desktop.scheduling.problem import Problem

EXTENSIONS = (15, 30, 60)
"""By how many minutes a window may be proposed to be longer."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, in words and made."""

    text: Message
    changed: PlanInstance


def what_helps(
    instance: PlanInstance,
    pitches: Iterable[str],
    trials: Trials,
    held: Sequence[Fact] = (),
    clash: Sequence[Fact] | None = None,
) -> tuple[Message, ...]:
    """The proposals with which every pitch of the instance gets a place, each found to do so as it is worded.

    Of one kind of change only the smallest that helps is given.

    :param pitches: those that lack a place; proposals about other candidates are not made.
    :param held: facts about which nothing is proposed.
    :param clash: facts that cannot hold together: what changes none of them does not help, and is not tried.
    """
    found: list[Message] = []
    if trials.spent:
        return ()
    for family in _families(instance, frozenset(pitches), held, clash):
        for proposal in family:
            if trials.spent:
                return tuple(found)
            if trials.possible(proposal.changed):
                found.append(proposal.text)
                break
    return tuple(found)


def _families(
    instance: PlanInstance, pitches: frozenset[str], held: Sequence[Fact], clash: Sequence[Fact] | None
) -> Iterator[Iterator[Proposal]]:
    """Changes of one kind together, smaller before larger; what asks least of people first."""

    def matters(fact: Fact) -> bool:
        return fact not in held and (clash is None or fact in clash)

    facts = [fact for fact in facts_of(instance) if matters(fact)]
    for fact in facts:
        if fact.kind is Kind.PIN and (clash is not None or fact.pitch in pitches):
            yield _dropped(instance, fact)
    if matters(Fact(Kind.BREAK)):
        yield _shorter_break(instance)
    for window in instance.windows:
        if matters(Fact(Kind.LENGTH, window=window.id)):
            yield _longer_window(instance, window.id)
    if matters(Fact(Kind.QUORUM)):
        yield _smaller_quorum(instance)
    for fact in facts:
        own = fact.kind is Kind.CANDIDATE and fact.pitch in pitches
        if own or fact.kind in (Kind.ABSENT, Kind.DAY_LIMIT, Kind.EXPERT):
            yield _dropped(instance, fact)
    for window in instance.windows:
        yield _one_room_more(instance, window.id)


def _shorter_break(instance: PlanInstance) -> Iterator[Proposal]:
    rules = instance.rules
    if rules.break_after:
        for minutes in range(rules.break_minutes - 5, -1, -5):
            text = say("scheduling.help_break", minutes=minutes)
            yield Proposal(text, with_rules(instance, break_minutes=minutes))


def _longer_window(instance: PlanInstance, window: str) -> Iterator[Proposal]:
    """First with everybody's hours as they are, then with those who stay to the end staying longer too."""
    starts = Problem(instance).starts
    for minutes in EXTENSIONS:
        extra = timedelta(minutes=minutes)
        values: dict[str, Value] = {"minutes": minutes, "when": when(instance, window)}
        plain = longer(instance, window, extra, stay=())
        if Problem(plain).starts != starts:
            yield Proposal(say("scheduling.help_window", **values), plain)
        stay = who_stay(instance, window, extra)
        changed = longer(instance, window, extra, stay)
        if stay and Problem(changed).starts != starts:
            until = span_of(changed, window).end
            yield Proposal(say("scheduling.help_window_jurors", jurors=stay, until=until, **values), changed)


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
