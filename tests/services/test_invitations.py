"""A pitch that moves after its invitation left: another is owed, which replaces it in post and calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_files import write_letters
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_windows import change_window, weigh_window
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, SECOND, at, with_plan

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
THIRD = SECOND + timedelta(hours=1)


class Afternoon:
    """A dossier whose clock can be moved."""

    def __init__(self) -> None:
        self.moment = NOW
        made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
        self.dossier: Dossier = replace(made, now=lambda: self.moment)
        house = dossier_settings(self.dossier).house
        save_house(self.dossier, replace(house, pitch_place="Stadhuis, Markt 1, 2500 Lier"))
        self.plan(FIRST, SECOND)

    def plan(self, one: object, two: object) -> None:
        self.moment += timedelta(hours=1)
        with_plan(self.dossier, at(ONE, one, JURORS), at(TWO, two, JURORS))

    def send(self, folder: Path) -> dict[str, Event]:
        """Makes and sends every invitation that is owed, and gives what was in each calendar file."""
        self.moment += timedelta(hours=1)
        jobs = [job for job in letter_jobs(self.dossier) if job.type is LetterType.INVITATION]
        drafted = draft_letters(jobs)
        paths = write_letters(drafted, folder / f"{self.moment:%H}")
        kept = keep_letters(self.dossier, drafted, final=True)
        assert {letter.state for letter in kept} <= {LetterState.FINAL}
        self.moment += timedelta(hours=1)
        send_letters(self.dossier, [letter.id for letter in kept], Dispatch(Channel.EMAIL, self.moment))
        calendars = (Calendar.from_ical(path.with_suffix(".ics").read_bytes()) for path in paths)
        return {job.reference: calendar.events[0] for job, calendar in zip(jobs, calendars, strict=True)}

    def book(self) -> list[tuple[str, str, bool]]:
        """Every invitation: to whom, which one, whether it left."""
        rows = [row for row in letter_book(self.dossier) if row.type is LetterType.INVITATION]
        return [(row.candidacy.reference, row.about, row.sent) for row in rows]

    def overtaken(self) -> list[Letter | None]:
        return [row.letter for row in letter_book(self.dossier) if row.overtaken]


@pytest.fixture
def afternoon() -> Afternoon:
    return Afternoon()


def test_nothing_is_owed_again_while_the_pitch_stands_where_it_was(afternoon: Afternoon, tmp_path) -> None:
    assert afternoon.book() == [("K-01", "", False), ("K-02", "", False)]
    afternoon.send(tmp_path)
    afternoon.plan(FIRST, SECOND)
    assert afternoon.book() == [("K-01", "", True), ("K-02", "", True)]


def test_who_was_invited_to_another_hour_is_owed_another_invitation(afternoon: Afternoon, tmp_path) -> None:
    first = afternoon.send(tmp_path)
    afternoon.plan(FIRST, THIRD)
    assert afternoon.book() == [("K-01", "", True), ("K-02", "", True), ("K-02", "2", False)]
    assert afternoon.overtaken() == [], "the next invitation tells it; nobody decides anything anew"

    (job,) = [job for job in letter_jobs(afternoon.dossier) if job.type is LetterType.INVITATION]
    assert job.data.reference.endswith("/K-02/uitnodiging-2")
    assert job.data.earlier is not None
    assert job.data.earlier.reference.endswith("/K-02/uitnodiging")
    (letter,) = draft_letters([job])
    assert letter.subject.startswith("Nieuwe afspraak voor uw pitch op 14 juni 2023")
    assert "Uw pitch is verplaatst" in letter.text
    assert letter.can_be_final

    second = afternoon.send(tmp_path)
    assert set(second) == {"K-02"}
    assert second["K-02"]["uid"] == first["K-02"]["uid"]
    assert second["K-02"]["sequence"] > first["K-02"]["sequence"]
    assert (first["K-02"].start, second["K-02"].start) == (SECOND, THIRD)
    assert afternoon.book()[-1] == ("K-02", "2", True)


def test_a_pitch_that_goes_back_is_told_once_more(afternoon: Afternoon, tmp_path) -> None:
    afternoon.send(tmp_path)
    afternoon.plan(FIRST, THIRD)
    afternoon.send(tmp_path)
    afternoon.plan(FIRST, SECOND)
    assert afternoon.book()[-1] == ("K-02", "3", False)


def test_a_first_invitation_says_nothing_of_another(afternoon: Afternoon) -> None:
    jobs = [job for job in letter_jobs(afternoon.dossier) if job.type is LetterType.INVITATION]
    assert [job.data.earlier for job in jobs] == [None, None]
    for letter in draft_letters(jobs):
        assert letter.subject.startswith("Uitnodiging voor uw pitch op 14 juni 2023")
        assert "verplaatst" not in letter.text


def test_an_invitation_that_did_not_leave_is_made_anew_and_counts_as_one(afternoon: Afternoon) -> None:
    jobs = [job for job in letter_jobs(afternoon.dossier) if job.type is LetterType.INVITATION]
    keep_letters(afternoon.dossier, draft_letters(jobs))
    afternoon.plan(FIRST, THIRD)
    assert afternoon.book() == [("K-01", "", False), ("K-02", "", False)]
    outdated = [row.candidacy.reference for row in letter_book(afternoon.dossier) if row.outdated]
    assert outdated == ["K-02"]


def test_who_was_invited_to_another_address_is_owed_another_invitation(
    afternoon: Afternoon, tmp_path: Path
) -> None:
    first = afternoon.send(tmp_path)
    afternoon.moment += timedelta(hours=1)
    wednesday = a_call().windows[0]
    moved = replace(wednesday, place="Oud stadhuis, Grote Markt 2", room_names=("Schepenzaal",))
    assert weigh_window(afternoon.dossier, "wo", moved).invited == ("K-01", "K-02")
    change_window(afternoon.dossier, "wo", moved)
    assert afternoon.book()[:2] == [("K-01", "", True), ("K-01", "2", False)]

    second = afternoon.send(tmp_path)
    assert str(first["K-01"]["LOCATION"]) == "Stadhuis, Markt 1, 2500 Lier"
    assert str(second["K-01"]["LOCATION"]) == "Oud stadhuis, Grote Markt 2, Schepenzaal"
    assert (second["K-01"]["UID"], second["K-01"]["DTSTART"]) == (
        first["K-01"]["UID"],
        first["K-01"]["DTSTART"],
    )
    assert second["K-01"]["SEQUENCE"] > first["K-01"]["SEQUENCE"]
    assert afternoon.book()[:2] == [("K-01", "", True), ("K-01", "2", True)]
