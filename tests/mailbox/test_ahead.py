"""Work on another thread, in order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.ahead import ahead, lots

T = TypeVar("T")


def same(item: T) -> T:
    return item


@given(st.lists(st.integers(0, 9)), st.integers(0, 20))
def test_results_come_in_order(items: list[int], most: int) -> None:
    results = ahead(lambda item: 2 * item, lambda begun: begun + 1, items, same, most)

    assert list(results) == [2 * item + 1 for item in items]


def test_some_are_begun_before_the_first_is_finished_and_none_that_weighs_too_much() -> None:
    steps: list[str] = []

    def begin(number: int) -> int:
        steps.append(f"begin {number}")
        return number

    def finish(number: int) -> int:
        steps.append(f"finish {number}")
        return number

    list(ahead(begin, finish, range(5), lambda _: 1, 9))
    assert steps.index("finish 0") == steps.index("begin 3") + 1

    steps.clear()
    list(ahead(begin, finish, range(3), lambda _: 9, 1))
    assert steps == ["begin 0", "finish 0", "begin 1", "finish 1", "begin 2", "finish 2"]


def test_what_is_under_way_weighs_no_more_than_it_may() -> None:
    free = threading.Event()
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            if number == 3:
                free.set()
            yield number

    def work(number: int) -> int:
        assert free.wait(60)
        return number

    assert next(ahead(work, same, items(), lambda _: 1, 3)) == 0
    assert taken == [0, 1, 2, 3]


def test_nothing_is_made_ready_beside_what_is_too_heavy() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(5):
            taken.append(number)
            yield number

    results = ahead(same, same, items(), lambda _: 9, 3)

    assert [next(results), list(taken), next(results), list(taken)] == [0, [0], 1, [0, 1]]


def test_a_failure_comes_where_its_result_would_have_come() -> None:
    def work(number: int) -> float:
        return 1 / number

    results = ahead(same, work, [1, 2, 0, 4], lambda _: 1, 10)

    assert [next(results), next(results)] == [1, 0.5]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_leaving_early_ends_the_thread() -> None:
    before = threading.active_count()
    results = ahead(same, same, iter(range(1_000_000)), lambda _: 1, 3)

    assert next(results) == 0
    results.close()

    assert threading.active_count() == before


@given(st.lists(st.integers(0, 9)), st.integers(0, 20), st.integers(1, 4))
def test_lots_hold_everything_in_order_and_no_more_than_they_may(
    items: list[int], most: int, longest: int
) -> None:
    found = list(lots(items, lambda item: item, most, longest))

    assert [item for lot in found for item in lot] == items
    assert all(sum(lot) >= most or len(lot) == longest for lot in found[:-1])
    assert all(len(lot) == 1 or (sum(lot[:-1]) < most and len(lot) <= longest) for lot in found)
    assert [] not in found
