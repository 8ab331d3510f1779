"""An earlier version of the plan put back in force, as a new version: what it would do, and keeping it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import PitchPlan, PlanInstance, Progress, StoredPlan
from jury_desktop.domain.pitch_windows import stands
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.plan_doubts import HARMLESS, Doubt, plan_doubts
from jury_desktop.services.plan_moves import only_known, slot_of, still_proven
from jury_desktop.services.plan_what_if import suppose
from jury_desktop.services.planning import PlanView, plan_objections, refuse_barred, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import latest_plan

PASSING = HARMLESS | {"planning.no_longer_invited", "planning.left_jury"}
"""What no version can be blamed for: who is not heard any more falls out, and panels follow who can come."""


@dataclass(frozen=True, slots=True)
class Restoring:
    """What would come of putting a version back; nothing is kept yet.

    :param version: the version, as it was made.
    :param plan: what would be kept; None when it no longer holds.
    :param broken: the rules of today that it breaks.
    :param moved: the pitches (references) that would stand elsewhere than candidates were told.
    :param gone: pitches of that version that are not heard any more; ``waiting``: those that would have no
        place.
    :param other_panels: pitches that keep their place before another panel.
    """

    version: StoredPlan
    plan: PitchPlan | None
    broken: tuple[Doubt, ...] = ()
    moved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    other_panels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """The plan of today that lies nearest to a version, or why there is none."""

    restoring: Restoring
    reasons: tuple[Message, ...] = ()


def weigh_restore(view: PlanView, version: StoredPlan) -> Restoring:
    """What it would do to put a version back, by the jurors, conflicts and sessions of today.

    Needs no dossier and changes nothing.
    """
    from jury_desktop.scheduling.moves import unproven

    gone = tuple(
        it.pitch
        for it in version.plan.assignments
        if all(it.pitch != pitch.id for pitch in view.problem.pitches)
    )
    old = only_known(view.problem, version.plan)
    if not still_proven(view.problem, version.instance):
        old = unproven(old)
    plan = _as_of_today(view.problem, old)
    if plan is None:
        doubts = plan_doubts(replace(view, plan=version))
        broken = tuple(doubt for doubt in doubts if doubt.message.key not in PASSING)
        return Restoring(version, None, broken or doubts, gone=gone)
    return _restoring(view.problem, version, plan, gone)


def nearest_plan(
    view: PlanView,
    version: StoredPlan,
    *,
    time_limit: float = 15.0,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Nearest:
    """The plan that holds today and moves as few pitches as can be away from a version; needs no dossier."""
    from jury_desktop.scheduling.moves import as_it_stands, unproven

    old = only_known(view.problem, version.plan)
    wanted = suppose(view.problem, old, ())
    found = solve_plan(wanted, time_limit=time_limit, on_progress=on_progress, cancelled=cancelled)
    plan = as_it_stands(view.problem, unproven(found)) if found.assignments else None
    if plan is None:
        return Nearest(Restoring(version, None), tuple(why.text for why in found.explanation))
    return Nearest(_restoring(view.problem, version, plan, ()))


@needs(Right.PLAN)
def restore_plan(dossier: Dossier, view: PlanView, restoring: Restoring) -> StoredPlan:
    """Keeps what was weighed as a new version; all versions stay as they are.

    Refused when another plan was made or a conflict was declared meanwhile, and when the independent verifier
    objects.
    """
    plan = restoring.plan
    if plan is None:
        raise refuse("planning.restore_broken", version=restoring.version.version)
    if objections := plan_objections(view.problem, plan):
        raise RuleError(objections[0])
    with dossier.change() as uow:
        before = latest_plan(uow)
        if before is None or view.plan is None or before.id != view.plan.id:
            raise refuse("planning.newer_plan")
        refuse_barred(uow, plan)
        stored = StoredPlan(new_id("plan"), before.version + 1, view.problem, plan, dossier.now())
        uow.plans.save(stored)
        old, new = f"v{before.version}", f"v{restoring.version.version}"
        uow.journal.append("plan.restored", "plan", f"v{stored.version}", old=old, new=new)
        return stored


def _as_of_today(problem: PlanInstance, old: PitchPlan) -> PitchPlan | None:
    """The plan with its panels where they still hold, else with those who can come now; None when neither
    does."""
    from jury_desktop.scheduling.moves import as_it_stands, try_move

    if not old.assignments or not all(stands(it, problem.windows) for it in old.assignments):
        return None
    known = {juror.id for juror in problem.jurors}
    all_there = all(set(it.jurors) <= known for it in old.assignments)
    if all_there and (same := as_it_stands(problem, old)) is not None:
        return same
    first = old.assignments[0]
    slot = slot_of(old, first.pitch)
    assert slot is not None
    seated = tuple(replace(it, jurors=tuple(j for j in it.jurors if j in known)) for it in old.assignments)
    return try_move(problem, replace(old, assignments=seated), first.pitch, slot).plan


def _restoring(
    problem: PlanInstance, version: StoredPlan, plan: PitchPlan, gone: tuple[str, ...]
) -> Restoring:
    told = {it.id: it.communicated for it in problem.pitches if it.communicated is not None}
    moved = tuple(pitch for pitch, slot in told.items() if slot_of(plan, pitch) != slot)
    placed = {it.pitch: set(it.jurors) for it in plan.assignments}
    waiting = tuple(pitch.id for pitch in problem.pitches if pitch.id not in placed)
    others = tuple(
        it.pitch
        for it in version.plan.assignments
        if it.pitch in placed
        and slot_of(plan, it.pitch) == slot_of(version.plan, it.pitch)
        and placed[it.pitch] != set(it.jurors)
    )
    return Restoring(version, plan, (), moved, gone, waiting, others)
