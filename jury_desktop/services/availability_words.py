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
_HOURS = re.compile(rf"{_CLOCK}\s*(?:-|–|tot|to)\s*{_CLOCK}$")
_DATE = re.compile(r"(?:(\d{4})-)?(\d{1,2})[-/](\d{1,2})(?:/(\d{4}))?$")


def read_availability(text: str, windows: tuple[SessionWindow, ...]) -> tuple[Interval, ...]:
    """The stretches within the sessions, in order of time.

    :raises JuryError: when a part is no session of the call, or its hours do not lie within it.
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
    within = [stretch for window in chosen if (stretch := _within(hours, window)) is not None]
    if not within:
        raise refuse("jury.import_hours", text=part, window=_example(tuple(chosen)))
    return within


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


def _within(hours: str, window: SessionWindow) -> Interval | None:
    found = _HOURS.match(hours.strip())
    if found is None:
        return None
    try:
        start = time(int(found[1]), int(found[2] or 0))
        end = time(int(found[3]), int(found[4] or 0))
    except ValueError:
        return None
    day = window.start.astimezone(BRUSSELS).date()
    stretch = Interval(datetime.combine(day, start, BRUSSELS), datetime.combine(day, end, BRUSSELS))
    whole = Interval(window.start, window.end)
    return stretch if stretch.start < stretch.end and whole.covers(stretch) else None


def _example(windows: tuple[SessionWindow, ...]) -> str:
    """ "14/06 13:00-17:00; 16/06 09:00-12:00"."""
    local = [(each.start.astimezone(BRUSSELS), each.end.astimezone(BRUSSELS)) for each in windows]
    return "; ".join(f"{start:%d/%m} {start:%H:%M}-{end:%H:%M}" for start, end in local)
