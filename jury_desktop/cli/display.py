"""Where the program was started: with a screen or without."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere with a display server."""
    if os.environ.get("JURY_HEADLESS"):
        return False
    graphical = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return graphical or sys.platform in {"win32", "darwin"}
