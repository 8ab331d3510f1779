"""The jury of the sample: who sits when, who must leave the room, and whether a plan exists."""

from __future__ import annotations

from jury_desktop.domain.conflict import suspect
from jury_desktop.domain.pitch import Interval, PlanStatus
from jury_desktop.scheduling.solve import solve
from tests.builders import a_call
from tests.sample.jury_data import barred, candidacies, data, jurors, problem

REFERENCES = {candidacy.id for candidacy in candidacies()}
WINDOWS = {window.id: Interval(window.start, window.end) for window in a_call().windows}


def test_six_jurors_sit_on_wednesday_seven_on_friday_and_five_on_monday() -> None:
    present = {
        name: sum(any(window.covers(stretch) for stretch in juror.available) for juror in jurors())
        for name, window in WINDOWS.items()
    }
    assert present == {"wo": 6, "vr": 7, "ma": 5}


def test_every_stretch_of_a_juror_lies_within_a_session() -> None:
    stretches = [stretch for juror in jurors() for stretch in juror.available]
    assert all(any(window.covers(stretch) for window in WINDOWS.values()) for stretch in stretches)


def test_jurors_are_told_apart_and_invented() -> None:
    people = jurors()
    assert len({juror.id for juror in people}) == len({juror.email for juror in people}) == 8
    assert all(juror.email.endswith(".example") for juror in people)
    assert {challenge for juror in people for challenge in juror.expertise} == set(range(1, 8))


def test_conflicts_and_wishes_refer_to_what_exists() -> None:
    jury = data("jury.toml")
    assert {juror for juror, _ in barred()} <= {juror.id for juror in jurors()}
    assert {reference for _, reference in barred()} <= REFERENCES
    assert all(entry["reason"] for entry in jury["conflicts"])
    assert {entry["candidacy"] for entry in jury["candidates"]} <= REFERENCES
    wished = {name for entry in jury["candidates"] for name in entry.get("preferred_windows", ())}
    assert wished <= WINDOWS.keys()


def test_three_organisations_cannot_come_at_some_time() -> None:
    cannot = [entry["candidacy"] for entry in data("jury.toml")["candidates"] if "unavailable" in entry]
    assert cannot == ["K-07", "K-10", "K-11"]


def test_one_conflict_shows_in_the_form_and_is_declared_as_well() -> None:
    found = [(hit.juror, hit.candidacy, hit.seen_in) for hit in suspect(jurors(), candidacies())]
    assert found == [("vermeulen", "K-02", "partner")]
    assert ("vermeulen", "K-02") in barred()


def test_all_twelve_pitches_can_be_planned() -> None:
    plan = solve(problem(), time_limit=30)
    assert plan.status in {PlanStatus.OPTIMAL, PlanStatus.FEASIBLE}
    assert (len(plan.assignments), plan.left_out) == (12, ())
