"""The pitch plan by hand: moving and locking pitches, and the way back of every step on the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.pitch import Move, PitchPlan, PlanInstance, Slot, StoredPlan
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.planning import PlanView, plan_objections, refuse_barred
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import latest_plan


def slot_of(plan: PitchPlan, pitch: str) -> Slot | None:
    """Where a pitch stands on a plan."""
    place = next((it for it in plan.assignments if it.pitch == pitch), None)
    return None if place is None else Slot(place.window, place.room, place.start)


def judge_move(view: PlanView, pitch: str, slot: Slot) -> Move:
    """What it would do to put a pitch of the plan on show in a slot; needs no dossier and changes nothing.

    Judged by the problem as the dossier states it now: jurors and candidates may have other hours since.
    """
    from jury_desktop.scheduling.moves import try_move

    if view.plan is None:
        raise refuse("planning.no_plan")
    plan = plan_as_of_now(view.problem, view.plan)
    return try_move(view.problem, plan, pitch, slot)


@needs(Right.PLAN)
def keep_move(dossier: Dossier, view: PlanView, pitch: str, plan: PitchPlan) -> StoredPlan:
    """Keeps the plan after a move as a new version.

    Refused when another plan was made or a conflict was declared meanwhile, and when the independent verifier
    objects.
    """
    if objections := plan_objections(view.problem, plan):
        raise RuleError(objections[0])
    with dossier.change() as uow:
        return place_moved(uow, view, pitch, plan, dossier.now())


def place_moved(uow: UnitOfWork, view: PlanView, pitch: str, plan: PitchPlan, now: datetime) -> StoredPlan:
    """Keeps a plan after a move within a piece of work; refused as in :func:`keep_move`."""
    before = _latest(uow)
    if view.plan is None or before.id != view.plan.id:
        raise refuse("planning.newer_plan")
    refuse_barred(uow, plan)
    stored = StoredPlan(new_id("plan"), before.version + 1, view.problem, plan, now)
    uow.plans.save(stored)
    old, new = slot_of(before.plan, pitch), slot_of(plan, pitch)
    record_change(uow, "plan.moved", ("candidacy", pitch), old, new)
    return stored


@needs(Right.PLAN)
def lock_pitch(dossier: Dossier, pitch: str, *, locked: bool) -> StoredPlan:
    """Locks a pitch where it stands on the newest plan, or lets it go; a new plan leaves it there."""
    with dossier.change() as uow:
        before = _latest(uow)
        slot = slot_of(before.plan, pitch)
        if slot is None:
            raise refuse("planning.not_placed", reference=pitch)
        pinned = slot if locked else None
        pitches = tuple(
            replace(it, pinned=pinned) if it.id == pitch else it for it in before.instance.pitches
        )
        stored = replace(before, instance=replace(before.instance, pitches=pitches))
        if stored != before:
            uow.plans.save(stored)
            action = "plan.locked" if locked else "plan.unlocked"
            uow.journal.append(action, "candidacy", pitch)
        return stored


@needs(Right.PLAN)
def take_back_plan(dossier: Dossier, stored: StoredPlan) -> None:
    """Takes away the newest plan, so that the one before it counts again; refused once it was communicated
    or another one was made."""
    with dossier.change() as uow:
        remove_newest(uow, stored)


def remove_newest(uow: UnitOfWork, stored: StoredPlan) -> None:
    """Takes away the newest plan within a piece of work; refused as in :func:`take_back_plan`."""
    newest = _latest(uow)
    if newest.id != stored.id or newest.communicated_at is not None:
        raise refuse("planning.newer_plan")
    uow.plans.remove(stored.id)
    uow.journal.append("plan.taken_back", "plan", f"v{stored.version}", old=f"v{stored.version}")


@needs(Right.PLAN)
def take_back_communication(dossier: Dossier, stored: StoredPlan) -> None:
    """The plan was not communicated after all; refused once another one was made."""
    with dossier.change() as uow:
        newest = _latest(uow)
        if newest.id != stored.id:
            raise refuse("planning.newer_plan")
        uow.plans.save(replace(newest, communicated_at=None))
        uow.journal.append("plan.not_communicated", "plan", f"v{stored.version}")


def _latest(uow: UnitOfWork) -> StoredPlan:
    newest = latest_plan(uow)
    if newest is None:
        raise refuse("planning.no_plan")
    return newest


def plan_as_of_now(problem: PlanInstance, stored: StoredPlan) -> PitchPlan:
    """The plan without who has left since, its levels measured by the problem of now."""
    if problem == stored.instance:
        return stored.plan
    from jury_desktop.scheduling.moves import try_move, unproven

    plan = only_known(problem, stored.plan)
    if not still_proven(problem, stored.instance):
        plan = unproven(plan)
    known = {pitch.id for pitch in problem.pitches}
    for pitch in known:
        if (slot := slot_of(plan, pitch)) is not None:
            return try_move(problem, plan, pitch, slot).plan or plan
    return plan


def only_known(problem: PlanInstance, plan: PitchPlan) -> PitchPlan:
    """The plan without the pitches that the problem does not know any more."""
    known = {pitch.id for pitch in problem.pitches}
    return replace(plan, assignments=tuple(it for it in plan.assignments if it.pitch in known))


def still_proven(problem: PlanInstance, before: PlanInstance) -> bool:
    """Whether what was proven about the problem of before holds for the one of now: they are the same but for
    addresses, and for hours that were communicated since, which can only make it harder."""
    told = all(pitch.communicated is None for pitch in before.pitches)
    return _bare(problem, told=told) == _bare(before, told=told)


def _bare(problem: PlanInstance, *, told: bool) -> PlanInstance:
    windows = tuple(replace(it, place="", room_names=(), online=False) for it in problem.windows)
    pitches = tuple(replace(it, communicated=None) if told else it for it in problem.pitches)
    return replace(problem, windows=windows, pitches=pitches)
