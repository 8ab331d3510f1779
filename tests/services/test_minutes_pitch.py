"""What the minutes say of a pitch."""

from __future__ import annotations

from datetime import timedelta

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.juror_names import lettered, named
from jury_desktop.domain.session import Attendance, CandidatePresence, JurorPresence, PitchRun
from jury_desktop.letters.record_paper import Facts, Part, Title, Words
from jury_desktop.services.minutes_pitch import pitch_parts
from tests.builders import a_call, a_candidacy, a_juror, a_run

ONE = a_candidacy(1)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
HEARD = ("gehoord", "14 juni 2023 13:00–13:35")


def told(run: PitchRun | None) -> list[Part]:
    return list(pitch_parts(run, named(JURORS), "nl"))


def test_where_no_session_kept_anything_nothing_is_said() -> None:
    assert told(None) == []
    assert told(PitchRun("r1", ONE.id)) == []


def test_when_it_was_heard_and_what_the_regisseur_noted() -> None:
    assert told(a_run(ONE)) == [Title("De pitch", 3), Facts((HEARD,)), Words("Sterk netwerk in Nijlen.")]


def test_who_did_not_score_and_who_came_late_with_the_reason() -> None:
    jurors = (
        JurorPresence("j1", Attendance.ABSENT, scores=False, reason="Ziek"),
        JurorPresence("j2", Attendance.LATE, 12, scores=False, reason="File"),
        JurorPresence("j3", Attendance.LATE, 1, reason="Las vooraf mee"),
    )
    assert told(a_run(ONE, jurors=jurors, notes=""))[1] == Facts(
        (
            HEARD,
            ("scoorden de pitch niet", "Jurylid 1 (Ziek)\nJurylid 2 (12 minuten gemist; File)"),
            ("te laat, scoorden wel", "Jurylid 3 (één minuut gemist; Las vooraf mee)"),
        )
    )


def test_what_followed_for_a_candidate_who_was_not_there() -> None:
    gone = CandidatePresence(Attendance.ABSENT, consequence=Consequence.WITHDRAWN, reason="Belde af")
    text = "niet gehoord: er is geen score van de pitch, de schriftelijke blijft staan; Belde af"
    assert told(PitchRun("r1", ONE.id, candidate=gone)) == [
        Title("De pitch", 3),
        Facts((("kandidaat", text),)),
    ]
    late = CandidatePresence(Attendance.LATE, 8, Consequence.SHORTENED, 12)
    facts = told(a_run(ONE, candidate=late, jurors=(), notes=""))[1]
    assert facts == Facts((HEARD, ("kandidaat", "8 minuten te laat; een kortere pitch gehoord")))


def test_a_pitch_that_was_not_ended_tells_when_it_began() -> None:
    run = a_run(ONE, ended_at=None, notes="", jurors=())
    begun = a_call().windows[0].start
    assert run.started_at == begun
    assert told(run)[1] == Facts((("gehoord", "14 juni 2023 13:00"),))
    assert told(a_run(ONE, ended_at=begun + timedelta(hours=1), notes=""))[1] == Facts(
        (("gehoord", "14 juni 2023 13:00–14:00"),)
    )


def test_where_names_may_not_show_they_do_not_show_in_notes_either() -> None:
    jurors = (JurorPresence("j1", Attendance.ABSENT, scores=False, reason="Jurylid 1 was ziek"),)
    run = a_run(ONE, jurors=jurors, notes="Jurylid 2 vroeg naar de begroting.")
    said = str(list(pitch_parts(run, lettered(JURORS, "zout", "Lid {letter}"), "nl")))
    assert "Jurylid" not in said
    assert "Lid " in said
