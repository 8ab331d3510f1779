"""Counts the levels of a plan from its dates and names alone, for the verifier."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from jury_desktop.domain.pitch import Assignment, Expertise, Level, PlanInstance

BRUSSELS = ZoneInfo("Europe/Brussels")
MINUTES_PER_DAY_ATTENDED = 60
"""A day of coming over weighs as much as an hour of waiting."""


def recount(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> dict[Level, int]:
    """The value of every level."""
    placed = {it.pitch: it for it in assignments}
    moved, minutes_moved = _moved(instance, placed)
    return {
        Level.LEFT_OUT: len(instance.pitches) - len(placed),
        Level.TOLD_LEFT_OUT: sum(1 for it in instance.pitches if it.communicated and it.id not in placed),
        Level.MOVED: moved,
        Level.MOVED_MINUTES: minutes_moved,
        Level.PREFERENCE_MISSED: _preference_missed(instance, placed),
        Level.NO_EXPERT: _no_expert(instance, placed),
        Level.NO_COMMON_JURORS: _no_common(instance, assignments),
        Level.CHALLENGE_CHANGES: _changes(instance, assignments),
        Level.JUROR_BURDEN: _burden(instance, assignments),
        Level.IDLE_ROOM: _idle(instance, assignments),
    }


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _span(start: datetime, end: datetime) -> int:
    return int((_utc(end) - _utc(start)).total_seconds() // 60)


def _moved(instance: PlanInstance, placed: dict[str, Assignment]) -> tuple[int, int]:
    """Communicated pitches elsewhere or nowhere, and the minutes the placed ones shifted."""
    moved = shifted = 0
    for pitch in instance.pitches:
        told, now = pitch.communicated, placed.get(pitch.id)
        if told is None:
            continue
        if now is None:
            moved += 1
            continue
        moved += (now.window, now.room, _utc(now.start)) != (told.window, told.room, _utc(told.start))
        shifted += abs(_span(told.start, now.start))
    return moved, shifted


def _preference_missed(instance: PlanInstance, placed: dict[str, Assignment]) -> int:
    wishes = {pitch.id: pitch.preferred_windows for pitch in instance.pitches}
    return sum(1 for it in placed.values() if wishes[it.pitch] and it.window not in wishes[it.pitch])


def _no_expert(instance: PlanInstance, placed: dict[str, Assignment]) -> int:
    if instance.rules.expertise == Expertise.OFF:
        return 0
    knows = {juror.id: set(juror.expertise) for juror in instance.jurors}
    asked = {pitch.id: set(pitch.challenges) for pitch in instance.pitches}
    return sum(
        1
        for it in placed.values()
        if asked[it.pitch] and not any(knows[j] & asked[it.pitch] for j in it.jurors)
    )


def _no_common(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> int:
    used = {it.window for it in assignments}
    common = [
        juror
        for juror in instance.jurors
        if used <= {it.window for it in assignments if juror.id in it.jurors}
    ]
    return len(used) if len(common) < instance.rules.common_jurors else 0


def _rows(assignments: tuple[Assignment, ...]) -> list[list[Assignment]]:
    rooms = sorted({(it.window, it.room) for it in assignments})
    return [
        sorted((it for it in assignments if (it.window, it.room) == room), key=lambda it: _utc(it.start))
        for room in rooms
    ]


def _changes(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> int:
    themes = {pitch.id: set(pitch.challenges) for pitch in instance.pitches}
    return sum(
        1
        for row in _rows(assignments)
        for before, after in pairwise(row)
        if not themes[before.pitch] & themes[after.pitch]
    )


def _burden(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> int:
    """Days attended, waiting between first and last pitch of a window, most minus least minutes sat."""
    total = 0
    loads = []
    for juror in instance.jurors:
        mine = [it for it in assignments if juror.id in it.jurors]
        loads.append(sum(_span(it.start, it.end) for it in mine))
        total += MINUTES_PER_DAY_ATTENDED * len({_window_day(instance, it) for it in mine})
        for name in {it.window for it in mine}:
            here = [it for it in mine if it.window == name]
            first, last = min(_utc(it.start) for it in here), max(_utc(it.end) for it in here)
            total += _span(first, last) - sum(_span(it.start, it.end) for it in here)
    return total + max(loads, default=0) - min(loads, default=0)


def _window_day(instance: PlanInstance, it: Assignment) -> date:
    start = next(window.start for window in instance.windows if window.id == it.window)
    return start.astimezone(BRUSSELS).date()


def _idle(instance: PlanInstance, assignments: tuple[Assignment, ...]) -> int:
    """Minutes a used room stands empty between the start of the window and its last pitch."""
    begins = {window.id: window.start for window in instance.windows}
    return sum(
        _span(begins[row[0].window], row[-1].end) - sum(_span(it.start, it.end) for it in row)
        for row in _rows(assignments)
    )
