"""How far the planner is, for the foot of the window."""

from __future__ import annotations

from jury_desktop.domain.pitch import LevelResult, Progress
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning.words import level_name, value


class Report:
    """Turns the planner's progress into that of a job.

    The bar counts the goals that lie behind. It never goes back, although the planner looks at a goal again
    when a large plan is improved part by part, and it is never full before the end: the last goal may take
    longest, and after it comes why somebody has no place.
    """

    def __init__(self, context: JobContext) -> None:
        self._context = context
        self._behind = 0

    def __call__(self, progress: Progress) -> None:
        self._behind = max(self._behind, progress.step - 1)
        self._context.progress(self._behind, progress.steps, under_way(progress))


def under_way(progress: Progress) -> str:
    """The goal that is improved, with how it is by now and what it can never be better than."""
    name = level_name(progress.level)
    if progress.value is None or progress.bound is None:
        return name
    return f"{name}: {value(LevelResult(progress.level, progress.value, progress.bound))}"
