"""Work on another thread, in order, while what comes next is made ready on this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Begun = TypeVar("Begun")
Result = TypeVar("Result")

_BEGUN = 3
"""How many pieces of work are begun before the first is finished: enough to keep the other side busy."""

_LOOK = 0.2
"""Seconds between two looks whether somebody still waits for the result."""


def ahead(
    begin: Callable[[Item], Begun],
    finish: Callable[[Begun], Result],
    items: Iterable[Item],
    weigh: Callable[[Item], int],
    most: int,
    waiting: Callable[[], object] = bool,
) -> Generator[Result, None, None]:
    """The result of the work on each item, in order; a few are begun before one is finished.

    :param most: what the items under way may weigh together while the next is made ready.
    :param waiting: called a few times a second while a result is waited for.
    """
    with ThreadPoolExecutor(1, "mailbox-reading") as thread:
        lane = _Lane(thread, begin, finish, waiting)
        try:
            for item in items:
                lane.begin(item, weigh(item))
                del item  # large ones are let go as soon as they are done
                while lane.has_result or lane.weight > most:
                    yield lane.result()
            while lane.weights:
                yield lane.result()
        finally:
            lane.cancel()


class _Lane(Generic[Item, Begun, Result]):
    """What is under way, the oldest first."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        begin: Callable[[Item], Begun],
        finish: Callable[[Begun], Result],
        waiting: Callable[[], object],
    ) -> None:
        self._thread, self._begin, self._finish, self._waiting = thread, begin, finish, waiting
        self._begun: deque[Future[Begun]] = deque()
        self._finishing: deque[Future[Result]] = deque()
        self.weights: deque[int] = deque()

    @property
    def weight(self) -> int:
        """Of all that is under way."""
        return sum(self.weights)

    @property
    def has_result(self) -> bool:
        """Whether the oldest is done."""
        return bool(self._finishing) and self._finishing[0].done()

    def begin(self, item: Item, weight: int) -> None:
        """Puts one more under way."""
        self.weights.append(weight)
        self._begun.append(self._thread.submit(self._begin, item))
        if len(self._begun) > _BEGUN:
            self._finish_oldest()

    def result(self) -> Result:
        """Waits for the oldest."""
        if not self._finishing:
            self._finish_oldest()
        oldest = self._finishing.popleft()
        while not oldest.done():
            wait([oldest], timeout=_LOOK)
            self._waiting()
        self.weights.popleft()
        return oldest.result()

    def cancel(self) -> None:
        """Nobody waits for what has not been started."""
        for begun in self._begun:
            begun.cancel()
        for finishing in self._finishing:
            finishing.cancel()

    def _finish_oldest(self) -> None:
        begun = self._begun.popleft()
        self._finishing.append(self._thread.submit(lambda: self._finish(begun.result())))


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
