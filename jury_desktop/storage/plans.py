"""Pitch plans in tables: each assignment and each seat on its panel a row, the problem one whole.

On a plan a pitch goes by the reference of its candidacy.
"""

from __future__ import annotations

from sqlalchemy import Column, Double, Table, UniqueConstraint

from jury_desktop.domain.pitch import (
    Assignment,
    Explanation,
    LeftOut,
    LevelResult,
    PitchPlan,
    PlanInstance,
    PlanStatus,
    StoredPlan,
)
from jury_desktop.storage.collection import Kind, PartRows, Parts
from jury_desktop.storage.rows import Row, as_row, from_row
from jury_desktop.storage.schema import identity, metadata, number, part_of, refers, text, whole
from jury_desktop.storage.types import Choice, Moment

plan = Table(
    "plan",
    metadata,
    *identity(),
    number("version"),
    whole("instance", PlanInstance),
    Column("created_at", Moment, nullable=False),
    Column("communicated_at", Moment),
    Column("status", Choice(PlanStatus), nullable=False),
    whole("levels", tuple[LevelResult, ...]),
    whole("left_out", tuple[LeftOut, ...]),
    whole("explanation", tuple[Explanation, ...]),
    Column("seconds", Double, nullable=False),
    number("seed"),
    UniqueConstraint("version"),
)
assignment = Table(
    "plan_assignment",
    metadata,
    *part_of("plan"),
    refers("pitch", "candidacy.reference"),
    text("window"),
    number("room"),
    Column("start", Moment, nullable=False),
    Column("end", Moment, nullable=False),
    UniqueConstraint("owner", "pitch"),
)
seat = Table("plan_seat", metadata, *part_of("plan"), number("assignment"), refers("juror", "juror.id"))


def _part_rows(item: StoredPlan) -> PartRows:
    return {
        assignment: [as_row(placed, "jurors") for placed in item.plan.assignments],
        seat: [
            {"assignment": position, "juror": juror}
            for position, placed in enumerate(item.plan.assignments)
            for juror in placed.jurors
        ],
    }


def _build(row: Row, parts: Parts) -> StoredPlan:
    assignments = tuple(_assignment(part, parts) for part in parts[assignment])
    return from_row(StoredPlan, row, plan=from_row(PitchPlan, row, assignments=assignments))


def _assignment(row: Row, parts: Parts) -> Assignment:
    jurors = tuple(part["juror"] for part in parts[seat] if part["assignment"] == row["position"])
    return from_row(Assignment, row, jurors=jurors)


PLANS = Kind(
    plan,
    (assignment, seat),
    row=lambda item: as_row(item, "plan", **as_row(item.plan, "assignments")),
    part_rows=_part_rows,
    build=_build,
)
