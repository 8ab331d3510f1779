"""The SHA-256 of the files of an export, taken on a thread of its own while they are read."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

_PIECE = 1024 * 1024
Fingerprints = Callable[[], list[str]]
"""Waits until every file has been read to its end."""


@contextmanager
def fingerprints(files: Sequence[Path]) -> Iterator[Fingerprints]:
    """Begins at once with the files, in order; what is left when the work ends is left undone.

    The fingerprint of a file that cannot be read is empty: it is among the unreadable ones then.
    """
    stopped = threading.Event()
    with ThreadPoolExecutor(1, "fingerprints") as lane:
        under_way = [lane.submit(_fingerprint, file, stopped) for file in files]
        try:
            yield lambda: [found.result() for found in under_way]
        finally:
            stopped.set()


def _fingerprint(path: Path, stopped: threading.Event) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while not stopped.is_set() and (piece := file.read(_PIECE)):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
