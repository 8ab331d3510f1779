"""The one way to a shipped file, whether installed, frozen or run from a checkout."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds ``calls/``, ``letters/``, ``themes/`` and the rest.

    An installed wheel carries it inside the package, a frozen program beside its code,
    a checkout next to the package.
    """
    package = Path(__file__).parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if (candidate / "calls").is_dir():
            return candidate
    raise FileNotFoundError(f"no resources beside {package}")


def path(*parts: str) -> Path:
    """The path of a shipped file or folder."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """The text of a shipped UTF-8 file."""
    return path(*parts).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """The names, without suffix, of the shipped files in a folder, in order."""
    return tuple(sorted(file.name.removesuffix(suffix) for file in path(folder).glob(f"*{suffix}")))


def manual() -> str:
    """The text of the manual: beside the other resources once installed, in ``docs/`` of a checkout."""
    for place in (path("handleiding.md"), root().parent / "docs" / "handleiding.md"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise FileNotFoundError("no manual beside the resources")
