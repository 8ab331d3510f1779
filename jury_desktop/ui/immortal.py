"""Keeps Python 3.11 alive under PySide6 6.12.

The wheels of PySide6 6.12 return ``None``, ``True`` and ``False`` without counting the reference, which is
right from Python 3.12 on, where these objects are immortal (PEP 683). Python 3.11 still counts: after some
thousand calls into Qt the count of ``None`` reaches zero and the interpreter aborts ("none_dealloc:
deallocating None"). Measured: minus one for each call that returns nothing; PySide6 6.11.3 is not affected.
"""

from __future__ import annotations

import ctypes
import sys

HEADROOM = 1 << 50
"""References given in advance: a thousand million calls a second would use them up in twelve days."""


def hold_singletons() -> None:
    """Make the singletons immortal where Python does not do so itself; called before Qt is first used."""
    if sys.version_info >= (3, 12):
        return
    for single in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(single))  # ob_refcnt is the first field of every object
        if count.value < HEADROOM:
            count.value += HEADROOM
