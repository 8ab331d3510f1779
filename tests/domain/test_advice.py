"""What another order would change about a cut, and where a weight turns it."""

from __future__ import annotations

import pytest

from jury_desktop.domain.advice import Sensitivity, Swing, above, swing, usual_cut
from jury_desktop.domain.ranking import Rank


def order(*groups: str) -> dict[str, Rank]:
    """Places from best to worst: "a", "bc" (joint), "d"."""
    places: dict[str, Rank] = {}
    for group in groups:
        first, last = len(places) + 1, len(places) + len(group)
        places |= {key: Rank(key, first, last) for key in group}
    return places


def test_of_a_tie_across_the_cut_all_are_above_it() -> None:
    assert above(order("a", "bc", "d"), 2) == {"a", "b", "c"}
    assert above(order("a", "bc", "d"), 1) == {"a"}


def test_who_changes_sides_is_named_in_the_official_order() -> None:
    assert swing(order("a", "b", "c", "d"), order("d", "c", "b", "a"), 2) == Swing(("c", "d"), ("a", "b"))


def test_another_order_above_the_cut_changes_nothing() -> None:
    assert not swing(order("a", "b", "c"), order("b", "a", "c"), 2)


def test_who_is_not_in_the_other_order_does_not_fall_below_the_cut() -> None:
    assert swing(order("a", "b", "c"), order("b", "c"), 2) == Swing(("c",), ())


@pytest.mark.parametrize(
    ("chosen", "count", "cut"), [(3, 10, 3), (0, 10, 5), (0, 7, 4), (0, 0, 1), (9, 4, 4)]
)
def test_the_line_is_drawn_after_those_chosen_or_half_way(chosen: int, count: int, cut: int) -> None:
    assert usual_cut(chosen, count) == cut


def test_a_weight_turns_the_order_at_the_nearest_factor_on_either_side() -> None:
    usual, turned = order("a", "b"), order("b", "a")
    found = Sensitivity("outreach", (0.0, 0.5, 1.0, 2.0, 4.0), (turned, usual, usual, turned, usual))
    assert found.turns(1) == (0.0, 2.0)
    assert found.turns(2) == (None, None)
