"""Intervals and chances: narrow where jurors agree, wide where they do not, the same at every look."""

from __future__ import annotations

import numpy as np
import pytest

from jury_desktop.analysis.outlook import outlook
from tests.analysis.panels import invented, named


def test_agreeing_jurors_leave_no_uncertainty() -> None:
    found = outlook([named(np.array([[4.0, 4.0, 4.0], [2.0, 2.0, 2.0]]))], [1.0])
    assert [(each.rank, each.within) for each in found.values()] == [
        ((1, 1), (1.0, 1.0)),
        ((2, 2), (0.0, 1.0)),
    ]
    assert [end for each in found.values() for end in each.score] == pytest.approx([4, 4, 2, 2], abs=0.002)


def test_the_less_jurors_agree_the_wider_the_interval() -> None:
    def width(noise: float) -> float:
        given = invented(10, 5).given + noise * np.random.default_rng(8).normal(size=(10, 5))
        return float(
            np.mean([each.score[1] - each.score[0] for each in outlook([named(given)], [1.0]).values()])
        )

    assert width(0.0) < width(0.5) < width(1.0)


def test_fewer_jurors_widen_the_interval() -> None:
    panel = invented(10, 8)
    few, many = outlook([named(panel.given[:, :3])], [1.0]), outlook([panel], [1.0])
    assert sum(each.rank[1] - each.rank[0] for each in few.values()) > sum(
        each.rank[1] - each.rank[0] for each in many.values()
    )


def test_chances_grow_with_the_cut_and_add_up_to_it() -> None:
    found = outlook([invented(10, 5, missing=0.2)], [1.0])
    for each in found.values():
        assert list(each.within) == sorted(each.within)
        assert each.within[-1] == 1.0
    for cut in range(1, 11):
        assert sum(each.chance(cut) for each in found.values()) == pytest.approx(cut)


def test_rounds_count_by_their_weight() -> None:
    one, other = np.array([[5.0] * 3, [1.0] * 3]), np.array([[1.0] * 3, [5.0] * 3])
    found = outlook([named(one), named(other)], [0.75, 0.25])
    assert [each.score[0] for each in found.values()] == pytest.approx([4, 2], abs=0.01)


def test_it_is_the_same_at_every_look() -> None:
    assert outlook([invented()], [1.0]) == outlook([invented()], [1.0])


def test_nothing_is_said_where_a_round_has_too_little() -> None:
    assert outlook([invented(2, 3), named(np.array([[3.0], [4.0]]))], [0.5, 0.5]) == {}
    assert outlook([], []) == {}
