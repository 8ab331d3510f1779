"""The pitch plan: the problem from the dossier, the solver's answer checked, the plan kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from jury_desktop.domain.call import Challenge, PitchRules
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.names import organisation_key
from jury_desktop.domain.pitch import (
    Expertise,
    Explanation,
    Pitch,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanRules,
    Progress,
    Slot,
    StoredPlan,
)
from jury_desktop.domain.pitch_windows import in_windows
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import latest_plan, selection_of


@dataclass(frozen=True, slots=True)
class PlanView:
    """The newest plan with what its ids stand for: candidacies by reference, jurors by id.

    ``plan`` is None before the first.

    :param unanswered: by session (id) the jurors (ids) of whom it is not known whether they can sit in it.
    """

    plan: StoredPlan | None
    problem: PlanInstance
    candidacies: dict[str, Candidacy]
    jurors: dict[str, Juror]
    challenges: tuple[Challenge, ...]
    unanswered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@needs(Right.SEE_SELECTION)
def plan_view(dossier: Dossier) -> PlanView:
    """The newest plan and the problem as the dossier states it now."""
    with dossier.read() as uow:
        return view_of(uow, selection_of(uow))


def view_of(uow: UnitOfWork, selection: Selection) -> PlanView:
    """The newest plan within a piece of work; see :func:`plan_view`."""
    return PlanView(
        selection.plan,
        problem_of(uow, selection),
        {candidacy.reference: candidacy for candidacy in selection.candidacies},
        {juror.id: juror for juror in selection.jurors},
        selection.call.challenges,
        {each.id: each.unanswered for each in selection.windows if each.unanswered},
    )


@needs(Right.SEE_SELECTION)
def planning_problem(dossier: Dossier) -> PlanInstance:
    """The planning problem of the dossier; refused while nobody is invited or no juror is available."""
    with dossier.read() as uow:
        problem = problem_of(uow, selection_of(uow))
    if not problem.pitches:
        raise refuse("planning.nobody_invited")
    if not any(juror.available for juror in problem.jurors):
        raise refuse("planning.no_availability")
    return problem


def solve_plan(
    problem: PlanInstance,
    *,
    time_limit: float = 10.0,
    seed: int = 1,
    in_force: StoredPlan | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PitchPlan:
    """Solves the problem; needs no dossier, so it can run beside the database work.

    :param in_force: the plan that counts now: while it holds, the answer is a better one, or the same.
    """
    from jury_desktop.scheduling.solve import solve

    known = in_force.plan if in_force is not None else None
    return solve(
        problem,
        time_limit=time_limit,
        seed=seed,
        known=known,
        on_progress=on_progress,
        cancelled=cancelled,
    )


@needs(Right.PLAN)
def keep_plan(dossier: Dossier, problem: PlanInstance, plan: PitchPlan) -> StoredPlan:
    """Keeps a plan as a new version; refused when the independent verifier objects, or when a conflict was
    declared while it was being made."""
    objections = plan_objections(problem, plan)
    if objections:
        raise RuleError(objections[0])
    with dossier.change() as uow:
        refuse_barred(uow, plan)
        previous = latest_plan(uow)
        version = previous.version + 1 if previous else 1
        stored = StoredPlan(new_id("plan"), version, problem, plan, dossier.now())
        uow.plans.save(stored)
        summary = f"{len(plan.assignments)}/{len(problem.pitches)} {plan.status.value}"
        uow.journal.append("plan.made", "plan", f"v{version}", new=summary)
        return stored


def refuse_barred(uow: UnitOfWork, plan: PitchPlan) -> None:
    """Refuses a plan with somebody on a panel who is kept apart from the candidate by now."""
    for juror, candidacy in selection_of(uow).barred_seats(plan):
        raise RuleError(say("planning.conflict_since", juror=juror.name, reference=candidacy.reference))


def plan_objections(problem: PlanInstance, plan: PitchPlan) -> tuple[Message, ...]:
    """What the independent verifier has against a plan."""
    from jury_desktop.scheduling.verify import verify

    return tuple(verify(problem, plan))


def why_not(
    stored: StoredPlan,
    pitch: str,
    window: str,
    *,
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
) -> Explanation:
    """Why a pitch does not stand in a window of the plan, or what it would cost; needs no dossier."""
    from jury_desktop.scheduling import why_not as asked

    return asked.why_not(stored.instance, stored.plan, pitch, window, seconds=seconds, cancelled=cancelled)


def with_names(message: Message, jurors: Mapping[str, Juror]) -> Message:
    """The planner's message with jurors by name: it knows them by id alone."""

    def named(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(jurors[one].name if one in jurors else one for one in value)
        return jurors[value].name if isinstance(value, str) and value in jurors else value

    return say(message.key, **{name: named(value) for name, value in message.values.items()})


@needs(Right.PLAN)
def communicate_plan(dossier: Dossier) -> StoredPlan:
    """Marks the newest plan as communicated: from now on a re-plan moves as little as possible.

    Refused where that is so already: undoing it a second time would make it untold.
    """
    dossier.turning()
    with dossier.change() as uow:
        plan = latest_plan(uow)
        if plan is None:
            raise RuleError(say("planning.no_plan"))
        if plan.communicated_at is not None:
            raise RuleError(say("planning.told_already", version=plan.version))
        stored = replace(plan, communicated_at=dossier.now())
        uow.plans.save(stored)
        uow.journal.append("plan.communicated", "plan", f"v{plan.version}")
        return stored


def problem_of(uow: UnitOfWork, selection: Selection) -> PlanInstance:
    """The problem as the dossier states it now, without who is heard no more; who was heard stays there."""
    invited = selection.heard
    references = {candidacy.id: candidacy.reference for candidacy in invited}
    rules = selection.call.pitch
    communicated, locked = communicated_slots(uow), _fixed(selection)
    problem = PlanInstance(
        rules.grid_minutes,
        selection.call.windows,
        _rules(rules),
        tuple(
            replace(
                _pitch(candidacy, rules.minutes, communicated.get(candidacy.reference)),
                pinned=locked.get(candidacy.reference),
            )
            for candidacy in invited
        ),
        tuple(_juror(juror, selection) for juror in selection.jurors if juror.scores),
        tuple(sorted((j, references[c]) for j, c in selection.barred if c in references)),
    )
    return in_windows(problem, selection.call.windows)


def _rules(rules: PitchRules) -> PlanRules:
    return PlanRules(
        rules.quorum,
        rules.panel_max,
        rules.break_after,
        rules.break_minutes,
        rules.changeover_minutes,
        Expertise(rules.expertise),
        rules.common_jurors,
    )


def _pitch(candidacy: Candidacy, minutes: int, communicated: Slot | None) -> Pitch:
    return Pitch(
        candidacy.reference,
        minutes,
        (organisation_key(candidacy.organisation),),
        candidacy.challenges,
        candidacy.unavailable,
        candidacy.preferred_windows,
        communicated=communicated,
    )


def _juror(juror: Juror, selection: Selection) -> PlanJuror:
    """The planner bars a juror from their own organisation, unless people judged that it is no conflict."""
    own = organisation_key(juror.organisation)
    dismissed = {
        organisation_key(selection.candidacy(conflict.candidacy).organisation)
        for conflict in selection.conflicts
        if conflict.juror == juror.id and conflict.state is ConflictState.DISMISSED
    }
    return PlanJuror(
        juror.id,
        "" if own in dismissed else own,
        juror.available,
        juror.expertise,
        juror.max_minutes_per_day,
    )


def _fixed(selection: Selection) -> dict[str, Slot]:
    """Where people locked pitches on the newest plan, and where those stand that have begun."""
    stored = selection.plan
    if stored is None:
        return {}
    locked = {it.id: it.pinned for it in stored.instance.pitches if it.pinned}
    begun = {c.reference for c in selection.heard if (run := selection.run(c.id)) and run.started_at}
    slots = {it.pitch: Slot(it.window, it.room, it.start) for it in stored.plan.assignments}
    return locked | {pitch: slot for pitch, slot in slots.items() if pitch in begun}


def communicated_slots(uow: UnitOfWork) -> dict[str, Slot]:
    """The places that candidates were last told, by reference."""
    plans = [plan for plan in uow.plans.find() if plan.communicated_at is not None]
    if not plans:
        return {}
    newest = max(plans, key=lambda plan: plan.version)
    return {a.pitch: Slot(a.window, a.room, a.start) for a in newest.plan.assignments}
