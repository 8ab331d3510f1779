"""A planning instance in whole minutes and index numbers, with everything worked out that needs no search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from math import ceil
from zoneinfo import ZoneInfo

from jury_desktop.domain.availability import joined
from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import Expertise, PlanInstance, Slot
from jury_desktop.scheduling.hours import Span, after, inward, minutes_between, outward, spans

BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True, slots=True)
class Session:
    """A session window: ``offset`` is its start in minutes after the first window starts."""

    offset: int
    minutes: int
    rooms: int
    day: date


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place on the plan in index numbers; ``room`` from 0, ``start`` in minutes after the window starts."""

    window: int
    room: int
    start: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A pitch at its spot with the jurors who hear it."""

    pitch: int
    spot: Spot
    panel: frozenset[int]


class Problem:
    """An instance made ready for the solver.

    Pitches, windows and jurors are counted from 0 in the order of the instance. Nothing changes after
    construction; what is costly is worked out once, when first asked for.
    """

    def __init__(self, instance: PlanInstance) -> None:
        self.instance = instance
        self.rules = instance.rules
        self.grid = instance.grid_minutes
        self.pitches = range(len(instance.pitches))
        self.jurors = range(len(instance.jurors))
        self.windows = range(len(instance.windows))
        self.lengths = tuple(pitch.minutes for pitch in instance.pitches)
        self.sessions = _sessions(instance.windows)
        self.barred = _barred(instance)
        self.pinned = tuple(self._spot(pitch.pinned) for pitch in instance.pitches)
        self.communicated = tuple(self._spot(pitch.communicated) for pitch in instance.pitches)
        self._available: dict[tuple[int, int, int], frozenset[int]] = {}
        self._by_presence: dict[tuple[int, int], list[tuple[frozenset[int], list[int]]]] = {}

    def _spot(self, slot: Slot | None) -> Spot | None:
        """The slot in index numbers; None when there is none or its window is gone."""
        for index, window in enumerate(self.instance.windows):
            if slot is not None and window.id == slot.window:
                return Spot(index, slot.room - 1, minutes_between(window.start, slot.start))
        return None

    @cached_property
    def free(self) -> tuple[tuple[tuple[tuple[int, int], ...], ...], ...]:
        """Per juror and window the stretches of minutes, joined, in which the juror is available."""
        return tuple(
            tuple(inward(stretches, window) for window in self._open)
            for stretches in (spans(joined(juror.available)) for juror in self.instance.jurors)
        )

    @cached_property
    def starts(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Per pitch and window the starts that candidate, pin and jurors allow, looked at on its own."""
        return tuple(tuple(self._starts(p, w) for w in self.windows) for p in self.pitches)

    def _starts(self, p: int, w: int) -> tuple[int, ...]:
        pin = self.pinned[p]
        if self.instance.pitches[p].pinned is not None and (pin is None or pin.window != w):
            return ()
        found = []
        for there, starts in self._moments(w, self.lengths[p]):
            if self.panel_can(p, there - self.barred[p]):
                found += starts
        if pin is not None:
            found = [start for start in found if start == pin.start]
        if self._busy[p][w]:
            found = [start for start in found if self.candidate_can(p, w, start)]
        return tuple(sorted(found))

    def _moments(self, w: int, minutes: int) -> list[tuple[frozenset[int], list[int]]]:
        """The starts on the grid of a window for a pitch of this length, by who is there for all of it."""
        if (w, minutes) not in self._by_presence:
            found: dict[frozenset[int], list[int]] = {}
            for begin, end in pairwise(self._turns(w, minutes)):
                starts = range(ceil(begin / self.grid) * self.grid, end, self.grid)
                if starts:
                    found.setdefault(self.available(w, begin, minutes), []).extend(starts)
            self._by_presence[w, minutes] = list(found.items())
        return self._by_presence[w, minutes]

    def _turns(self, w: int, minutes: int) -> list[int]:
        """From which moments of a window on others are there for the whole of a pitch of this length."""
        over = self.sessions[w].minutes - minutes + 1
        turns = {turn for j in self.jurors for a, b in self.free[j][w] for turn in (a, b - minutes + 1)}
        return sorted({0, *(turn for turn in turns if 0 < turn < over), over}) if over > 0 else []

    def candidate_can(self, p: int, w: int, start: int) -> bool:
        """Whether the candidate is free for the whole pitch."""
        end = start + self.lengths[p]
        return all(end <= busy or free <= start for busy, free in self._busy[p][w])

    @cached_property
    def _busy(self) -> tuple[tuple[tuple[tuple[int, int], ...], ...], ...]:
        return tuple(
            tuple(outward(stretches, window) for window in self._open)
            for stretches in (spans(pitch.unavailable) for pitch in self.instance.pitches)
        )

    @cached_property
    def _open(self) -> list[Span]:
        """When each window begins and ends."""
        return [(window.start.timestamp(), window.end.timestamp()) for window in self.instance.windows]

    def panel_can(self, p: int, jurors: Iterable[int]) -> bool:
        """Whether these jurors are enough: the quorum, and an expert when the rules demand one."""
        panel = frozenset(jurors)
        if len(panel) < self.rules.quorum or self.quorum_too_large:
            return False
        return self.rules.expertise != Expertise.HARD or not self.needs_expert(p) or self.has_expert(p, panel)

    @property
    def quorum_too_large(self) -> bool:
        """Whether the quorum is more than the largest panel, so that no panel is ever right."""
        return self.rules.panel_max is not None and self.rules.panel_max < self.rules.quorum

    def jurors_at(self, p: int, w: int, start: int) -> frozenset[int]:
        """Who could hear the pitch there: available for the whole of it and without conflict."""
        return self.available(w, start, self.lengths[p]) - self.barred[p]

    def available(self, w: int, start: int, minutes: int) -> frozenset[int]:
        """Who is available for a stretch of a window."""
        key = (w, start, minutes)
        if key not in self._available:
            end = start + minutes
            self._available[key] = frozenset(
                j for j in self.jurors if any(a <= start and end <= b for a, b in self.free[j][w])
            )
        return self._available[key]

    def needs_expert(self, p: int) -> bool:
        """Whether somebody must know a challenge of the pitch: not when it names none."""
        return bool(self.instance.pitches[p].challenges)

    def has_expert(self, p: int, panel: Iterable[int]) -> bool:
        """Whether one of the panel knows one of the challenges of the pitch."""
        return not self.experts[p].isdisjoint(panel)

    @cached_property
    def experts(self) -> tuple[frozenset[int], ...]:
        """Per pitch the jurors who know one of its challenges."""
        return tuple(
            frozenset(
                j for j in self.jurors if set(self.instance.jurors[j].expertise) & set(pitch.challenges)
            )
            for pitch in self.instance.pitches
        )

    @cached_property
    def kin(self) -> tuple[frozenset[int], ...]:
        """Per pitch the others that share a challenge with it, so that the two may follow each other."""
        themes = [set(pitch.challenges) for pitch in self.instance.pitches]
        return tuple(
            frozenset(q for q in self.pitches if q != p and themes[p] & themes[q]) for p in self.pitches
        )

    @cached_property
    def partners(self) -> tuple[tuple[int, int], ...]:
        """Pairs of pitches that share an organisation."""
        owners = [set(pitch.organisations) for pitch in self.instance.pitches]
        return tuple((p, q) for q in self.pitches for p in range(q) if owners[p] & owners[q])

    @cached_property
    def day_limits(self) -> dict[tuple[int, date], int]:
        """Minutes a juror may sit on a day, only where the day is long enough for it to matter."""
        limits = {}
        for j, juror in enumerate(self.instance.jurors):
            if juror.max_minutes_per_day is not None:
                for day in self.days:
                    open_minutes = sum(b - a for w in self.days[day] for a, b in self.free[j][w])
                    if juror.max_minutes_per_day < open_minutes:
                        limits[j, day] = juror.max_minutes_per_day
        return limits

    @cached_property
    def days(self) -> dict[date, tuple[int, ...]]:
        """The windows of each day."""
        found: dict[date, tuple[int, ...]] = {}
        for w, session in enumerate(self.sessions):
            found[session.day] = (*found.get(session.day, ()), w)
        return found

    @cached_property
    def concurrent(self) -> bool:
        """Whether two pitches can be heard at the same moment."""
        return any(session.rooms > 1 for session in self.sessions) or bool(self.crossing)

    @cached_property
    def crossing(self) -> tuple[tuple[int, int], ...]:
        """Pairs of different windows that overlap in time."""
        spans = [(s.offset, s.offset + s.minutes) for s in self.sessions]
        return tuple(
            (v, w)
            for w in self.windows
            for v in range(w)
            if spans[v][0] < spans[w][1] and spans[w][0] < spans[v][1]
        )

    @cached_property
    def contested(self) -> bool:
        """Whether panels need a choice. When not, everyone who can sits, and the slot decides the panel."""
        return self.rules.panel_max is not None or self.concurrent or bool(self.day_limits)

    def chooses(self, j: int, w: int) -> bool:
        """Whether it is a choice which pitches of a window the juror hears; otherwise all that can be."""
        return self.rules.panel_max is not None or w in self.at_once or self.limit(j, w) is not None

    @cached_property
    def at_once(self) -> frozenset[int]:
        """The windows in which two pitches can be heard at the same moment, or beside which another runs."""
        several = {w for w in self.windows if self.sessions[w].rooms > 1}
        return frozenset(several.union(*self.crossing))

    @cached_property
    def chosen(self) -> frozenset[int]:
        """The windows in which some panel needs a choice."""
        return frozenset(w for w in self.windows if any(self.chooses(j, w) for j in self.jurors))

    def limit(self, j: int, w: int) -> int | None:
        """Minutes the juror may sit on the day of the window, None without a limit that matters."""
        return self.day_limits.get((j, self.sessions[w].day))

    @cached_property
    def told(self) -> tuple[int | None, ...]:
        """Per pitch the communicated start in minutes after the first window starts, if there is one."""
        if not self.instance.windows:
            return tuple(None for _ in self.pitches)
        first = min(range(len(self.sessions)), key=lambda w: self.sessions[w].offset)
        origin = self.instance.windows[first].start
        slots = (pitch.communicated for pitch in self.instance.pitches)
        return tuple(minutes_between(origin, slot.start) if slot else None for slot in slots)

    @cached_property
    def announced(self) -> tuple[int, ...]:
        """The pitches of which the candidates were told a place."""
        return tuple(p for p in self.pitches if self.instance.pitches[p].communicated is not None)

    def moment(self, w: int, start: int) -> datetime:
        """The moment ``start`` minutes into a window, in the time zone the window is written in."""
        return after(self.instance.windows[w].start, start)


def _sessions(windows: Sequence[SessionWindow]) -> tuple[Session, ...]:
    if not windows:
        return ()
    origin = min((window.start for window in windows), key=datetime.timestamp)
    return tuple(
        Session(
            offset=minutes_between(origin, window.start),
            minutes=minutes_between(window.start, window.end),
            rooms=window.rooms,
            day=window.start.astimezone(BRUSSELS).date(),
        )
        for window in windows
    )


def _barred(instance: PlanInstance) -> tuple[frozenset[int], ...]:
    """Per pitch the jurors with a conflict: declared, or of an organisation behind the pitch."""
    declared = set(instance.conflicts)
    return tuple(
        frozenset(
            j
            for j, juror in enumerate(instance.jurors)
            if (juror.id, pitch.id) in declared
            or (juror.organisation and juror.organisation in pitch.organisations)
        )
        for pitch in instance.pitches
    )
