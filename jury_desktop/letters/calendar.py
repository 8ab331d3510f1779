"""Calendar files (RFC 5545) of pitches, so that nobody copies date and place.

Every appointment keeps its UID, and a later state of the plan has a higher SEQUENCE: a calendar that gets a
file again replaces what it had.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from jury_desktop.domain.call import BRUSSELS, Contact
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import LetterData, Slot
from jury_desktop.letters.markdown import clean

if TYPE_CHECKING:
    from icalendar import Component, Event, Timezone

_PRODUCT = "-//Jury Desktop//NL"
_HOUR = timedelta(hours=1)
_SPACE = uuid.UUID("5f3ee4b0-54b1-5c8e-9c0e-0d6b6a1f7c11")
"""Under which the UIDs of this program are made; another value would double every appointment ever sent."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of the plan an appointment tells.

    :param sequence: rises with every change of the plan; ``stamp`` (aware) is when the last one was made.
    """

    sequence: int
    stamp: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar.

    :param identity: what it is about, for ever the same: the candidacy's id, and of whose calendar it is.
    :param lines: the description, line by line.
    :param cancelled: it was announced and does not take place any more.
    """

    identity: tuple[str, ...]
    start: datetime
    end: datetime
    summary: str
    place: str = ""
    lines: tuple[str, ...] = ()
    cancelled: bool = False


def calendar_file(
    title: str, organiser: Contact, appointments: Sequence[Appointment], edition: Edition
) -> bytes:
    """An .ics that publishes appointments, or cancels them when none of them takes place (RFC 5546).

    The same values give the same bytes.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    cancels = bool(appointments) and all(each.cancelled for each in appointments)
    calendar.add("method", "CANCEL" if cancels else "PUBLISH")
    calendar.add("x-wr-calname", _line(title))
    if appointments:
        calendar.add_component(_zone())
    for each in appointments:
        calendar.add_component(_event(each, organiser, edition))
    content: bytes = calendar.to_ical()
    return content


def pitch_event(data: LetterData, candidacy: str, edition: Edition) -> bytes:
    """The .ics of the pitch in ``data.slot``, for the candidate: it names no juror.

    :param candidacy: the id of the candidacy.
    :raises JuryError: when the letter has no slot.
    """
    if data.slot is None:
        raise refuse("letters.no_slot", candidacy=data.candidacy)
    title = f"Pitch {data.organisation} – {data.call_title}"
    return calendar_file(title, data.contact, [candidate_appointment(data, candidacy, data.slot)], edition)


def candidate_appointment(data: LetterData, candidacy: str, slot: Slot) -> Appointment:
    """A pitch as the candidate has it in the calendar."""
    return Appointment(
        (candidacy,),
        slot.start,
        slot.end,
        f"Pitch {data.organisation} – {data.call_title}",
        slot.place,
        (
            f"Pitch: {slot.pitch_minutes} minuten. Vragen van de jury: {slot.question_minutes} minuten.",
            f"Kandidatuur {data.candidacy}, kenmerk {data.reference}.",
            f"Contact: {data.contact.name}, {data.contact.phone}, {data.contact.email}.",
        ),
    )


def _event(appointment: Appointment, organiser: Contact, edition: Edition) -> Event:
    from icalendar import Event, vCalAddress

    event = Event()
    event.add("uid", str(uuid.uuid5(_SPACE, "|".join(appointment.identity))))
    event.add("sequence", edition.sequence)
    event.add("dtstamp", edition.stamp.astimezone(UTC))
    event.add("dtstart", appointment.start.astimezone(BRUSSELS))
    event.add("dtend", appointment.end.astimezone(BRUSSELS))
    event.add("summary", _line(appointment.summary))
    if place := _line(appointment.place):
        event.add("location", place)
    event.add("description", "\n".join(_line(line) for line in appointment.lines))
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    sender = vCalAddress(f"mailto:{_line(organiser.email)}")
    sender.params["CN"] = _line(organiser.name).replace('"', "'")
    event.add("organizer", sender)
    return event


def _zone() -> Timezone:
    """The hours of Brussels: summer time runs from the last Sunday of March to that of October, changing at
    01:00 UTC (directive 2000/84/EC)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", BRUSSELS.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    _change(summer, datetime.fromisoformat("1996-03-31T02:00"), 3, ("CEST", _HOUR, 2 * _HOUR))
    _change(winter, datetime.fromisoformat("1996-10-27T03:00"), 10, ("CET", 2 * _HOUR, _HOUR))
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _change(part: Component, first: datetime, month: int, hours: tuple[str, timedelta, timedelta]) -> None:
    name, before, after = hours
    part.add("dtstart", first)
    part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    part.add("tzname", name)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)


def _line(value: str) -> str:
    return " ".join(clean(value).split())
