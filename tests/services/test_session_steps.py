"""What the sessions ask on the overview."""

from __future__ import annotations

from datetime import date

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.session import Attendance
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.session_presence import note_candidate
from jury_desktop.services.session_runs import ClockStep, turn_clock
from jury_desktop.services.session_steps import session_steps
from tests.services.sessioning import ONE, THREE, TWO, in_session

THE_DAY, ANOTHER = date(2023, 6, 14), date(2023, 6, 13)


def asked(dossier: Dossier, today: date = ANOTHER) -> list[tuple[Message, str, str]]:
    with dossier.read() as uow:
        steps = session_steps(selection_of(uow), today)
        return [(step.text, step.page, step.ref) for step in steps]


def test_the_session_of_today_stands_there_until_its_last_pitch() -> None:
    dossier = in_session()
    assert asked(dossier) == []
    assert asked(dossier, THE_DAY) == [(say("steps.session_today", count=3, hour="13:00"), "session", "K-01")]
    for candidacy in (ONE, TWO):
        turn_clock(dossier, candidacy.id, ClockStep.END)
    assert asked(dossier, THE_DAY) == [(say("steps.session_today", count=1, hour="14:10"), "session", "K-03")]
    turn_clock(dossier, THREE.id, ClockStep.END)
    assert asked(dossier, THE_DAY) == []


def test_an_absence_stands_there_until_somebody_decides_what_follows() -> None:
    dossier = in_session()
    note_candidate(dossier, TWO.id, Attendance.ABSENT)
    assert asked(dossier) == [(say("steps.session_undecided", reference="K-02"), "session", "K-02")]
    note_candidate(dossier, TWO.id, Attendance.ABSENT, consequence=Consequence.WITHDRAWN, reason="Belde af")
    assert asked(dossier) == []
