"""Narrows an impossible instance down to a smallest set of facts that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from jury_desktop.domain.pitch import LevelResult, PlanInstance
from jury_desktop.scheduling.bounds import left_out
from jury_desktop.scheduling.drop import without
from jury_desktop.scheduling.facts import Fact
from jury_desktop.scheduling.problem import Problem

if TYPE_CHECKING:
    from jury_desktop.scheduling.ladder import Climb

SECONDS_PER_TEST = 1.5
"""How much work one test may cost, as seconds of an ordinary machine."""
PATIENCE = 4
"""How much longer than that it may take by the clock, on a machine that is busy."""


class Trials:
    """Tries instances, a limited number of times and for a limited time; remembers nothing between them."""

    def __init__(
        self,
        tests: int,
        seconds: float,
        cancelled: Callable[[], bool] | None = None,
        each: float = SECONDS_PER_TEST,
    ) -> None:
        """:param each: how much work one test may cost, as seconds of an ordinary machine."""
        from jury_desktop.scheduling.engine import Budget

        self._tests = tests
        self._each = each
        self._cancelled = cancelled
        self._whole = Budget(seconds, 1, cancelled)

    def part(self, share: float) -> Trials:
        """Trials for one question, which may take no more than a share of the tests and the time left."""
        return Trials(int(self._tests * share), self._whole.left * share, self._cancelled, self._each)

    @property
    def spent(self) -> bool:
        """Whether no more tests may be done."""
        return self._tests <= 0 or self._whole.left <= 0

    def possible(self, instance: PlanInstance) -> bool | None:
        """Whether a plan exists that gives every pitch a place; None when it could not be found out."""
        if self.spent:
            return None
        from jury_desktop.scheduling.draft import first_plan
        from jury_desktop.scheduling.search import too_large

        problem = Problem(instance)
        if left_out(problem, problem.pitches):
            return False
        if too_large(problem):
            known = first_plan(problem, lambda: self._whole.left <= 0)
            return True if known is not None and len(known) == len(problem.pitches) else None
        answer = self._climb(problem)
        return True if answer.placements is not None else False if answer.impossible else None

    def levels(self, instance: PlanInstance) -> tuple[LevelResult, ...]:
        """The levels of the best plan with what was proven; empty when none was found."""
        from jury_desktop.scheduling.search import too_large

        problem = Problem(instance)
        return () if too_large(problem) else self._climb(problem).levels

    def _climb(self, problem: Problem) -> Climb:
        from jury_desktop.scheduling.engine import WORK_PER_SECOND, Budget
        from jury_desktop.scheduling.ladder import climb

        self._tests -= 1
        budget = Budget(min(PATIENCE * self._each, self._whole.left), 1, self._cancelled)
        budget.work = self._each * WORK_PER_SECOND
        return climb(problem, budget)


class Tester(Protocol):
    """Knows whether an instance has a plan that gives every pitch a place."""

    def possible(self, instance: PlanInstance) -> bool | None:
        """Whether it has; None when it could not be found out."""


def smallest_clash(instance: PlanInstance, facts: Sequence[Fact], trials: Tester) -> list[Fact]:
    """Facts of an impossible instance that cannot hold together, such that without any one of them they can.

    What is alike is tried to be left aside at once, then by halves; what says least goes first. Whatever time
    there is, the facts clash: where a test was not decided one too many is kept.
    """

    def clash(kept: Sequence[Fact]) -> bool:
        dropped = [fact for fact in facts if fact not in kept]
        return trials.possible(without(instance, dropped)) is False

    def thin(group: list[Fact], kept: list[Fact], *, needed: bool = False) -> list[Fact]:
        """What is kept without what of a group can go; not all of it when the group is known as needed."""
        rest = [fact for fact in kept if fact not in group]
        if not needed and clash(rest):
            return rest
        if len(group) == 1:
            return kept
        first, second = group[: len(group) // 2], group[len(group) // 2 :]
        left = thin(second, kept)
        return thin(first, left, needed=not any(fact in left for fact in second))

    kept = list(facts)
    for kind in reversed(dict.fromkeys(fact.kind for fact in facts)):
        kept = thin([fact for fact in kept if fact.kind is kind], kept)
    return kept
