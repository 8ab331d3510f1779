"""On Python 3.11 the singletons survive what Qt's wheels do to their reference counts."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import sys
import jury_desktop.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.parent(); thing.setObjectName("x"); thing.isWidgetType()
assert None is thing.parent()
print("alive")
"""


def test_many_calls_into_qt_do_not_end_the_interpreter() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")
