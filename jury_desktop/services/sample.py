"""The shipped sample: a mailbox export, a jury with its scores, and what was decided."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jury_desktop import resources
from jury_desktop.domain.decision import MotivationLine
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.rebuttal import Point, Remedy, Ruling
from jury_desktop.domain.sheet import Answer, GoalMark

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """The files of ``resources/sample``, as they stand there: jury, scores and decisions."""

    jury: Node
    scores: Node
    decisions: Node

    @property
    def call(self) -> str:
        """The name of the shipped call that the sample answers."""
        return str(self.jury["call"])

    def moment(self, name: str) -> datetime:
        """When a step of the procedure was taken: ``imported``, ``shortlist_decided``, … ``concluded``."""
        found: datetime = self.decisions["moments"][name]
        return found


def load_sample() -> Sample:
    """Reads the sample."""
    files = ("jury", "scores", "decisions")
    return Sample(*(tomllib.loads(resources.text("sample", f"{name}.toml")) for name in files))


def mailbox() -> Path:
    """The mailbox export of the sample."""
    return resources.path("sample", "postvak.mbox")


def juror(node: Node) -> Juror:
    """A juror; the id is that of the sample."""
    return Juror(
        node["id"],
        node["name"],
        node["organisation"],
        node["email"],
        node.get("role", ""),
        tuple(node["expertise"]),
        intervals(node["available"]),
        node.get("max_minutes_per_day"),
    )


def intervals(nodes: Sequence[Node]) -> tuple[Interval, ...]:
    """Stretches of time."""
    return tuple(Interval(node["start"], node["end"]) for node in nodes)


def answers(node: Node) -> dict[str, Answer]:
    """The answers of a sheet by item key."""
    return {
        key: Answer(given.get("value"), given.get("not_applicable", False), given.get("comment", ""))
        for key, given in node.get("answers", {}).items()
    }


def goal_marks(node: Node) -> dict[str, GoalMark]:
    """The goal marks of a sheet by goal key."""
    return {key: GoalMark(mark) for key, mark in node.get("goals", {}).items()}


def lines(node: Node) -> tuple[MotivationLine, ...]:
    """The motivation of a decision per item; which sheets it rests on is for the dossier to say."""
    return tuple(MotivationLine(key, text, ()) for key, text in node.get("lines", {}).items())


def points(node: Node, *, answered: bool) -> tuple[Point, ...]:
    """The points of a rebuttal, with or without the jury's answers."""
    return tuple(
        Point(
            point["text"],
            point["item"],
            point["answer"] if answered else "",
            Remedy(point["remedy"]),
            Ruling(point.get("ruling", "") if answered else ""),
        )
        for point in node["points"]
    )
