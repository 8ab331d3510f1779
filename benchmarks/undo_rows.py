"""Many random rows of steps, walked back and forth: ``python -m benchmarks.undo_rows [--rows 100]``.

Each row does, undoes and does again at random on a dossier of one of four kinds, in memory, and undoes all of
it in the end; after each move everything the dossier holds is compared with what it was. The short form, with
rows on a dossier in a file whose tables are compared row by row, is ``tests/ui/test_every_step.py``.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

import jury_desktop.ui  # noqa: F401 - before Qt
from jury_desktop.services import verifier
from tests.ui import test_every_step as rows
from tests.ui.hand import Hand


class Events:
    """What a test has to wait with."""

    def waitUntil(self, holds: Callable[[], bool], timeout: int) -> None:  # noqa: N802 - as pytest-qt has it
        """Handle events until something holds."""
        ends = time.monotonic() + timeout / 1000
        while not holds():
            QApplication.processEvents()
            if time.monotonic() > ends:
                raise TimeoutError


def main() -> None:
    """Walks the rows and prints how many steps were made."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    verifier.MEMORY, verifier.PASSES = 64, 1
    done, kinds = 0, tuple(rows.BEGUN)
    for seed in range(asked.first, asked.first + asked.rows):
        kind = kinds[seed % len(kinds)]
        with tempfile.TemporaryDirectory() as folder:
            dossier = rows.BEGUN[kind](rows.prepared())
            desk = rows.Desk(Events(), Hand(dossier, QWidget(), Path(folder)))  # type: ignore[arg-type]
            try:
                done += rows.walk(desk, seed)
            except AssertionError:
                print(f"row {seed} ({kind}) does not hold")
                raise
            finally:
                desk.jobs.shutdown()
    print(f"{asked.rows} rows, {done} steps, every one undone: {', '.join(kinds)}")
    application.quit()


if __name__ == "__main__":
    main()
