"""Why a pitch cannot stand in a window, or not all pitches fit, read from the instance without search."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.pitch import Explanation
from jury_desktop.scheduling.facts import Kind, when
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import most_that_fit


def window_reason(problem: Problem, p: int, w: int) -> Explanation | None:
    """Why the pitch cannot stand anywhere in the window, whatever the others do; None when it can."""
    if problem.starts[p][w]:
        return None
    checks = (_pinned_elsewhere, _too_long, _candidate_away, _no_quorum, _no_expert)
    return next(found for check in checks if (found := check(problem, p, w)) is not None)


def _explanation(
    problem: Problem, p: int, w: int, kind: Kind, more: str = "", **values: Value
) -> Explanation:
    """A reason that is about this pitch in this window."""
    pitch = problem.instance.pitches[p].id
    return _about_jury(problem, p, kind, more, pitch=pitch, when=_when(problem, w), **values)


def _about_jury(problem: Problem, p: int, kind: Kind, more: str, **values: Value) -> Explanation:
    """A reason in the same words for every pitch it concerns, so that it is told once about all of them."""
    pitch = problem.instance.pitches[p].id
    return Explanation(kind.value, (pitch,), say(f"scheduling.no_{kind.value}{more}", **values))


def _when(problem: Problem, w: int) -> date:
    return when(problem.instance, problem.instance.windows[w].id)


def _pinned_elsewhere(problem: Problem, p: int, w: int) -> Explanation | None:
    slot, spot = problem.instance.pitches[p].pinned, problem.pinned[p]
    if slot is None or (spot is not None and spot.window == w and _pin_fits(problem, p, spot.start)):
        return None
    here = "_wrong" if spot is not None and spot.window == w else ""
    return _explanation(problem, p, w, Kind.PIN, here, start=slot.start)


def _pin_fits(problem: Problem, p: int, start: int) -> bool:
    spot = problem.pinned[p]
    assert spot is not None
    last = problem.sessions[spot.window].minutes - problem.lengths[p]
    in_room = 0 <= spot.room < problem.sessions[spot.window].rooms
    return in_room and 0 <= start <= last and start % problem.grid == 0


def _slots(problem: Problem, p: int, w: int) -> list[int]:
    """The starts in a window that the pin leaves."""
    pin = problem.pinned[p]
    last = problem.sessions[w].minutes - problem.lengths[p]
    return [s for s in range(0, last + 1, problem.grid) if pin is None or pin.start == s]


def _too_long(problem: Problem, p: int, w: int) -> Explanation | None:
    if _slots(problem, p, w):
        return None
    width = problem.sessions[w].minutes
    return _explanation(problem, p, w, Kind.LENGTH, minutes=problem.lengths[p], width=width)


def _candidate_away(problem: Problem, p: int, w: int) -> Explanation | None:
    if any(problem.candidate_can(p, w, start) for start in _slots(problem, p, w)):
        return None
    return _explanation(problem, p, w, Kind.CANDIDATE)


def _no_quorum(problem: Problem, p: int, w: int) -> Explanation | None:
    needed, jury = problem.rules.quorum, len(problem.instance.jurors)
    if problem.quorum_too_large:
        largest = problem.rules.panel_max or 0
        return _about_jury(problem, p, Kind.QUORUM, "_max", needed=needed, largest=largest)
    if jury < needed:
        return _about_jury(problem, p, Kind.QUORUM, "_ever", found=jury, needed=needed)
    starts = [start for start in _slots(problem, p, w) if problem.candidate_can(p, w, start)]
    best = max((problem.jurors_at(p, w, start) for start in starts), key=len)
    return None if len(best) >= needed else _too_few(problem, p, w, best)


def _too_few(problem: Problem, p: int, w: int, best: Collection[int]) -> Explanation:
    """Who is missing at the moment at which most jurors can sit."""
    barred = sorted(j for j in problem.barred[p] if problem.free[j][w])
    absent = [j for j in problem.jurors if j not in best and j not in barred]
    names = [juror.id for juror in problem.instance.jurors]
    found = {"found": len(best), "needed": problem.rules.quorum}
    away = tuple(names[j] for j in absent)
    if not barred:
        return _about_jury(problem, p, Kind.QUORUM, "_absent", when=_when(problem, w), absent=away, **found)
    kept_apart = tuple(names[j] for j in barred)
    more = "_barred_absent" if absent else "_barred"
    return _explanation(problem, p, w, Kind.QUORUM, more, barred=kept_apart, absent=away, **found)


def _no_expert(problem: Problem, p: int, w: int) -> Explanation | None:
    return _explanation(problem, p, w, Kind.EXPERT)


def everywhere(problem: Problem, p: int) -> list[Explanation]:
    """The reasons of all windows when the pitch can stand in none of them; empty when it can in some.

    Of a pinned pitch the reason of the window it is pinned in.
    """
    pin = problem.pinned[p]
    found = [window_reason(problem, p, w) for w in problem.windows if pin is None or pin.window == w]
    reasons = [it for it in found if it is not None]
    if len(reasons) < len(found):
        return []
    return list(dict.fromkeys(reasons)) or [
        Explanation(
            Kind.LENGTH.value,
            (problem.instance.pitches[p].id,),
            say("scheduling.no_windows", pitch=problem.instance.pitches[p].id),
        )
    ]


def too_many(problem: Problem) -> Explanation | None:
    """More pitches than the windows can hold, whoever could come when; None when there is room enough."""
    hopeful = [p for p in problem.pitches if any(problem.starts[p])]
    room = sum(most_that_fit(problem, w, hopeful) * problem.sessions[w].rooms for w in problem.windows)
    if len(hopeful) <= room:
        return None
    names = tuple(problem.instance.pitches[p].id for p in hopeful)
    text = say("scheduling.too_many", pitches=len(hopeful), room=room)
    return Explanation("capacity", names, text)
