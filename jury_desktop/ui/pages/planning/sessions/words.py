"""How a session and what becomes of it is written."""

from __future__ import annotations

from collections.abc import Iterator

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.services.session_windows import WindowEffect
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.wording import day

tr = area("windows")

MOST = 6
"""References or names that are written out; of more, the rest is counted."""


def day_text(window: SessionWindow, language: str) -> str:
    """ "wo 14/06/2023"."""
    return day(window.start.astimezone(BRUSSELS).date(), language, "EEE dd/MM/yyyy").replace(".", "")


def hours_text(window: SessionWindow) -> str:
    """ "13:00–17:00"."""
    return f"{window.start.astimezone(BRUSSELS):%H:%M}–{window.end.astimezone(BRUSSELS):%H:%M}"


def title_text(window: SessionWindow, language: str) -> str:
    """ "wo 14/06/2023 13:00–17:00"."""
    return f"{day_text(window, language)} {hours_text(window)}"


def place_text(window: SessionWindow) -> str:
    """Its own address; empty where it has none."""
    if window.online:
        return " · ".join(filter(None, (tr("online"), window.place)))
    return window.place


def room_text(window: SessionWindow, room: int) -> str:
    """What a room (from 1) is called."""
    return window.room_name(room) or tr("room {number}").format(number=room)


def rooms_text(window: SessionWindow) -> str:
    """The names of the rooms, or how many there are."""
    if not window.room_names:
        return str(window.rooms)
    return ", ".join(room_text(window, room) for room in range(1, window.rooms + 1))


def listed(names: tuple[str, ...], most: int = MOST) -> str:
    """The names, the first few of many."""
    more = len(names) - most
    text = ", ".join(names[:most])
    return text if more <= 0 else tr("{names} and {count} more").format(names=text, count=more)


def needs_question(effect: WindowEffect) -> bool:
    """Whether somebody has to agree before it is kept."""
    return bool(effect.loose or effect.wishes or effect.invited or effect.needs_reason)


def question(effect: WindowEffect, language: str) -> Question:
    """What would happen, and whether it may."""
    if effect.new is None:
        title, choice = tr("Remove this session?"), Choice("yes", tr("Remove"), danger=True)
    elif effect.old is None:
        title, choice = tr("Add this session?"), Choice("yes", tr("Add"), primary=True)
    else:
        title, choice = tr("Change this session?"), Choice("yes", tr("Change"), primary=True)
    text = "\n\n".join(_lines(effect, language))
    reason = tr("Reason (for the journal)") if effect.needs_reason else ""
    return Question(title, text, (choice,), reason)


def _lines(effect: WindowEffect, language: str) -> Iterator[str]:
    shown = [title_text(each, language) for each in (effect.old, effect.new) if each is not None]
    yield " → ".join(dict.fromkeys(shown))
    if rooms := changed_rooms(effect):
        yield rooms
    if effect.loose:
        text = tr("%n pitches lose their place: {names}.", "", len(effect.loose))
        yield text.format(names=listed(effect.loose))
        yield _after(effect)
    if effect.locked:
        yield tr("Their lock lapses: {names}.").format(names=listed(effect.locked))
    if effect.wishes:
        yield tr("They had asked for this session, and that wish lapses: {names}.").format(
            names=listed(effect.wishes)
        )
    if effect.invited:
        text = tr("%n candidates were invited to the earlier address: {names}.", "", len(effect.invited))
        yield (
            text.format(names=listed(effect.invited))
            + " "
            + tr("A new invitation will be ready under Letters.")
        )
    if effect.ask:
        yield asking(effect)


def changed_rooms(effect: WindowEffect) -> str:
    """The rooms before and after; empty where they stay the same."""
    if effect.old is None or effect.new is None:
        return ""
    before, after = rooms_text(effect.old), rooms_text(effect.new)
    return "" if before == after else tr("Rooms: {before} → {after}.").format(before=before, after=after)


def _after(effect: WindowEffect) -> str:
    """What to do about pitches without a place."""
    if not effect.told:
        return tr("Plan again afterwards.")
    text = tr("The hour of %n of them was communicated: {names}.", "", len(effect.told))
    return (
        text.format(names=listed(effect.told))
        + " "
        + tr("Plan again afterwards: then as few communicated pitches as possible move.")
    )


def asking(effect: WindowEffect) -> str:
    """Who has to say again whether they can come."""
    names = listed(tuple(juror.name for juror in effect.ask))
    text = tr("%n jurors have to be asked whether they can come: {names}.", "", len(effect.ask))
    return text.format(names=names) + " " + tr("What they said before is kept for the hours that stay.")
