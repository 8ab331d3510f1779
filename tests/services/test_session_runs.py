"""The clock and the notes of a pitch: every step is kept, journalled and undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Interval, Slot
from jury_desktop.domain.session import Phase, PitchRun, PitchState, Stretch
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session import SessionPitch, Sessions, sessions
from jury_desktop.services.session_runs import ClockStep, keep_notes, put_back, turn_clock
from tests.builders import a_candidacy
from tests.services.sessioning import ONE, PITCHES, TWO, WEDNESDAY, Clock, at, in_session, scored


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def dossier(clock: Clock) -> Dossier:
    return in_session(clock)


def run(dossier: Dossier, candidacy: str = ONE.id) -> PitchRun | None:
    with dossier.read() as uow:
        return next(iter(uow.runs.find(candidacy=candidacy)), None)


def kept(dossier: Dossier, candidacy: str = ONE.id) -> PitchRun:
    found = run(dossier, candidacy)
    assert found is not None
    return found


def told(dossier: Dossier) -> list[tuple[str, str]]:
    """Actions and subjects since the plan was made."""
    with dossier.read() as uow:
        events = [(event.action, event.subject) for event in uow.journal.all()]
    return events[events.index(("plan.made", "v1")) + 1 :]


def refused(work: object) -> Message:
    with pytest.raises(JuryError) as caught:
        work()  # type: ignore[operator]
    return caught.value.message


def shown(found: Sessions) -> list[SessionPitch]:
    return list(found.sessions[0].pitches)


def test_a_whole_pitch_is_kept_with_its_moments(dossier: Dossier, clock: Clock) -> None:
    for minutes, step in (
        (2, ClockStep.START),
        (10, ClockStep.STOP),
        (12, ClockStep.START),
        (24, ClockStep.NEXT_PHASE),
        (34, ClockStep.NEXT_PHASE),
        (40, ClockStep.END),
    ):
        clock.minutes = minutes
        turn_clock(dossier, ONE.id, step)
    found = kept(dossier)
    assert found.stretches == (
        Stretch(Phase.PITCH, at(2), at(10)),
        Stretch(Phase.PITCH, at(12), at(24)),
        Stretch(Phase.QUESTIONS, at(24), at(34)),
        Stretch(Phase.DELIBERATION, at(34), at(40)),
    )
    assert (found.ended_at, found.state) == (at(40), PitchState.HELD)
    assert told(dossier) == [
        ("session.start", "K-01"),
        ("session.stop", "K-01"),
        ("session.start", "K-01"),
        ("session.next_phase", "K-01"),
        ("session.next_phase", "K-01"),
        ("session.end", "K-01"),
    ]


def test_the_session_shows_what_goes_on_and_what_comes(dossier: Dossier, clock: Clock) -> None:
    clock.minutes = 4
    turn_clock(dossier, ONE.id, ClockStep.START)
    found = sessions(dossier)
    session = found.at(at(-5000))
    assert session is not None
    assert (session.key, session.going, session.next) == ("wo.1", *shown(found)[:2])
    assert [pitch.state for pitch in shown(found)] == [
        PitchState.GOING,
        PitchState.TO_COME,
        PitchState.TO_COME,
    ]
    assert shown(found)[0].expected == Interval(at(4), at(39))


def test_the_session_of_now_the_next_one_or_the_last(dossier: Dossier) -> None:
    found = sessions(dossier)
    windows = [session.window for session in found.sessions]
    assert [found.at(window.start) for window in windows] == list(found.sessions)
    assert found.at(windows[-1].end.replace(year=2030)) == found.sessions[-1]
    assert Sessions(found.rules, ()).at(at(0)) is None


def test_one_pitch_at_a_time_in_a_room(dossier: Dossier) -> None:
    turn_clock(dossier, ONE.id, ClockStep.START)
    turn_clock(dossier, ONE.id, ClockStep.STOP)
    assert refused(lambda: turn_clock(dossier, TWO.id, ClockStep.START)) == say(
        "session.room_busy", reference="K-02", other="K-01"
    )
    turn_clock(dossier, ONE.id, ClockStep.END)
    turn_clock(dossier, TWO.id, ClockStep.START)
    assert kept(dossier, TWO.id).running


def test_a_pitch_without_a_place_has_no_clock(dossier: Dossier) -> None:
    with dossier.change() as uow:
        uow.candidacies.save(a_candidacy(9))
        uow.journal.append("test.kept", "test", "1")
    assert refused(lambda: turn_clock(dossier, "c9", ClockStep.START)) == say(
        "session.no_place", reference="K-09"
    )


def test_a_pitch_that_went_by_without_a_clock_can_be_noted_as_held(dossier: Dossier, clock: Clock) -> None:
    clock.minutes = 36
    turn_clock(dossier, ONE.id, ClockStep.END)
    assert (kept(dossier).state, kept(dossier).started_at) == (PitchState.HELD, None)


def test_starting_a_clock_that_runs_records_nothing(dossier: Dossier) -> None:
    turn_clock(dossier, ONE.id, ClockStep.START)
    turn_clock(dossier, ONE.id, ClockStep.START)
    assert told(dossier) == [("session.start", "K-01")]


def test_every_step_is_undone_in_turn(dossier: Dossier, clock: Clock) -> None:
    steps = []
    for minutes, step in ((0, ClockStep.START), (20, ClockStep.NEXT_PHASE), (25, ClockStep.END)):
        clock.minutes = minutes
        steps.append((run(dossier), turn_clock(dossier, ONE.id, step)))
    for before, change in reversed(steps):
        put_back(dossier, change)
        assert run(dossier) == before
    assert [action for action, _ in told(dossier)][3:] == ["session.put_back"] * 3


def test_a_step_is_not_undone_over_a_later_one(dossier: Dossier) -> None:
    first = turn_clock(dossier, ONE.id, ClockStep.START)
    turn_clock(dossier, ONE.id, ClockStep.NEXT_PHASE)
    before = run(dossier)
    assert refused(lambda: put_back(dossier, first)) == say("session.changed_since", reference="K-01")
    assert run(dossier) == before


def test_notes_are_kept_exactly_as_typed(dossier: Dossier) -> None:
    text = "  Sterk netwerk.\n\n→ vraag naar de begroting?  "
    keep_notes(dossier, ONE.id, text)
    assert kept(dossier).notes == text
    keep_notes(dossier, ONE.id, text)
    assert told(dossier) == [("session.noted", "K-01")]


def test_undoing_a_step_leaves_the_notes_typed_since(dossier: Dossier) -> None:
    started = turn_clock(dossier, ONE.id, ClockStep.START)
    keep_notes(dossier, ONE.id, "Boeiend.")
    put_back(dossier, started)
    assert (kept(dossier).notes, kept(dossier).stretches) == ("Boeiend.", ())


def test_undoing_notes_gives_the_earlier_ones(dossier: Dossier) -> None:
    keep_notes(dossier, ONE.id, "Een")
    change = keep_notes(dossier, ONE.id, "Een twee")
    put_back(dossier, change)
    assert kept(dossier).notes == "Een"


def test_only_that_somebody_submitted_is_told() -> None:
    dossier = in_session(sheets=[scored(1, 1), scored(2, 1)])
    first = shown(sessions(dossier))[0]
    assert [(seat.juror.id, seat.submitted) for seat in first.panel] == [
        ("j1", True),
        ("j2", True),
        ("j3", False),
    ]
    assert (first.submitted, first.scoring) == (2, 3)


def test_the_hours_that_candidates_were_told_are_known(dossier: Dossier) -> None:
    assert [pitch.told for pitch in shown(sessions(dossier))] == [None] * len(PITCHES)
    with dossier.change() as uow:
        [plan] = uow.plans.find()
        uow.plans.save(replace(plan, communicated_at=at(-1000)))
        uow.journal.append("plan.communicated", "plan", "v1")
    assert [pitch.told for pitch in shown(sessions(dossier))] == [at(0), at(35), at(70)]


def test_a_pitch_that_moved_still_shows_where_it_stood(dossier: Dossier) -> None:
    with dossier.change() as uow:
        slot = Slot(WEDNESDAY.id, 1, at(120))
        uow.runs.save(PitchRun("r2", TWO.id, moved_from=slot))
        uow.journal.append("test.kept", "test", "1")
    last = shown(sessions(dossier))[-1]
    assert (last.candidacy, last.state, last.panel) == (TWO, PitchState.MOVED, ())
    assert last.moved_to == Slot(WEDNESDAY.id, 1, at(35))
    assert last.expected == Interval(at(120), at(155))
