"""Cyclic garbage is collected on the window's thread alone, in pauses nobody notices.

Python collects cycles on whichever thread happens to allocate. A closed dialog is often part of a cycle, and
a job in its own lane allocates a lot: then objects of Qt are destroyed beside the thread they live on, which
crashes the program (measured: with the thresholds of :mod:`gc` lowered, one run in two). So as long as there
are lanes, Python's own collector rests and a timer does what it would have done.

A search through everything took 0.36 s with all pages shown; nearly all of it are modules, which never become
garbage. What is there when the window is made is therefore left out of the search: 0.02 s. A job that reads a
mailbox makes a million objects that stay: those are set aside while they are young, before a search through
all of them would hold up the window.
"""

from __future__ import annotations

import gc
import time
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY = 100
"""Milliseconds between two looks at what there is to collect."""
PAUSE = 0.05
"""Seconds of work that a search may take; one that takes longer sets aside what it found to be alive."""
MUCH = 0.02
"""Seconds of work that searches among the newest may take together: after that there is too much for the next
search, which looks through all of them at once."""


class GarbageCollector(QObject):
    """Collects on the thread it was made on, from its making until :meth:`end`."""

    _at_work: ClassVar[set[int]] = set()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at_work.add(id(self))
        self._among_newest = 0.0
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY)

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        generation = due()
        if generation is None:
            return
        began = time.thread_time()
        gc.collect(generation)
        spent = time.thread_time() - began
        self._among_newest = self._among_newest + spent if generation == 0 else 0.0
        if spent > PAUSE or self._among_newest > MUCH:
            gc.freeze()
            self._among_newest = 0.0

    def end(self) -> None:
        """Give the work back to Python, unless another collector goes on; a second time changes nothing."""
        self._timer.stop()
        self._at_work.discard(id(self))
        if not self._at_work:
            gc.unfreeze()
            gc.enable()


def due() -> int | None:
    """The oldest generation that has grown past its threshold; None when there is none."""
    sizes = tuple(zip(gc.get_count(), gc.get_threshold(), strict=True))
    return next((age for age in reversed(range(len(sizes))) if sizes[age][0] > sizes[age][1]), None)
