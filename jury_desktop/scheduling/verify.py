"""Re-checks a plan against its instance: every hard rule, every level, with no solver and no shared code.

Works on dates and names only, so that a mistake in the model cannot repeat itself here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import (
    Assignment,
    Expertise,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanStatus,
)
from jury_desktop.scheduling.verify_levels import recount

BRUSSELS = ZoneInfo("Europe/Brussels")


def verify(instance: PlanInstance, plan: PitchPlan) -> tuple[Message, ...]:
    """Everything that is wrong with the plan; empty when it is sound.

    A plan that is INFEASIBLE or UNKNOWN promises nothing and has to be empty.
    """
    if plan.status in (PlanStatus.INFEASIBLE, PlanStatus.UNKNOWN):
        empty = not plan.assignments and not plan.levels
        return () if empty else (say("scheduling.broken_status", status=plan.status.value),)
    unknown = tuple(_names(instance, plan))
    if unknown:
        return unknown
    hard = broken_rules(instance, plan.assignments)
    return (*hard, *_left_out(instance, plan), *_levels(instance, plan))


def broken_rules(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> tuple[Message, ...]:
    """The hard rules that these assignments, of known names, break."""
    return tuple(_Check(instance, assignments).problems())


def _names(instance: PlanInstance, plan: PitchPlan) -> Iterator[Message]:
    """Every pitch, window and juror of the plan exists, and no pitch or panel member is named twice."""
    pitches = {pitch.id for pitch in instance.pitches}
    windows = {window.id for window in instance.windows}
    jurors = {juror.id for juror in instance.jurors}
    for it in plan.assignments:
        for name, known in ((it.pitch, pitches), (it.window, windows), *((j, jurors) for j in it.jurors)):
            if name not in known:
                yield say("scheduling.broken_unknown", name=name)
        if len(set(it.jurors)) < len(it.jurors):
            yield say("scheduling.broken_seated_twice", pitch=it.pitch)
    placed = [it.pitch for it in plan.assignments]
    for name in sorted({name for name in placed if placed.count(name) > 1}):
        yield say("scheduling.broken_placed_twice", pitch=name)


def _left_out(instance: PlanInstance, plan: PitchPlan) -> Iterator[Message]:
    """Each pitch is either placed or named as left out."""
    placed = {it.pitch for it in plan.assignments}
    named = {it.pitch for it in plan.left_out}
    for pitch in instance.pitches:
        if (pitch.id in placed) == (pitch.id in named):
            yield say("scheduling.broken_left_out", pitch=pitch.id)


def _levels(instance: PlanInstance, plan: PitchPlan) -> Iterator[Message]:
    """The levels are those of the rules with the values they have, and OPTIMAL only when all are proven."""
    if tuple(level.name for level in plan.levels) != instance.rules.levels:
        yield say("scheduling.broken_level_names")
    values = recount(instance, plan.assignments)
    for level in plan.levels:
        if level.value != values[level.name]:
            yield say(
                "scheduling.broken_level", level=level.name.value, said=level.value, found=values[level.name]
            )
        if level.bound > level.value:
            yield say("scheduling.broken_bound", level=level.name.value, said=level.bound, found=level.value)
    if (plan.status == PlanStatus.OPTIMAL) != all(level.value == level.bound for level in plan.levels):
        yield say("scheduling.broken_status", status=plan.status.value)


class _Check:
    """The hard rules, one method each."""

    def __init__(self, instance: PlanInstance, assignments: tuple[Assignment, ...]) -> None:
        self.rules = instance.rules
        self.grid = timedelta(minutes=instance.grid_minutes)
        self.windows = {window.id: window for window in instance.windows}
        self.pitches = {pitch.id: pitch for pitch in instance.pitches}
        self.jurors = {juror.id: juror for juror in instance.jurors}
        self.conflicts = set(instance.conflicts)
        self.placed = assignments
        self.by_juror = {juror: [it for it in assignments if juror in it.jurors] for juror in self.jurors}

    def problems(self) -> Iterator[Message]:
        for it in self.placed:
            yield from self.inside_window(it)
            yield from self.candidate(it)
            yield from self.panel(it)
            for juror in it.jurors:
                yield from self.seat(it, self.jurors[juror])
            yield from self.everyone_who_can(it)
        yield from self.rooms()
        yield from self.organisations()
        yield from self.one_room_at_a_time()
        yield from self.days()
        yield from self.pins()

    def inside_window(self, it: Assignment) -> Iterator[Message]:
        window = self.windows[it.window]
        if utc(it.start) < utc(window.start) or utc(it.end) > utc(window.end):
            yield say("scheduling.broken_window", pitch=it.pitch, window=it.window)
        if (utc(it.start) - utc(window.start)) % self.grid:
            yield say("scheduling.broken_grid", pitch=it.pitch, start=it.start)
        if utc(it.end) - utc(it.start) != timedelta(minutes=self.pitches[it.pitch].minutes):
            yield say("scheduling.broken_length", pitch=it.pitch)
        if not 1 <= it.room <= window.rooms:
            yield say("scheduling.broken_room", pitch=it.pitch, room=it.room)

    def candidate(self, it: Assignment) -> Iterator[Message]:
        for gap in self.pitches[it.pitch].unavailable:
            if utc(gap.start) < utc(it.end) and utc(it.start) < utc(gap.end):
                yield say("scheduling.broken_candidate", pitch=it.pitch, start=it.start)

    def panel(self, it: Assignment) -> Iterator[Message]:
        if len(it.jurors) < self.rules.quorum:
            yield say(
                "scheduling.broken_quorum", pitch=it.pitch, found=len(it.jurors), needed=self.rules.quorum
            )
        if self.rules.panel_max is not None and len(it.jurors) > self.rules.panel_max:
            yield say("scheduling.broken_panel_max", pitch=it.pitch, found=len(it.jurors))
        if self.rules.expertise == Expertise.HARD:
            wanted = set(self.pitches[it.pitch].challenges)
            if wanted and not any(wanted & set(self.jurors[j].expertise) for j in it.jurors):
                yield say("scheduling.broken_expert", pitch=it.pitch)

    def seat(self, it: Assignment, juror: PlanJuror) -> Iterator[Message]:
        if not is_available(juror, it):
            yield say("scheduling.broken_absent", juror=juror.id, pitch=it.pitch)
        if self.in_conflict(juror, it):
            yield say("scheduling.broken_conflict", juror=juror.id, pitch=it.pitch)

    def in_conflict(self, juror: PlanJuror, it: Assignment) -> bool:
        own = juror.organisation != "" and juror.organisation in self.pitches[it.pitch].organisations
        return own or (juror.id, it.pitch) in self.conflicts

    def everyone_who_can(self, it: Assignment) -> Iterator[Message]:
        """Without a largest panel nobody who could sit is kept out."""
        if self.rules.panel_max is not None:
            return
        for juror in self.jurors.values():
            if juror.id in it.jurors or not is_available(juror, it) or self.in_conflict(juror, it):
                continue
            mine = self.by_juror[juror.id]
            if any(at_once(it, other) for other in mine):
                continue
            limit = juror.max_minutes_per_day
            busy = sum(minutes(other) for other in mine if self.day(other) == self.day(it))
            if limit is None or busy + minutes(it) <= limit:
                yield say("scheduling.broken_kept_out", juror=juror.id, pitch=it.pitch)

    def day(self, it: Assignment) -> date:
        """The calendar day in Brussels on which the window of an assignment begins."""
        return self.windows[it.window].start.astimezone(BRUSSELS).date()

    def rooms(self) -> Iterator[Message]:
        """One pitch at a time, the changeover between, a break often enough."""
        for row in rows(self.placed):
            gaps = []
            for before, after in pairwise(row):
                gap = utc(after.start) - utc(before.end)
                gaps.append(gap >= timedelta(minutes=self.rules.break_minutes))
                if gap < timedelta(0):
                    yield say("scheduling.broken_overlap", pitch=before.pitch, other=after.pitch)
                elif gap < timedelta(minutes=self.rules.changeover_minutes):
                    yield say("scheduling.broken_changeover", pitch=before.pitch, other=after.pitch)
            for index in range(len(gaps) - self.rules.break_after + 1 if self.rules.break_after else 0):
                if not any(gaps[index : index + self.rules.break_after]):
                    yield say("scheduling.broken_break", pitch=row[index + self.rules.break_after].pitch)

    def organisations(self) -> Iterator[Message]:
        owners = {it.pitch: set(self.pitches[it.pitch].organisations) for it in self.placed}
        for one, other in combinations(self.placed, 2):
            if owners[one.pitch] & owners[other.pitch] and at_once(one, other):
                yield say("scheduling.broken_organisation", pitch=one.pitch, other=other.pitch)

    def one_room_at_a_time(self) -> Iterator[Message]:
        """Whoever sits twice at once does so in two pitches that follow each other in time."""
        for juror, mine in self.by_juror.items():
            in_time = sorted(mine, key=lambda it: utc(it.start))
            for one, other in pairwise(in_time):
                if at_once(one, other):
                    both = {"pitch": one.pitch, "other": other.pitch}
                    yield say("scheduling.broken_juror_twice", juror=juror, **both)

    def days(self) -> Iterator[Message]:
        for juror, mine in self.by_juror.items():
            limit = self.jurors[juror].max_minutes_per_day
            for day in sorted({self.day(it) for it in mine}):
                busy = sum(minutes(it) for it in mine if self.day(it) == day)
                if limit is not None and busy > limit:
                    yield say("scheduling.broken_day", juror=juror, day=day, found=busy, limit=limit)

    def pins(self) -> Iterator[Message]:
        found = {it.pitch: (it.window, it.room, utc(it.start)) for it in self.placed}
        for pitch in self.pitches.values():
            pin = pitch.pinned
            if pin is not None and found.get(pitch.id) != (pin.window, pin.room, utc(pin.start)):
                yield say("scheduling.broken_pin", pitch=pitch.id, start=pin.start)


def utc(moment: datetime) -> datetime:
    """A moment that can be compared and subtracted safely across a change of the clock."""
    return moment.astimezone(UTC)


def minutes(it: Assignment) -> int:
    """How long an assignment takes."""
    return int((utc(it.end) - utc(it.start)).total_seconds() // 60)


def at_once(one: Assignment, other: Assignment) -> bool:
    """Whether two assignments share any time."""
    return utc(one.start) < utc(other.end) and utc(other.start) < utc(one.end)


def rows(assignments: tuple[Assignment, ...]) -> list[list[Assignment]]:
    """The assignments of each room of each window in order of time."""
    keys = sorted({(it.window, it.room) for it in assignments})
    return [
        sorted((it for it in assignments if (it.window, it.room) == key), key=lambda it: utc(it.start))
        for key in keys
    ]


def is_available(juror: PlanJuror, it: Assignment) -> bool:
    """Whether the juror is there from start to end; stretches that touch count as one."""
    now = utc(it.start)
    for stretch in sorted(juror.available, key=lambda s: utc(s.start)):
        if utc(stretch.start) <= now < utc(stretch.end):
            now = utc(stretch.end)
    return now >= utc(it.end)
