"""Planning problems and plans as files, in the format of ``docs/plan-format.md``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import Any

from jury_desktop import wording
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import PitchPlan, PlanInstance

LARGEST = 64 * 1024 * 1024
"""Bytes; the largest problem that may be planned fits in it several times."""


def read_problem(path: Path) -> tuple[PlanInstance, tuple[Message, ...]]:
    """The planning problem in a JSON file, and what is strange in it and keeps nobody from solving it.

    A JuryError names the place where it is wrong.
    """
    from jury_desktop.scheduling import instance_file

    return instance_file.read_problem(_text(path))


def _text(path: Path) -> str:
    """What stands in the file, without the mark that some programs put in front of UTF-8."""
    try:
        there = path.stat()
        if S_ISDIR(there.st_mode):
            raise refuse("planning.file_folder", path=str(path))
        if there.st_size > LARGEST:
            raise refuse("planning.file_large", path=str(path), most=LARGEST // 1024**2)
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise refuse("planning.file_missing", path=str(path)) from None
    except UnicodeDecodeError:
        raise refuse("planning.file_not_text", path=str(path)) from None
    except OSError:
        raise refuse("planning.file_unreadable", path=str(path)) from None


def plan_document(plan: PitchPlan, language: str) -> Mapping[str, Any]:
    """A plan as JSON values, its sentences in the language."""
    from jury_desktop.scheduling.instance_file import plan_document as document

    return document(plan, lambda message: wording.render(message, language))
