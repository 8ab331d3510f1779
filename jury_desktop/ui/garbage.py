"""Cyclic garbage is collected on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A closed dialog is often part of a cycle, and
a job in its own lane allocates a lot: then Qt's objects are destroyed beside the thread they live on, which
crashes the program (measured: with the thresholds of :mod:`gc` lowered, one run in two). So as long as there
are lanes, Python's own collector rests and a timer does what it would have done.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks at what there is to collect."""


class GarbageCollector(QObject):
    """Collects on the thread it was made on, from its making until :meth:`end`."""

    _at_work = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        GarbageCollector._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY)

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        if generation := due():
            gc.collect(generation - 1)

    def end(self) -> None:
        """Give the work back to Python, unless another collector goes on."""
        self._timer.stop()
        GarbageCollector._at_work -= 1
        if not GarbageCollector._at_work:
            gc.enable()


def due() -> int:
    """How many generations, from the youngest on, have grown past their threshold."""
    grown = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    return next((age for age in (3, 2, 1) if grown[age - 1]), 0)
