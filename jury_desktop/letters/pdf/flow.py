"""Stacks boxes into pages: keeps headings with what follows, parts long text, repeats table headers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from jury_desktop.letters.pdf.boxes import Box

_ROUNDING = 1e-6
_NEARLY_EMPTY = 0.4
_LESS_AIR = (0.8, 0.6, 0.4)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and how far its upper edge lies below the top of the text area."""

    box: Box
    offset: float


Page = tuple[Placed, ...]
"""What stands on one page, from top to bottom."""


@dataclass(slots=True)
class _Page:
    height: float
    air: float
    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
    heads: int = 0

    def gap(self, box: Box) -> float:
        return box.before * self.air if self.placed else 0.0

    def room(self, box: Box) -> float:
        return self.height - self.used - self.gap(box) + _ROUNDING

    def add(self, box: Box, width: float) -> None:
        self.used += self.gap(box)
        self.placed.append(Placed(box, self.used))
        self.used += box.height(width)


def paginate(
    boxes: Iterable[Box], width: float, height_of: Callable[[int], float], air: float = 1.0
) -> tuple[Page, ...]:
    """The pages, in order.

    :param height_of: the height of the text area of a page, counted from 0.
    :param air: what the room above every box is multiplied with.
    """
    waiting = deque(boxes)
    pages = [_Page(height_of(0), air)]
    while waiting:
        box = waiting.popleft()
        page = pages[-1]
        if box.height(width) + _company(box, waiting, width) <= page.room(box):
            page.add(box, width)
        elif (parts := box.split(width, page.room(box))) is not None:
            page.add(parts[0], width)
            pages.append(_started(parts[1], width, height_of(len(pages)), air))
            waiting.appendleft(parts[1])
        elif len(page.placed) > page.heads:  # else the next page would be no better
            pages.append(_started(box, width, height_of(len(pages)), air))
            waiting.appendleft(box)
        else:
            page.add(box, width)
    return tuple(tuple(page.placed) for page in pages)


def fitted(boxes: Sequence[Box], width: float, height_of: Callable[[int], float]) -> tuple[Page, ...]:
    """The pages, with less air where that saves a last page that would be nearly empty."""
    pages = paginate(boxes, width, height_of)
    last = pages[-1]
    used = last[-1].offset + last[-1].box.height(width) if last else 0.0
    if used > _NEARLY_EMPTY * height_of(len(pages) - 1):
        return pages
    tighter = (paginate(boxes, width, height_of, air) for air in _LESS_AIR)
    return next((attempt for attempt in tighter if len(attempt) < len(pages)), pages)


def _company(box: Box, following: Sequence[Box], width: float) -> float:
    """The room that must be left under ``box`` for what may not be parted from it.

    That ends with the first box that can be parted itself: its smallest piece is company enough.
    """
    if not box.keeps_next:
        return 0.0
    kept = list(
        takewhile(lambda other: other.keeps_next and other.least(width) >= other.height(width), following)
    )
    needed = sum(other.before + other.height(width) for other in kept)
    rest = following[len(kept)] if len(kept) < len(following) else None
    return needed + (rest.before + rest.least(width) if rest else 0.0)


def _started(box: Box, width: float, height: float, air: float) -> _Page:
    """A new page that opens with what is repeated above ``box``."""
    page = _Page(height, air)
    for head in box.heads():
        page.add(head, width)
    page.heads = len(page.placed)
    return page
