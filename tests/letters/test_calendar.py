"""The calendar file of an invitation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.letters.calendar import pitch_event
from jury_desktop.letters.samples import Length, sample

INVITATION = sample(LetterType.INVITATION)


def event(content: bytes):
    (found,) = Calendar.from_ical(content).events
    return found


def test_it_holds_the_slot_in_universal_time():
    found = event(pitch_event(INVITATION))
    assert (found.start, found.end) == (
        datetime(2034, 6, 14, 11, 40, tzinfo=UTC),
        datetime(2034, 6, 14, 12, 20, tzinfo=UTC),
    )
    assert found["location"] == "Stadhuis, zaal 2, Marktplein 1, 2999 Netegem"
    assert found["summary"].startswith("Pitch De Springplank vzw – ")


def test_the_same_invitation_gives_the_same_bytes():
    assert pitch_event(INVITATION) == pitch_event(INVITATION)


def test_a_moved_pitch_replaces_the_first_appointment():
    moved = replace(INVITATION, slot=replace(INVITATION.slot, place="Bibliotheek"))
    first, second = event(pitch_event(INVITATION)), event(pitch_event(moved, revision=1))
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)


def test_its_identity_is_plain_whatever_the_names_hold():
    named = replace(INVITATION, sender=replace(INVITATION.sender, name="Lübeek – Heist o/d Berg · 2034"))
    assert event(pitch_event(named))["uid"] == "pitch-k-07-lubeek-heist-o-d-berg-2034"


def test_a_name_cannot_add_a_line_to_the_file():
    hostile = replace(
        sample(LetterType.INVITATION, Length.SPECIAL), organisation="X\r\nATTACH:http://x.example"
    )
    content = pitch_event(hostile).decode()
    assert not [line for line in content.splitlines() if line.startswith("ATTACH")]


def test_without_a_slot_there_is_nothing_to_put_in_a_calendar():
    with pytest.raises(JuryError) as caught:
        pitch_event(replace(INVITATION, slot=None))
    assert caught.value.message == say("letters.no_slot", candidacy="K-07")
