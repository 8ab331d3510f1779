"""Versions of the plan: what is different between two, and why; and what would be if something happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval, PlanStatus, Slot, StoredPlan
from jury_desktop.domain.plan_difference import ChangeKind
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.plan_moves import judge_move, keep_move, slot_of, take_back_plan
from jury_desktop.services.plan_versions import explained_changes, plan_versions, why_no_seat
from jury_desktop.services.plan_what_if import (
    CandidateOut,
    JurorAway,
    OneMore,
    Supposition,
    WindowHours,
    what_would_be,
)
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.wording import render
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = [a_juror(number) for number in (1, 2, 3)]
WEDNESDAY, FRIDAY, _ = a_call().windows
ON_FRIDAY = Interval(FRIDAY.start, FRIDAY.end)
LATER = Slot(FRIDAY.id, 1, FRIDAY.start + timedelta(minutes=90))


@pytest.fixture
def dossier() -> Dossier:
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    solve_and_keep(made)
    return made


def solve_and_keep(dossier: Dossier) -> StoredPlan:
    problem = planning_problem(dossier)
    return keep_plan(dossier, problem, solve_plan(problem))


def move(dossier: Dossier, pitch: str, slot: Slot) -> StoredPlan:
    view = plan_view(dossier)
    found = judge_move(view, pitch, slot)
    assert found.plan is not None
    return keep_move(dossier, view, pitch, found.plan)


def told(dossier: Dossier) -> dict[str, tuple[ChangeKind, str]]:
    """What is different between the version that was communicated and the newest, with the Dutch reasons."""
    found = plan_versions(dossier)
    newest = found.versions[0]
    before = found.told_before(newest)
    assert before is not None
    by_hand = found.moved_by_hand(before, newest)
    changes = explained_changes(before.plan, newest.instance, newest.plan, by_hand)
    return {
        each.change.pitch: (each.change.kind, " ".join(map(render, each.reasons)).strip()) for each in changes
    }


def window_of(dossier: Dossier, pitch: str) -> str:
    stored = plan_view(dossier).plan
    assert stored is not None
    slot = slot_of(stored.plan, pitch)
    assert slot is not None
    return slot.window


def test_the_newest_stands_first_and_what_was_told_is_found(dossier: Dossier) -> None:
    communicate_plan(dossier)
    solve_and_keep(dossier)
    solve_and_keep(dossier)
    found = plan_versions(dossier)
    assert [each.version for each in found.versions] == [3, 2, 1]
    before = found.told_before(found.versions[0])
    assert before is not None
    assert before.version == 1
    assert found.told_before(found.versions[2]) is None


def test_a_plan_made_anew_without_a_cause_moves_nothing_that_was_told(dossier: Dossier) -> None:
    communicate_plan(dossier)
    solve_and_keep(dossier)
    assert told(dossier) == {}


def test_a_juror_who_drops_out_moves_the_fewest_pitches_and_each_says_why(dossier: Dossier) -> None:
    """Three jurors are the quorum: without one of them nothing can stand in that session."""
    here = window_of(dossier, "K-01")
    communicate_plan(dossier)
    away = next(window for window in a_call().windows if window.id == here)
    free = tuple(Interval(each.start, each.end) for each in a_call().windows if each.id != here)
    save_juror(dossier, replace(JURORS[0], available=free))
    solve_and_keep(dossier)

    found = told(dossier)
    assert found["K-01"][0] is ChangeKind.MOVED
    assert "is het quorum van 3 voor K-01 niet meer te halen: beschikbaar zijn er 2." in found["K-01"][1]
    assert away.id == here


def test_a_candidate_who_withdraws_leaves_the_others_where_they_are(dossier: Dossier) -> None:
    communicate_plan(dossier)
    with dossier.change() as uow:
        (decision,) = [each for each in uow.decisions.find() if each.candidacy == ONE.id]
        uow.decisions.remove(decision.id)
        uow.journal.append("test.prepared", "dossier", "test")
    solve_and_keep(dossier)
    assert told(dossier) == {"K-01": (ChangeKind.GONE, "K-01 is niet meer uitgenodigd om te pitchen.")}


def test_a_new_candidate_gets_a_place_and_nobody_moves(dossier: Dossier) -> None:
    communicate_plan(dossier)
    third = a_candidacy(3)
    with dossier.change() as uow:
        uow.candidacies.save(third)
        uow.decisions.save(invited(third))
        uow.journal.append("test.prepared", "dossier", "test")
    solve_and_keep(dossier)
    assert told(dossier) == {"K-03": (ChangeKind.PLACED, "")}


def test_a_pitch_moved_by_hand_says_so_also_after_another_plan(dossier: Dossier) -> None:
    communicate_plan(dossier)
    move(dossier, "K-01", LATER)
    assert plan_versions(dossier).by_hand == {2}
    assert told(dossier) == {"K-01": (ChangeKind.MOVED, "K-01 is met de hand verplaatst.")}


def test_what_was_taken_back_is_no_version_any_more(dossier: Dossier) -> None:
    moved = move(dossier, "K-01", LATER)
    take_back_plan(dossier, moved)
    solve_and_keep(dossier)
    assert plan_versions(dossier).by_hand == frozenset()


def test_a_move_is_refused_when_a_conflict_was_declared_meanwhile(dossier: Dossier) -> None:
    view = plan_view(dossier)
    found = judge_move(view, "K-01", LATER)
    assert found.plan is not None
    declare_conflict(dossier, JURORS[0].id, ONE.id, "Zetelt in het bestuur.")

    with pytest.raises(JuryError) as caught:
        keep_move(dossier, view, "K-01", found.plan)
    assert caught.value.message == say("planning.conflict_since", juror="Jurylid 1", reference="K-01")
    newest = plan_view(dossier).plan
    assert newest == view.plan


def test_why_a_juror_does_not_sit_is_told_for_each(dossier: Dossier) -> None:
    fourth = a_juror(4, organisation="Elders")
    save_juror(dossier, replace(fourth, available=()))
    with dossier.change() as uow:
        uow.jurors.save(a_juror(5))
        uow.conflicts.save(Conflict("x", "j5", ONE.id, ConflictState.DECLARED, "Bestuurslid."))
        uow.journal.append("test.prepared", "dossier", "test")
    stored = solve_and_keep(dossier)
    found = {juror: render(reason) for juror, reason in why_no_seat(stored, "K-01").items()}
    assert found == {"j4": "niet beschikbaar", "j5": "belangenconflict"}


# what if


def supposing(dossier: Dossier, *supposed: Supposition) -> dict[str, ChangeKind]:
    view = plan_view(dossier)
    assert view.plan is not None
    before = dossier_state(dossier)
    outcome = what_would_be(view.problem, view.plan.plan, supposed)
    assert dossier_state(dossier) == before, "nothing of it is kept"
    assert outcome.plan.status is PlanStatus.OPTIMAL
    return {each.change.pitch: each.change.kind for each in outcome.told}


def dossier_state(dossier: Dossier) -> tuple[object, ...]:
    with dossier.read() as uow:
        return uow.jurors.find(), uow.plans.find(), uow.journal.all()


def test_supposing_nothing_that_matters_changes_nothing(dossier: Dossier) -> None:
    other = next(window.id for window in a_call().windows if window.id != window_of(dossier, "K-01"))
    gone = supposing(dossier, JurorAway("j1", other))
    assert "K-01" not in gone


def test_a_juror_supposed_away_moves_what_needs_that_juror(dossier: Dossier) -> None:
    here = {window_of(dossier, pitch) for pitch in ("K-01", "K-02")}
    found = supposing(dossier, *(JurorAway("j1", window) for window in here))
    assert found == {"K-01": ChangeKind.MOVED, "K-02": ChangeKind.MOVED}


def test_a_candidate_supposed_out_and_one_more(dossier: Dossier) -> None:
    assert supposing(dossier, CandidateOut("K-02"), OneMore()) == {
        "K-02": ChangeKind.GONE,
        "K-?1": ChangeKind.PLACED,
    }


def test_a_session_supposed_later_takes_along_who_could_come_to_all_of_it(dossier: Dossier) -> None:
    here = next(each for each in a_call().windows if each.id == window_of(dossier, "K-01"))
    evening = WindowHours(here.id, here.start + timedelta(hours=5), here.end + timedelta(hours=5))
    found = supposing(dossier, evening)
    assert found["K-01"] is ChangeKind.MOVED


def test_a_session_supposed_gone_is_no_longer_there(dossier: Dossier) -> None:
    here = next(each for each in a_call().windows if each.id == window_of(dossier, "K-01"))
    view = plan_view(dossier)
    assert view.plan is not None
    outcome = what_would_be(view.problem, view.plan.plan, [WindowHours(here.id, here.start, here.start)])
    assert here.id not in {window.id for window in outcome.problem.windows}
    assert {place.window for place in outcome.plan.assignments}.isdisjoint({here.id})
    assert len(outcome.plan.assignments) == 2
