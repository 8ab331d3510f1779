"""How the journal tells of a session, in words."""

from __future__ import annotations

from jury_desktop.domain.running_late import Late
from jury_desktop.domain.session import Attendance
from jury_desktop.services.journal import journal
from jury_desktop.services.journal_words import Change, changes, sentence
from jury_desktop.services.session_late import keep_late, late_view
from jury_desktop.services.session_presence import note_juror
from jury_desktop.services.session_runs import ClockStep, put_back, turn_clock
from tests.services.sessioning import ONE, TWO, in_session


def test_every_step_of_a_session_is_told_in_words() -> None:
    dossier = in_session()
    turn_clock(dossier, ONE.id, ClockStep.START)
    note_juror(dossier, [ONE.id], "j2", Attendance.LATE, missed=9, scores=False, reason="File")
    shifted = keep_late(dossier, late_view(dossier, "wo.1", Late(10)))
    put_back(dossier, *shifted)
    turn_clock(dossier, TWO.id, ClockStep.HEARD)
    lines = [line.event for line in reversed(journal(dossier))][2:]
    assert [sentence(event) for event in lines] == [
        "Klok gestart van pitch K-01",
        "Aanwezigheid genoteerd: Jurylid 2 – K-01",
        "Sessie van 14/06/2023 13:00 · 1 loopt uit: uren verschoven",
        "Stap in de sessie teruggenomen: K-03",
        "Stap in de sessie teruggenomen: K-02",
        "Stap in de sessie teruggenomen: K-01",
        "Pitch K-02 gehoord zonder klok",
    ]
    assert set(changes(lines[1])) >= {
        Change("minuten gemist", "", "9"),
        Change("scoort deze pitch", "", "nee"),
        Change("reden", "", "File"),
    }
    assert Change("K-02", "14 juni 2023 13:35 – 14:10", "14 juni 2023 13:45 – 14:20") in changes(lines[2])
    assert [change.name for change in changes(lines[-2])] == ["verwacht · uur", "verwacht · gepland"]
