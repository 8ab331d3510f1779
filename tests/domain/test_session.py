"""What a session keeps of a pitch, and what that means for its score."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jury_desktop.domain.call import Call, Consequence, PitchRules, Reveal, Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import (
    Attendance,
    CandidatePresence,
    ExpectedHour,
    JurorPresence,
    Phase,
    PitchRun,
    PitchState,
    Stretch,
    consequence_of,
    late_juror_scores,
)
from jury_desktop.domain.sheet import Sheet
from tests.builders import a_call, a_candidacy, a_juror, a_plan, a_run, a_sheet
from tests.services.scenario import invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
NOT_THERE = JurorPresence("j3", Attendance.ABSENT, scores=False, reason="Ziek")
GONE = CandidatePresence(Attendance.ABSENT, consequence=Consequence.WITHDRAWN, reason="Niet gekomen")


def at(minutes: int) -> datetime:
    return a_call().windows[0].start + timedelta(minutes=minutes)


def span(start: int, end: int) -> Interval:
    return Interval(at(start), at(end))


def rules(**changes: object) -> PitchRules:
    return replace(a_call().pitch, **changes)  # type: ignore[arg-type]


def a_selection(*sheets: Sheet, runs: tuple[PitchRun, ...] = (), reveal: Reveal | None = None) -> Selection:
    """Two pitches before three jurors, whose written sheets all say 3."""
    call: Call = a_call()
    if reveal is not None:
        call = replace(call, rubric=replace(call.rubric, reveal=reveal))
    written = tuple(a_sheet(juror, each) for juror in JURORS for each in (ONE, TWO))
    plan = a_plan((ONE, TWO), JURORS)
    decisions = (invited(ONE), invited(TWO))
    rest = (decisions, plan, frozenset[Round](), (), (), runs)
    return Selection(call, (ONE, TWO), JURORS, (), (*written, *sheets), *rest)


def pitch_sheets(*values: tuple[int, int, int]) -> list[Sheet]:
    """A sheet of (juror, candidacy, value) each."""
    numbered = {1: ONE, 2: TWO}
    return [a_sheet(JURORS[j - 1], numbered[c], Round.PITCH, value) for j, c, value in values]


EVERYBODY = pitch_sheets((1, 1, 2), (2, 1, 4), (3, 1, 0), (1, 2, 3), (2, 2, 3), (3, 2, 3))


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"stretches": (), "ended_at": None}, PitchState.TO_COME),
        ({"ended_at": None}, PitchState.GOING),
        ({}, PitchState.HELD),
        ({"candidate": GONE}, PitchState.ABSENT),
        ({"ended_at": None, "candidate": CandidatePresence(Attendance.ABSENT)}, PitchState.ABSENT),
        ({"ended_at": None, "candidate": CandidatePresence(Attendance.LATE, 5)}, PitchState.GOING),
    ],
)
def test_how_far_a_pitch_is(changes: dict[str, object], state: PitchState) -> None:
    assert a_run(ONE, **changes).state is state


def test_a_pitch_is_heard_as_planned_as_expected_or_as_its_clock_has_it() -> None:
    planned, later = span(0, 35), span(10, 45)
    fresh = PitchRun("r1", ONE.id)
    assert fresh.hour(planned) == planned
    expected = replace(fresh, expected=ExpectedHour(later, planned.start))
    assert expected.hour(planned) == later
    begun = replace(expected, stretches=(Stretch(Phase.PITCH, at(12)),))
    assert begun.hour(planned) == span(12, 47)
    assert replace(begun, ended_at=at(60)).hour(planned) == span(12, 60)


def test_what_was_expected_says_nothing_once_the_pitch_stands_elsewhere() -> None:
    run = PitchRun("r1", ONE.id, expected=ExpectedHour(span(10, 45), at(0)))
    assert run.hour(span(200, 235)) == span(200, 235)


def test_a_note_on_a_juror_replaces_an_earlier_one() -> None:
    late = JurorPresence("j1", Attendance.LATE, missed=4)
    assert a_run(ONE).with_juror(NOT_THERE).with_juror(late).jurors == (NOT_THERE, late)


@pytest.mark.parametrize(("missed", "scores"), [(0, True), (7, True), (8, False), (30, False)])
def test_a_late_juror_scores_while_the_part_missed_is_what_the_call_allows(missed: int, scores: bool) -> None:
    assert late_juror_scores(rules(juror_may_miss=25), missed) is scores


def test_where_the_call_is_silent_the_regisseur_decides() -> None:
    assert late_juror_scores(rules(), 1) is None
    assert consequence_of(rules(), Attendance.LATE) is None
    assert consequence_of(rules(), Attendance.ABSENT) is None


def test_the_call_may_say_what_follows() -> None:
    told = rules(candidate_late=Consequence.SHORTENED, candidate_absent=Consequence.WITHDRAWN)
    assert [consequence_of(told, each) for each in Attendance] == [
        Consequence.AS_PLANNED,
        Consequence.SHORTENED,
        Consequence.WITHDRAWN,
    ]


def test_an_absent_juror_acts_as_one_with_a_conflict_in_this_round_alone() -> None:
    """The 0 that was given before does not count, no sheet is missing; the written score stays."""
    run = a_run(ONE).with_juror(NOT_THERE)
    found = a_selection(*EVERYBODY, runs=(run,)).open_scores(Stage.FINAL)["c1"]
    assert (found.written, found.pitch) == (3.0, 3.0)
    waiting = a_selection(*EVERYBODY[:2], *EVERYBODY[3:], runs=(run,)).panel(Round.PITCH)
    assert waiting.open_pairs == frozenset()


def test_an_absence_keeps_nobody_from_another_pitch() -> None:
    panel = a_selection(runs=(a_run(ONE).with_juror(NOT_THERE),)).panel(Round.PITCH)
    assert ("j3", "c2") in panel.expected
    assert ("j3", "c1") not in panel.expected


def test_a_late_juror_who_scores_counts() -> None:
    late = JurorPresence("j3", Attendance.LATE, missed=3)
    found = a_selection(*EVERYBODY, runs=(a_run(ONE).with_juror(late),))
    assert found.open_scores(Stage.FINAL)["c1"].pitch == 2.0


@pytest.mark.parametrize("reveal", Reveal)
def test_a_candidate_who_is_heard_no_more_has_no_pitch_score_and_no_place(reveal: Reveal) -> None:
    """Never a zero: the written score stands, and what both rounds give together is not there."""
    found = a_selection(*EVERYBODY, runs=(a_run(ONE, candidate=GONE),), reveal=reveal)
    assert found.is_open_at(Stage.FINAL, "c1")
    assert found.open_sheets("c1", Round.PITCH) == ()
    assert set(found.ranks(Stage.FINAL)) == {"c2"}
    assert found.open_scores(Stage.SHORTLIST)["c1"].written == 3.0
    assert found.in_stage(Stage.FINAL) == (ONE, TWO)


def test_nobody_waits_for_scores_of_a_pitch_that_is_not_heard() -> None:
    found = a_selection(*EVERYBODY[3:], runs=(a_run(ONE, candidate=GONE),))
    assert found.panel(Round.PITCH).open_pairs == frozenset()
    assert found.is_open("c2", Round.PITCH)
