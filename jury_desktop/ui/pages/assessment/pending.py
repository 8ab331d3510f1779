"""What stands on the screen and is not kept yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jury_desktop.domain.sheet import Answer, GoalMark, Sheet


@dataclass(frozen=True, slots=True)
class Pending:
    """The answers, marks and remark that differ from those kept; ``None`` for a mark takes it away."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    marks: Mapping[str, GoalMark | None] = field(default_factory=dict)
    remark: str | None = None

    def __bool__(self) -> bool:
        return bool(self.answers or self.marks) or self.remark is not None


def pending(
    kept: Sheet, answers: Mapping[str, Answer], marks: Mapping[str, GoalMark | None], remark: str
) -> Pending:
    """What was typed since a sheet was kept."""
    return Pending(
        {key: each for key, each in answers.items() if each != kept.answers.get(key, Answer())},
        {key: each for key, each in marks.items() if each != kept.goal_marks.get(key)},
        None if remark == kept.remark else remark,
    )


def filled_in(kept: Sheet, typed: Pending) -> Sheet:
    """The sheet as it is once what was typed has been kept."""
    marks = {**kept.goal_marks, **typed.marks}
    return replace(
        kept,
        answers={**kept.answers, **typed.answers},
        goal_marks={key: mark for key, mark in marks.items() if mark is not None},
        remark=kept.remark if typed.remark is None else typed.remark,
    )


def way_back(kept: Sheet, typed: Pending) -> Pending:
    """What brings back a sheet as it was kept, after something else was typed."""
    return Pending(
        {key: kept.answers.get(key, Answer()) for key in typed.answers},
        {key: kept.goal_marks.get(key) for key in typed.marks},
        None if typed.remark is None else kept.remark,
    )
