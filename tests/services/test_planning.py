"""The pitch plan of a dossier: the problem it states, the plan it keeps, the one it communicates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval, PlanStatus, Slot
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.overview import overview
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
    why_not,
    with_names,
)
from tests.builders import NOW, a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier, after_the_written_round, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = [a_juror(number) for number in (1, 2, 3, 4)]
WEDNESDAY = a_call().windows[0]


def test_the_problem_names_pitches_by_reference_and_carries_what_candidates_asked() -> None:
    away = Interval(WEDNESDAY.start, WEDNESDAY.end)
    wishing = replace(ONE, unavailable=(away,), preferred_windows=("vr",))
    conflict = a_conflict(JURORS[0], ONE)
    dossier = a_dossier([wishing, TWO], JURORS, decisions=[invited(wishing)], conflicts=[conflict])
    problem = planning_problem(dossier)
    pitch = problem.pitches[0]
    assert [p.id for p in problem.pitches] == ["K-01"]
    assert (pitch.unavailable, pitch.preferred_windows, pitch.minutes) == ((away,), ("vr",), 35)
    assert problem.conflicts == (("j1", "K-01"),)


@pytest.mark.parametrize(
    ("state", "organisation"), [(ConflictState.SUGGESTED, "de brug"), (ConflictState.DISMISSED, "")]
)
def test_an_own_organisation_bars_a_juror_until_it_was_judged_to_be_no_conflict(
    state: ConflictState, organisation: str
) -> None:
    brug, juror = replace(ONE, organisation="De Brug vzw"), replace(JURORS[0], organisation="De Brug")
    conflicts = [a_conflict(juror, brug, state=state)]
    dossier = a_dossier([brug], [juror], decisions=[invited(brug)], conflicts=conflicts)
    problem = planning_problem(dossier)
    assert (problem.jurors[0].organisation, problem.pitches[0].organisations) == (organisation, ("de brug",))


@pytest.mark.parametrize(
    ("dossier", "message"),
    [
        (after_the_written_round(), say("planning.nobody_invited")),
        (
            a_dossier([ONE], [a_juror(available=())], decisions=[invited(ONE)]),
            say("planning.no_availability"),
        ),
    ],
    ids=["nobody invited", "nobody available"],
)
def test_what_cannot_be_planned_says_why(dossier: object, message: object) -> None:
    with pytest.raises(JuryError) as caught:
        planning_problem(dossier)  # type: ignore[arg-type]
    assert caught.value.message == message


def test_a_solved_plan_is_kept_shown_and_communicated() -> None:
    dossier = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    problem = planning_problem(dossier)
    stored = keep_plan(dossier, problem, solve_plan(problem))
    assert (stored.version, stored.plan.status) == (1, PlanStatus.OPTIMAL)
    assert sorted(place.pitch for place in stored.plan.assignments) == ["K-01", "K-02"]
    told = communicate_plan(dossier)
    assert plan_view(dossier).plan == told
    assert told.communicated_at == NOW


def test_a_new_plan_knows_where_the_communicated_one_put_each_pitch() -> None:
    dossier = a_dossier([ONE], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    place = keep_plan(dossier, problem, solve_plan(problem)).plan.assignments[0]
    communicate_plan(dossier)
    expected = Slot(place.window, place.room, place.start)
    assert planning_problem(dossier).pitches[0].communicated == expected


def test_a_plan_that_breaks_a_rule_is_not_kept() -> None:
    dossier = a_dossier([ONE], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    plan = solve_plan(problem)
    place = plan.assignments[0]
    moved = replace(plan, assignments=(replace(place, jurors=place.jurors[:2]),))
    with pytest.raises(JuryError):
        keep_plan(dossier, problem, moved)
    with dossier.read() as uow:
        assert uow.plans.find() == ()


def test_why_not_elsewhere_is_answered_from_the_plan_as_kept() -> None:
    friday = Interval(a_call().windows[1].start, a_call().windows[1].end)
    jurors = [replace(juror, available=(friday,)) for juror in JURORS]
    dossier = a_dossier([ONE], jurors, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    stored = keep_plan(dossier, problem, solve_plan(problem))
    found = why_not(stored, "K-01", WEDNESDAY.id)
    assert "K-01" in found.who
    assert why_not(stored, "K-01", a_call().windows[1].id).constraint == "already"


def test_the_planner_names_jurors_by_name() -> None:
    jurors = {juror.id: juror for juror in JURORS}
    told = say("scheduling.some", juror="j1", jurors=("j2", "x"), count=3)
    expected = say("scheduling.some", juror="Jurylid 1", jurors=("Jurylid 2", "x"), count=3)
    assert with_names(told, jurors) == expected


def test_a_conflict_declared_while_planning_keeps_the_plan_out() -> None:
    dossier = a_dossier([ONE], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    plan = solve_plan(problem)
    declare_conflict(dossier, "j1", "c1", "Familie")
    with pytest.raises(JuryError) as caught:
        keep_plan(dossier, problem, plan)
    assert caught.value.message == say("planning.conflict_since", juror="Jurylid 1", reference="K-01")
    assert plan_view(dossier).plan is None


def test_who_is_left_out_of_the_plan_is_on_the_worklist_until_there_is_a_place() -> None:
    friday = Interval(a_call().windows[1].start, a_call().windows[1].end)
    two = a_candidacy(2, unavailable=(friday,))
    jurors = [replace(juror, available=(friday,)) for juror in JURORS]
    dossier = a_dossier([ONE, two], jurors, decisions=[invited(ONE), invited(two)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    steps = [step for step in overview(dossier).steps if step.page == "planning"]
    assert [(step.text, step.ref) for step in steps] == [
        (say("steps.plan_unplaced", count=1), "K-02"),
        (say("steps.plan_untold"), ""),
    ]
    keys = [step.text.key for step in overview(dossier).steps]
    assert keys.index("steps.plan_untold") < keys.index("steps.sheets_pitch"), "first the plan, then scores"
    communicate_plan(dossier)
    told = [step.text for step in overview(dossier).steps if step.page == "planning"]
    assert told == [say("steps.plan_unplaced", count=1)]


def test_a_conflict_declared_after_planning_asks_for_a_new_plan() -> None:
    dossier = a_dossier([ONE], JURORS, decisions=[invited(ONE)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    declare_conflict(dossier, "j1", "c1", "Familie")
    told = say("steps.plan_barred", juror="Jurylid 1", reference="K-01")
    assert told in [step.text for step in overview(dossier).steps]
