"""The pitch planner beside PyPI ``conference-scheduler``: ``python benchmarks/planning_peers.py [--runs N]``.

Both get the same hard rules, in turn, on invented instances: S as in Lier, M with windows that are exactly
full, and some like S with pitches of 30 to 50 minutes. The peer is a linear programme that PuLP hands to CBC.
Every plan of either goes through the verifier of the program. Prints medians by the clock and of the
processor with their ratio (above 1: ours is slower), how many plans are proven to be the best by the goals
asked (one of the peer when ours is proven and no better), and what all are worth by the goals of the program.

The peer is no part of the program: ``pip install -c constraints.txt ".[benchmark]"`` brings it.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jury_desktop.domain.pitch import Level, LevelResult, PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.solve import solve
from jury_desktop.scheduling.verify import verify
from jury_desktop.scheduling.verify_levels import recount

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))
from conference_peer import Layout, as_plan, peer_schedule

from tests.scheduling import families

T = TypeVar("T")

COUNTED = (Level.PREFERENCE_MISSED, Level.NO_EXPERT)
"""The goals that the peer can be told: they look at one pitch and its slot."""

AIMS: dict[str, tuple[Level, ...]] = {
    "hard rules": (),
    "and the goals the peer can count": COUNTED,
    "and every goal": tuple(Level),
}


SIZES: dict[str, Callable[[int], PlanInstance]] = {
    "S": partial(families.sized, "S"),
    "M": partial(families.sized, "M"),
    "30 to 50 minutes": partial(families.lier_size, "lengths"),
}

CASES = (
    *(("S", aim) for aim in AIMS),
    *(("M", aim) for aim in AIMS),
    ("30 to 50 minutes", "hard rules"),
)
"""What is measured: with pitches of several lengths, only whether fixed slots can do it at all."""


@dataclass(slots=True)
class Side:
    """What one of the two made of the instances of a size."""

    seconds: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    """Seconds of the processor, those of the child processes with them."""
    plans: int = 0
    """Instances with a plan for every pitch."""
    best: int = 0
    """Instances with a plan that is known to be the best there is, by the goals that are asked."""
    worth: Counter[Level] = field(default_factory=Counter)
    """The levels, added up over the instances that both have a plan for."""


def compare(
    instances: Sequence[PlanInstance], aim: tuple[Level, ...], runs: int, limit: float
) -> tuple[Side, Side]:
    """Plan every instance with both, in turn: ours and the peer."""
    ours, peer = Side(), Side()
    goals = [goal for goal in aim if goal in COUNTED]
    for whole in instances:
        instance = replace(whole, rules=replace(whole.rules, levels=aim))
        layout = Layout(instance)
        for _ in range(runs):
            mine = timed(ours, partial(solve, instance, time_limit=limit))
            chosen = timed(peer, partial(peer_schedule, layout, goals))
            theirs = as_plan(layout, chosen) if chosen is not None else None
            for plan in filter(None, (mine, theirs)):
                hold_to_the_rules(instance, plan)
        proven = mine.levels if mine.status == PlanStatus.OPTIMAL else None
        count(ours, instance, mine, proven)
        if theirs is not None:
            count(peer, instance, theirs, proven)
            ours.worth.update(recount(whole, mine.assignments))
            peer.worth.update(recount(whole, theirs.assignments))
    return ours, peer


def timed(side: Side, work: Callable[[], T]) -> T:
    """The result, with the seconds that it took kept."""
    began, worked = time.perf_counter(), processor()
    result = work()
    side.seconds.append(time.perf_counter() - began)
    side.worked.append(processor() - worked)
    return result


def processor() -> float:
    """Seconds of the processor so far, of this process and of those it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def hold_to_the_rules(instance: PlanInstance, plan: PitchPlan) -> None:
    """SystemExit when the verifier finds anything wrong with a plan."""
    if wrong := verify(instance, plan):
        raise SystemExit(f"a plan is not sound: {wrong}")


def count(
    side: Side, instance: PlanInstance, plan: PitchPlan, proven: tuple[LevelResult, ...] | None
) -> None:
    """Count whether every pitch has its place, and whether each goal has the value that is proven best."""
    side.plans += len(plan.assignments) == len(instance.pitches)
    values = [level.value for level in plan.levels]
    side.best += proven is not None and values == [level.value for level in proven]


def told(case: str, ours: Side, peer: Side, instances: int) -> str:
    """A line of the table of times."""
    plans = " | ".join(f"{it.plans} of {instances}, {it.best} best" for it in (ours, peer))
    clock, work = ((statistics.median(a), statistics.median(b)) for a, b in both(ours, peer))
    times = (f"{1000 * a:.1f} | {1000 * b:.1f} | {a / b:.2f}" for a, b in (clock, work))
    return f"| {case} | {plans} | {' | '.join(times)} |"


def both(ours: Side, peer: Side) -> tuple[tuple[list[float], list[float]], ...]:
    """Ours and theirs by the clock, then of the processor."""
    return (ours.seconds, peer.seconds), (ours.worked, peer.worked)


def main() -> None:
    """Prints the table of times, then that of the levels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--instances", type=int, default=8)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for a plan of ours")
    chosen = parser.parse_args()
    worth = []
    columns = ("what", "ours: plans", "peer: plans", "ours, ms", "peer, ms", "ratio", "ours, processor")
    columns += ("peer, processor", "ratio")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for size, aim in CASES:
        instances = [SIZES[size](seed) for seed in range(1, chosen.instances + 1)]
        compare(instances[:1], AIMS[aim], 1, chosen.limit)  # what is loaded at first use counts for neither
        ours, peer = compare(instances, AIMS[aim], chosen.runs, chosen.limit)
        print(told(f"{size}, {aim}", ours, peer, len(instances)), flush=True)
        worth += [(f"{size}, {aim}: {who}", side) for who, side in (("ours", ours), ("peer", peer))]
    print_worth(worth)


def print_worth(worth: Sequence[tuple[str, Side]]) -> None:
    """Prints the levels that are not 0 for everybody, added up over the instances that both planned."""
    levels = [level for level in Level if any(side.worth[level] for _, side in worth)]
    print(f"\n| plan | {' | '.join(levels)} |\n|{'---|' * (1 + len(levels))}")
    for name, side in worth:
        if side.worth:
            print(f"| {name} | {' | '.join(str(side.worth[level]) for level in levels)} |")


if __name__ == "__main__":
    main()
