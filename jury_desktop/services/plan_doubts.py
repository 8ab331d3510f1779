"""What of a plan no longer holds, now that the dossier says something else than when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Assignment, PitchPlan, PlanInstance, PlanStatus, StoredPlan
from jury_desktop.domain.pitch_windows import stands
from jury_desktop.services.plan_moves import still_proven
from jury_desktop.services.planning import PlanView

HARMLESS = frozenset({"scheduling.broken_kept_out"})
"""Somebody could sit by now who could not then: the plan still holds."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong, in one sentence about all pitches of the plan that it concerns."""

    pitches: tuple[str, ...]
    message: Message


def plan_doubts(view: PlanView) -> tuple[Doubt, ...]:
    """Every hard rule that the plan breaks by now, in the order of the plan; needs no dossier."""
    if view.plan is None or view.plan.instance == view.problem:
        return ()
    problem, known, found = view.problem, list[Assignment](), list[Doubt]()
    names = _Names(problem)
    for place in view.plan.plan.assignments:
        gone = list(names.gone(place))
        found += gone
        kept = tuple(juror for juror in place.jurors if juror in names.jurors)
        if not any(doubt.message.key != "planning.left_jury" for doubt in gone):
            known.append(replace(place, jurors=kept))
    from jury_desktop.scheduling.verify import broken_rules

    for message in broken_rules(problem, tuple(known)):
        if message.key not in HARMLESS:
            found.append(Doubt((str(message.values.get("pitch", "")),), message))
    order = {place.pitch: at for at, place in enumerate(view.plan.plan.assignments)}
    return _together(sorted(found, key=lambda doubt: order.get(doubt.pitches[0], len(order))))


def proof_holds(problem: PlanInstance, stored: StoredPlan) -> bool:
    """Whether what was proven of a plan is about the problem as it is now. A pitch may have been fixed since
    where it stands: that leaves no better plan."""
    fixed = {pitch.id: pitch.pinned for pitch in stored.instance.pitches}
    pitches = tuple(replace(it, pinned=fixed.get(it.id)) for it in problem.pitches)
    return still_proven(replace(problem, pitches=pitches), stored.instance)


def nothing_better(problem: PlanInstance, in_force: StoredPlan, plan: PitchPlan) -> bool:
    """Whether planning again came out at the plan in force, so that there is nothing to keep.

    What is proven for the first time, or again about what is known now, is worth a version, unless candidates
    already know the one in force.
    """
    if set(plan.assignments) != set(in_force.plan.assignments):
        return False
    proven = (it.status is PlanStatus.OPTIMAL for it in (in_force.plan, plan))
    return in_force.communicated_at is not None or (
        proof_holds(problem, in_force) and tuple(proven) != (False, True)
    )


def _together(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Sentences that differ only in the pitch they are about, made one."""
    found: dict[tuple[object, ...], tuple[str, ...]] = {}
    for doubt in doubts:
        rest = tuple((name, value) for name, value in doubt.message.values.items() if name != "pitch")
        key = (doubt.message.key, "pitch" in doubt.message.values, rest)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *doubt.pitches)))
    return tuple(_said(key, pitches) for key, pitches in found.items())


def _said(key: tuple[Any, ...], pitches: tuple[str, ...]) -> Doubt:
    name, about_pitch, rest = key
    return Doubt(pitches, say(name, **dict(rest), **({"pitch": pitches} if about_pitch else {})))


class _Names:
    """What the dossier names now."""

    def __init__(self, problem: PlanInstance) -> None:
        self.pitches = {it.id for it in problem.pitches}
        self.windows = problem.windows
        self.jurors = {it.id for it in problem.jurors}

    def gone(self, place: Assignment) -> Iterator[Doubt]:
        """What the plan names and the dossier does not any more, or otherwise."""
        if place.pitch not in self.pitches:
            yield Doubt((place.pitch,), say("planning.no_longer_invited", reference=place.pitch))
        elif all(place.window != window.id for window in self.windows):
            yield Doubt((place.pitch,), say("planning.session_gone", pitch=place.pitch))
        elif not stands(place, self.windows):
            yield Doubt((place.pitch,), say("planning.session_changed", pitch=place.pitch))
        for juror in place.jurors:
            if juror not in self.jurors:
                yield Doubt((place.pitch,), say("planning.left_jury", juror=juror))
