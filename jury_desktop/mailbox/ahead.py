"""Work on another thread, in order, while what comes next is made ready on this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    work: Callable[[Item], Result], items: Iterable[Item], weigh: Callable[[Item], int], most: int
) -> Generator[Result, None, None]:
    """The result of the work on each item, in order.

    :param most: what the items under way may weigh together while the next is made ready.
    """
    waiting: deque[tuple[int, Future[Result]]] = deque()
    with ThreadPoolExecutor(1, "mailbox-reading") as lane:
        try:
            for item in items:
                waiting.append((weigh(item), lane.submit(work, item)))
                del item  # large ones are let go as soon as they are done
                while waiting and (waiting[0][1].done() or sum(weight for weight, _ in waiting) > most):
                    yield waiting.popleft()[1].result()
            while waiting:
                yield waiting.popleft()[1].result()
        finally:
            for _, future in waiting:
                future.cancel()


def lots(
    items: Iterable[Item], weigh: Callable[[Item], int], most: int, longest: int
) -> Iterator[list[Item]]:
    """The items in order, together until they weigh ``most`` or number ``longest``."""
    lot: list[Item] = []
    weight = 0
    for item in items:
        lot.append(item)
        weight += weigh(item)
        if weight >= most or len(lot) >= longest:
            yield lot
            lot, weight = [], 0
        del item
    if lot:
        yield lot
