"""The files of the project and their code, read once."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "jury_desktop"
_MADE_HERE = {".venv", ".git", "__pycache__", "build", "dist", "demo"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root; an unpacked archive has no git to ask."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted(_walk(ROOT)))
    return tuple(sorted(Path(name) for name in listed if name and (ROOT / name).is_file()))


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        made = entry.name in _MADE_HERE or entry.name.endswith((".egg-info", "_cache"))
        if entry.is_dir() and not made and entry.name != ".hypothesis":
            yield from _walk(entry)
        elif entry.is_file() and entry.suffix not in {".pyc", ".qm"}:
            yield entry.relative_to(ROOT)


@cache
def modules(room: str = "") -> tuple[Path, ...]:
    """Every code file of the package, or of one room of it."""
    return tuple(sorted((PACKAGE / room).rglob("*.py")))


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a code file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def nodes(room: str = "") -> Iterator[tuple[Path, ast.AST]]:
    """Every node of every code file of a room, with its file."""
    for file in modules(room):
        for node in ast.walk(tree(file)):
            yield file, node


def where(file: Path, node: ast.AST) -> str:
    """A place for people: ``jury_desktop/ui/app.py:12``."""
    return f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"


def called(call: ast.Call) -> str:
    """The last name of what is called: ``setText`` for ``self.label.setText(…)``."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
