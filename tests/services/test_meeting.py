"""The meeting: kept with who was there, changed and taken back, never with impossible hours."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.meeting import (
    MeetingChange,
    MeetingDetails,
    keep_meeting,
    meeting_form,
    take_back_meeting,
)
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_juror
from tests.services.scenario import a_dossier

JURY = [a_juror(1), a_juror(2), a_juror(3, active=False)]
WHOLE = MeetingDetails(
    NOW, NOW + timedelta(hours=3), " Raadzaal ", "Mieke", "Sam", ("j2", "j2"), (" Robin ", "")
)


def refused(dossier: Dossier, details: MeetingDetails) -> Message:
    with pytest.raises(JuryError) as caught:
        keep_meeting(dossier, Stage.FINAL, details)
    return caught.value.message


def test_until_it_is_noted_the_whole_jury_is_proposed() -> None:
    form = meeting_form(a_dossier(jurors=JURY), Stage.FINAL)
    assert (form.meeting, form.proposed) == (None, MeetingDetails(NOW, present=("j1", "j2")))


def test_a_meeting_is_kept_as_it_was_and_can_be_taken_back() -> None:
    dossier = a_dossier(jurors=JURY)
    first = keep_meeting(dossier, Stage.FINAL, WHOLE)
    kept = meeting_form(dossier, Stage.FINAL).meeting
    assert kept is not None
    assert (kept.place, kept.present, kept.guests) == ("Raadzaal", ("j2",), ("Robin",))
    second = keep_meeting(dossier, Stage.FINAL, MeetingDetails(NOW, place="Elders"))
    assert second == MeetingChange(second.new, kept)
    with pytest.raises(JuryError):
        take_back_meeting(dossier, first)
    take_back_meeting(dossier, second)
    assert meeting_form(dossier, Stage.FINAL).meeting == kept
    take_back_meeting(dossier, first)
    assert meeting_form(dossier, Stage.FINAL).meeting is None


def test_impossible_details_are_refused() -> None:
    dossier = a_dossier(jurors=JURY)
    early = NOW - timedelta(hours=1)
    assert refused(dossier, MeetingDetails(NOW, early)) == say("meeting.ends_before", start=NOW, end=early)
    expected = say("meeting.not_of_the_jury", name="j9")
    assert refused(dossier, MeetingDetails(NOW, present=("j9",))) == expected
