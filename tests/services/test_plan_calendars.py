"""Calendars of the plan: everybody's own, the same identity for ever, and no juror's name to a candidate."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from icalendar import Calendar, Event
from openpyxl import load_workbook

from jury_desktop.services.letter_files import write_letters
from jury_desktop.services.letters import draft_letters, letter_jobs
from jury_desktop.services.plan_calendars import Whose, calendars
from jury_desktop.services.plan_moves import take_back_plan
from jury_desktop.services.plan_workbook import plan_workbook
from jury_desktop.services.ports import Dossier
from jury_desktop.services.programme import programme
from jury_desktop.services.session_windows import change_window
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, SECOND, at, with_plan

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))


@pytest.fixture
def dossier() -> Dossier:
    found = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    with_plan(found, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS[:2]), told=True)
    return found


def events(dossier: Dossier, whose: Whose) -> dict[str, list[Event]]:
    """By file name, what is in the calendar."""
    files = calendars(programme(dossier), whose)
    return {file.name: Calendar.from_ical(file.content).events for file in files}


def told(found: list[Event]) -> list[tuple[str, object, str]]:
    return [(str(each["summary"]), each.start, str(each["status"])) for each in found]


def test_a_juror_gets_the_pitches_of_the_own_panels(dossier: Dossier) -> None:
    found = events(dossier, Whose.JURORS)

    assert {name: [str(each["summary"]) for each in mine] for name, mine in found.items()} == {
        "Jury-Jurylid-1.ics": ["Pitch K-01 Ankerpunt vzw", "Pitch K-02 De Brug vzw"],
        "Jury-Jurylid-2.ics": ["Pitch K-01 Ankerpunt vzw", "Pitch K-02 De Brug vzw"],
        "Jury-Jurylid-3.ics": ["Pitch K-01 Ankerpunt vzw"],
    }
    assert [each.start for each in found["Jury-Jurylid-1.ics"]] == [FIRST, SECOND]
    assert "Panel: Jurylid 1, Jurylid 2, Jurylid 3." in str(found["Jury-Jurylid-3.ics"][0]["description"])


def test_nobody_shares_an_identity(dossier: Dossier) -> None:
    found = [each["uid"] for whose in Whose for mine in events(dossier, whose).values() for each in mine]
    assert len(found) == len(set(found)) == 5 + 2 + 2


def test_a_candidate_reads_no_name_of_a_juror(dossier: Dossier) -> None:
    for file in calendars(programme(dossier), Whose.CANDIDATES):
        text = file.content.decode().replace("\r\n ", "")
        assert [juror.name for juror in JURORS if juror.name in text or juror.email in text] == []


def test_a_candidate_gets_what_goes_with_the_invitation(dossier: Dossier, tmp_path) -> None:
    jobs = [job for job in letter_jobs(dossier) if job.reference == "K-01"]
    (path,) = write_letters(draft_letters(jobs), tmp_path)
    sent = path.with_suffix(".ics").read_bytes()
    (file,) = [each for each in calendars(programme(dossier), Whose.CANDIDATES) if "K-01" in each.name]
    assert file.content == sent


def test_the_same_plan_gives_the_same_bytes(dossier: Dossier) -> None:
    for whose in Whose:
        assert calendars(programme(dossier), whose) == calendars(programme(dossier), whose)


def test_a_moved_pitch_replaces_the_appointment_everywhere(dossier: Dossier) -> None:
    before = {whose: events(dossier, whose) for whose in Whose}
    later = SECOND + timedelta(minutes=35)
    with_plan(dossier, at(ONE, later, JURORS), at(TWO, SECOND, JURORS[:2]))
    after = {whose: events(dossier, whose) for whose in Whose}

    for whose in Whose:
        old, new = (_of(found[whose], "K-01") for found in (before, after))
        assert new["uid"] == old["uid"]
        assert new["sequence"] > old["sequence"]
        assert new.start == later


def test_going_back_to_the_plan_before_counts_as_later(dossier: Dossier) -> None:
    moved = with_plan(dossier, at(ONE, SECOND, JURORS))
    during = _of(events(dossier, Whose.CANDIDATES), "K-01")
    take_back_plan(dossier, moved)
    after = _of(events(dossier, Whose.CANDIDATES), "K-01")
    assert (after["uid"], after.start) == (during["uid"], FIRST)
    assert after["sequence"] > during["sequence"]


def test_what_was_communicated_and_is_no_more_is_cancelled(dossier: Dossier) -> None:
    before = str(_of(events(dossier, Whose.CANDIDATES), "K-02")["summary"])
    with_plan(dossier, at(ONE, FIRST, JURORS[1:]))

    jurors = events(dossier, Whose.JURORS)
    assert told(jurors["Jury-Jurylid-1.ics"]) == [
        ("Pitch K-01 Ankerpunt vzw", FIRST, "CANCELLED"),
        ("Pitch K-02 De Brug vzw", SECOND, "CANCELLED"),
    ]
    candidates = events(dossier, Whose.CANDIDATES)
    assert told(candidates["K-02-De-Brug-vzw.ics"]) == [(before, SECOND, "CANCELLED")]
    assert [each[2] for each in told(events(dossier, Whose.ROOMS)["Zaal-1.ics"])] == [
        "CONFIRMED",
        "CANCELLED",
    ]


def test_a_candidate_is_told_of_a_cancellation_as_of_the_appointment_itself(dossier: Dossier) -> None:
    """RFC 5546: a program that reads it takes the appointment out, and a person reads which one it was."""
    before = _of(events(dossier, Whose.CANDIDATES), "K-02")
    with_plan(dossier, at(ONE, FIRST, JURORS))
    files = {file.name: file.content for file in calendars(programme(dossier), Whose.CANDIDATES)}
    calendar = Calendar.from_ical(files["K-02-De-Brug-vzw.ics"])
    (after,) = calendar.events
    assert (calendar["method"], after["status"]) == ("CANCEL", "CANCELLED")
    assert after["sequence"] > before["sequence"]
    same = ("uid", "summary", "location", "description", "organizer", "dtstart", "dtend")
    assert {key: after.get(key) for key in same} == {key: before.get(key) for key in same}
    assert Calendar.from_ical(files["K-01-Ankerpunt-vzw.ics"])["method"] == "PUBLISH"


def test_a_candidate_who_is_not_invited_any_more_gets_the_cancellation_too(dossier: Dossier) -> None:
    with dossier.change() as uow:
        (decision,) = [each for each in uow.decisions.find() if each.candidacy == TWO.id]
        uow.decisions.remove(decision.id)
        uow.journal.append("test.prepared", "dossier", "test")
    with_plan(dossier, at(ONE, FIRST, JURORS))
    assert _of(events(dossier, Whose.CANDIDATES), "K-02")["status"] == "CANCELLED"


def test_a_candidate_is_not_asked_for_the_deliberation(dossier: Dossier) -> None:
    rules = a_call().pitch
    found = _of(events(dossier, Whose.CANDIDATES), "K-01")
    assert found.end - found.start == timedelta(minutes=rules.pitch_minutes + rules.question_minutes)
    juror = _of(events(dossier, Whose.JURORS), "K-01")
    assert juror.end - juror.start == timedelta(minutes=rules.minutes)


def test_what_was_only_tried_out_is_not_cancelled() -> None:
    dossier = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    with_plan(dossier, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS))
    with_plan(dossier, at(ONE, FIRST, JURORS))
    assert set(events(dossier, Whose.CANDIDATES)) == {"K-01-Ankerpunt-vzw.ics"}


def test_a_pitch_in_another_room_is_cancelled_in_the_first(dossier: Dossier) -> None:
    with_plan(dossier, at(ONE, FIRST, JURORS, room=2), at(TWO, SECOND, JURORS[:2]))
    found = events(dossier, Whose.ROOMS)
    assert told(found["Zaal-1.ics"]) == [
        ("Pitch K-02 De Brug vzw", SECOND, "CONFIRMED"),
        ("Pitch K-01 Ankerpunt vzw", FIRST, "CANCELLED"),
    ]
    assert [str(each["location"]) for each in found["Zaal-2.ics"]] == ["zaal 2"]


def test_the_room_is_told_who_leaves() -> None:
    barred = a_conflict(JURORS[2], TWO)
    dossier = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)], conflicts=[barred])
    with_plan(dossier, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS[:2]))
    (_, second) = events(dossier, Whose.ROOMS)["Zaal-1.ics"]
    assert str(second["description"]).endswith("Verlaat de zaal: Jurylid 3")


def test_two_jurors_of_one_name_get_a_file_each() -> None:
    twin = replace(a_juror(2), name="Jurylid 1")
    dossier = a_dossier([ONE], [JURORS[0], twin], decisions=[invited(ONE)])
    with_plan(dossier, at(ONE, FIRST, [JURORS[0], twin]))
    assert list(events(dossier, Whose.JURORS)) == ["Jury-Jurylid-1.ics", "Jury-Jurylid-1-2.ics"]


def _of(found: dict[str, list[Event]], reference: str) -> Event:
    (first, *_) = [each for mine in found.values() for each in mine if _about(each, reference)]
    return first


def _about(event: Event, reference: str) -> bool:
    return reference in f"{event['summary']} {event['description']}"


def test_a_room_goes_by_its_name_in_every_file(dossier: Dossier) -> None:
    """The second room, in the calendars and in the workbook; one that has no name goes by its number."""
    window = a_call().windows[0]
    change_window(dossier, window.id, replace(window, rooms=2, room_names=("Zaal A", "Zaal B")), "Verhuisd")
    with_plan(dossier, at(ONE, FIRST, JURORS, room=2), at(TWO, SECOND, JURORS[:2]))
    assert list(events(dossier, Whose.ROOMS)) == ["Zaal-A.ics", "Zaal-B.ics"]
    pitches = load_workbook(BytesIO(plan_workbook(programme(dossier))))["Pitches"]
    assert [row[5] for row in pitches.values][1:] == ["Zaal B", "Zaal A"]
