"""A first plan without search: pitches one by one, the most bound first, each at the best place still open.

The solver starts from it, and it is what a solve that is stopped at once still has to offer.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from jury_desktop.domain.pitch import Expertise, Level
from jury_desktop.scheduling.measure import overlap, seated
from jury_desktop.scheduling.problem import Placement, Problem, Spot

Row = tuple[int, int]
"""A room of a window."""


def first_plan(problem: Problem, enough: Callable[[], bool] = lambda: False) -> list[Placement] | None:
    """A plan by the hard rules, or None when a pitch that must stand found no place this way.

    :param enough: says when to stop; pitches that had no turn yet are left out.
    """
    draft = Draft(problem)
    for p in sorted(problem.pitches, key=lambda p: _urgency(problem, p)):
        options = [] if enough() else list(draft.options(p))
        if options:
            draft.put(p, min(options, key=lambda spot: draft.price(p, spot)))
        elif problem.instance.pitches[p].pinned or Level.LEFT_OUT not in problem.rules.levels:
            return None
    return seated(problem, draft.spots, draft.panels)


def _urgency(problem: Problem, p: int) -> tuple[bool, bool, int, int]:
    pitch = problem.instance.pitches[p]
    choice = sum(len(starts) for starts in problem.starts[p])
    return pitch.pinned is None, pitch.communicated is None, choice, p


class Draft:
    """A plan in the making, with who is busy when."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.spots: dict[int, Spot] = {}
        self.panels: dict[int, frozenset[int]] = {}
        self._rows: defaultdict[Row, list[tuple[int, int]]] = defaultdict(list)
        self._heard: defaultdict[int, int] = defaultdict(int)
        self._near = {w: [w] for w in problem.windows}
        for v, w in problem.crossing:
            self._near[v].append(w)
            self._near[w].append(v)
        self._partners: defaultdict[int, list[int]] = defaultdict(list)
        for p, q in problem.partners:
            self._partners[p].append(q)
            self._partners[q].append(p)
        self._inside: defaultdict[int, list[int]] = defaultdict(list)

    def put(self, p: int, spot: Spot) -> None:
        """Place a pitch; a panel for it is known to exist."""
        panel = self.panel(p, spot)
        assert panel is not None
        self.spots[p], self.panels[p] = spot, panel
        insort(self._rows[spot.window, spot.room], (spot.start, p))
        self._inside[spot.window].append(p)
        for j in panel:
            self._heard[j] += 1

    def options(self, p: int) -> Iterator[Spot]:
        """Of every room the earliest place that is open, and the announced one when it is."""
        told = self.problem.communicated[p]
        if told is not None and self._allowed(p, told) and self._open(p, told):
            yield told
        for w in self.problem.windows:
            rooms = self._rooms(p, w)
            unused = [room for room in rooms if not self._rows[w, room]]
            for room in rooms:
                if room not in unused[1:]:
                    yield from self._earliest(p, w, room)

    def _earliest(self, p: int, w: int, room: int) -> Iterator[Spot]:
        """The first open place of a room, if there is one; starts inside another pitch are passed over."""
        taken = self._rows[w, room]
        pause, length = self.problem.rules.changeover_minutes, self.problem.lengths[p]
        free_from = 0
        for start in self.problem.starts[p][w]:
            if start < free_from:
                continue
            ends = (
                begin + self.problem.lengths[q] + pause
                for begin, q in taken
                if begin < start + length + pause
            )
            free_from = max(ends, default=0)
            if start >= free_from and self._open(p, Spot(w, room, start)):
                yield Spot(w, room, start)
                return

    def _allowed(self, p: int, spot: Spot) -> bool:
        """Whether the pitch may stand there, the others left aside."""
        return spot.start in self.problem.starts[p][spot.window] and spot.room in self._rooms(p, spot.window)

    def _rooms(self, p: int, w: int) -> list[int]:
        pin = self.problem.pinned[p]
        rooms = range(self.problem.sessions[w].rooms)
        return [room for room in rooms if pin is None or pin.room == room]

    def price(self, p: int, spot: Spot) -> tuple[int, ...]:
        """What the place costs, the goals in their usual order."""
        problem, pitch = self.problem, self.problem.instance.pitches[p]
        told = problem.told[p]
        begin = problem.sessions[spot.window].offset + spot.start
        wish = problem.instance.windows[spot.window].id
        panel = problem.jurors_at(p, spot.window, spot.start)
        before = [q for begin, q in self._rows[spot.window, spot.room] if begin < spot.start]
        return (
            told is not None and spot != problem.communicated[p],
            0 if told is None else abs(begin - told),
            bool(pitch.preferred_windows) and wish not in pitch.preferred_windows,
            problem.needs_expert(p) and not problem.has_expert(p, panel),
            bool(before) and before[-1] not in problem.kin[p],
            spot.start,
            spot.window,
            spot.room,
        )

    def _open(self, p: int, spot: Spot) -> bool:
        return self._room_open(p, spot) and self._no_partner(p, spot) and self._enough(p, spot)

    def _enough(self, p: int, spot: Spot) -> bool:
        """Whether a panel can be made at that moment."""
        able = self.problem.jurors_at(p, spot.window, spot.start)
        return self.problem.panel_can(p, self._still_free(p, spot, able) if self.problem.contested else able)

    def _room_open(self, p: int, spot: Spot) -> bool:
        """Whether the room is free there, with changeovers and breaks as the rules want them."""
        rules, lengths = self.problem.rules, self.problem.lengths
        row = sorted([*self._rows[spot.window, spot.room], (spot.start, p)])
        gaps = [after - begin - lengths[q] for (begin, q), (after, _) in pairwise(row)]
        if any(gap < rules.changeover_minutes for gap in gaps):
            return False
        runs = range(len(gaps) - rules.break_after + 1 if rules.break_after else 0)
        return all(max(gaps[run : run + rules.break_after]) >= rules.break_minutes for run in runs)

    def _no_partner(self, p: int, spot: Spot) -> bool:
        """Whether no pitch of the same organisation runs at that moment."""
        return not any(
            q in self.spots and overlap(self.problem, p, spot, q, self.spots[q]) for q in self._partners[p]
        )

    def panel(self, p: int, spot: Spot) -> frozenset[int] | None:
        """A panel for the pitch: everyone who can, or where that needs a choice as few as will do."""
        able = self.problem.jurors_at(p, spot.window, spot.start)
        if self.problem.contested:
            able = self._smallest(p, self._still_free(p, spot, able))
        return able if self.problem.panel_can(p, able) else None

    def _still_free(self, p: int, spot: Spot, able: frozenset[int]) -> frozenset[int]:
        """Who of them sits nowhere else at that moment and stays within the limit of the day."""
        rivals = (q for w in self._near[spot.window] for q in self._inside[w])
        at_once = (self.panels[q] for q in rivals if overlap(self.problem, p, spot, q, self.spots[q]))
        free = able.difference(*at_once)
        if not self.problem.day_limits:
            return free
        return frozenset(j for j in free if self._within_day(j, p, spot.window))

    def _within_day(self, j: int, p: int, w: int) -> bool:
        limit = self.problem.limit(j, w)
        if limit is None:
            return True
        today = self.problem.days[self.problem.sessions[w].day]
        mine = (q for v in today for q in self._inside[v] if j in self.panels[q])
        return sum(self.problem.lengths[q] for q in mine) + self.problem.lengths[p] <= limit

    def _smallest(self, p: int, able: frozenset[int]) -> frozenset[int]:
        """A quorum: one who knows a challenge when there is one, then whoever has sat least."""
        knows = self.problem.experts[p]
        ranked = sorted(able, key=lambda j: (self._heard[j], j))
        first = [j for j in ranked if j in knows][:1]
        size = max(self.problem.rules.quorum, self.problem.rules.expertise == Expertise.HARD)
        return frozenset((first + [j for j in ranked if j not in first])[:size])
