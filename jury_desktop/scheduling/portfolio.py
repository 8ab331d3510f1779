"""The best portfolio with CP-SAT: aim after aim, each as good as it can be while the ones before it hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ortools.sat.python import cp_model

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.portfolio import Aim, Eligible, Portfolio, aims, in_order, worth
from jury_desktop.scheduling.engine import Budget, Verdict, run

CHUNK = 50
"""So many candidacies get their place in one number; more bits would not fit."""

LIMIT = 60.0
"""Seconds: far more than it takes to prove the best of 200 candidacies over 62 goals (docs/benchmarks.md)."""


def choose(
    candidacies: Sequence[Eligible],
    size: int | None = None,
    *,
    seconds: float = LIMIT,
    cancelled: Callable[[], bool] | None = None,
) -> Portfolio:
    """The best portfolio, the same whatever the order of entry: of equally good ones, by the ranking.

    :param size: at most so many members; None for as few as the widest coverage needs.
    :raises Cancelled: the user stopped it.
    """
    ordered = in_order(candidacies)
    search = _Search(ordered, size, Budget(seconds, 1, cancelled))
    members, proven = search.best()
    others = tuple(one for one in ordered if one not in members)
    return Portfolio(members, others, size, proven)


class _Search:
    def __init__(self, candidacies: Sequence[Eligible], size: int | None, budget: Budget) -> None:
        self._candidacies = candidacies
        self._size = size
        self._budget = budget
        self._model = cp_model.CpModel()
        self._in = [self._model.new_bool_var(one.reference) for one in candidacies]
        if size is not None:
            self._model.add(sum(self._in) <= size)

    def best(self) -> tuple[tuple[Eligible, ...], bool]:
        """The members, and whether it is proven that no others are better."""
        members: tuple[Eligible, ...] = ()
        for expression in self._levels():
            self._model.maximize(expression)
            answer = run(self._model, self._budget)
            if self._budget.stopped():
                raise Cancelled
            if answer.has_plan:
                found = tuple(one for one, var in self._pairs() if answer.value(var))
                members = max(members, found, key=lambda chosen: worth(chosen, self._size))
            if answer.verdict is not Verdict.PROVEN:
                return members, False
            self._model.add(expression >= answer.value(expression))  # the bound is a rounded number
        return found, True

    def _pairs(self) -> Iterator[tuple[Eligible, cp_model.IntVar]]:
        return zip(self._candidacies, self._in, strict=True)

    def _levels(self) -> Iterator[cp_model.LinearExprT]:
        for aim in aims(self._size):
            if aim is Aim.SCORE:
                yield sum(var * one.points for one, var in self._pairs())
            elif aim is Aim.FEWEST:
                yield -sum(self._in)
            else:
                yield sum(self._covered(aim))
        for first in range(0, len(self._in), CHUNK):
            chunk = self._in[first : first + CHUNK]
            yield sum(var * 2 ** (CHUNK - number) for number, var in enumerate(chunk))

    def _covered(self, aim: Aim) -> Iterator[cp_model.IntVar]:
        """For everything that can be covered, whether it is."""
        brought = {one.reference: one.covers(aim) for one in self._candidacies}
        for name in sorted(frozenset[str]().union(*brought.values())):
            bringers = [var for one, var in self._pairs() if name in brought[one.reference]]
            is_covered = self._model.new_bool_var(f"{aim.value} {name}")
            self._model.add(sum(bringers) >= is_covered)
            yield is_covered
