"""Who was there, and what follows: by the call, or as the regisseur decides with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Consequence, Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Slot
from jury_desktop.domain.session import Attendance, CandidatePresence, JurorPresence, PitchRun, PitchState
from jury_desktop.services.journal import concerns, journal
from jury_desktop.services.overview import overview
from jury_desktop.services.planning import plan_view, planning_problem
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.session import SessionPitch, sessions
from jury_desktop.services.session_places import FreePlace, free_places
from jury_desktop.services.session_presence import (
    MovedPitch,
    move_candidate,
    note_candidate,
    note_everybody,
    note_juror,
    put_back_move,
)
from jury_desktop.services.session_runs import ClockStep, keep_notes, put_back, turn_clock
from tests.services.sessioning import ONE, PITCHES, TWO, WEDNESDAY, Clock, at, in_session, place_now

LATE, ABSENT, PRESENT = Attendance.LATE, Attendance.ABSENT, Attendance.PRESENT


def kept(dossier: Dossier, candidacy: str = ONE.id) -> PitchRun:
    with dossier.read() as uow:
        [run] = uow.runs.find(candidacy=candidacy)
    return run


def refused(work: object) -> Message:
    with pytest.raises(JuryError) as caught:
        work()  # type: ignore[operator]
    return caught.value.message


def expected(dossier: Dossier) -> set[tuple[str, str]]:
    with dossier.read() as uow:
        return set(selection_of(uow).panel(Round.PITCH).expected)


def shown(dossier: Dossier, candidacy: str = ONE.id) -> list[SessionPitch]:
    pitches = (pitch for session in sessions(dossier).sessions for pitch in session.pitches)
    return [pitch for pitch in pitches if pitch.candidacy.id == candidacy]


# jurors


def test_an_absent_juror_is_waited_for_no_more() -> None:
    dossier = in_session()
    note_juror(dossier, [ONE.id], "j2", ABSENT, reason="Ziek")
    assert kept(dossier).jurors == (JurorPresence("j2", ABSENT, scores=False, reason="Ziek"),)
    assert ("j2", ONE.id) not in expected(dossier)
    [pitch] = shown(dossier)
    assert (pitch.scoring, [seat.scores for seat in pitch.panel]) == (2, [True, False, True])


def test_a_juror_may_be_absent_for_the_rest_of_the_session_in_one_step() -> None:
    dossier = in_session()
    changes = note_juror(dossier, [each.id for each in PITCHES], "j2", ABSENT)
    assert {pair for pair in expected(dossier) if pair[0] == "j2"} == set()
    put_back(dossier, *changes)
    assert len(expected(dossier)) == 9


@pytest.mark.parametrize(("missed", "scores"), [(7, True), (8, False)])
def test_of_a_late_juror_the_call_decides(missed: int, scores: bool) -> None:
    dossier = in_session(juror_may_miss=25)
    note_juror(dossier, [ONE.id], "j1", LATE, missed=missed)
    assert kept(dossier).jurors == (JurorPresence("j1", LATE, missed, scores),)


def test_against_the_call_only_with_a_reason() -> None:
    dossier = in_session(juror_may_miss=25)
    assert refused(lambda: note_juror(dossier, [ONE.id], "j1", LATE, missed=12, scores=True)) == say(
        "session.needs_reason"
    )
    note_juror(dossier, [ONE.id], "j1", LATE, missed=12, scores=True, reason="Las de tekst vooraf")
    assert kept(dossier).jurors == (JurorPresence("j1", LATE, 12, True, "Las de tekst vooraf"),)


def test_where_the_call_is_silent_the_regisseur_decides_with_a_reason() -> None:
    dossier = in_session()
    assert refused(lambda: note_juror(dossier, [ONE.id], "j1", LATE, missed=2)) == say(
        "session.juror_undecided"
    )
    assert refused(lambda: note_juror(dossier, [ONE.id], "j1", LATE, missed=2, scores=False)) == say(
        "session.needs_reason"
    )


def test_who_came_after_all_scores_again() -> None:
    dossier = in_session()
    note_juror(dossier, [ONE.id], "j2", ABSENT)
    note_juror(dossier, [ONE.id], "j2", PRESENT)
    assert kept(dossier).jurors == (JurorPresence("j2", PRESENT),)
    assert ("j2", ONE.id) in expected(dossier)


def test_who_sits_elsewhere_is_not_noted() -> None:
    dossier = in_session()
    assert refused(lambda: note_juror(dossier, [ONE.id], "j9", ABSENT)) == say(
        "session.not_on_panel", reference="K-01"
    )


def test_everybody_present_leaves_what_was_noted() -> None:
    dossier = in_session()
    note_juror(dossier, [ONE.id], "j2", ABSENT)
    changes = note_everybody(dossier, ONE.id)
    assert {noted.juror: noted.attendance for noted in kept(dossier).jurors} == {
        "j1": PRESENT,
        "j2": ABSENT,
        "j3": PRESENT,
    }
    assert kept(dossier).candidate == CandidatePresence(PRESENT, 0, Consequence.AS_PLANNED)
    put_back(dossier, *changes)
    assert [noted.juror for noted in kept(dossier).jurors] == ["j2"]


def test_everybody_present_leaves_what_was_noted_of_the_candidate() -> None:
    dossier = in_session()
    note_candidate(dossier, ONE.id, ABSENT)
    note_everybody(dossier, ONE.id)
    found = kept(dossier).candidate
    assert found is not None
    assert found.attendance is ABSENT


def test_the_journal_names_juror_pitch_and_reason() -> None:
    dossier = in_session()
    note_juror(dossier, [ONE.id], "j2", ABSENT, reason="Ziek")
    line = journal(dossier)[0]
    assert concerns(line.event, "K-01")
    assert (line.event.action, line.event.subject, line.event.reason) == (
        "session.juror",
        "Jurylid 2 – K-01",
        "Ziek",
    )


# candidates


def test_a_candidate_who_is_late_pitches_shorter_by_the_call() -> None:
    dossier = in_session(candidate_late=Consequence.SHORTENED)
    note_candidate(dossier, ONE.id, LATE, late=8)
    assert kept(dossier).candidate == CandidatePresence(LATE, 8, Consequence.SHORTENED, 12)


@pytest.mark.parametrize(("given", "left"), [(None, 1), (15, 15), (50, 20), (0, 1)])
def test_a_shortened_pitch_keeps_a_minute_and_is_never_longer(given: int | None, left: int) -> None:
    dossier = in_session(candidate_late=Consequence.SHORTENED)
    note_candidate(dossier, ONE.id, LATE, late=40, pitch_minutes=given)
    found = kept(dossier).candidate
    assert found is not None
    assert found.pitch_minutes == left


def test_where_the_call_is_silent_a_consequence_needs_a_reason() -> None:
    dossier = in_session()
    assert refused(lambda: note_candidate(dossier, ONE.id, LATE, late=8)) == say(
        "session.candidate_undecided"
    )
    work = {"late": 8, "consequence": Consequence.AS_PLANNED}
    assert refused(lambda: note_candidate(dossier, ONE.id, LATE, **work)) == say("session.needs_reason")  # type: ignore[arg-type]
    note_candidate(
        dossier, ONE.id, LATE, late=8, consequence=Consequence.AS_PLANNED, reason="De trein stond stil"
    )
    assert kept(dossier).candidate == CandidatePresence(
        LATE, 8, Consequence.AS_PLANNED, None, "De trein stond stil"
    )


def test_an_absence_is_noted_before_anybody_decides_what_follows() -> None:
    dossier = in_session()
    note_candidate(dossier, ONE.id, ABSENT)
    assert kept(dossier).state is PitchState.ABSENT
    assert len(expected(dossier)) == 9
    assert refused(lambda: turn_clock(dossier, ONE.id, ClockStep.START)) == say(
        "session.not_heard", reference="K-01"
    )
    note_candidate(dossier, ONE.id, PRESENT)
    turn_clock(dossier, ONE.id, ClockStep.START)
    assert kept(dossier).state is PitchState.GOING


def test_who_is_heard_no_more_has_no_score_and_stays_in_sight() -> None:
    dossier = in_session()
    note_candidate(dossier, ONE.id, ABSENT, consequence=Consequence.WITHDRAWN, reason="Afgebeld")
    assert {pair for pair in expected(dossier) if pair[1] == ONE.id} == set()
    [pitch] = shown(dossier)
    assert (pitch.state, pitch.moved_to) == (PitchState.ABSENT, None)
    assert ONE.reference not in {each.id for each in planning_problem(dossier).pitches}


def test_withdrawing_stops_the_clock_and_is_undone() -> None:
    clock = Clock()
    dossier = in_session(clock)
    turn_clock(dossier, ONE.id, ClockStep.START)
    before = kept(dossier)
    clock.minutes = 3
    change = note_candidate(
        dossier, ONE.id, LATE, late=3, consequence=Consequence.WITHDRAWN, reason="Trok zich terug"
    )
    assert kept(dossier).stretches[-1].end == at(3)
    put_back(dossier, change)
    assert kept(dossier) == before


@pytest.mark.parametrize("consequence", [Consequence.AS_PLANNED, Consequence.SHORTENED])
def test_who_is_not_there_does_not_pitch(consequence: Consequence) -> None:
    dossier = in_session()
    work = {"consequence": consequence, "reason": "x"}
    assert refused(lambda: note_candidate(dossier, ONE.id, ABSENT, **work)) == say("session.absent_unheard")  # type: ignore[arg-type]


def test_another_place_is_not_promised_without_one() -> None:
    dossier = in_session()
    work = {"consequence": Consequence.MOVED, "reason": "x"}
    assert refused(lambda: note_candidate(dossier, ONE.id, ABSENT, **work)) == say(  # type: ignore[arg-type]
        "session.needs_place", reference="K-01"
    )


def test_withdrawing_is_no_reason_to_plan_again() -> None:
    dossier = in_session()
    before = [step.text.key for step in overview(dossier).steps]
    note_candidate(dossier, ONE.id, ABSENT, consequence=Consequence.WITHDRAWN, reason="Afgebeld")
    assert "steps.plan" not in before
    assert "steps.plan" not in [step.text.key for step in overview(dossier).steps]


# another place


@pytest.fixture(scope="module")
def planned() -> Dossier:
    """A plan that the verifier accepts, five minutes into the session."""
    return in_session(Clock(5), sound=True)


def copied(dossier: Dossier) -> Dossier:
    return replace(dossier, store=dossier.store.copied())  # type: ignore[attr-defined]


def places(dossier: Dossier) -> tuple[FreePlace, ...]:
    return free_places(plan_view(dossier), ONE.reference, dossier.now())


def moved(dossier: Dossier, reason: str = "Panne onderweg") -> tuple[FreePlace, MovedPitch]:
    first = places(dossier)[0]
    noted = CandidatePresence(ABSENT, reason=reason)
    return first, move_candidate(dossier, plan_view(dossier), ONE.id, first.plan, noted)


def test_free_places_lie_ahead_break_nothing_and_move_nobody(planned: Dossier) -> None:
    found = places(planned)
    assert len(found) == 8
    assert [place.slot for place in found] == sorted((p.slot for p in found), key=lambda slot: slot.start)
    others = {pitch.reference: place_now(planned, pitch.reference) for pitch in PITCHES[1:]}
    for place in found:
        assert place.slot.start >= at(10)
        assert {it.pitch: it for it in place.plan.assignments if it.pitch != "K-01"} == others


def test_a_search_that_is_stopped_finds_nothing(planned: Dossier) -> None:
    assert free_places(plan_view(planned), ONE.reference, at(0), lambda: True) == ()


def test_without_a_plan_no_place_is_free(planned: Dossier) -> None:
    assert free_places(replace(plan_view(planned), plan=None), ONE.reference, at(0)) == ()


def test_a_candidate_gets_another_place_in_one_step(planned: Dossier) -> None:
    dossier = copied(planned)
    keep_notes(dossier, ONE.id, "Belde om 13.02")
    first, _ = moved(dossier)
    assert place_now(dossier, "K-01").start == first.slot.start
    assert kept(dossier).candidate == CandidatePresence(ABSENT, 0, Consequence.MOVED, None, "Panne onderweg")
    assert kept(dossier).notes == "Belde om 13.02"
    there, here = sorted(shown(dossier), key=lambda pitch: pitch.state)
    assert {there.state, here.state} == {PitchState.MOVED, PitchState.TO_COME}
    gone = next(pitch for pitch in (there, here) if pitch.state is PitchState.MOVED)
    assert (gone.place.start, gone.moved_to) == (at(0), first.slot)


def test_a_move_is_undone_as_a_whole(planned: Dossier) -> None:
    dossier = copied(planned)
    _, done = moved(dossier)
    put_back_move(dossier, done)
    assert place_now(dossier, "K-01").start == at(0)
    with dossier.read() as uow:
        assert uow.runs.find() == ()
        assert len(uow.plans.find()) == 1


def test_a_move_needs_a_reason_and_keeps_nothing_without(planned: Dossier) -> None:
    dossier = copied(planned)
    assert refused(lambda: moved(dossier, " ")) == say("session.needs_reason")
    with dossier.read() as uow:
        assert len(uow.plans.find()) == 1


def test_a_pitch_that_was_held_stays_where_it_is_in_a_new_plan(planned: Dossier) -> None:
    dossier = copied(planned)
    turn_clock(dossier, TWO.id, ClockStep.START)
    turn_clock(dossier, TWO.id, ClockStep.END)
    pinned = {pitch.id: pitch.pinned for pitch in planning_problem(dossier).pitches}
    assert pinned["K-02"] == Slot(WEDNESDAY.id, 1, at(35))
