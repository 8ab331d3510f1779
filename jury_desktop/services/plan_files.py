"""Planning problems and plans as files, in the format of ``docs/plan-format.md``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jury_desktop import wording
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import PitchPlan, PlanInstance


def read_problem(path: Path) -> PlanInstance:
    """The planning problem in a JSON file; a JuryError names the place where it is wrong."""
    from jury_desktop.scheduling.instance_file import read_instance

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise refuse("planning.file_unreadable", path=str(path)) from None
    return read_instance(text)


def problem_warnings(problem: PlanInstance) -> tuple[Message, ...]:
    """What is strange in a planning problem and keeps nobody from solving it."""
    from jury_desktop.scheduling.instance_check import warnings_of

    return warnings_of(problem)


def plan_document(plan: PitchPlan, language: str) -> Mapping[str, Any]:
    """A plan as JSON values, its sentences in the language."""
    from jury_desktop.scheduling.instance_file import plan_document as document

    return document(plan, lambda message: wording.render(message, language))
