"""Free places on the plan for a pitch that cannot be heard where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jury_desktop.domain.pitch import Interval, PitchPlan, Slot
from jury_desktop.services.plan_moves import plan_as_of_now
from jury_desktop.services.planning import PlanView

MOST = 8
"""So many places are offered; who wants another one drags the pitch on the page of the plan."""
SOONEST = timedelta(minutes=5)
"""A candidate gets at least so long to be there."""


@dataclass(frozen=True, slots=True)
class FreePlace:
    """A place that breaks no rule and moves nobody else, with the plan that gives it."""

    slot: Slot
    plan: PitchPlan


def loosened(view: PlanView, pitch: str) -> PlanView:
    """The plan with a pitch (by reference) free to go elsewhere, also where it was locked or has begun."""
    pitches = tuple(replace(it, pinned=None) if it.id == pitch else it for it in view.problem.pitches)
    return replace(view, problem=replace(view.problem, pitches=pitches))


def free_places(
    view: PlanView, pitch: str, now: datetime, cancelled: Callable[[], bool] | None = None
) -> tuple[FreePlace, ...]:
    """The first places that are still free for a pitch, in order of time; needs no dossier.

    :param view: as :func:`loosened` gives it.
    """
    from jury_desktop.scheduling.moves import try_move

    if view.plan is None or pitch not in {it.id for it in view.problem.pitches}:
        return ()
    plan = plan_as_of_now(view.problem, view.plan)
    found: list[FreePlace] = []
    for slot in _open_slots(view, pitch, now + SOONEST):
        if len(found) == MOST or (cancelled is not None and cancelled()):
            break
        move = try_move(view.problem, plan, pitch, slot)
        if move.legal and move.plan is not None and not move.also_moved:
            found.append(FreePlace(slot, move.plan))
    return tuple(found)


def _open_slots(view: PlanView, pitch: str, soonest: datetime) -> Iterator[Slot]:
    """Every slot on the grid that lies ahead and where no other pitch stands, in order of time."""
    assert view.plan is not None
    length = next(timedelta(minutes=it.minutes) for it in view.problem.pitches if it.id == pitch)
    grid = timedelta(minutes=view.problem.grid_minutes)
    taken = [it for it in view.plan.plan.assignments if it.pitch != pitch]
    mine = next((it.start for it in view.plan.plan.assignments if it.pitch == pitch), None)
    for window in view.problem.windows:
        start = window.start
        while start + length <= window.end:
            hour = Interval(start, start + length)
            for room in range(1, window.rooms + 1) if start >= soonest and start != mine else ():
                row = (it for it in taken if (it.window, it.room) == (window.id, room))
                if not any(hour.overlaps(Interval(it.start, it.end)) for it in row):
                    yield Slot(window.id, room, start)
            start += grid
