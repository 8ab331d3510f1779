"""Ends a process that spends too long on one request."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

_LOOK = 0.1
"""Seconds between two looks at the clock."""


class Watchdog:
    """Watches one process until it is let go; one thread for all its requests."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.bit = False
        self._process = process
        self._until: float | None = None
        self._lock = threading.Lock()
        self._gone = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="mailbox-watchdog", daemon=True)
        self._thread.start()

    @contextmanager
    def watching(self, seconds: float) -> Iterator[None]:
        """Kills the process when the block takes longer; ``bit`` tells."""
        self._set(monotonic() + seconds)
        try:
            yield
        finally:
            self._set(None)

    def _set(self, until: float | None) -> None:
        with self._lock:
            self._until = until

    def let_go(self) -> None:
        """Stops watching."""
        self._gone.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._gone.wait(_LOOK) and not self.bit:
            with self._lock:
                if self._until is not None and monotonic() > self._until:
                    self.bit = True
                    self._process.kill()
