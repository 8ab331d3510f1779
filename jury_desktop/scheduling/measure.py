"""What a set of placements is worth: the value of every level, and panels completed from the slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.problem import Placement, Problem, Spot

DAY_COST = 60
"""Minutes of burden that one more day of coming over counts for, besides waiting and uneven load."""


def measure(
    problem: Problem, placements: Sequence[Placement], levels: Iterable[Level] = Level
) -> dict[Level, int]:
    """The value of each of these levels; of every level, also of those the rules have switched off."""
    meters: dict[Level, Callable[[Problem, Sequence[Placement]], int]] = {
        Level.LEFT_OUT: lambda problem, placed: len(problem.pitches) - len(placed),
        Level.TOLD_LEFT_OUT: _told_left_out,
        Level.MOVED: _moved,
        Level.MOVED_MINUTES: _moved_minutes,
        Level.PREFERENCE_MISSED: _preference_missed,
        Level.NO_EXPERT: _no_expert,
        Level.NO_COMMON_JURORS: _no_common_jurors,
        Level.CHALLENGE_CHANGES: _challenge_changes,
        Level.JUROR_BURDEN: _juror_burden,
        Level.IDLE_ROOM: _idle_room,
    }
    return {level: meters[level](problem, placements) for level in levels}


def _told_left_out(problem: Problem, placed: Sequence[Placement]) -> int:
    return len(set(problem.announced).difference(it.pitch for it in placed))


def _moved(problem: Problem, placed: Sequence[Placement]) -> int:
    spots = {it.pitch: it.spot for it in placed}
    told = problem.announced
    return sum(problem.communicated[p] is None or spots.get(p) != problem.communicated[p] for p in told)


def _moved_minutes(problem: Problem, placed: Sequence[Placement]) -> int:
    total = 0
    for it in placed:
        told = problem.told[it.pitch]
        if told is not None:
            total += abs(problem.sessions[it.spot.window].offset + it.spot.start - told)
    return total


def _preference_missed(problem: Problem, placed: Sequence[Placement]) -> int:
    windows, pitches = problem.instance.windows, problem.instance.pitches
    wishes = ((pitches[it.pitch].preferred_windows, windows[it.spot.window].id) for it in placed)
    return sum(bool(wished) and window not in wished for wished, window in wishes)


def _no_expert(problem: Problem, placed: Sequence[Placement]) -> int:
    if problem.rules.expertise == Expertise.OFF:
        return 0
    return sum(problem.needs_expert(it.pitch) and not problem.has_expert(it.pitch, it.panel) for it in placed)


def _no_common_jurors(problem: Problem, placed: Sequence[Placement]) -> int:
    attending: defaultdict[int, set[int]] = defaultdict(set)
    for it in placed:
        attending[it.spot.window] |= it.panel
    common = set(problem.jurors).intersection(*attending.values())
    return 0 if len(common) >= problem.rules.common_jurors else len(attending)


def rows(placed: Iterable[Placement]) -> list[list[Placement]]:
    """The placements of each used room of each window, in order of time."""
    found: defaultdict[tuple[int, int], list[Placement]] = defaultdict(list)
    for it in sorted(placed, key=lambda it: it.spot):
        found[it.spot.window, it.spot.room].append(it)
    return list(found.values())


def _challenge_changes(problem: Problem, placed: Sequence[Placement]) -> int:
    return sum(b.pitch not in problem.kin[a.pitch] for row in rows(placed) for a, b in pairwise(row))


def _juror_burden(problem: Problem, placed: Sequence[Placement]) -> int:
    loads, days, waiting = [], 0, 0
    for j in problem.jurors:
        mine = [it for it in placed if j in it.panel]
        loads.append(sum(problem.lengths[it.pitch] for it in mine))
        days += len({problem.sessions[it.spot.window].day for it in mine})
        waiting += sum(_waits(problem, [it for it in mine if it.spot.window == w]) for w in problem.windows)
    return DAY_COST * days + waiting + max(loads, default=0) - min(loads, default=0)


def _waits(problem: Problem, sat: Sequence[Placement]) -> int:
    """Minutes between first and last pitch of a window without a seat."""
    if not sat:
        return 0
    ends = [it.spot.start + problem.lengths[it.pitch] for it in sat]
    return max(ends) - min(it.spot.start for it in sat) - sum(problem.lengths[it.pitch] for it in sat)


def _idle_room(problem: Problem, placed: Sequence[Placement]) -> int:
    return sum(row[-1].spot.start - sum(problem.lengths[it.pitch] for it in row[:-1]) for row in rows(placed))


def seated(
    problem: Problem, spots: Mapping[int, Spot], panels: Mapping[int, frozenset[int]]
) -> list[Placement]:
    """Placements with their panels; without a largest panel everybody who still can sit is added."""
    if not problem.contested:
        return [
            Placement(p, spot, problem.jurors_at(p, spot.window, spot.start)) for p, spot in spots.items()
        ]
    chosen = {p: set(panels[p]) for p in spots}
    if problem.rules.panel_max is None:
        _fill(problem, spots, chosen)
    return [Placement(p, spot, frozenset(chosen[p])) for p, spot in spots.items()]


def _fill(problem: Problem, spots: Mapping[int, Spot], panels: Mapping[int, set[int]]) -> None:
    """Add everybody who sits nowhere else at that moment and stays within the limit of the day."""
    hears: defaultdict[int, list[int]] = defaultdict(list)
    for p, panel in panels.items():
        for j in panel:
            hears[j].append(p)
    for p in sorted(spots):
        for j in sorted(problem.jurors_at(p, spots[p].window, spots[p].start) - panels[p]):
            if _can_join(problem, spots, hears[j], p, j):
                panels[p].add(j)
                hears[j].append(p)


def _can_join(problem: Problem, spots: Mapping[int, Spot], hears: Sequence[int], p: int, j: int) -> bool:
    if any(overlap(problem, p, spots[p], q, spots[q]) for q in hears):
        return False
    limit = problem.limit(j, spots[p].window)
    day = problem.sessions[spots[p].window].day
    load = sum(problem.lengths[q] for q in hears if problem.sessions[spots[q].window].day == day)
    return limit is None or load + problem.lengths[p] <= limit


def overlap(problem: Problem, p: int, spot: Spot, q: int, other: Spot) -> bool:
    """Whether two pitches at these spots share any time."""
    begin = problem.sessions[spot.window].offset + spot.start
    other_begin = problem.sessions[other.window].offset + other.start
    return begin < other_begin + problem.lengths[q] and other_begin < begin + problem.lengths[p]
