"""An earlier version of the plan put back: as a new one, if it holds today, with what moves said first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval, Level, Slot, StoredPlan
from jury_desktop.services.journal import journal
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.plan_moves import judge_move, keep_move, lock_pitch, slot_of, take_back_plan
from jury_desktop.services.plan_restore import Restoring, nearest_plan, restore_plan, weigh_restore
from jury_desktop.services.plan_versions import plan_versions
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_objections,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_windows import change_window
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
WEDNESDAY, FRIDAY, MONDAY = a_call().windows
ALL = tuple(Interval(window.start, window.end) for window in a_call().windows)
JURORS = [a_juror(number, available=ALL) for number in (1, 2, 3, 4)]
LATER = Slot(FRIDAY.id, 1, FRIDAY.start + timedelta(minutes=60))


@pytest.fixture
def dossier() -> Dossier:
    """Planned by the solver, and then one pitch was moved by hand to Friday at ten."""
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    problem = planning_problem(made)
    keep_plan(made, problem, solve_plan(problem))
    to_friday(made)
    return made


def to_friday(dossier: Dossier) -> StoredPlan:
    view = plan_view(dossier)
    verdict = judge_move(view, "K-01", LATER)
    assert verdict.plan is not None
    return keep_move(dossier, view, "K-01", verdict.plan)


def version(dossier: Dossier, number: int) -> StoredPlan:
    return next(each for each in plan_versions(dossier).versions if each.version == number)


def weighed(dossier: Dossier, number: int = 1) -> Restoring:
    return weigh_restore(plan_view(dossier), version(dossier, number))


def restored(dossier: Dossier, number: int = 1) -> StoredPlan:
    view = plan_view(dossier)
    return restore_plan(dossier, view, weigh_restore(view, version(dossier, number)))


def places(stored: StoredPlan) -> dict[str, tuple[str, datetime, frozenset[str]]]:
    return {it.pitch: (it.window, it.start, frozenset(it.jurors)) for it in stored.plan.assignments}


def test_it_becomes_a_new_version_and_no_version_is_rewritten(dossier: Dossier) -> None:
    before = plan_versions(dossier).versions
    new = restored(dossier)
    assert (new.version, new.communicated_at) == (3, None)
    assert places(new) == places(version(dossier, 1))
    assert plan_versions(dossier).versions == (new, *before)
    event = journal(dossier)[0].event
    assert (event.action, event.subject, event.old, event.new) == ("plan.restored", "v3", "v2", "v1")
    assert plan_versions(dossier).by_hand == {2}


def test_what_was_proven_stays_proven_while_nothing_changed(dossier: Dossier) -> None:
    assert restored(dossier).plan.status is version(dossier, 1).plan.status


def test_it_can_be_taken_back(dossier: Dossier) -> None:
    second = version(dossier, 2)
    take_back_plan(dossier, restored(dossier))
    assert plan_view(dossier).plan == second


def test_communicated_pitches_that_would_move_are_named_first(dossier: Dossier) -> None:
    communicate_plan(dossier)
    assert weighed(dossier).moved == ("K-01",)
    assert weighed(dossier, 2).moved == ()
    moved = {level.name: level.value for level in restored(dossier).plan.levels}[Level.MOVED]
    assert moved == 1


# what no longer holds


def away(dossier: Dossier) -> None:
    """Two jurors cannot come any more on the day of the first version, so that three are not reached."""
    taken = {place.window for place in version(dossier, 1).plan.assignments}
    free = tuple(Interval(each.start, each.end) for each in a_call().windows if each.id not in taken)
    for juror in JURORS[:2]:
        save_juror(dossier, replace(juror, available=free))


def test_a_version_that_breaks_a_rule_of_today_is_refused_by_name(dossier: Dossier) -> None:
    away(dossier)
    found = weighed(dossier)
    assert found.plan is None
    assert {pitch for doubt in found.broken for pitch in doubt.pitches} == {"K-01", "K-02"}
    view = plan_view(dossier)
    with pytest.raises(JuryError) as error:
        restore_plan(dossier, view, found)
    assert error.value.message == say("planning.restore_broken", version=1)
    assert len(plan_versions(dossier).versions) == 2


def test_the_nearest_plan_that_holds_is_offered_instead(dossier: Dossier) -> None:
    """One session of the first version is gone: what stood elsewhere stays there."""
    first = version(dossier, 1)
    gone = first.plan.assignments[0].window
    change_window(dossier, gone, None)
    assert weighed(dossier).plan is None
    view = plan_view(dossier)
    nearest = nearest_plan(view, first)
    assert nearest.reasons == ()
    plan = nearest.restoring.plan
    assert plan is not None
    assert plan_objections(view.problem, plan) == ()
    for place in first.plan.assignments:
        if place.window != gone:
            assert slot_of(plan, place.pitch) == slot_of(first.plan, place.pitch)
    assert len(restore_plan(dossier, view, nearest.restoring).plan.assignments) == 2


def test_where_no_plan_is_possible_the_nearest_one_says_why(dossier: Dossier) -> None:
    for juror in JURORS[:2]:
        save_juror(dossier, replace(juror, available=()))
    nearest = nearest_plan(plan_view(dossier), version(dossier, 1))
    assert nearest.restoring.plan is None
    assert nearest.reasons != ()


def test_a_lock_of_today_is_a_rule(dossier: Dossier) -> None:
    lock_pitch(dossier, "K-01", locked=True)
    found = weighed(dossier)
    assert (found.plan, [doubt.pitches for doubt in found.broken]) == (None, [("K-01",)])


# what follows today


def test_a_panel_follows_who_can_come_now(dossier: Dossier) -> None:
    """Three of four are enough."""
    declare_conflict(dossier, "j1", ONE.id, "Familie")
    found = weighed(dossier)
    assert found.plan is not None
    assert found.other_panels == ("K-01",)
    assert places(restored(dossier))["K-01"][2] == {"j2", "j3", "j4"}


def test_who_is_not_heard_any_more_falls_out_and_who_came_since_waits() -> None:
    three = a_candidacy(3)
    dossier = a_dossier([ONE, TWO, three], JURORS, decisions=[invited(ONE), invited(TWO)])
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    to_friday(dossier)
    with dossier.change() as uow:
        uow.decisions.remove(invited(TWO).id)
        uow.decisions.save(invited(three))
        uow.journal.append("test.changed", "decision", "K-02")
    found = weighed(dossier)
    assert (found.gone, found.waiting) == (("K-02",), ("K-03",))
    new = restored(dossier)
    assert set(places(new)) == {"K-01"}
    assert [left.pitch for left in new.plan.left_out] == ["K-03"]


def test_nothing_is_put_back_over_a_newer_plan(dossier: Dossier) -> None:
    view = plan_view(dossier)
    found = weigh_restore(view, version(dossier, 1))
    lock_pitch(dossier, "K-02", locked=True)
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    with pytest.raises(JuryError) as error:
        restore_plan(dossier, view, found)
    assert error.value.message == say("planning.newer_plan")


def test_an_hour_that_was_proven_best_is_not_said_so_of_another_problem(dossier: Dossier) -> None:
    """A juror more can make a better plan possible."""
    save_juror(dossier, a_juror(5, available=ALL))
    found = weighed(dossier)
    assert found.plan is not None
    assert {level.bound for level in found.plan.levels} == {0}
