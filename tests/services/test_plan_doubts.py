"""A plan that no longer holds says so: whoever left, cannot come any more, or is kept apart by now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.pitch import PlanStatus
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.plan_doubts import nothing_better, plan_doubts
from jury_desktop.services.planning import keep_plan, plan_view, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.wording import render
from tests.builders import NOW, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = [a_juror(number) for number in (1, 2, 3, 4)]


@pytest.fixture
def dossier() -> Dossier:
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    problem = planning_problem(made)
    keep_plan(made, problem, solve_plan(problem))
    return made


def doubts(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """What is said, and about which pitches."""
    return {render(doubt.message): doubt.pitches for doubt in plan_doubts(plan_view(dossier))}


def test_a_plan_holds_until_something_changes(dossier: Dossier) -> None:
    assert doubts(dossier) == {}
    assert plan_doubts(plan_view(a_dossier())) == ()


def test_somebody_more_who_could_sit_is_no_doubt(dossier: Dossier) -> None:
    save_juror(dossier, a_juror(9))
    assert doubts(dossier) == {}


def test_a_juror_who_cannot_come_any_more_is_named_with_the_pitches(dossier: Dossier) -> None:
    save_juror(dossier, replace(JURORS[0], available=()))
    ((said, pitches),) = doubts(dossier).items()
    assert said.startswith("Jurylid j1 is niet beschikbaar voor K-0")
    assert sorted(pitches) == ["K-01", "K-02"]


def test_a_conflict_declared_since_is_named(dossier: Dossier) -> None:
    declare_conflict(dossier, "j2", ONE.id, "Zetelt in het bestuur.")
    assert doubts(dossier) == {"Jurylid j2 heeft een belangenconflict met K-01.": ("K-01",)}


def test_a_juror_who_left_and_a_quorum_that_is_lost(dossier: Dossier) -> None:
    for juror in JURORS[:2]:
        save_juror(dossier, replace(juror, active=False))
    found = doubts(dossier)
    assert {tuple(sorted(pitches)) for pitches in found.values()} == {("K-01", "K-02")}
    gone, lost = list(found)[:2], list(found)[2]
    assert gone == ["j1 zetelt niet meer in de jury.", "j2 zetelt niet meer in de jury."]
    assert lost.endswith("zijn er 2 juryleden; 3 vereist.")


def test_a_candidate_who_is_no_longer_invited(dossier: Dossier) -> None:
    with dossier.change() as uow:
        (decision,) = [each for each in uow.decisions.find() if each.candidacy == TWO.id]
        uow.decisions.remove(decision.id)
        uow.journal.append("test.prepared", "dossier", "test")
    assert doubts(dossier) == {"K-02 is niet meer uitgenodigd om te pitchen.": ("K-02",)}


def test_planning_again_is_worth_a_version_only_when_something_is_otherwise(dossier: Dossier) -> None:
    problem, stored = planning_problem(dossier), plan_view(dossier).plan
    assert stored is not None
    again = solve_plan(problem, in_force=stored)
    assert nothing_better(problem, stored, again)
    assert not nothing_better(problem, stored, replace(again, assignments=again.assignments[:1]))
    unproven = replace(stored, plan=replace(stored.plan, status=PlanStatus.FEASIBLE))
    assert not nothing_better(problem, unproven, again)
    assert nothing_better(problem, replace(unproven, communicated_at=NOW), again)


def test_a_plan_that_is_the_best_for_what_is_known_now_is_kept_as_that(dossier: Dossier) -> None:
    stored = plan_view(dossier).plan
    assert stored is not None
    save_juror(dossier, replace(a_juror(9), available=()))
    problem = planning_problem(dossier)
    again = solve_plan(problem, in_force=stored)
    assert again.assignments == stored.plan.assignments
    assert not nothing_better(problem, stored, again)
