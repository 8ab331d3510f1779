"""A room that runs late: shown first, with whom it hits; kept beside the plan; undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.call import Consequence
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.running_late import Late
from jury_desktop.domain.session import Attendance
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session import sessions
from jury_desktop.services.session_late import delay_now, keep_late, late_view
from jury_desktop.services.session_presence import note_candidate, note_juror
from jury_desktop.services.session_runs import ClockStep, keep_notes, put_back, turn_clock
from tests.services.sessioning import JURORS, ONE, THREE, TWO, Clock, at, in_session, place_now


def going(clock: Clock | None = None) -> Dossier:
    """The first pitch goes on since the start of the session."""
    dossier = in_session(clock or Clock())
    turn_clock(dossier, ONE.id, ClockStep.START)
    return dossier


def hours(dossier: Dossier) -> list[tuple[float, float]]:
    """When each pitch of the room is expected, in minutes after the start."""
    pitches = sessions(dossier).sessions[0].pitches
    return [
        ((p.expected.start - at(0)).total_seconds() / 60, (p.expected.end - at(0)).total_seconds() / 60)
        for p in pitches
    ]


def test_a_delay_is_shown_and_nothing_is_kept() -> None:
    dossier = going()
    view = late_view(dossier, "wo.1", Late(10))
    assert [(p.candidacy.reference, p.before, p.after) for p in view.pitches] == [
        ("K-01", Interval(at(0), at(35)), Interval(at(0), at(45))),
        ("K-02", Interval(at(35), at(70)), Interval(at(45), at(80))),
        ("K-03", Interval(at(70), at(105)), Interval(at(80), at(115))),
    ]
    assert all(p.hits == () and p.told is None for p in view.pitches)
    assert hours(dossier) == [(0, 35), (35, 70), (70, 105)]


def test_what_was_shown_is_kept_beside_the_plan() -> None:
    dossier = going()
    keep_late(dossier, late_view(dossier, "wo.1", Late(10)))
    assert hours(dossier) == [(0, 45), (45, 80), (80, 115)]
    assert place_now(dossier, "K-02").start == at(35)
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, event.subject) == ("session.late", "14/06/2023 13:00 · 1")


def test_a_second_delay_counts_from_the_first_and_catching_up_ends_at_the_plan() -> None:
    dossier = going()
    keep_late(dossier, late_view(dossier, "wo.1", Late(10)))
    keep_late(dossier, late_view(dossier, "wo.1", Late(5)))
    assert hours(dossier) == [(0, 50), (50, 85), (85, 120)]
    keep_late(dossier, late_view(dossier, "wo.1", Late(-15)))
    assert hours(dossier) == [(0, 35), (35, 70), (70, 105)]
    with dossier.read() as uow:
        assert [run.expected for run in uow.runs.find()] == [None, None, None]


def test_a_delay_is_undone_as_a_whole() -> None:
    dossier = going()
    changes = keep_late(dossier, late_view(dossier, "wo.1", Late(10)))
    put_back(dossier, *changes)
    assert hours(dossier) == [(0, 35), (35, 70), (70, 105)]


def test_a_delay_that_moves_nobody_is_not_recorded() -> None:
    dossier = going()
    assert keep_late(dossier, late_view(dossier, "wo.1", Late(0))) == ()


def test_nothing_is_kept_that_nobody_saw() -> None:
    dossier = going()
    view = late_view(dossier, "wo.1", Late(10))
    turn_clock(dossier, ONE.id, ClockStep.END)
    with pytest.raises(JuryError) as caught:
        keep_late(dossier, view)
    assert caught.value.message == say("session.late_changed")


def test_notes_typed_meanwhile_keep_nobody_from_it() -> None:
    dossier = going()
    view = late_view(dossier, "wo.1", Late(10))
    keep_notes(dossier, ONE.id, "Loopt uit.")
    assert len(keep_late(dossier, view)) == 3


def test_whom_it_hits_is_named() -> None:
    dossier = going()
    until = (Interval(at(0), at(110)),)
    with dossier.change() as uow:
        uow.jurors.save(replace(JURORS[1], available=until))
        uow.journal.append("test.kept", "test", "1")
    note_juror(dossier, [THREE.id], "j3", Attendance.ABSENT)
    view = late_view(dossier, "wo.1", Late(10))
    assert [p.hits for p in view.pitches] == [
        (),
        (),
        (
            say("session.hit_juror", juror="Jurylid 2"),
            say("session.hit_quorum", pitch="K-03", found=1, needed=3),
        ),
    ]


def test_a_juror_who_would_sit_longer_than_was_asked_is_named() -> None:
    """Three pitches of 35 minutes, of which the first takes ten more."""
    dossier = going()
    with dossier.change() as uow:
        uow.jurors.save(replace(JURORS[0], max_minutes_per_day=105))
        uow.journal.append("test.prepared", "juror", "j1")
    view = late_view(dossier, "wo.1", Late(10))
    told = say("session.hit_day", juror=JURORS[0].name, minutes=115, limit=105)
    assert [told in pitch.hits for pitch in view.pitches] == [False, False, True]


def test_a_pitch_that_began_early_lacks_nobody_who_was_asked_for_later() -> None:
    clock = Clock(-3)
    dossier = going(clock)
    with dossier.change() as uow:
        for juror in JURORS:
            uow.jurors.save(replace(juror, available=(Interval(at(0), at(45)),)))
        uow.journal.append("test.kept", "test", "1")
    assert [late_view(dossier, "wo.1", Late(minutes)).pitches[0].hits for minutes in (10, 11, -36)] == [
        (),
        (
            *(say("session.hit_juror", juror=juror.name) for juror in JURORS),
            say("session.hit_quorum", pitch="K-01", found=0, needed=3),
        ),
        (),
    ]


def test_who_is_heard_no_more_gives_room() -> None:
    dossier = going()
    note_candidate(dossier, TWO.id, Attendance.ABSENT, consequence=Consequence.WITHDRAWN, reason="Ziek")
    view = late_view(dossier, "wo.1", Late(10))
    assert [(p.candidacy.reference, p.after.start) for p in view.pitches] == [
        ("K-01", at(0)),
        ("K-03", at(70)),
    ]


def test_how_late_it_runs_follows_from_the_clock() -> None:
    clock = Clock()
    dossier = going(clock)
    found = sessions(dossier)
    session = found.sessions[0]
    assert delay_now(found, session, at(10)) == 0
    assert delay_now(found, session, at(26)) == 6
    fresh = sessions(in_session())
    assert delay_now(fresh, fresh.sessions[0], at(4)) == 4
    assert delay_now(fresh, fresh.sessions[1], at(4)) == 0


def test_a_pitch_that_begins_after_it_should_have_been_over_makes_the_room_as_late_as_before() -> None:
    clock = Clock(180)
    dossier = in_session(clock)
    found = sessions(dossier)
    assert delay_now(found, found.sessions[0], at(180)) == 180
    turn_clock(dossier, ONE.id, ClockStep.START)
    found = sessions(dossier)
    assert delay_now(found, found.sessions[0], at(180)) == 180
    view = late_view(dossier, "wo.1", Late(180))
    assert [(p.before, p.after, p.going) for p in view.pitches[:2]] == [
        (Interval(at(0), at(35)), Interval(at(180), at(215)), True),
        (Interval(at(35), at(70)), Interval(at(215), at(250)), False),
    ]
    keep_late(dossier, view)
    assert hours(dossier) == [(180, 215), (215, 250), (250, 285)]
    found = sessions(dossier)
    assert delay_now(found, found.sessions[0], at(180)) == 0


def test_a_pitch_on_another_day_is_not_late_and_shifts_nothing() -> None:
    clock = Clock(60 * 24)
    dossier = going(clock)
    found = sessions(dossier)
    assert delay_now(found, found.sessions[0], clock()) == 0
    with pytest.raises(JuryError) as caught:
        late_view(dossier, "wo.1", Late(5))
    assert caught.value.message == say("session.late_other_day")


def test_a_session_that_went_by_without_its_clock_is_not_late_for_ever() -> None:
    found = sessions(in_session())
    assert delay_now(found, found.sessions[0], found.sessions[0].window.end + timedelta(days=2)) == 0


def test_a_session_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(JuryError) as caught:
        late_view(in_session(), "do.1", Late(5))
    assert caught.value.message == say("session.unknown", name="do.1", known=("wo.1", "vr.1", "ma.1"))


# two rooms at once


def side_by_side() -> Dossier:
    """In room 1 the first pitch before jurors 1 and 2 and then the third, in room 2 the second from 13:50."""
    dossier = in_session()
    with dossier.change() as uow:
        [stored] = uow.plans.find()
        first, second, third = stored.plan.assignments
        windows = tuple(replace(window, rooms=2) for window in stored.instance.windows)
        places = (
            replace(first, jurors=("j1", "j2")),
            replace(second, room=2, start=at(50), end=at(85), jurors=("j2", "j3")),
            replace(third, start=at(35), end=at(70), jurors=("j1",)),
        )
        instance, plan = replace(stored.instance, windows=windows), replace(stored.plan, assignments=places)
        uow.plans.save(replace(stored, instance=instance, plan=plan))
        uow.journal.append("test.kept", "test", "1")
    return dossier


def test_each_room_runs_late_by_itself() -> None:
    dossier = side_by_side()
    assert [session.key for session in sessions(dossier).sessions][:2] == ["wo.1", "wo.2"]
    keep_late(dossier, late_view(dossier, "wo.1", Late(10)))
    starts = {
        pitch.candidacy.reference: pitch.expected.start
        for session in sessions(dossier).sessions
        for pitch in session.pitches
    }
    assert starts == {"K-01": at(10), "K-03": at(45), "K-02": at(50)}


def test_a_juror_who_is_awaited_in_the_other_room_is_named() -> None:
    view = late_view(side_by_side(), "wo.1", Late(20))
    assert view.pitches[0].hits == (
        say("session.hit_room", juror="Jurylid 2", other="K-02"),
        say("session.hit_quorum", pitch="K-01", found=1, needed=3),
    )
