"""The versions of the plan, what is different between two of them, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import PitchPlan, PlanInstance, Slot, StoredPlan
from jury_desktop.domain.plan_difference import ChangeKind, PlanChange, plan_changes
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import selection_of

SECONDS = 2.0
"""How long the planner may look for why one pitch moved."""


@dataclass(frozen=True, slots=True)
class PlanVersions:
    """Every version, newest first, with what its ids stand for: candidacies by reference, jurors by id.

    :param by_hand: the numbers of the versions that came of a move by hand.
    """

    versions: tuple[StoredPlan, ...]
    candidacies: Mapping[str, Candidacy]
    jurors: Mapping[str, Juror]
    by_hand: frozenset[int] = frozenset()

    def moved_by_hand(self, before: StoredPlan, after: StoredPlan) -> frozenset[str]:
        """The pitches that came to their place in the later version by a move by hand since the earlier."""
        since = [v for v in reversed(self.versions) if before.version <= v.version <= after.version]
        found: set[str] = set()
        for old, new in pairwise(since):
            for change in plan_changes(old.plan, new.plan):
                found.discard(change.pitch)
                if new.version in self.by_hand:
                    found.add(change.pitch)
        return frozenset(found)

    def told_before(self, version: StoredPlan) -> StoredPlan | None:
        """The last version before this one that was communicated."""
        earlier = [each for each in self.versions if each.version < version.version]
        return next((each for each in earlier if each.communicated_at is not None), None)


@dataclass(frozen=True, slots=True)
class Told:
    """A change with its reasons."""

    change: PlanChange
    reasons: tuple[Message, ...]


@needs(Right.SEE_SELECTION)
def plan_versions(dossier: Dossier) -> PlanVersions:
    """All versions of the plan that the dossier keeps."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        kept = sorted(uow.plans.find(), key=lambda plan: plan.version, reverse=True)
        by_hand = _by_hand(uow, len(kept))
    return PlanVersions(
        tuple(kept),
        {candidacy.reference: candidacy for candidacy in selection.candidacies},
        {juror.id: juror for juror in selection.jurors},
        frozenset(kept[-place].version for place in by_hand),
    )


def _by_hand(uow: UnitOfWork, count: int) -> list[int]:
    """Which of the kept versions (the first is 1) came of a move: the journal names every version that was
    made and taken back, in their order."""
    actions = ("plan.made", "plan.moved", "plan.restored", "plan.taken_back")
    events = sorted((event for action in actions for event in uow.journal.of(action)), key=_sequence)
    made: list[bool] = []
    for event in events:
        if event.action == "plan.taken_back":
            del made[-1:]
        else:
            made.append(event.action == "plan.moved")
    return [place for place, moved in enumerate(made, start=1) if moved] if len(made) == count else []


def _sequence(event: Event) -> int:
    return event.sequence


def explained_changes(
    before: PitchPlan,
    problem: PlanInstance,
    after: PitchPlan,
    by_hand: Collection[str] = (),
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Told, ...]:
    """What is different in the later plan, each with why; needs no dossier.

    :param problem: the problem that the later plan answers.
    :param by_hand: the pitches that somebody moved.
    :param progress: hears how many pitches have their reasons, of how many.
    """
    changes, found = plan_changes(before, after), []
    for done, change in enumerate(changes):
        if progress is not None:
            progress(done, len(changes))
        moved = change.pitch in by_hand and change.kind is ChangeKind.MOVED
        hand = (say("planning.moved_by_hand", reference=change.pitch),)
        found.append(Told(change, hand if moved else _reasons(problem, after, change, cancelled)))
    return tuple(found)


def _reasons(
    problem: PlanInstance, after: PitchPlan, change: PlanChange, cancelled: Callable[[], bool] | None
) -> tuple[Message, ...]:
    pitch = next((it for it in problem.pitches if it.id == change.pitch), None)
    if pitch is None:
        return (say("planning.no_longer_invited", reference=change.pitch),)
    if change.kind is ChangeKind.PLACED:
        return ()
    if change.kind is ChangeKind.GONE:
        return next((it.reasons for it in after.left_out if it.pitch == change.pitch), ())
    if change.kind is ChangeKind.PANEL:
        return _panel_reasons(problem, after, change)
    assert change.before is not None
    was = Slot(change.before.window, change.before.room, change.before.start)
    if pitch.communicated != was:
        return (say("planning.moved_untold", reference=change.pitch),)
    from jury_desktop.scheduling.moved import why_moved

    found = why_moved(problem, after, change.pitch, seconds=SECONDS, cancelled=cancelled)
    return (found,) if found is not None else ()


def why_no_seat(stored: StoredPlan, pitch: str) -> dict[str, Message]:
    """For each juror who is not on the panel of a planned pitch, why; needs no dossier."""
    from jury_desktop.scheduling.seat_reason import why_no_seat as reasons

    return reasons(stored.instance, stored.plan, pitch)


def _panel_reasons(problem: PlanInstance, after: PitchPlan, change: PlanChange) -> tuple[Message, ...]:
    from jury_desktop.scheduling.seat_reason import why_no_seat

    seats = why_no_seat(problem, after, change.pitch)
    known = {juror.id for juror in problem.jurors}
    return tuple(
        say(f"planning.left_{seats[juror].key.rpartition('_')[2]}", juror=juror)
        if juror in seats
        else say("planning.left_jury", juror=juror)
        for juror in change.left
        if juror in seats or juror not in known
    )
