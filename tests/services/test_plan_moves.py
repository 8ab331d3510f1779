"""The plan by hand: a pitch is moved, locked and let go, and every step on the plan has a way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval, Slot, StoredPlan
from jury_desktop.services.jury import save_juror
from jury_desktop.services.plan_moves import (
    judge_move,
    keep_move,
    lock_pitch,
    slot_of,
    take_back_communication,
    take_back_plan,
)
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = [a_juror(number) for number in (1, 2, 3, 4)]
WEDNESDAY, FRIDAY, _ = a_call().windows
LATER = Slot(FRIDAY.id, 1, FRIDAY.start + timedelta(minutes=60))


@pytest.fixture
def dossier() -> Dossier:
    """Two pitches planned by the solver."""
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    solve_and_keep(made)
    return made


def solve_and_keep(dossier: Dossier) -> StoredPlan:
    problem = planning_problem(dossier)
    return keep_plan(dossier, problem, solve_plan(problem))


def newest(dossier: Dossier) -> StoredPlan:
    found = plan_view(dossier).plan
    assert found is not None
    return found


def move(dossier: Dossier, pitch: str, slot: Slot) -> StoredPlan:
    view = plan_view(dossier)
    verdict = judge_move(view, pitch, slot)
    assert verdict.plan is not None
    return keep_move(dossier, view, pitch, verdict.plan)


def actions(dossier: Dossier) -> list[tuple[str, str]]:
    with dossier.read() as uow:
        return [(event.action, event.subject) for event in uow.journal.all()]


def test_a_pitch_is_moved_to_a_free_slot_and_the_plan_is_a_new_version(dossier: Dossier) -> None:
    stored = move(dossier, "K-01", LATER)
    assert newest(dossier) == stored
    assert (stored.version, slot_of(stored.plan, "K-01")) == (2, LATER)
    assert actions(dossier)[-1] == ("plan.moved", "K-01")


def test_a_forbidden_slot_says_why_and_has_no_plan(dossier: Dossier) -> None:
    verdict = judge_move(plan_view(dossier), "K-01", replace(LATER, start=FRIDAY.end))
    assert (verdict.legal, verdict.plan, len(verdict.reasons)) == (False, None, 1)


def test_a_move_is_judged_by_what_jurors_can_do_now(dossier: Dossier) -> None:
    assert judge_move(plan_view(dossier), "K-01", LATER).legal
    wednesday = Interval(WEDNESDAY.start, WEDNESDAY.end)
    for juror in JURORS:
        save_juror(dossier, replace(juror, available=(wednesday,)))
    assert not judge_move(plan_view(dossier), "K-01", LATER).legal


def test_only_what_the_move_itself_costs_is_told(dossier: Dossier) -> None:
    third = a_candidacy(3)
    with dossier.change() as uow:
        uow.candidacies.save(third)
        uow.decisions.save(invited(third))
        uow.journal.append("test.prepared", "dossier", "test")
    place = slot_of(newest(dossier).plan, "K-01")
    assert place is not None
    assert judge_move(plan_view(dossier), "K-01", place).worse == ()


def test_a_move_over_a_newer_plan_is_refused(dossier: Dossier) -> None:
    view = plan_view(dossier)
    verdict = judge_move(view, "K-01", LATER)
    assert verdict.plan is not None
    solve_and_keep(dossier)
    with pytest.raises(JuryError) as caught:
        keep_move(dossier, view, "K-01", verdict.plan)
    assert caught.value.message == say("planning.newer_plan")


def test_a_locked_pitch_stays_when_everything_is_planned_again(dossier: Dossier) -> None:
    move(dossier, "K-01", LATER)
    lock_pitch(dossier, "K-01", locked=True)
    again = solve_and_keep(dossier)
    assert slot_of(again.plan, "K-01") == LATER
    assert not judge_move(plan_view(dossier), "K-01", replace(LATER, start=FRIDAY.start)).legal

    lock_pitch(dossier, "K-01", locked=False)
    assert planning_problem(dossier).pitches[0].pinned is None
    assert [action for action, _ in actions(dossier)][-3:] == ["plan.locked", "plan.made", "plan.unlocked"]


def test_what_has_no_place_cannot_be_locked(dossier: Dossier) -> None:
    with pytest.raises(JuryError) as caught:
        lock_pitch(dossier, "K-09", locked=True)
    assert caught.value.message == say("planning.not_placed", reference="K-09")


def test_a_plan_and_a_move_are_taken_back_one_by_one(dossier: Dossier) -> None:
    first = newest(dossier)
    moved = move(dossier, "K-01", LATER)
    take_back_plan(dossier, moved)
    assert newest(dossier) == first
    take_back_plan(dossier, first)
    assert plan_view(dossier).plan is None
    assert actions(dossier)[-2:] == [("plan.taken_back", "v2"), ("plan.taken_back", "v1")]


def test_a_communicated_plan_is_taken_back_only_after_its_communication(dossier: Dossier) -> None:
    first = newest(dossier)
    told = communicate_plan(dossier)
    assert told.communicated_at == NOW
    with pytest.raises(JuryError) as caught:
        take_back_plan(dossier, first)
    assert caught.value.message == say("planning.newer_plan")
    take_back_communication(dossier, told)
    assert newest(dossier) == first
    take_back_plan(dossier, first)
