"""How many pitches a room can hold: never fewer than truly fit, and exactly when all take equally long."""

from itertools import permutations
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.pitch import PlanInstance
from jury_desktop.scheduling.problem import Problem
from jury_desktop.scheduling.strides import most_that_fit, stride
from tests.scheduling import builders as a


def room(lengths: list[int], **rules: object) -> PlanInstance:
    heard = [a.pitch(f"K-{n}", minutes) for n, minutes in enumerate(lengths)]
    return a.instance([a.window("wo", "13:00", "15:00")], heard, [a.juror("j1")], **rules)


def most(instance: PlanInstance) -> int:
    problem = Problem(instance)
    return most_that_fit(problem, 0, problem.pitches)


def test_a_stride_is_length_and_gap_up_to_the_grid() -> None:
    problem = Problem(room([33], changeover_minutes=5))
    assert (stride(problem, 0), stride(problem, 0, 15)) == (8, 10)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({"break_after": 0}, 4),
        ({"break_after": 3, "break_minutes": 15}, 3),
        ({"break_after": 1, "break_minutes": 15}, 3),
        ({"break_after": 1, "break_minutes": 20}, 2),
        ({"break_after": 0, "changeover_minutes": 5}, 3),
    ],
)
def test_pitches_of_half_an_hour_in_two_hours(rules: dict[str, int], expected: int) -> None:
    assert most(room([30] * 6, **rules)) == expected


def packed(lengths: tuple[int, ...], grid: int, changeover: int, after: int) -> int:
    """When pitches in this order end, each as early as it can, breaks of 15 minutes as late as they may."""
    end = 0
    for index, length in enumerate(lengths):
        due = after > 0 and index > 0 and index % after == 0
        gap = 0 if index == 0 else max(changeover, 15 * due)
        end = ceil((end + gap) / grid) * grid + length
    return end


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from((10, 20, 30, 45)), min_size=1, max_size=5),
    st.sampled_from((5, 15, 30)),
    st.sampled_from((0, 5, 10)),
    st.integers(0, 2),
)
def test_never_fewer_than_fit_in_some_order(lengths: list[int], grid: int, gap: int, after: int) -> None:
    orders = (order for size in range(len(lengths) + 1) for order in permutations(lengths, size))
    fitting = max(len(order) for order in orders if packed(order, grid, gap, after) <= 120)
    assert fitting <= most(room(lengths, grid_minutes=grid, changeover_minutes=gap, break_after=after))
