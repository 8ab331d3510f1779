"""Python's search for cycles, held back while a command makes a million values that hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000, 50, 50


@contextmanager
def seldom_at_work() -> Iterator[None]:
    """For the length of the block; by default, looking for cycles takes a third of the time of an import.

    The window does its own collecting: :mod:`jury_desktop.ui.garbage`.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
