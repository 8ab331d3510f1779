"""Says why a plan is as it is, in the terms of the regisseur, and what would help.

First what the instance shows by itself (a candidate with no possible window, a quorum that is never reached,
more pitches than fit); then, by solving, a smallest set of facts that clash. Every proposal has been tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import (
    Explanation,
    LeftOut,
    Level,
    PitchPlan,
    PlanInstance,
    PlanStatus,
)
from jury_desktop.scheduling.beside import clash_among, told, with_help
from jury_desktop.scheduling.clash import SECONDS_PER_TEST, Trials
from jury_desktop.scheduling.drop import only
from jury_desktop.scheduling.facts import Fact
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.reasons import too_many
from jury_desktop.scheduling.relax import what_helps
from jury_desktop.scheduling.stuck import why_stuck

TESTS = 300
"""How many times at most the solver is asked for one explanation."""
FOR_ROOM = 0.4
"""The share of the tests and of the time that may go into which pitches do not fit; the rest finds help."""
FOR_FIRST = 0.7
"""The share of what is left that one pitch may take when others follow: much of it then goes for them too."""


def explain(
    instance: PlanInstance,
    plan: PitchPlan,
    *,
    seconds: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
    each: float = SECONDS_PER_TEST,
) -> PitchPlan:
    """The plan with the reasons of every pitch left out, or of there being no plan at all.

    :param each: work that one test of the solver may cost, in seconds of an ordinary machine.
    """
    trials = Trials(TESTS, seconds, cancelled, each)
    if plan.status == PlanStatus.INFEASIBLE:
        found = _no_plan(instance, trials)
        reasons = tuple(it.text for it in found)
        left_out = tuple(replace(it, reasons=reasons) for it in plan.left_out)
        return replace(plan, explanation=tuple(found), left_out=left_out)
    if plan.status == PlanStatus.UNKNOWN or not plan.left_out:
        return plan
    return _LeftOut(instance, plan, trials).explained()


def _no_plan(instance: PlanInstance, trials: Trials) -> list[Explanation]:
    """Why the pitches that must stand (pinned, or all when none may be left out) cannot."""
    problem = Problem(instance)
    may_leave_out = Level.LEFT_OUT in instance.rules.levels
    musts = [it.id for it in instance.pitches if it.pinned is not None or not may_leave_out]
    stuck = [p for p in problem.pitches if instance.pitches[p].id in musts and not any(problem.starts[p])]
    bound = only(instance, musts)
    if stuck:
        names = [instance.pitches[p].id for p in stuck]
        found = [it for name in names for it in _stuck(instance, name, trials)]
        return _once(with_help(found, what_helps(bound, names, trials), names))
    facts = clash_among(bound, musts, trials)
    if facts is None:
        return [Explanation("capacity", tuple(musts), say("scheduling.together", pitches=tuple(musts)))]
    return told(bound, musts, facts, trials)


def _stuck(instance: PlanInstance, pitch: str, trials: Trials) -> list[Explanation]:
    """Why a pitch can stand nowhere, whatever the others do; when time ran out, that it is so."""
    if trials.spent:
        return [Explanation("not_proven", (pitch,), say("scheduling.stuck", pitch=pitch))]
    return why_stuck(instance, pitch, [window.id for window in instance.windows], trials)


class _LeftOut:
    """Explains pitch by pitch why it has no place in a plan in which others have one."""

    def __init__(self, instance: PlanInstance, plan: PitchPlan, trials: Trials) -> None:
        self._instance, self._plan, self._trials = instance, plan, trials
        self._problem = Problem(instance)
        self._placed = [it.pitch for it in plan.assignments]
        self._near: list[Fact] = []

    def explained(self) -> PitchPlan:
        starts = dict(zip([it.id for it in self._instance.pitches], self._problem.starts, strict=True))
        names = [it.pitch for it in self._plan.left_out]
        beside = [name for name in names if any(starts[name])]
        crowd = self._crowd(beside)
        reasons: dict[str, list[Explanation]] = {}
        for name in beside:
            share = 1.0 if name == beside[-1] else FOR_FIRST
            reasons[name] = crowd or self._beside(name, self._trials.part(share))
        for name in names:
            if name not in reasons:
                reasons[name] = self._alone(name)
        told_ = crowd + [it for name in names if reasons[name] is not crowd for it in reasons[name]]
        left_out = (LeftOut(name, tuple(it.text for it in reasons[name])) for name in names)
        return replace(self._plan, explanation=tuple(_once(told_)), left_out=tuple(left_out))

    def _with(self, pitch: str) -> PlanInstance:
        """What is to be made possible: this pitch with all that have a place."""
        return only(self._instance, [*self._placed, pitch])

    def _alone(self, pitch: str) -> list[Explanation]:
        found = _stuck(self._instance, pitch, self._trials)
        helps = what_helps(self._with(pitch), [pitch], self._trials)
        return with_help(found, helps, [pitch])

    def _beside(self, pitch: str, trials: Trials) -> list[Explanation]:
        wanted = self._instance if trials.spent else self._with(pitch)  # nothing is tried any more
        if not self._proven_first and trials.possible(wanted) is not False:
            kind = "goals" if self._proven else "not_proven"
            text = say(f"scheduling.{kind}", pitches=(pitch,))
            return [Explanation(kind, (pitch,), text)]
        facts = clash_among(wanted, [pitch], trials, near=self._near)
        if facts is None:
            text = say("scheduling.beside", pitch=pitch, count=len(self._placed))
            helps = what_helps(wanted, [pitch], trials)
            return [Explanation("capacity", (pitch,), text, helps)]
        self._near = self._near or facts
        return told(wanted, [pitch], facts, trials)

    @property
    def _proven(self) -> bool:
        """Whether no plan leaves out fewer and is as good on the goals that come before."""
        return any(it.name is Level.LEFT_OUT and it.value == it.bound for it in self._plan.levels)

    @property
    def _proven_first(self) -> bool:
        return self._proven and self._plan.levels[0].name is Level.LEFT_OUT

    def _crowd(self, left: Sequence[str]) -> list[Explanation]:
        """When there are more pitches than places: that, and what would give every one of them a place."""
        crowd = too_many(self._problem, left, self._trials.part(FOR_ROOM)) if left else []
        if not crowd:
            return []
        everybody = only(self._instance, self._hopeful())
        found = [replace(crowd[0], who=()), *crowd[1:]]
        return with_help(found, what_helps(everybody, left, self._trials), left)

    def _hopeful(self) -> list[str]:
        """The pitches that could stand somewhere by themselves."""
        pitches = zip(self._instance.pitches, self._problem.starts, strict=True)
        return [pitch.id for pitch, starts in pitches if any(starts)]


def _once(explanations: Iterable[Explanation]) -> list[Explanation]:
    """Explanations with the same text made one, about everybody they concern."""
    alike: dict[tuple[str, Message], list[Explanation]] = {}
    for it in explanations:
        alike.setdefault((it.constraint, it.text), []).append(it)
    return [
        replace(
            same[0],
            who=tuple(dict.fromkeys(name for it in same for name in it.who)),
            would_help=tuple(dict.fromkeys(help_ for it in same for help_ in it.would_help)),
        )
        for same in alike.values()
    ]
