"""Columns of a list of jurors that stand for a session each, and what a cell in them says."""

from __future__ import annotations

import re

from jury_desktop.domain.availability import Stretches, joined, within
from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.availability_words import ALWAYS, NEVER, hours_in, means

_FREE, _BUSY = "ja", "nee"


def session_of(title: str, windows: tuple[SessionWindow, ...]) -> SessionWindow | None:
    """The one session that the title of a column means, by its id, day or date, and hours where a day has
    several; None when it means none, or more than one."""
    plain = title.strip().casefold()
    words = [word.strip(".") for word in re.split(r"[\s,;·(]+", plain)]
    days = [window for window in windows if any(means(word, window) for word in (plain, *words) if word)]
    dated = [
        window for window in days if any(means(word, window) for word in words if re.search(r"\d", word))
    ]
    found = dated or days
    if len(found) > 1:
        found = [window for window in found if f"{window.start.astimezone(BRUSSELS):%H:%M}" in plain]
    return found[0] if len(found) == 1 else None


def session_title(window: SessionWindow) -> str:
    """ "14/06/2023 13:00-17:00", which :func:`session_of` knows again."""
    start, end = window.start.astimezone(BRUSSELS), window.end.astimezone(BRUSSELS)
    return f"{start:%d/%m/%Y %H:%M}-{end:%H:%M}"


def with_cell(available: Stretches, window: SessionWindow, cell: str) -> Stretches:
    """The availability with what a cell says of a session; an empty cell leaves what is known.

    :raises JuryError: the cell says neither yes or no nor hours within the session.
    """
    text = cell.strip().casefold()
    if not text:
        return available
    span = Interval(window.start, window.end)
    others = tuple(each for each in available if not each.overlaps(span))
    if text in ALWAYS:
        return joined((*others, span))
    if text in NEVER:
        return joined(others)
    parts = [part.strip() for part in re.split(r"[;,\n]+", text) if part.strip()]
    return joined((*others, *(stretch for part in parts for stretch in hours_in(part, (window,)))))


def said(juror: Juror, window: SessionWindow) -> str:
    """What a cell says of a juror's availability in a session."""
    span = Interval(window.start, window.end)
    free = within(juror.available, span)
    if free == (span,):
        return _FREE
    local = [(each.start.astimezone(BRUSSELS), each.end.astimezone(BRUSSELS)) for each in free]
    return "; ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in local) or _BUSY
