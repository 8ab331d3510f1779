"""Work on another thread, in order, while what comes next is made ready on this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    work: Callable[[Item], Result], items: Iterable[Item], weigh: Callable[[Item], int], most: int
) -> Generator[Result, None, None]:
    """The result of the work on each item, in order.

    :param most: what the items under way may weigh together; one that is heavier goes alone.
    """
    waiting: deque[tuple[int, Future[Result]]] = deque()
    with ThreadPoolExecutor(1, "mailbox-reading") as lane:
        try:
            for item in items:
                weight = weigh(item)
                while waiting and (_is_done(waiting) or sum(under for under, _ in waiting) + weight > most):
                    yield waiting.popleft()[1].result()
                waiting.append((weight, lane.submit(work, item)))
            while waiting:
                yield waiting.popleft()[1].result()
        finally:
            for _, future in waiting:
                future.cancel()


def _is_done(waiting: Sequence[tuple[int, Future[Result]]]) -> bool:
    return waiting[0][1].done()


def lots(
    items: Iterable[Item], weigh: Callable[[Item], int], most: int, longest: int
) -> Iterator[list[Item]]:
    """The items in order, as many together as weigh ``most`` and number ``longest``; always at least one."""
    lot: list[Item] = []
    weight = 0
    for item in items:
        added = weigh(item)
        if lot and (len(lot) >= longest or weight + added > most):
            yield lot
            lot, weight = [], 0
        lot.append(item)
        weight += added
    if lot:
        yield lot
