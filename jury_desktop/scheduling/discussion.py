"""The order of discussion with the fewest walks to the door, as a round trip through groups with CP-SAT.

Candidacies that keep the same jurors out belong together: between them nobody moves. So what is put in order
are groups, from the full room and back to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

from ortools.sat.python import cp_model

from jury_desktop.domain.discussion import Barred, Discussion, turns, walks
from jury_desktop.domain.errors import Cancelled
from jury_desktop.scheduling.engine import Budget, Verdict, run

Group = tuple[frozenset[str], list[str]]
"""Who is out, and the candidacies for which they are, in the order given."""


def discuss(
    candidacies: Sequence[str],
    barred: Barred,
    *,
    seconds: float = 10.0,
    cancelled: Callable[[], bool] | None = None,
) -> Discussion:
    """An order with the fewest walks.

    :param candidacies: in the order that is followed where the door does not matter: the ranking.
    :raises Cancelled: the user stopped it.
    """
    groups = _groups(candidacies, barred)
    budget = Budget(seconds, 1, cancelled)
    order, proven = _best(groups, budget)
    if budget.stopped():
        raise Cancelled
    found = [candidacy for at in order for candidacy in groups[at][1]]
    return Discussion(turns(found, barred), walks(found, barred), walks(candidacies, barred), proven)


def _groups(candidacies: Sequence[str], barred: Barred) -> list[Group]:
    groups: dict[frozenset[str], list[str]] = {frozenset(): []}
    for candidacy in candidacies:
        groups.setdefault(barred.get(candidacy, frozenset()), []).append(candidacy)
    return list(groups.items())


def _best(groups: Sequence[Group], budget: Budget) -> tuple[list[int], bool]:
    """The places of the groups in order, the full room first, and whether that is proven.

    The full room comes first: for whoever is discussed there, nobody needs to have left yet.
    """
    if len(groups) == 1:
        return [0], True
    model = cp_model.CpModel()
    arcs = [(a, b, model.new_bool_var(f"{a} {b}")) for a, b in permutations(range(len(groups)), 2)]
    model.add_circuit(arcs)
    out = [who for who, _ in groups]
    model.minimize(sum(len(out[b] - out[a]) * taken for a, b, taken in arcs))
    answer = run(model, budget)
    if not answer.has_plan:
        return list(range(len(groups))), False
    following = {a: b for a, b, taken in arcs if answer.value(taken)}
    order = [0]
    while (at := following[order[-1]]) != 0:
        order.append(at)
    return order, answer.verdict is Verdict.PROVEN
