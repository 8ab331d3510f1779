"""Who was there: jurors and candidates at a pitch, and what follows for its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.call import Consequence, PitchRules
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import PitchPlan, Slot, StoredPlan
from jury_desktop.domain.pitch_clock import stopped
from jury_desktop.domain.rights import Right
from jury_desktop.domain.session import (
    Attendance,
    CandidatePresence,
    JurorPresence,
    PitchRun,
    consequence_of,
    late_juror_scores,
)
from jury_desktop.services.admission import needs
from jury_desktop.services.plan_moves import place_moved, remove_newest
from jury_desktop.services.planning import PlanView, plan_objections
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import SEPARATOR
from jury_desktop.services.session_runs import RunChange, keep_run, place_of, put_back_run, run_of


@needs(Right.PLAN)
def note_juror(
    dossier: Dossier,
    candidacies: Sequence[str],
    juror: str,
    attendance: Attendance,
    *,
    missed: int = 0,
    scores: bool | None = None,
    reason: str = "",
) -> tuple[RunChange, ...]:
    """Notes how a juror attended pitches. Who was absent does not score them; for who came late the call
    decides, or the regisseur with a reason.

    :param scores: whether a late juror scores; None follows the call, and is refused where that is silent.
    """
    with dossier.change() as uow:
        noted = _judged(
            uow.call.pitch, JurorPresence(juror, attendance, missed, True, reason.strip()), scores
        )
        return tuple(_note_juror(uow, candidacy, noted) for candidacy in candidacies)


@needs(Right.PLAN)
def note_everybody(dossier: Dossier, candidacy: str) -> tuple[RunChange, ...]:
    """Notes the candidate and every juror as present, except those of whom something is known."""
    with dossier.change() as uow:
        run, place = run_of(uow, candidacy), place_of(uow, candidacy)
        changes = [
            _note_juror(uow, candidacy, JurorPresence(key, Attendance.PRESENT))
            for key in place.jurors
            if run.juror(key) is None
        ]
        if run.candidate is None:
            before = run_of(uow, candidacy)
            there = _followed(uow.call.pitch, CandidatePresence(Attendance.PRESENT))
            changes.append(_keep_candidate(uow, before, replace(before, candidate=there)))
        return tuple(changes)


@needs(Right.PLAN)
def note_candidate(
    dossier: Dossier,
    candidacy: str,
    attendance: Attendance,
    *,
    late: int = 0,
    consequence: Consequence | None = None,
    pitch_minutes: int | None = None,
    reason: str = "",
) -> RunChange:
    """Notes how a candidate attended and what follows: by the call, or else as was chosen with a reason.

    An absence may be noted before anybody decides what follows; :func:`move_candidate` gives another place.
    """
    noted = CandidatePresence(attendance, late, consequence, pitch_minutes, reason.strip())
    with dossier.change() as uow:
        before = run_of(uow, candidacy)
        place = place_of(uow, candidacy)
        noted = _followed(uow.call.pitch, noted)
        if noted.consequence is Consequence.MOVED:
            raise refuse("session.needs_place", reference=place.pitch)
        after = replace(before, candidate=noted)
        if after.withdrawn:
            slot = Slot(place.window, place.room, place.start)
            after = replace(stopped(after, dossier.now()), expected=None, moved_from=slot)
        return _keep_candidate(uow, before, after)


@dataclass(frozen=True, slots=True)
class MovedPitch:
    """A pitch that got another place: what was kept of it, and the plan that gives the place."""

    change: RunChange
    plan: StoredPlan


@needs(Right.PLAN)
def move_candidate(
    dossier: Dossier, view: PlanView, candidacy: str, plan: PitchPlan, noted: CandidatePresence
) -> MovedPitch:
    """Gives the pitch of a candidate who came late or not at all the place it has on ``plan``, in one step.

    Refused when another plan was made meanwhile, when the independent verifier objects, and without a reason
    where the call does not say so itself.

    :param view: the plan in which the place was found.
    """
    if objections := plan_objections(view.problem, plan):
        raise RuleError(objections[0])
    with dossier.change() as uow:
        before, place = run_of(uow, candidacy), place_of(uow, candidacy)
        wanted = replace(
            noted, consequence=Consequence.MOVED, pitch_minutes=None, reason=noted.reason.strip()
        )
        followed = _followed(uow.call.pitch, wanted)
        stored = place_moved(uow, view, place.pitch, plan, dossier.now())
        fresh = PitchRun(before.id, candidacy, notes=before.notes, candidate=followed)
        slot = Slot(place.window, place.room, place.start)
        return MovedPitch(_keep_candidate(uow, before, replace(fresh, moved_from=slot)), stored)


@needs(Right.PLAN)
def put_back_move(dossier: Dossier, moved: MovedPitch) -> None:
    """Undoes a move as a whole: the plan before it counts again."""
    with dossier.change() as uow:
        put_back_run(uow, moved.change)
        remove_newest(uow, moved.plan)


def _note_juror(uow: UnitOfWork, candidacy: str, noted: JurorPresence) -> RunChange:
    before, place = run_of(uow, candidacy), place_of(uow, candidacy)
    if noted.juror not in place.jurors:
        raise RuleError(say("session.not_on_panel", reference=place.pitch))
    subject = SEPARATOR.join((uow.jurors.get(noted.juror).name, place.pitch))
    after = before.with_juror(noted)
    old = before.juror(noted.juror)
    return keep_run(uow, before, after, "session.juror", old, noted, noted.reason, subject)


def _judged(rules: PitchRules, noted: JurorPresence, scores: bool | None) -> JurorPresence:
    """With whether the juror scores: by the call, or as was chosen with a reason."""
    if noted.attendance is not Attendance.LATE:
        return replace(noted, missed=0, scores=noted.attendance is Attendance.PRESENT)
    told = late_juror_scores(rules, noted.missed)
    chosen = told if scores is None else scores
    if chosen is None:
        raise refuse("session.juror_undecided")
    if chosen is not told and not noted.reason:
        raise refuse("session.needs_reason")
    return replace(noted, scores=chosen)


def _followed(rules: PitchRules, noted: CandidatePresence) -> CandidatePresence:
    """With what follows: by the call, or as was chosen with a reason."""
    told = consequence_of(rules, noted.attendance)
    chosen = noted.consequence or (None if told is Consequence.MOVED else told)
    if chosen is None:
        if noted.attendance is Attendance.LATE:
            raise refuse("session.candidate_undecided")
        return replace(noted, late=0)
    if noted.attendance is Attendance.ABSENT and chosen in {Consequence.AS_PLANNED, Consequence.SHORTENED}:
        raise refuse("session.absent_unheard")
    if chosen is not told and not noted.reason:
        raise refuse("session.needs_reason")
    minutes = _minutes(rules, noted) if chosen is Consequence.SHORTENED else None
    late = noted.late if noted.attendance is Attendance.LATE else 0
    return replace(noted, late=late, consequence=chosen, pitch_minutes=minutes)


def _minutes(rules: PitchRules, noted: CandidatePresence) -> int:
    """What is left of a shortened pitch: what was lost is taken from it, as long as a minute stays."""
    left = rules.pitch_minutes - noted.late if noted.pitch_minutes is None else noted.pitch_minutes
    return max(1, min(left, rules.pitch_minutes))


def _keep_candidate(uow: UnitOfWork, before: PitchRun, after: PitchRun) -> RunChange:
    reason = after.candidate.reason if after.candidate else ""
    return keep_run(uow, before, after, "session.candidate", before.candidate, after.candidate, reason)
