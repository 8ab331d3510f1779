"""Where a pitch takes place: the address candidates get, and what its room is called."""

from __future__ import annotations

from jury_desktop.domain.call import Call, SessionWindow
from jury_desktop.domain.messages import say
from jury_desktop.services.letterhead import House
from jury_desktop.wording import render


def address(house: House, call: Call, window: str, language: str = "nl") -> str:
    """Where candidates have to be for a session (its id): its own place, or that of all pitches; "" while
    nobody said."""
    found = _window(call, window)
    if found is None or not (found.place or found.online):
        return house.pitch_address(call)
    if not found.online:
        return found.place
    key = "plan_out.online_at" if found.place else "plan_out.online"
    return render(say(key, place=found.place), language)


def room(call: Call, window: str, number: int, language: str = "nl", *, several: bool) -> str:
    """What a room of a session is called; by its number only where there are several, otherwise ""."""
    found = _window(call, window)
    named = found.room_name(number) if found is not None else ""
    if named or not several:
        return named
    return render(say("plan_out.room", room=number), language)


def _window(call: Call, key: str) -> SessionWindow | None:
    """The session as it is now; one that is gone has no place of its own."""
    return next((window for window in call.windows if window.id == key), None)
