"""The place on the reserve list once somebody has left it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.reserve import place_now
from tests.builders import NOW


def reserve(place: int | None, kind: DecisionKind = DecisionKind.RESERVE) -> Decision:
    return Decision(f"d{place}", f"c{place}", Stage.FINAL, kind, "Sterk.", (), NOW, place)


@pytest.mark.parametrize(
    ("given", "now"),
    [((1, 2, 3), [1, 2, 3]), ((2, 3), [1, 2]), ((3, 1), [2, 1]), ((4,), [1])],
    ids=["whole", "the first left", "in any order", "all above left"],
)
def test_everybody_stands_right_below_those_who_stand_higher(given: tuple[int, ...], now: list[int]) -> None:
    listed = [reserve(place) for place in given]
    others = [reserve(None, DecisionKind.SELECTED), reserve(1, DecisionKind.NOT_SELECTED)]
    assert [place_now(each, [*listed, *others]) for each in listed] == now


def test_who_is_not_on_the_list_has_no_place() -> None:
    selected = replace(reserve(1), kind=DecisionKind.SELECTED)
    assert place_now(selected, [selected]) is None
