"""A part of a plan as a problem of its own: some rooms of some windows, all else left as it stands.

Who sits in the rest at that moment is busy, pitches of the same organisation there are in the way, and what
a juror sits there counts for the limit of the day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.availability import without_stretch
from jury_desktop.domain.pitch import Interval, Level, Pitch, PlanInstance, PlanJuror, Slot
from jury_desktop.scheduling.draft import Row
from jury_desktop.scheduling.measure import seated
from jury_desktop.scheduling.problem import Placement, Problem, Spot

NO_ROOM = 1_000_000
"""The number of a room that is not in the part."""


class Part:
    """The rows that are opened, the pitches in them, and those without a place that join.

    :param levels: what counts in the problem of the part, in order.
    """

    def __init__(
        self,
        problem: Problem,
        placed: Sequence[Placement],
        rows: Collection[Row],
        joining: Iterable[int],
        levels: Sequence[Level],
    ) -> None:
        self.whole = problem
        self.windows = sorted({w for w, _ in rows})
        self.inside = [it for it in placed if (it.spot.window, it.spot.room) in rows]
        self.outside = [it for it in placed if (it.spot.window, it.spot.room) not in rows]
        self.rooms = {w: self._opened(w, rows) for w in self.windows}
        self.pitches = sorted({*(it.pitch for it in self.inside), *joining})
        self._beside = [it for it in self.outside if it.spot.window in self._at_once()]
        self.problem = Problem(self._instance(levels))

    def _opened(self, w: int, rows: Collection[Row]) -> list[int]:
        """The opened rooms of a window, the fuller first, as the model wants rooms that are alike."""
        held = [it.spot.room for it in self.inside if it.spot.window == w]
        return sorted((room for v, room in rows if v == w), key=lambda room: (-held.count(room), room))

    def _at_once(self) -> set[int]:
        """The windows of the part and those that overlap with them."""
        crossing = self.whole.crossing
        beside = {v for a, b in crossing for v, w in ((a, b), (b, a)) if w in self.windows}
        return {*self.windows, *beside}

    def _instance(self, levels: Sequence[Level]) -> PlanInstance:
        whole = self.whole.instance
        names = {whole.pitches[p].id for p in self.pitches}
        return replace(
            whole,
            windows=tuple(replace(whole.windows[w], rooms=len(self.rooms[w])) for w in self.windows),
            pitches=tuple(self._pitch(p) for p in self.pitches),
            jurors=tuple(self._juror(j) for j in self.whole.jurors),
            conflicts=tuple(pair for pair in whole.conflicts if pair[1] in names),
            rules=replace(whole.rules, levels=tuple(levels)),
        )

    def _pitch(self, p: int) -> Pitch:
        pitch = self.whole.instance.pitches[p]
        owners = set(pitch.organisations)
        partners = (
            it for it in self._beside if owners & set(self.whole.instance.pitches[it.pitch].organisations)
        )
        return replace(
            pitch,
            unavailable=(*pitch.unavailable, *(self._interval(it) for it in partners)),
            pinned=self._slot(pitch.pinned),
            communicated=self._slot(pitch.communicated),
        )

    def _slot(self, slot: Slot | None) -> Slot | None:
        """The slot with its room counted among those opened."""
        for w in self.windows:
            if slot is not None and self.whole.instance.windows[w].id == slot.window:
                rooms = self.rooms[w]
                room = rooms.index(slot.room - 1) + 1 if slot.room - 1 in rooms else NO_ROOM
                return replace(slot, room=room)
        return slot

    def _interval(self, it: Placement) -> Interval:
        moments = (it.spot.start, it.spot.start + self.whole.lengths[it.pitch])
        return Interval(*(self.whole.moment(it.spot.window, moment) for moment in moments))

    def _juror(self, j: int) -> PlanJuror:
        juror = self.whole.instance.jurors[j]
        available: Iterable[Interval] = juror.available
        for it in self._beside:
            if j in it.panel:
                available = without_stretch(available, self._interval(it))
        return replace(juror, available=tuple(available), max_minutes_per_day=self._limit(j))

    def _limit(self, j: int) -> int | None:
        """What the limit leaves on the busiest of the days."""
        limit = self.whole.instance.jurors[j].max_minutes_per_day
        if limit is None:
            return None
        busy = dict.fromkeys((self.whole.sessions[w].day for w in self.windows), 0)
        for it in self.outside:
            day = self.whole.sessions[it.spot.window].day
            if j in it.panel and day in busy:
                busy[day] += self.whole.lengths[it.pitch]
        return max(0, limit - max(busy.values()))

    def start(self) -> list[Placement]:
        """What stands in the part, in its own numbers."""
        return [
            Placement(
                self.pitches.index(it.pitch),
                Spot(
                    self.windows.index(it.spot.window),
                    self.rooms[it.spot.window].index(it.spot.room),
                    it.spot.start,
                ),
                it.panel,
            )
            for it in self.inside
        ]

    def joined(self, placements: Iterable[Placement]) -> list[Placement]:
        """The whole plan with these placements of the part in it."""
        spots: dict[int, Spot] = {it.pitch: it.spot for it in self.outside}
        panels = {it.pitch: it.panel for it in self.outside}
        for it in placements:
            p, w = self.pitches[it.pitch], self.windows[it.spot.window]
            spots[p], panels[p] = Spot(w, self.rooms[w][it.spot.room], it.spot.start), it.panel
        return seated(self.whole, spots, panels)
