"""The calendar file of an invitation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.letters.calendar import Appointment, Edition, calendar_file, pitch_event
from jury_desktop.letters.samples import Length, sample

INVITATION = sample(LetterType.INVITATION)
ID = "0f1e"
FIRST = Edition(3, datetime(2034, 6, 1, 9, tzinfo=UTC))


def event(content: bytes):
    (found,) = Calendar.from_ical(content).events
    return found


def test_it_holds_the_slot_in_the_hours_of_brussels():
    content = pitch_event(INVITATION, ID, FIRST)
    found = event(content)
    assert (found.start, found.end) == (
        datetime(2034, 6, 14, 13, 40, tzinfo=BRUSSELS),
        datetime(2034, 6, 14, 14, 20, tzinfo=BRUSSELS),
    )
    assert b"DTSTART;TZID=Europe/Brussels:20340614T134000" in content
    assert found["location"] == "Stadhuis, zaal 2, Marktplein 1, 2999 Netegem"
    assert found["summary"].startswith("Pitch De Springplank vzw – ")


def test_the_time_zone_that_goes_along_is_that_of_brussels():
    (zone,) = Calendar.from_ical(pitch_event(INVITATION, ID, FIRST)).timezones
    told = zone.to_tz(lookup_tzid=False)
    noons = [datetime.fromisoformat("2023-01-01T12:00") + timedelta(each) for each in range(4 * 365)]
    assert [each for each in noons if told.utcoffset(each) != BRUSSELS.utcoffset(each)] == []


def test_it_says_who_publishes_it_and_names_nobody_else():
    found = event(pitch_event(INVITATION, ID, FIRST))
    assert found["organizer"] == f"mailto:{INVITATION.contact.email}"
    assert found["organizer"].params["CN"] == INVITATION.contact.name
    assert "attendee" not in found
    assert found["status"] == "CONFIRMED"


def test_the_same_invitation_gives_the_same_bytes():
    assert pitch_event(INVITATION, ID, FIRST) == pitch_event(INVITATION, ID, FIRST)


def test_a_moved_pitch_replaces_the_first_appointment():
    moved = replace(INVITATION, slot=replace(INVITATION.slot, place="Bibliotheek"))
    first = event(pitch_event(INVITATION, ID, FIRST))
    second = event(pitch_event(moved, ID, Edition(4, FIRST.stamp + timedelta(days=1))))
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (3, 4)
    assert first["dtstamp"].dt < second["dtstamp"].dt


def test_its_identity_is_the_candidacy_alone_whatever_the_names_hold():
    named = replace(INVITATION, sender=replace(INVITATION.sender, name="Lübeek"), candidacy="K-99")
    other = event(pitch_event(INVITATION, "another", FIRST))
    assert event(pitch_event(named, ID, FIRST))["uid"] == event(pitch_event(INVITATION, ID, FIRST))["uid"]
    assert other["uid"] != event(pitch_event(INVITATION, ID, FIRST))["uid"]


def test_what_does_not_take_place_any_more_is_cancelled():
    start = datetime(2034, 6, 14, 13, 40, tzinfo=BRUSSELS)
    gone = Appointment(("a", "b"), start, start + timedelta(minutes=35), "Pitch", cancelled=True)
    found = event(calendar_file("Jury", INVITATION.contact, [gone], FIRST))
    assert found["status"] == "CANCELLED"
    assert "location" not in found


def test_a_calendar_without_appointments_is_a_calendar():
    content = calendar_file("Jury", INVITATION.contact, [], FIRST)
    assert Calendar.from_ical(content).events == []


def test_a_name_cannot_add_a_line_to_the_file():
    hostile = replace(
        sample(LetterType.INVITATION, Length.SPECIAL), organisation="X\r\nATTACH:http://x.example"
    )
    content = pitch_event(hostile, ID, FIRST).decode()
    assert not [line for line in content.splitlines() if line.startswith("ATTACH")]


def test_without_a_slot_there_is_nothing_to_put_in_a_calendar():
    with pytest.raises(JuryError) as caught:
        pitch_event(replace(INVITATION, slot=None), ID, FIRST)
    assert caught.value.message == say("letters.no_slot", candidacy="K-07")
