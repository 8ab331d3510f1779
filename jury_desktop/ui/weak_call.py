"""Calling back something that may be gone."""

from __future__ import annotations

import weakref
from collections.abc import Callable


class WeakCall:
    """Calls a bound method without keeping its object alive; when that is gone, nothing happens."""

    def __init__(self, method: Callable[..., object]) -> None:
        self._method = weakref.WeakMethod(method)

    def __call__(self, *values: object) -> None:
        method = self._method()
        if method is not None:
            method(*values)
