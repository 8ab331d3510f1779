"""When a juror can sit, as people write it in a list: "wo 13:30-17:00; vr; 19/06"."""

from __future__ import annotations

import re
from datetime import datetime, time

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.pitch import Interval

ALWAYS = {
    "ja",
    "alle",
    "alles",
    "altijd",
    "hele dag",
    "hele sessie",
    "heel",
    "yes",
    "all",
    "all day",
    "x",
    "v",
    "1",
}
NEVER = {"nee", "neen", "geen", "nooit", "niet", "no", "none", "never", "-", "0"}
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = r"(\d{1,2})(?:[:.uh](\d{2})?)?\s*(?:uur|u|h)?"
_HOURS = re.compile(rf"(?:van\s+|from\s+)?{_CLOCK}\s*(?:-|–|tot|to)\s*{_CLOCK}$")
_DATE = re.compile(r"(?:(\d{4})-)?(\d{1,2})[-/](\d{1,2})(?:/(\d{4}))?$")


def read_availability(text: str, windows: tuple[SessionWindow, ...]) -> tuple[Interval, ...]:
    """The stretches within the sessions, in order of time.

    :raises JuryError: when a part is no session of the call, or its hours cannot be read or lie outside it.
    """
    plain = text.strip().casefold()
    if plain in ALWAYS:
        return tuple(Interval(window.start, window.end) for window in windows)
    if plain in NEVER:
        return ()
    parts = [part.strip() for part in re.split(r"[;,\n]+", plain) if part.strip()]
    found = {stretch for part in parts for stretch in _stretches(part, windows)}
    return tuple(sorted(found, key=lambda stretch: stretch.start))


def _stretches(part: str, windows: tuple[SessionWindow, ...]) -> list[Interval]:
    day, _, hours = part.partition(" ")
    chosen = [window for window in windows if means(day, window)]
    if not chosen:
        raise refuse("jury.import_window", text=part, example=_example(windows))
    if not hours:
        return [Interval(window.start, window.end) for window in chosen]
    return hours_in(hours, tuple(chosen), part)


def hours_in(hours: str, windows: tuple[SessionWindow, ...], said: str = "") -> list[Interval]:
    """The hours ("8u-12u30", "13.30 tot 15:00") that lie within these sessions, each as far as it does.

    :param said: what to name when they are refused; the hours themselves otherwise.
    :raises JuryError: these are no hours, or they lie outside all of the sessions.
    """
    clocks = _clocks(hours)
    if clocks is None:
        raise refuse("jury.import_unclear", text=said or hours, window=_example(windows))
    found = [stretch for window in windows if (stretch := _within(clocks, window)) is not None]
    if not found:
        raise refuse("jury.import_hours", text=said or hours, window=_example(windows))
    return found


def means(day: str, window: SessionWindow) -> bool:
    """Whether people mean this session: its id, its weekday (two letters or more), or its date."""
    start = window.start.astimezone(BRUSSELS)
    if day == window.id.casefold():
        return True
    if date := _DATE.match(day):
        iso, first, second, year = date.groups()
        month, number = (int(first), int(second)) if iso else (int(second), int(first))
        return (month, number) == (start.month, start.day) and int(iso or year or start.year) == start.year
    names = (_DAYS[start.weekday()], _ENGLISH[start.weekday()])
    return len(day) >= 2 and any(name.startswith(day) for name in names)


def _clocks(hours: str) -> tuple[time, time] | None:
    """From when until when; None where that cannot be read."""
    found = _HOURS.match(hours.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0)), time(int(found[3]), int(found[4] or 0))
    except ValueError:
        return None


def _within(clocks: tuple[time, time], window: SessionWindow) -> Interval | None:
    """The part of a session that lies between two hours of its day."""
    day = window.start.astimezone(BRUSSELS).date()
    start, end = (datetime.combine(day, clock, BRUSSELS) for clock in clocks)
    first, last = max(start, window.start), min(end, window.end)
    return Interval(first, last) if first < last else None


def _example(windows: tuple[SessionWindow, ...]) -> str:
    """ "14/06 13:00-17:00; 16/06 09:00-12:00"."""
    local = [(each.start.astimezone(BRUSSELS), each.end.astimezone(BRUSSELS)) for each in windows]
    return "; ".join(f"{start:%d/%m} {start:%H:%M}-{end:%H:%M}" for start, end in local)
