"""The order of discussion: against every possible order, and as near to the ranking as the door allows."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.discussion import walks
from jury_desktop.domain.errors import Cancelled
from jury_desktop.scheduling.discussion import discuss

jurors = st.frozensets(st.sampled_from("uvwxyz"), max_size=3)


@given(st.lists(jurors, max_size=6))
def test_no_other_order_has_fewer_walks(conflicts: list[frozenset[str]]) -> None:
    candidacies = [f"c{number}" for number in range(len(conflicts))]
    barred = dict(zip(candidacies, conflicts, strict=True))

    found = discuss(candidacies, barred)

    order = [turn.candidacy for turn in found.turns]
    assert sorted(order) == candidacies
    assert found.proven
    assert found.walks == walks(order, barred)
    assert found.walks == min(walks(every, barred) for every in permutations(candidacies))
    assert found.before == walks(candidacies, barred)


def test_without_conflicts_it_is_the_order_of_the_ranking() -> None:
    assert [turn.candidacy for turn in discuss(["c", "a", "b"], {}).turns] == ["c", "a", "b"]


def test_those_for_whom_the_same_people_are_out_stay_in_the_order_of_the_ranking() -> None:
    barred = {"c": frozenset("x"), "a": frozenset("x")}
    assert [turn.candidacy for turn in discuss(["c", "d", "a", "b"], barred).turns] == ["d", "b", "c", "a"]


def test_many_candidacies_and_conflicts_are_proven_too() -> None:
    candidacies = [f"c{number}" for number in range(60)]
    barred = {key: frozenset({f"j{at % 7}", f"j{at % 11}"}) for at, key in enumerate(candidacies) if at % 3}
    found = discuss(candidacies, barred)
    assert found.proven
    assert found.walks < found.before


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        discuss(["a", "b"], {"a": frozenset("x")}, cancelled=lambda: True)
