"""The report of a fault of the program itself: what the window and the command line leave on disk of it."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

from jury_desktop import __version__


def log_folder() -> Path:
    """Where reports lie: the place for logs that the system gives a program of this user."""
    return user_log_path("jury-desktop", appauthor=False)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """All there is to know about a fault, to send to who can mend it."""
    lines = "".join(traceback.format_exception(kind, error, trace))
    return f"Jury Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{lines}"


def write_report(report: str, now: datetime, folder: Path) -> Path | None:
    """The report on disk; None when even that is not possible (disk full, no rights)."""
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return file
