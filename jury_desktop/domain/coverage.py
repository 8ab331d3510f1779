"""What a selection covers together: challenges, goals and municipalities.

The goal of the jury is a partnership that covers the region's challenges
("organisatie-overschrijdend, complementair en elkaar versterkend"), so coverage stands beside the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.sheet import GoalMark, Sheet

_STRENGTH = {GoalMark.SHOWN: 1.0, GoalMark.PARTLY: 0.5, GoalMark.NOT: 0.0}
_COVERED_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one candidacy covers. ``share`` per challenge is the part of its goals covered, 0–1."""

    candidacy: str
    challenges: tuple[int, ...]
    goals: frozenset[str]
    share: Mapping[int, float]
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JointCoverage:
    """What a selection covers together, and which challenges and goals nobody in it covers."""

    challenges: tuple[int, ...]
    goals: frozenset[str]
    uncovered_challenges: tuple[int, ...]
    goals_total: int


def coverage_of(call: Call, candidacy: Candidacy, sheets: Iterable[Sheet]) -> Coverage:
    """Coverage from the goal marks on the sheets that count: a goal counts from "deels" on average."""
    marks = _mean_marks(sheets)
    goals = frozenset(goal for goal, strength in marks.items() if strength >= _COVERED_FROM)
    share = {number: _share(call, number, goals) for number in candidacy.challenges}
    return Coverage(candidacy.id, candidacy.challenges, goals, share, candidacy.municipalities)


def together(call: Call, coverages: Sequence[Coverage]) -> JointCoverage:
    """The union of several coverages."""
    goals = frozenset[str]().union(*(coverage.goals for coverage in coverages))
    covered = {number for coverage in coverages for number in coverage.challenges}
    every = tuple(challenge.number for challenge in call.challenges)
    return JointCoverage(
        tuple(number for number in every if number in covered),
        goals,
        tuple(number for number in every if number not in covered),
        sum(len(challenge.goals) for challenge in call.challenges),
    )


def _mean_marks(sheets: Iterable[Sheet]) -> dict[str, float]:
    given: dict[str, list[float]] = {}
    for sheet in sheets:
        for goal, mark in sheet.goal_marks.items():
            given.setdefault(goal, []).append(_STRENGTH[mark])
    return {goal: sum(values) / len(values) for goal, values in given.items()}


def _share(call: Call, number: int, goals: frozenset[str]) -> float:
    own = [goal.key for goal in call.challenge(number).goals]
    return sum(key in goals for key in own) / len(own) if own else 0.0
