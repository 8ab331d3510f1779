"""The report of a fault of the program itself: what the window and the command line leave on disk of it.

A report may be sent to anybody who can mend the program, so it holds nothing of a dossier. What an exception
says is left out, for it may quote a name, an address or a whole row; so are the values of variables, and the
folders of the computer. What is left says where the program went wrong, and in what way.
"""

from __future__ import annotations

import errno
import linecache
import os
import re
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

import jury_desktop
from jury_desktop import __version__
from jury_desktop.domain.errors import JuryError

_PROGRAM = Path(jury_desktop.__file__).parent.parent
_PYTHON = Path(os.__file__).parent
_LIBRARIES = "site-packages"
ELSEWHERE = "<elsewhere>"
"""Stands for a file that is neither ours nor of a library; its name may be anybody's."""
_MOST = 40
"""Frames of one exception that are told from either end: an endless recursion has thousands."""
_CONSTRAINT = re.compile(
    r"(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: [a-z_.]+(?:, [a-z_.]+)*)?"
)
"""What SQLite says of a rule of the tables: names of tables and columns, never a value."""
_FILE = re.compile(r'File "([^"]*)"')

Frames = list[tuple[str, int, str]]
"""File, line and function, outermost first."""


def log_folder() -> Path:
    """Where reports lie: the place for logs that the system gives a program of this user."""
    return user_log_path("jury-desktop", appauthor=False)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """All there may be known about a fault, to send to who can mend it."""
    head = f"Jury Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    left_out = "What the exceptions say is left out: it may be about people."
    return "\n".join((head, left_out, "", *_account(error, trace, set()), ""))


def where(error: BaseException) -> str:
    """The place at which an exception was raised, in one word."""
    frames = _frames(error.__traceback__)
    return "{}:{}".format(*frames[-1][:2]) if frames else ELSEWHERE


def without_folders(text: str) -> str:
    """What the interpreter noted when it broke off, with the files as a report names them."""
    return _FILE.sub(lambda found: f'File "{_named(found[1])}"', text)


def write_report(report: str, now: datetime, folder: Path) -> Path | None:
    """The report on disk; None when even that is not possible (disk full, no rights)."""
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return file


def _account(error: BaseException, trace: TracebackType | None, told: set[int]) -> Iterator[str]:
    """The exception after what led to it, and what it gathers."""
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _account(before, before.__traceback__, told)
        yield "which led to"
    yield from _lines(_frames(trace))
    yield f"{_kind(error)}{_detail(error)}"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield "one of its parts"
        yield from _account(inner, inner.__traceback__, told)


def _frames(trace: TracebackType | None) -> Frames:
    return [
        (_named(frame.f_code.co_filename), line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(trace)
    ]


def _lines(frames: Frames) -> Iterator[str]:
    for at, (file, line, function) in enumerate(frames):
        if _MOST <= at < len(frames) - _MOST:
            if at == _MOST:
                yield f"  … {len(frames) - 2 * _MOST} more …"
            continue
        yield f"  {file}:{line} in {function}"
        if code := _code(file, line):
            yield f"    {code}"


def _code(file: str, line: int) -> str:
    """The line of our own program; of anything else the number says enough."""
    return linecache.getline(str(_PROGRAM / file), line).strip() if file.startswith("jury_desktop/") else ""


def _named(file: str) -> str:
    """A file without the folders of this computer."""
    path = Path(file)
    if path.is_relative_to(_PROGRAM / "jury_desktop"):
        return path.relative_to(_PROGRAM).as_posix()
    if _LIBRARIES in path.parts:
        return "/".join(path.parts[path.parts.index(_LIBRARIES) + 1 :])
    if path.is_relative_to(_PYTHON):
        return path.relative_to(_PYTHON).as_posix()
    return ELSEWHERE


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _detail(error: BaseException) -> str:
    """What can be said of an exception without quoting it: a code of the system, or the key of a message."""
    if isinstance(error, JuryError):
        return f": {error.message.key}"
    if isinstance(error, OSError):
        return f": {errno.errorcode.get(error.errno or 0, 'no code')}"
    if isinstance(error, sqlite3.Error):
        broken = str(error) if _CONSTRAINT.fullmatch(str(error)) else ""
        return f": {getattr(error, 'sqlite_errorname', '')} {broken}".rstrip(": ")
    inner = getattr(error, "orig", None)
    return f" of {_kind(inner)}{_detail(inner)}" if isinstance(inner, BaseException) else ""
