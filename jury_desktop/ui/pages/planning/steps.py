"""What the user changes in the plan, each with its way back."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.pitch import Level, PitchPlan, PlanInstance, PlanStatus, StoredPlan
from jury_desktop.services.plan_moves import (
    keep_move,
    lock_pitch,
    take_back_communication,
    take_back_plan,
)
from jury_desktop.services.plan_restore import Restoring, restore_plan
from jury_desktop.services.planning import PlanView, communicate_plan, keep_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.pages.planning.sessions.words import listed
from jury_desktop.ui.text import area

tr = area("planning")

PLAN: Changes = frozenset({Subject.PLAN})


def keeping(problem: PlanInstance, plan: PitchPlan, *, stopped: bool = False) -> Operation[StoredPlan]:
    """Keep what the solver found, or had by the time the user stopped it."""

    def verb(dossier: Dossier, context: JobContext) -> StoredPlan:
        return keep_plan(dossier, problem, plan)

    unproven = stopped and plan.status is not PlanStatus.OPTIMAL
    sentences = outcome(problem, plan)
    if unproven:
        sentences = (
            tr("Stopped: the best plan so far is kept; that it is the best is not proven."),
            *sentences,
        )
    caution = unproven or bool(plan.left_out)
    said = Always(" ".join(sentences))
    return Operation(tr("Plan pitches"), verb, PLAN, _without, said=said, caution=caution)


def outcome(problem: PlanInstance, plan: PitchPlan) -> tuple[str, ...]:
    """What became of the pitches: who has a place, who has none, whose hour was communicated before."""
    told = {pitch.id for pitch in problem.pitches if pitch.communicated is not None}
    left = tuple(it.pitch for it in plan.left_out)
    lost = tuple(pitch for pitch in left if pitch in told)
    said = [tr("%n pitches have a place.", "", len(plan.assignments))]
    if left:
        said.append(tr("%n have none: {names}.", "", len(left)).format(names=listed(left)))
    if lost:
        said.append(
            tr("%n of them had been told an hour: {names}.", "", len(lost)).format(names=listed(lost))
        )
    moved = next((level.value for level in plan.levels if level.name is Level.MOVED), 0) - len(lost)
    if moved > 0:
        said.append(tr("%n communicated pitches move.", "", moved))
    return tuple(said)


def moving(
    view: PlanView, pitch: str, plan: PitchPlan, swapped: tuple[str, ...] = ()
) -> Operation[StoredPlan]:
    """Keep the plan after a move, in which another pitch may have changed places with this one."""

    def verb(dossier: Dossier, context: JobContext) -> StoredPlan:
        return keep_move(dossier, view, pitch, plan)

    text = tr("Move the pitch of {reference}").format(reference=pitch)
    said = tr("The pitch of {reference} has been moved.").format(reference=pitch)
    if swapped:
        names = ", ".join(swapped)
        said = tr("The pitches of {reference} and {other} have changed places.").format(
            reference=pitch, other=names
        )
    return Operation(text, verb, PLAN, _without, said=Always(said))


def restoring(view: PlanView, found: Restoring) -> Operation[StoredPlan]:
    """Keep what became of an earlier version as a new one."""
    number = found.version.version
    text = tr("Put version {number} of the plan back").format(number=number)
    said = tr("Version {number} counts again, as a new version.").format(number=number)
    if found.moved:
        said += " " + tr("%n communicated pitches move.", "", len(found.moved))
    return Operation(text, calling(restore_plan, view, found), PLAN, _without, said=Always(said))


def locking(pitch: str, *, locked: bool) -> Operation[StoredPlan]:
    """Lock a pitch, or let it go."""
    text = tr("Lock the pitch of {reference}") if locked else tr("Unlock the pitch of {reference}")
    said = tr("The pitch of {reference} is locked: a new plan leaves it there.")
    if not locked:
        said = tr("The pitch of {reference} is no longer locked.")
    back = Always(Lock(pitch, not locked))
    return Operation(
        text.format(reference=pitch),
        Lock(pitch, locked),
        PLAN,
        back,
        said=Always(said.format(reference=pitch)),
    )


def communicating() -> Operation[StoredPlan]:
    """Note that the plan has been communicated."""

    def inverse(told: StoredPlan) -> Verb[None]:
        return lambda dossier, _: take_back_communication(dossier, told)

    said = Always(tr("Noted as communicated: from now on a new plan moves as few pitches as possible."))
    return Operation(tr("Mark plan as communicated"), _communicate, PLAN, inverse, said=said)


@dataclass(frozen=True, slots=True)
class Lock:
    """Locks a pitch on the newest plan, or lets it go."""

    pitch: str
    locked: bool

    def __call__(self, dossier: Dossier, context: JobContext) -> StoredPlan:
        return lock_pitch(dossier, self.pitch, locked=self.locked)


def _communicate(dossier: Dossier, context: JobContext) -> StoredPlan:
    return communicate_plan(dossier)


def _without(stored: StoredPlan) -> Verb[None]:
    """The plan before it counts again."""
    return lambda dossier, _: take_back_plan(dossier, stored)
