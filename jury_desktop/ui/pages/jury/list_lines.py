"""What a list of jurors would change, line by line: who, what, from and to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.availability import joined
from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.jury_changes import JuryChange
from jury_desktop.ui.pages.jury.words import hours, window_day, within
from jury_desktop.ui.text import area

tr = area("jury")

MOST = 16
"""Lines that are shown; the others are counted."""


def change_lines(change: JuryChange, windows: Sequence[SessionWindow], language: str) -> list[str]:
    """The lines of every juror who is added or becomes otherwise."""
    found: list[str] = []
    for before, after in change.jurors:
        if after is not None:
            found += _lines(before, after, windows, language)
    if len(found) <= MOST:
        return found
    return [*found[:MOST], tr("and %n more", "", len(found) - MOST)]


def _lines(
    before: Juror | None, after: Juror, windows: Sequence[SessionWindow], language: str
) -> Iterator[str]:
    if before is None:
        yield tr("{name}: new in the jury").format(name=after.name)
        return
    named = {
        tr("name"): (before.name, after.name),
        tr("organisation"): (before.organisation, after.organisation),
        tr("role"): (before.role, after.role),
        tr("e-mail"): (before.email, after.email),
        tr("capacity"): (_capacity(before), _capacity(after)),
        tr("expertise"): (_numbers(before), _numbers(after)),
    }
    for window in windows:
        title = f"{window_day(window, language)} {hours(window.start, window.end)}"
        named[title] = (_free(before, window), _free(after, window))
    for what, (old, new) in named.items():
        if old != new:
            yield f"{before.name}, {what}: {old or '–'} → {new or '–'}"


def _capacity(juror: Juror) -> str:
    return tr("observer") if juror.observer else tr("juror")


def _numbers(juror: Juror) -> str:
    return ", ".join(map(str, juror.expertise))


def _free(juror: Juror, window: SessionWindow) -> str:
    free = within(window, joined(juror.available))
    if free == (Interval(window.start, window.end),):
        return tr("the whole session")
    return ", ".join(hours(each.start, each.end) for each in free) or tr("not available")
