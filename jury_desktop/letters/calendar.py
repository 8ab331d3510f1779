"""The calendar file that goes with an invitation (RFC 5545), so that nobody copies date and place."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import LetterData, Slot
from jury_desktop.letters.markdown import clean

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Jury Desktop//NL"


def pitch_event(data: LetterData, *, revision: int = 0) -> bytes:
    """The .ics of the pitch in ``data.slot``; the same data give the same bytes.

    :param revision: 0 for the first invitation, one more for every change, so that calendars replace it.
    :raises JuryError: when the letter has no slot.
    """
    from icalendar import Calendar

    if data.slot is None:
        raise refuse("letters.no_slot", candidacy=data.candidacy)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(data, data.slot, revision))
    content: bytes = calendar.to_ical()
    return content


def _event(data: LetterData, slot: Slot, revision: int) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(data))
    event.add("sequence", revision)
    event.add("dtstamp", datetime.combine(data.dated, time(12), BRUSSELS).astimezone(UTC))
    event.add("dtstart", slot.start.astimezone(UTC))
    event.add("dtend", slot.end.astimezone(UTC))
    event.add("summary", f"Pitch {_line(data.organisation)} – {_line(data.call_title)}")
    event.add("location", _line(slot.place))
    event.add("description", _description(data, slot))
    return event


def _uid(data: LetterData) -> str:
    """The same for every invitation to this pitch, in letters, digits and hyphens that all calendars take."""
    plain = unicodedata.normalize("NFKD", f"pitch-{data.candidacy}-{data.sender.name}".casefold())
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def _description(data: LetterData, slot: Slot) -> str:
    return "\n".join(
        [
            f"Pitch: {slot.pitch_minutes} minuten. Vragen van de jury: {slot.question_minutes} minuten.",
            f"Kandidatuur {_line(data.candidacy)}, kenmerk {_line(data.reference)}.",
            f"Contact: {_line(data.contact.name)}, {_line(data.contact.phone)}, {_line(data.contact.email)}.",
        ]
    )


def _line(value: str) -> str:
    return " ".join(clean(value).split())
