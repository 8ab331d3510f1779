"""The planning problem as PyPI ``conference-scheduler`` can take it: fixed slots, and who cannot be in which.

The peer knows no grid, breaks, windows or panels. It chooses one slot for each event from slots that were cut
beforehand. So the densest layout that keeps the breaks is cut for it, and it is told which pitch cannot stand
in which slot: where the candidate or the quorum is away, or who could hear it has a conflict. With one room
that is all the hard rules ask, provided that everybody sits who can.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from jury_desktop.domain.pitch import Level, LevelResult, PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.problem import Placement, Problem, Spot
from jury_desktop.scheduling.solve import assignments
from jury_desktop.scheduling.verify_levels import recount

try:
    import pulp
    from conference_scheduler import scheduler
    from conference_scheduler.resources import Event, Slot
except ImportError as error:
    raise SystemExit(
        'The peer is not installed. From the project: pip install -c constraints.txt ".[benchmark]"'
    ) from error


class Layout:
    """An instance cut into slots, made before the clock runs. Only for one room and no limits on panels."""

    def __init__(self, instance: PlanInstance) -> None:
        self.problem = Problem(instance)
        if self.problem.contested:
            raise ValueError("the peer cannot choose panels")
        self.spots = [Spot(w, 0, start) for w in self.problem.windows for start in self._cut(w)]
        self.slots = [
            Slot("1", self.problem.moment(spot.window, spot.start), self._length, 0, str(spot.window))
            for spot in self.spots
        ]
        self.closed = [
            [slot for spot, slot in self._places() if spot.start not in self.problem.starts[p][spot.window]]
            for p in self.problem.pitches
        ]

    @property
    def _length(self) -> int:
        return max(self.problem.lengths)

    def _places(self) -> list[tuple[Spot, Slot]]:
        return list(zip(self.spots, self.slots, strict=True))

    def _cut(self, w: int) -> list[int]:
        """Starts of the slots of a window, as many as fit, each long enough for the longest pitch."""
        rules, grid, starts, start = self.problem.rules, self.problem.grid, list[int](), 0
        while start + self._length <= self.problem.sessions[w].minutes:
            starts.append(start)
            pause = rules.changeover_minutes
            if rules.break_after and len(starts) % rules.break_after == 0:
                pause = max(pause, rules.break_minutes)
            start += grid * ceil((self._length + pause) / grid)
        return starts

    def jurors(self, p: int, spot: Spot) -> frozenset[int]:
        """Everybody who can hear a pitch at a spot."""
        return self.problem.jurors_at(p, spot.window, spot.start)

    def price(self, p: int, spot: Spot, goals: Sequence[Level]) -> int:
        """What a pitch at a spot costs for the goals in their order; they look at one pitch and its slot."""
        problem, pitch = self.problem, self.problem.instance.pitches[p]
        missed = {
            Level.PREFERENCE_MISSED: bool(pitch.preferred_windows)
            and problem.instance.windows[spot.window].id not in pitch.preferred_windows,
            Level.NO_EXPERT: problem.needs_expert(p) and not problem.has_expert(p, self.jurors(p, spot)),
        }
        weight = len(problem.pitches) + 1
        return sum(missed[goal] * weight**rank for rank, goal in enumerate(reversed(goals)))


def peer_schedule(layout: Layout, goals: Sequence[Level] = ()) -> list[tuple[int, int]] | None:
    """Pitch and slot by their numbers, as the peer plans them; None when it finds no plan for all pitches."""
    pitches = layout.problem.instance.pitches
    events = [
        Event(pitch.id, pitch.minutes, 0, unavailability=list(closed))
        for pitch, closed in zip(pitches, layout.closed, strict=True)
    ]

    def total_price(X: dict[tuple[int, int], pulp.LpVariable], **_: object) -> pulp.LpAffineExpression:  # noqa: N803
        prices = {(p, s): layout.price(p, layout.spots[s], goals) for p, s in X}
        return pulp.lpSum(price * X[key] for key, price in prices.items() if price)

    solver = pulp.PULP_CBC_CMD(msg=False)
    try:
        return list(scheduler.solution(events, layout.slots, total_price if goals else None, solver))
    except ValueError:  # how the peer tells that there is no solution
        return None


def as_plan(layout: Layout, schedule: Sequence[tuple[int, int]]) -> PitchPlan:
    """The peer's choice as a plan that the verifier can read; nothing in it counts as proven."""
    instance = layout.problem.instance
    placements = [Placement(p, layout.spots[s], layout.jurors(p, layout.spots[s])) for p, s in schedule]
    made = assignments(layout.problem, placements)
    values = recount(instance, made)
    levels = tuple(LevelResult(level, values[level], 0) for level in instance.rules.levels)
    best = all(level.value == 0 for level in levels)
    status = PlanStatus.OPTIMAL if best else PlanStatus.FEASIBLE
    return PitchPlan(status, levels, made, (), (), seconds=0.0, seed=0)
